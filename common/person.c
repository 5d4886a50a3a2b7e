/* SPDX-License-Identifier: ISC */
/*
 * Names with the same hash of a word are chained by their numbers, the latest
 * first; a number that has left the ring ends a chain.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "person.h"
#include "utf8.h"
#include "word.h"

enum {
	SLOTS = 2 * PERSON_COUNT, /* of a hash table */
	TRIES = 16,     /* names of a chain that are looked at */
	TITLE_VOTES = 8, GIVEN_VOTES = 4, /* on the sex; a pronoun has one */
	CLEAR = 2,      /* so many times more common is clear */
	OFTEN = 10      /* times met: a person of some weight */
};

/* Titles that tell two of a surname apart. */
enum title {
	TITLE_NONE, TITLE_MISTER, TITLE_MISTRESS, TITLE_MISS
};

/* Titles before a given name, too: "Aunt May". */
static const char *const familiar[] = { "aunt", "brother", "dame", "dom",
	"don", "dona", "father", "king", "lady", "lord", "master", "miss",
	"mother", "prince", "princess", "queen", "sir", "sister", "uncle" };

static const char *const unmarried[] = { "miss", "mlle", "mademoiselle",
	"signorina", "srta", "señorita" };

void
person_begin(struct people *people)
{
	*people = (struct people) { .next = 1, .first = 1 };
	people->name = alloc_zeroed(PERSON_COUNT, sizeof *people->name);
	people->by_given = alloc_zeroed(SLOTS, sizeof *people->by_given);
	people->by_surname = alloc_zeroed(SLOTS, sizeof *people->by_surname);
	nickname_begin(&people->nicknames);
}

void
person_end(struct people *people)
{
	free(people->name);
	free(people->by_given);
	free(people->by_surname);
	nickname_end(&people->nicknames);
	memset(people, 0, sizeof *people);
}

void
person_forget(struct people *people)
{
	people->first = people->next;
}

/* The name with a number, or null if it is not, or no longer, there. */
static struct person *
name_numbered(const struct people *people, size_t number)
{
	if (number < people->first || number + PERSON_COUNT < people->next)
		return NULL;
	return &people->name[number % PERSON_COUNT];
}

static bool
is_word_of(struct span word, const char *const *list, size_t n)
{
	uint64_t hash = word_hash(word);
	size_t i;

	for (i = 0; i < n; i++)
		if (hash == word_hash(span_of(list[i])))
			return true;
	return false;
}

static bool
is_familiar(const struct name *name)
{
	return is_word_of(name->title, familiar,
	    sizeof familiar / sizeof familiar[0]);
}

static enum title
title_of(const struct name *name)
{
	if (name->title_kind == CUE_MISTER)
		return TITLE_MISTER;
	if (name->title_kind != CUE_MISTRESS)
		return TITLE_NONE;
	return is_word_of(name->title, unmarried,
	    sizeof unmarried / sizeof unmarried[0])
	    ? TITLE_MISS : TITLE_MISTRESS;
}

static enum cue_kind
sex_of(const struct person *p)
{
	if (p->organisation)
		return CUE_IT;
	if (p->he > CLEAR * p->she)
		return CUE_HE;
	return p->she > CLEAR * p->he ? CUE_SHE : CUE_NONE;
}

static enum cue_kind
title_sex(enum title title)
{
	return title == TITLE_NONE ? CUE_NONE
	    : title == TITLE_MISTER ? CUE_HE : CUE_SHE;
}

static bool
may_be(enum cue_kind sex, const struct person *p)
{
	enum cue_kind own = sex_of(p);

	return sex == CUE_NONE || own == CUE_NONE || sex == own;
}

/* What two names have in common if they are the same but for case. */
static uint64_t
hash_whole(const struct name *name, enum title title)
{
	const char *end = name->surname.p + name->surname.n;
	struct span word = name->given;
	uint64_t hash = word_hash(word);
	const char *p = word.p + word.n;

	if (name->n_words == 1)
		return word_chain(hash, title);
	for (; p < end; p = word.p + word.n) {
		while (p < end && (*p == ' ' || *p == '.' || *p == '\n'))
			p++;
		word = (struct span) { p, 0 };
		while (p < end && *p != ' ' && *p != '.' && *p != '\n')
			p++;
		word.n = (size_t)(p - word.p);
		hash = word_chain(hash, word_hash(word));
	}
	return word_chain(hash, name->has_suffix);
}

