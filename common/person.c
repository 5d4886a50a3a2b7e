/* SPDX-License-Identifier: ISC */
/*
 * Names with the same hash of a word are chained by their numbers, the latest
 * first; a number that has left the ring ends a chain.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "block.h"
#include "capital.h"
#include "fullname.h"
#include "person.h"
#include "tables.h"
#include "word.h"

enum {
	TITLE_VOTES = 8, GIVEN_VOTES = 4, /* on the sex; a pronoun has one */
	ACRONYM_BYTES = 5,
	CLEAR = 2,      /* so many times more common is clear */
	LEARNT_AT_ONCE = 4 /* names; a power of two */
};

/* Titles before a given name, too: "Aunt May". */
static const char *const familiar[] = { "aunt", "brother", "dame", "dom",
	"don", "dona", "father", "king", "lady", "lord", "master", "miss",
	"mother", "prince", "princess", "queen", "sir", "sister", "uncle" };

static const char *const unmarried[] = { "miss", "mlle", "mademoiselle",
	"signorina", "srta", "señorita" };

static void
hash_words(uint64_t *hash, const char *const *words, size_t n)
{
	while (n-- > 0)
		hash[n] = word_hash(span_of(words[n]));
}

void
person_begin(struct people *people)
{
	*people = (struct people) { .next = 1, .oldest = 1 };
	people->name = alloc_zeroed(PERSON_COUNT, sizeof *people->name);
	people->text = alloc_zeroed(PERSON_COUNT, sizeof *people->text);
	people->by_given = alloc_zeroed(PERSON_SLOTS, sizeof *people->by_given);
	people->by_surname = alloc_zeroed(PERSON_SLOTS,
	    sizeof *people->by_surname);
	hash_words(people->familiar, familiar, PERSON_FAMILIAR);
	hash_words(people->unmarried, unmarried, PERSON_UNMARRIED);
}

void
person_end(struct people *people)
{
	free(people->name);
	free(people->text);
	free(people->by_given);
	free(people->by_surname);
	memset(people, 0, sizeof *people);
}

void
person_forget(struct people *people)
{
	people->next = (people->next / PERSON_COUNT + 1) * PERSON_COUNT;
	people->oldest = people->next; /* a place the cache has */
}

/* The name with a number, or null if it is not, or no longer, there. */
static inline struct person *
numbered(const struct people *people, size_t number)
{
	return person_at(people, number) == NULL ? NULL
	    : &people->name[number % PERSON_COUNT];
}

static bool
is_one_of(uint64_t hash, const uint64_t *hashes, size_t n)
{
	size_t i;

	for (i = 0; i < n && hashes[i] != hash; i++)
		continue;
	return i < n;
}

bool
person_is_familiar(const struct people *people, const struct name *name)
{
	return (name->title_kind == CUE_MISTER
	    || name->title_kind == CUE_MISTRESS)
	    && is_one_of(name->title_hash, people->familiar, PERSON_FAMILIAR);
}

enum title
person_title(const struct people *people, const struct name *name)
{
	if (name->title_kind == CUE_MISTER)
		return TITLE_MISTER;
	if (name->title_kind != CUE_MISTRESS)
		return TITLE_NONE;
	return is_one_of(name->title_hash, people->unmarried,
	    PERSON_UNMARRIED) ? TITLE_MISS : TITLE_MISTRESS;
}

enum cue_kind
person_sex_of(const struct person *p)
{
	if (p->organisation)
		return CUE_IT;
	if (p->he > CLEAR * p->she)
		return CUE_HE;
	return p->she > CLEAR * p->he ? CUE_SHE : CUE_NONE;
}

/* Whether a name is no person's, like "CNN". */
static bool
is_acronym(const struct name *name, struct span text)
{
	return name->n_words == 1 && text.n <= ACRONYM_BYTES
	    && fullname_is_shouted(text);
}

/* The text of a name in the table. */
static struct span
whole_text(const struct people *people, size_t number)
{
	size_t slot = number % PERSON_COUNT;

	return (struct span) { people->text[slot], people->name[slot].n };
}

/* Counts, as far as the field goes. */
static void
count(uint16_t *field, unsigned votes)
{
	*field = (uint16_t)(*field > UINT16_MAX - votes ? UINT16_MAX
	                                                : *field + votes);
}

/* Where the chain of a surname begins. */
static inline size_t *
chain_of(const struct people *people, uint64_t surname)
{
	return &people->by_surname[surname % PERSON_SLOTS];
}

/* The place of the latest name in the chain of another one. */
static inline const struct person *
latest_of(const struct people *people, const struct name *name)
{
	size_t number = *chain_of(people, name->surname_hash);

	return &people->name[number % PERSON_COUNT];
}

static size_t
find_same(const struct people *people, uint64_t surname, uint64_t whole)
{
	size_t number = *chain_of(people, surname), i;
	const struct person *p;

	for (i = 0; i < PERSON_TRIES; i++) {
		p = numbered(people, number);
		if (p == NULL)
			return 0;
		if (p->whole == whole)
			return number;
		number = p->older_surname;
	}
	return 0;
}

static size_t
add(struct people *people, const struct name *name, uint64_t surname,
    uint64_t whole)
{
	uint64_t given = nickname_full(&nicknames_table, name->given_hash);
	size_t *by_given = &people->by_given[given % PERSON_SLOTS];
	size_t *by_surname = chain_of(people, surname);
	struct person *p = &people->name[people->next % PERSON_COUNT];

	*p = (struct person) { .given = (uint32_t)given,
		.surname = (uint32_t)surname,
		.form = (uint32_t)name->given_hash, .whole = whole,
		.older_given = *by_given, .older_surname = *by_surname,
		.first = name->given.p[0], .n_words = (uint8_t)name->n_words,
		.initial = name->given.n == 1, .suffix = name->has_suffix,
		.given_known = name_is_given(name),
		.organisation = name->is_organisation };
	*by_given = *by_surname = people->next++;
	people->oldest += people->next - people->oldest > PERSON_COUNT;
	return people->next - 1;
}

