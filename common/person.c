/* SPDX-License-Identifier: ISC */
/*
 * A run is a series of capitalised words with a space, or a dot and a space,
 * between them. Names with the same hash of a word are chained by their
 * numbers, the latest first; a number that has left the ring ends a chain.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "person.h"
#include "utf8.h"
#include "word.h"

enum {
	SLOTS = 2 * PERSON_COUNT, /* of a hash table */
	RUN_WORDS = 8,  /* longer runs are headlines */
	MOST_WORDS = 4, /* of a name */
	TRIES = 16      /* names of a chain that are looked at */
};

struct run {
	size_t start[RUN_WORDS], end[RUN_WORDS];
	enum cue_kind kind[RUN_WORDS];
	size_t n;
	size_t at; /* behind the run */
};

void
person_begin(struct people *people, const struct cues *cues)
{
	*people = (struct people) { .cues = cues, .next = 1, .first = 1 };
	people->name = alloc_zeroed(PERSON_COUNT, sizeof *people->name);
	people->by_given = alloc_zeroed(SLOTS, sizeof *people->by_given);
	people->by_surname = alloc_zeroed(SLOTS, sizeof *people->by_surname);
}

void
person_end(struct people *people)
{
	free(people->name);
	free(people->by_given);
	free(people->by_surname);
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
is_capital(const struct scan *s, size_t at)
{
	return scan_is(s, SCAN_UPPER, at) || (scan_is(s, SCAN_HIGH, at)
	    && utf8_is_upper(s->text + at, s->len - at));
}

/* The next word from `at` on that begins with a capital, or `to`. */
static size_t
next_capital(const struct scan *s, size_t at, size_t to)
{
	uint64_t bits = ~(uint64_t)0 << at % 64;
	size_t i = at / 64, found;

	for (; i * 64 < to; i++, bits = ~(uint64_t)0) {
		bits &= s->cell[i].mask[SCAN_START]
		    & (s->cell[i].mask[SCAN_UPPER]
		        | s->cell[i].mask[SCAN_HIGH]);
		for (; bits != 0; bits &= bits - 1) {
			found = i * 64 + scan_lowest(bits);
			if (found >= to)
				return to;
			if (is_capital(s, found))
				return found;
		}
	}
	return to;
}

/* Where the run's next word would start, behind a word that ends at `end`. */
static size_t
next_in_run(const struct scan *s, size_t end, size_t to, bool short_word)
{
	if (end < to && short_word && s->text[end] == '.')
		end++;
	if (end < to && (s->text[end] == ' ' || s->text[end] == '\n'))
		end++;
	return end;
}

/* Whether a second capitalised word may follow the one at a byte. */
static bool
is_run(const struct scan *s, size_t at, size_t to)
{
	at = next_in_run(s, scan_compound_end(s, at, to), to, true);
	return at < to && scan_is(s, SCAN_START, at) && is_capital(s, at);
}

static bool
is_title(enum cue_kind kind)
{
	return kind == CUE_TITLE || kind == CUE_MISTER
	    || kind == CUE_MISTRESS;
}

/* Reads the run whose first word starts at `at`. */
static void
read_run(const struct people *people, size_t lang, const struct scan *s,
    size_t at, size_t to, struct run *run)
{
	enum cue_kind kind;
	size_t end;

	run->n = 0;
	for (;;) {
		end = scan_compound_end(s, at, to);
		at += cue_elided(people->cues, lang, scan_span(s, at, end));
		kind = cue_kind_of(people->cues, lang, scan_span(s, at, end));
		if (kind == CUE_NONE && run->n == 0)
			kind = cue_guess(people->cues, lang,
			    scan_span(s, at, end));
		run->at = end;
		if (run->n < RUN_WORDS) {
			run->start[run->n] = at;
			run->end[run->n] = end;
			run->kind[run->n] = kind;
		}
		run->n++;
		at = next_in_run(s, end, to, end - at == 1 || is_title(kind));
		if (at == end || at >= to || !scan_is(s, SCAN_START, at)
		    || !is_capital(s, at))
			return;
	}
}

/* Whether a word ends in 's; *end is then moved before that. */
static bool
cut_possessive(const struct scan *s, size_t start, size_t *end)
{
	size_t n = *end - start;
	const char *p = s->text + *end;

	if (n > 2 && memcmp(p - 2, "'s", 2) == 0)
		*end -= 2;
	else if (n > 4 && memcmp(p - 4, "\xE2\x80\x99s", 4) == 0)
		*end -= 4;
	else
		return false;
	return true;
}

/* Whether a word of this kind may be part of a name. */
static bool
is_part(enum cue_kind kind)
{
	return kind == CUE_NONE || kind == CUE_NOUN || kind == CUE_MALE
	    || kind == CUE_FEMALE || kind == CUE_STRONG
	    || kind == CUE_WEAK;
}

/*
 * The words of a run that are a name, *first..*end: what stands behind all
 * titles, organisations and small words. False if there is none.
 */
static bool
find_name(struct run *run, size_t *first, size_t *end)
{
	size_t i = run->n < RUN_WORDS ? run->n : RUN_WORDS;

	if (run->n > RUN_WORDS)
		return false;
	while (i > 0 && is_title(run->kind[i - 1]) && i == run->n && i > 2)
		i--;
	*end = i;
	while (i > 0 && is_part(run->kind[i - 1]))
		i--;
	*first = i;
	return *end - *first > 0 && *end - *first <= MOST_WORDS;
}

static struct person *
find_same(const struct people *people, uint64_t surname, struct span text)
{
	struct person *name;
	size_t number = people->by_surname[surname % SLOTS], i;

	for (i = 0; i < TRIES; i++) {
		name = name_numbered(people, number);
		if (name == NULL)
			return NULL;
		if (name->n == text.n
		    && memcmp(name->text, text.p, text.n) == 0)
			return name;
		number = name->older_surname;
	}
	return NULL;
}

static void
add(struct people *people, uint64_t given, uint64_t surname, struct span text,
    size_t n_words)
{
	size_t *by_given = &people->by_given[given % SLOTS];
	size_t *by_surname = &people->by_surname[surname % SLOTS];
	char bytes[PERSON_BYTES];
	struct person *name;
	size_t i;

	for (i = 0; i < text.n; i++)
		bytes[i] = text.p[i] == '\n' ? ' ' : text.p[i];
	text.p = bytes;
	name = find_same(people, surname, text);
	if (name != NULL) {
		name->count++;
		return;
	}
	name = &people->name[people->next % PERSON_COUNT];
	name->given = given;
	name->surname = surname;
	name->older_given = *by_given;
	name->older_surname = *by_surname;
	name->count = 1;
	name->n_words = (uint8_t)n_words;
	name->n = (uint8_t)text.n;
	memcpy(name->text, text.p, text.n);
	*by_given = *by_surname = people->next++;
}

void
person_learn(struct people *people, size_t lang, const struct scan *s,
    size_t from, size_t to)
{
	size_t at = from, first, end, stop;
	struct run run;

	while ((at = next_capital(s, at, to)) < to) {
		if (!is_run(s, at, to)) {
			at = scan_word_end(s, at, to);
			continue;
		}
		read_run(people, lang, s, at, to, &run);
		at = run.at;
		if (run.n < 2 || !find_name(&run, &first, &end)
		    || end - first < 2)
			continue;
		stop = run.end[end - 1];
		cut_possessive(s, run.start[end - 1], &stop);
		if (stop - run.start[first] > PERSON_BYTES)
			continue;
		add(people,
		    word_hash(scan_span(s, run.start[first],
		        run.end[first])),
		    word_hash(scan_span(s, run.start[end - 1], stop)),
		    scan_span(s, run.start[first], stop), end - first);
	}
}

/* What the words before a mention tell of the person. */
struct mention {
	size_t lang;
	enum cue_kind sex; /* CUE_HE, CUE_SHE, or none */
};

static bool
may_be(const struct people *people, const struct mention *m,
    const struct person *name)
{
	enum cue_kind sex;

	if (m->sex == CUE_NONE)
		return true;
	sex = cue_sex(people->cues, m->lang,
	    (struct span) { name->text, name->n });
	return sex == CUE_NONE || sex == m->sex;
}

/* The name met most often in a chain that has the word, or null. */
static const struct person *
find_best(const struct people *people, const struct mention *m, uint64_t hash,
    bool by_surname)
{
	const struct person *name, *best = NULL;
	size_t number, i;

	number = (by_surname ? people->by_surname
	                     : people->by_given)[hash % SLOTS];
	for (i = 0; i < TRIES; i++) {
		name = name_numbered(people, number);
		if (name == NULL)
			break;
		if ((by_surname ? name->surname : name->given) == hash
		    && (best == NULL || name->count > best->count)
		    && may_be(people, m, name))
			best = name;
		number = by_surname ? name->older_surname
		                    : name->older_given;
	}
	return best;
}

/* The fullest form of the name in words first..end of a run. */
static struct span
fullest(const struct people *people, const struct mention *m,
    const struct scan *s, const struct run *run, size_t first, size_t end)
{
	uint64_t surname = word_hash(scan_span(s, run->start[end - 1],
	    run->end[end - 1]));
	const struct person *name = find_best(people, m, surname, true);

	if (name == NULL && end - first == 1)
		name = find_best(people, m, surname, false);
	if (name == NULL || (end - first > 1 && (name->n_words < end - first
	    || name->given != word_hash(scan_span(s, run->start[first],
	        run->end[first])))))
		return scan_span(s, run->start[first], run->end[end - 1]);
	return (struct span) { name->text, name->n };
}

/* Where the head of a noun phrase ends: before "of Ohio", "in charge". */
static size_t
head_end(const struct people *people, size_t lang, const struct scan *s,
    size_t from, size_t to)
{
	enum cue_kind kind;
	size_t at = from, end = from;
	struct span word;

	while (scan_word(s, &at, to, &word)) {
		kind = cue_kind_of(people->cues, lang, word);
		if (end > from && (kind >= CUE_CONJUNCTION
		    && kind <= CUE_AGENT))
			break;
		end = (size_t)(word.p - s->text) + word.n;
	}
	return end;
}

struct span
person_name(const struct people *people, size_t lang, const struct scan *s,
    size_t from, size_t to)
{
	const struct span none = { NULL, 0 };
	struct mention m = { lang, CUE_NONE };
	struct span word = { NULL, 0 };
	struct run run = { .n = 0 };
	size_t at, first, end, stop;

	for (at = to; at > from; at--)
		if (s->text[at - 1] == ',') {
			from = at;
			break;
		}
	stop = head_end(people, lang, s, from, to);
	at = from;

	while ((at = next_capital(s, at, stop)) < stop) {
		read_run(people, lang, s, at, stop, &run);
		at = run.at;
	}
	if (run.n == 0 || run.at != stop || !find_name(&run, &first, &end)
	    || end != run.n)
		return none;
	if (cut_possessive(s, run.start[end - 1], &run.end[end - 1]))
		return none;
	at = from;
	scan_word(s, &at, to, &word);
	if (end - first == 1
	    && cue_is_article(cue_kind_of(people->cues, lang, word)))
		return none;
	m.sex = cue_sex(people->cues, lang, scan_span(s, from, to));
	return fullest(people, &m, s, &run, first, end);
}