/* Whether a text has no small letter. */
static bool
is_shouted(const char *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (p[i] >= 'a' && p[i] <= 'z')
			return false;
	return true;
}

static void
set_text(struct person *p, struct span text)
{
	size_t i;

	p->n = (uint8_t)text.n;
	for (i = 0; i < text.n; i++)
		p->text[i] = text.p[i] == '\n' ? ' ' : text.p[i];
}

static size_t
find_same(const struct people *people, uint64_t surname, uint64_t whole)
{
	size_t number = people->by_surname[surname % SLOTS], i;
	const struct person *p;

	for (i = 0; i < TRIES; i++) {
		p = name_numbered(people, number);
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
	uint64_t given = nickname_full(&people->nicknames,
	    word_hash(name->given));
	size_t *by_given = &people->by_given[given % SLOTS];
	size_t *by_surname = &people->by_surname[surname % SLOTS];
	struct person *p = &people->name[people->next % PERSON_COUNT];

	*p = (struct person) { .given = given, .surname = surname,
		.form = word_hash(name->given), .whole = whole,
		.older_given = *by_given,
		.older_surname = *by_surname, .first = name->given.p[0],
		.n_words = (uint8_t)name->n_words,
		.suffix = name->has_suffix, .given_known = name->is_given,
		.organisation = name->is_organisation };
	if (name->given.n == 1)
		p->initial = name->given.p[0];
	*by_given = *by_surname = people->next;
	return people->next++;
}

/* The bytes of a name; with its title, if that may be needed. */
static struct span
text_of(const struct name_text *t, const struct name *name, size_t *title)
{
	size_t start = name->start;

	if (name->n_words == 1 && title_of(name) != TITLE_NONE)
		start = (size_t)(name->title.p - t->scan->text);
	*title = name->start - start;
	return scan_span(t->scan, start, name->end);
}

size_t
person_meet(struct people *people, const struct name_text *t,
    const struct name *name)
{
	enum title title = title_of(name);
	uint64_t surname = word_hash(name->surname);
	uint64_t whole = hash_whole(name, title);
	size_t number, title_bytes;
	struct span text = text_of(t, name, &title_bytes);
	enum cue_kind kind;
	struct person *p;

	if (text.n > PERSON_BYTES)
		return 0;
	number = find_same(people, surname, whole);
	if (number == 0)
		number = add(people, name, surname, whole);
	p = name_numbered(people, number);
	if (p->count++ == 0 || (is_shouted(p->text, p->n)
	    && !is_shouted(text.p, text.n))) {
		p->title_bytes = (uint8_t)title_bytes;
		set_text(p, text);
	}
	kind = cue_kind_of(t->cues, t->lang, name->given);
	p->he += (title == TITLE_MISTER) * TITLE_VOTES
	    + (kind == CUE_MALE) * GIVEN_VOTES;
	p->she += (title_sex(title) == CUE_SHE) * TITLE_VOTES
	    + (kind == CUE_FEMALE) * GIVEN_VOTES;
	p->titles |= (uint8_t)(1 << title);
	p->inside |= !name->begins;
	p->formal |= name->title.n > 0 && !is_familiar(name);
	if (name->title_kind == CUE_TITLE)
		p->rank = word_hash(name->title);
	return number;
}

void
person_learn(struct people *people, const struct name_text *t, size_t from,
    size_t to)
{
	struct name name;
	size_t at = from;

	while ((at = name_next_pair(t->scan, at, to)) < to) {
		at = name_read(t, at, to, &name);
		if (name.n_words > 1 || title_of(&name) != TITLE_NONE)
			person_meet(people, t, &name);
	}
}

/* What is looked for in a chain of names. */
struct search {
	uint64_t given, surname;
	const struct name *name;
	enum title title;
	enum cue_kind sex;
};

/* Whether two given names may be one person's: "J." and "John". */
static bool
is_given_of(const struct search *s, const struct person *p)
{
	if (p->given == s->given)
		return true;
	if (p->initial != 0)
		return p->initial == s->name->given.p[0];
	return s->name->given.n == 1 && p->first == s->name->given.p[0];
}

/* Whether a full name in the table may be that of somebody called so. */
static bool
is_bearer(const struct search *s, const struct person *p)
{
	if (p->surname != s->surname || p->n_words < 2 || p->organisation
	    || !may_be(s->sex, p) || (s->name->has_suffix && !p->suffix))
		return false;
	if (s->name->n_words > 1 && !is_given_of(s, p))
		return false;
	if (s->title == TITLE_MISS)
		return (p->titles & 1 << TITLE_MISTRESS) == 0
		    || (p->titles & 1 << TITLE_MISS) != 0;
	return s->title != TITLE_MISTRESS
	    || (p->titles & 1 << TITLE_MISS) == 0
	    || (p->titles & 1 << TITLE_MISTRESS) != 0;
}

/* Whether a is a better answer than b: fuller, or more common. */
static bool
is_better(const struct search *s, const struct person *a,
    const struct person *b)
{
	if (b == NULL)
		return true;
	if (a->suffix != b->suffix)
		return a->suffix == s->name->has_suffix;
	if (s->name->n_words > 1)
		return a->n_words != b->n_words ? a->n_words > b->n_words
		                                : a->n > b->n;
	return a->count > b->count;
}

/* The person of whom no more than this word is known: "Mr. Bell", "Bell". */
static size_t
find_single(const struct people *people, const struct search *s)
{
	size_t number = people->by_surname[s->surname % SLOTS], best = 0, i;
	const struct person *p, *chosen = NULL;

	for (i = 0; i < TRIES; i++, number = p->older_surname) {
		p = name_numbered(people, number);
		if (p == NULL)
			break;
		if (p->surname != s->surname || p->n_words > 1
		    || !may_be(s->sex, p)
		    || (s->title != TITLE_NONE
		        && (p->titles & 1 << s->title) == 0))
			continue;
		if (is_better(s, p, chosen)) {
			chosen = p;
			best = number;
		}
	}
	return best;
}

/*
 * Whether a name that is a surname here is not a mere given name behind some
 * word: "Make Ann", met once.
 */
static bool
is_surname_of(const struct people *people, const struct search *s,
    const struct person *p)
{
	size_t alone;

	if (!s->name->is_given || s->name->n_words > 1 || p->given_known
	    || p->inside)
		return true;
	alone = find_single(people, s);
	return alone == 0
	    || name_numbered(people, alone)->count < OFTEN * p->count;
}

/*
 * The person who bears the surname. A "Miss" or "Mr." of whom there are
 * several is none of them for sure.
 */
static size_t
find_bearer(const struct people *people, const struct search *s)
{
	size_t number = people->by_surname[s->surname % SLOTS], best = 0, i;
	const struct person *p, *chosen = NULL;
	size_t others = 0;

	for (i = 0; i < TRIES; i++, number = p->older_surname) {
		p = name_numbered(people, number);
		if (p == NULL)
			break;
		if (!is_bearer(s, p) || !is_surname_of(people, s, p))
			continue;
		if (chosen != NULL && (p->given != chosen->given
		    || p->suffix != chosen->suffix))
			others += p->count < chosen->count ? p->count
			                                   : chosen->count;
		if (is_better(s, p, chosen)) {
			chosen = p;
			best = number;
		}
	}
	if (s->title != TITLE_NONE && s->name->n_words == 1 && others > 0
	    && (s->title == TITLE_MISS || chosen->count <= CLEAR * others))
		return 0;
	return best;
}

/* Whether somebody is known by a surname, not only by one full name. */
static bool
is_family(const struct people *people, const struct person *one)
{
	size_t number = people->by_surname[one->surname % SLOTS], i;
	const struct person *p;

	for (i = 0; i < TRIES; i++, number = p->older_surname) {
		p = name_numbered(people, number);
		if (p == NULL)
			return false;
		if (p != one && p->surname == one->surname && (p->n_words > 1
		    ? p->given_known && p->given != one->given
		    : p->title_bytes > 0))
			return true;
	}
	return false;
}

/* Whether a word was met as a surname: behind "Mr." or "Captain". */
static bool
is_formal(const struct people *people, const struct search *s)
{
	size_t number = people->by_surname[s->surname % SLOTS], i;
	const struct person *p;

	for (i = 0; i < TRIES; i++, number = p->older_surname) {
		p = name_numbered(people, number);
		if (p == NULL)
			return false;
		if (p->surname == s->surname && p->n_words == 1 && p->formal)
			return true;
	}
	return false;
}

/*
 * Whether a full name is that of somebody who is mostly called by the given
 * name: not "Ann Sails", met once, as a heading has it.
 */
static bool
is_plausible(const struct people *people, const struct search *s,
    const struct person *p)
{
	size_t alone = find_single(people, s);

	if (alone == 0 || name_numbered(people, alone)->count < OFTEN)
		return true;
	return p->form == s->surname
	    && (p->count >= OFTEN || is_family(people, p));
}

/* The person called so by a given name alone. */
static size_t
find_given(const struct people *people, const struct search *s)
{
	size_t number = people->by_given[s->given % SLOTS], best = 0, i;
	const struct person *p, *chosen = NULL;

	for (i = 0; i < TRIES; i++, number = p->older_given) {
		p = name_numbered(people, number);
		if (p == NULL)
			break;
		if (p->given != s->given || p->n_words < 2
		    || p->organisation || !may_be(s->sex, p))
			continue;
		if (is_better(s, p, chosen) && is_plausible(people, s, p)) {
			chosen = p;
			best = number;
		}
	}
	return best;
}

/* Of a surname and a given name, the person who is spoken of more. */
static size_t
more_common(const struct people *people, size_t surname, size_t given)
{
	const struct person *a = name_numbered(people, surname);
	const struct person *b = name_numbered(people, given);

	if (a == NULL || b == NULL)
		return a == NULL ? given : surname;
	return b->count > a->count ? given : surname;
}

size_t
person_find(const struct people *people, const struct name *name)
{
	struct search s = { .name = name, .title = title_of(name) };
	size_t number;

	s.surname = word_hash(name->surname);
	s.given = nickname_full(&people->nicknames, word_hash(name->given));
	s.sex = title_sex(s.title);
	number = find_bearer(people, &s);
	if (name->n_words > 1)
		return number;
	if ((name->title.n == 0 || is_familiar(name)) && !is_formal(people, &s))
		number = more_common(people, number, find_given(people, &s));
	return number != 0 ? number : find_single(people, &s);
}

/* Where the head of a noun phrase ends: before "of Ohio", "in charge". */
static size_t
head_end(const struct name_text *t, size_t from, size_t to)
{
	enum cue_kind kind;
	size_t at = from, end = from;
	struct span word;

	while (scan_word(t->scan, &at, to, &word)) {
		kind = cue_kind_of(t->cues, t->lang, word);
		if (end > from && (kind == CUE_LINK || kind == CUE_PREPOSITION
		    || kind == CUE_CONJUNCTION))
			break;
		end = (size_t)(word.p - t->scan->text) + word.n;
	}
	return end;
}

/* Whether all words are titles: "Secretary" of "Secretary of State Bell". */
static bool
is_all_titles(const struct name_text *t, size_t from, size_t to)
{
	size_t n = 0;
	struct span word;

	for (; scan_word(t->scan, &from, to, &word); n++)
		if (!name_is_title(cue_kind_of(t->cues, t->lang, word)))
			return false;
	return n > 0;
}

/* The name with which from..to ends; false if it does not. */
static bool
last_name(const struct name_text *t, size_t from, size_t to, struct name *name)
{
	size_t at = from, behind = from;

	name->start = name->end = 0;
	while ((at = name_next(t->scan, at, to)) < to)
		at = behind = name_read(t, at, to, name);
	return name->end > name->start && name->ends_run
	    && !name->is_possessive && (behind == to || name->end >= to);
}

/* Whether the phrase has a determiner: "the Commons", "a senior Whig". */
static bool
is_determined(const struct name_text *t, size_t from, size_t to)
{
	struct span word = { NULL, 0 };

	scan_word(t->scan, &from, to, &word);
	return cue_kind_of(t->cues, t->lang, word) == CUE_DETERMINER;
}

/* Whom a capitalised word names that is more often another: "Young". */
static size_t
bearer_of_word(const struct people *people, const struct name_text *t,
    size_t from, size_t end)
{
	struct name name = { .n_words = 0 };
	size_t number;

	if (from == end || !scan_is(t->scan, SCAN_START, from)
	    || !name_is_capital(t->scan, from)
	    || scan_compound_end(t->scan, from, end) != end)
		return 0;
	name_of_word(t, from, end, &name);
	number = name.is_possessive ? 0 : person_find(people, &name);
	return number != 0 && name_numbered(people, number)->n_words > 1
	    ? number : 0;
}

/* Reads the name in a part of a noun phrase that has no comma. */
static size_t
name_in(struct people *people, const struct name_text *t, size_t from,
    size_t to, bool apposition)
{
	size_t end = head_end(t, from, to), number;
	struct name name;

	if (!last_name(t, from, end, &name)) {
		number = apposition ? 0 : bearer_of_word(people, t, from, end);
		if (number != 0)
			return number;
		if (!is_all_titles(t, from, end)
		    || !last_name(t, end, to, &name) || name.n_words < 2)
			return 0;
	} else if (apposition && name.n_words < 2) {
		return 0;
	}
	number = person_find(people, &name);
	if (name.n_words == 1 && is_determined(t, from, to)
	    && (number == 0 || name_numbered(people, number)->n_words < 2
	        || name.start == from))
		return 0;
	return number != 0 ? number : person_meet(people, t, &name);
}

size_t
person_in(struct people *people, const struct name_text *t, size_t from,
    size_t to)
{
	size_t at = from, end, number = 0;

	while (number == 0 && at < to) {
		for (end = at; end < to && t->scan->text[end] != ',';)
			end++;
		while (at < end && t->scan->text[at] == ' ')
			at++;
		if (at == from || (at < end && scan_is(t->scan, SCAN_START,
		    at) && name_is_capital(t->scan, at)))
			number = name_in(people, t, at, end, at > from);
		at = end + 1;
	}
	return number;
}

/* Whether another name has that surname, so that "Mr." tells who it is. */
static bool
is_shared(const struct people *people, const struct person *one)
{
	size_t number = people->by_surname[one->surname % SLOTS], i;
	const struct person *p;

	for (i = 0; i < TRIES; i++, number = p->older_surname) {
		p = name_numbered(people, number);
		if (p == NULL)
			return false;
		if (p != one && p->surname == one->surname
		    && (p->n_words > 1 || p->title_bytes > 0))
			return true;
	}
	return false;
}

struct span
person_name(const struct people *people, size_t number)
{
	const struct person *p = name_numbered(people, number);

	if (p == NULL)
		return (struct span) { NULL, 0 };
	if (p->title_bytes == 0 || is_shared(people, p))
		return (struct span) { p->text, p->n };
	return (struct span) { p->text + p->title_bytes,
		(size_t)(p->n - p->title_bytes) };
}

enum cue_kind
person_sex(const struct people *people, size_t number)
{
	const struct person *p = name_numbered(people, number);

	return p == NULL ? CUE_NONE : sex_of(p);
}

void
person_vote(struct people *people, size_t number, enum cue_kind sex)
{
	struct person *p = name_numbered(people, number);

	if (p == NULL)
		return;
	p->he += sex == CUE_HE;
	p->she += sex == CUE_SHE;
}

void
person_speaks(struct people *people, size_t number)
{
	struct person *p = name_numbered(people, number);

	if (p != NULL)
		p->spoken++;
}

bool
person_is_known(const struct people *people, size_t number)
{
	const struct person *p = name_numbered(people, number);

	return p != NULL && (p->spoken > 0 || p->given_known || p->rank != 0
	    || p->titles > 1 << TITLE_NONE);
}

uint64_t
person_rank(const struct people *people, size_t number)
{
	const struct person *p = name_numbered(people, number);

	return p == NULL ? 0 : p->rank;
}

size_t
person_spoken(const struct people *people, size_t number)
{
	const struct person *p = name_numbered(people, number);

	return p == NULL ? 0 : p->spoken;
}