/* The bytes of a name; with its title, if that may be needed. */
static struct span
text_of(const struct name_text *t, const struct name *name, enum title kind,
    size_t *title)
{
	size_t start = name->start;

	if (name->n_words == 1 && kind != TITLE_NONE)
		start = (size_t)(name->title.p - t->scan->text);
	*title = name->start - start;
	return scan_span(t->scan, start, name->end);
}

/* Takes in what a name, as it was met, tells of its person. */
static void
note(const struct people *people, struct person *p, const struct name_text *t,
    const struct name *name, enum title title)
{
	count(&p->he, (title == TITLE_MISTER) * TITLE_VOTES
	    + (name->given_kind == CUE_MALE) * GIVEN_VOTES);
	count(&p->she, (title > TITLE_MISTER) * TITLE_VOTES
	    + (name->given_kind == CUE_FEMALE) * GIVEN_VOTES);
	p->titles |= (uint8_t)(1 << title);
	p->inside = p->inside || !name_begins(t, name);
	p->formal |= name->title.n > 0 && !person_is_familiar(people, name);
	if (name->title_kind == CUE_TITLE)
		p->rank = (uint32_t)name->title_hash;
}

size_t
person_meet(struct people *people, const struct name_text *t,
    const struct name *name)
{
	enum title title = person_title(people, name);
	uint64_t surname = name->surname_hash;
	uint64_t whole = word_chain(name->hash, name->n_words == 1 ? title
	    : name->has_suffix);
	size_t number, title_bytes;
	struct span text = text_of(t, name, title, &title_bytes);
	struct person *p;

	if (text.n > PERSON_BYTES)
		return 0;
	number = find_same(people, surname, whole);
	if (number == 0)
		number = add(people, name, surname, whole);
	p = numbered(people, number);
	if (p->count++ == 0 || (p->shouted && !fullname_is_shouted(text))) {
		p->title_bytes = (uint8_t)title_bytes;
		p->n = (uint8_t)fullname_copy(
		    people->text[number % PERSON_COUNT], text);
		p->shouted = fullname_is_shouted(whole_text(people, number));
		p->organisation = name->is_organisation || (title == TITLE_NONE
		    && is_acronym(name, text));
	}
	note(people, p, t, name, title);
	return number;
}

/* Whether a name is to be taken in: it has more than a word, or tells a sex. */
static bool
is_full(const struct name *name)
{
	return name->n_words > 1 || name->title_kind == CUE_MISTER
	    || name->title_kind == CUE_MISTRESS;
}

/*
 * The memory that a name needs comes while the next ones are read: first where
 * its surname's chain begins, then the latest name there.
 */
void
person_learn(struct people *people, const struct name_text *t, size_t from,
    size_t to)
{
	struct name name[LEARNT_AT_ONCE], *last;
	size_t n = 0, met = 0;

	while ((from = capital_next_pair(t->scan, from, to)) < to) {
		last = &name[n % LEARNT_AT_ONCE];
		from = name_read(t, from, to, last);
		if (!is_full(last))
			continue;
		__builtin_prefetch(chain_of(people, last->surname_hash));
		if (n++ > met)
			__builtin_prefetch(latest_of(people,
			    &name[(n - 2) % LEARNT_AT_ONCE]));
		if (n - met == LEARNT_AT_ONCE)
			person_meet(people, t, &name[met++ % LEARNT_AT_ONCE]);
	}
	for (; met < n; met++)
		person_meet(people, t, &name[met % LEARNT_AT_ONCE]);
}

/* Whether another name has that surname, so that "Mr." tells who it is. */
static bool
is_shared(const struct people *people, const struct person *one)
{
	size_t number = people->by_surname[one->surname % PERSON_SLOTS], i;
	const struct person *p;

	for (i = 0; i < PERSON_TRIES
	    && (p = numbered(people, number)) != NULL; i++) {
		if (p != one && p->surname == one->surname
		    && (p->n_words > 1 || p->title_bytes > 0))
			return true;
		number = p->older_surname;
	}
	return false;
}

struct span
person_name(const struct people *people, size_t number)
{
	const struct person *p = numbered(people, number);
	const char *text = people->text[number % PERSON_COUNT];

	if (p == NULL)
		return (struct span) { NULL, 0 };
	if (p->title_bytes == 0 || is_shared(people, p))
		return (struct span) { text, p->n };
	return (struct span) { text + p->title_bytes,
		(size_t)(p->n - p->title_bytes) };
}

enum cue_kind
person_sex(const struct people *people, size_t number)
{
	const struct person *p = numbered(people, number);

	return p == NULL ? CUE_NONE : person_sex_of(p);
}

void
person_vote(struct people *people, size_t number, enum cue_kind sex)
{
	struct person *p = numbered(people, number);

	if (p == NULL)
		return;
	count(&p->he, sex == CUE_HE);
	count(&p->she, sex == CUE_SHE);
}

void
person_speaks(struct people *people, size_t number)
{
	struct person *p = numbered(people, number);

	if (p != NULL)
		count(&p->spoken, 1);
}

bool
person_is_known(const struct people *people, size_t number)
{
	const struct person *p = numbered(people, number);

	return p != NULL && (p->spoken > 0 || p->given_known || p->rank != 0
	    || p->titles > 1 << TITLE_NONE);
}
