/* SPDX-License-Identifier: ISC */
#include "capital.h"
#include "person_find.h"

enum {
	CLEAR = 2, /* so many times more common is clear */
	OFTEN = 10 /* times met: a person of some weight */
};

static enum cue_kind
title_sex(enum title title)
{
	return title == TITLE_NONE ? CUE_NONE
	    : title == TITLE_MISTER ? CUE_HE : CUE_SHE;
}

static bool
may_be(enum cue_kind sex, const struct person *p)
{
	enum cue_kind own = person_sex_of(p);

	return sex == CUE_NONE || own == CUE_NONE || sex == own;
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
	size_t number = people->by_surname[s->surname % PERSON_SLOTS], best = 0, i;
	const struct person *p, *chosen = NULL;

	for (i = 0; i < PERSON_TRIES; i++, number = p->older_surname) {
		p = person_at(people, number);
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

	if (!name_is_given(s->name) || s->name->n_words > 1 || p->given_known
	    || p->inside)
		return true;
	alone = find_single(people, s);
	return alone == 0
	    || person_at(people, alone)->count < OFTEN * p->count;
}

/*
 * The person who bears the surname. A "Miss" or "Mr." of whom there are
 * several is none of them for sure.
 */
static size_t
find_bearer(const struct people *people, const struct search *s)
{
	size_t number = people->by_surname[s->surname % PERSON_SLOTS], best = 0, i;
	const struct person *p, *chosen = NULL;
	size_t others = 0;

	for (i = 0; i < PERSON_TRIES; i++, number = p->older_surname) {
		p = person_at(people, number);
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
	size_t number = people->by_surname[one->surname % PERSON_SLOTS], i;
	const struct person *p;

	for (i = 0; i < PERSON_TRIES; i++, number = p->older_surname) {
		p = person_at(people, number);
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
	size_t number = people->by_surname[s->surname % PERSON_SLOTS], i;
	const struct person *p;

	for (i = 0; i < PERSON_TRIES; i++, number = p->older_surname) {
		p = person_at(people, number);
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

	if (alone == 0 || person_at(people, alone)->count < OFTEN)
		return true;
	return p->form == s->surname
	    && (p->count >= OFTEN || is_family(people, p));
}

/* The person called so by a given name alone. */
static size_t
find_given(const struct people *people, const struct search *s)
{
	size_t number = people->by_given[s->given % PERSON_SLOTS], best = 0, i;
	const struct person *p, *chosen = NULL;

	for (i = 0; i < PERSON_TRIES; i++, number = p->older_given) {
		p = person_at(people, number);
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
	const struct person *a = person_at(people, surname);
	const struct person *b = person_at(people, given);

	if (a == NULL || b == NULL)
		return a == NULL ? given : surname;
	return b->count > a->count ? given : surname;
}

size_t
person_find(const struct people *people, const struct name *name)
{
	struct search s = { .name = name, .title = person_title(people, name) };
	size_t number;

	s.surname = name->surname_hash;
	s.given = nickname_full(&people->nicknames, name->given_hash);
	s.sex = title_sex(s.title);
	number = find_bearer(people, &s);
	if (name->n_words > 1)
		return number;
	if ((name->title.n == 0 || person_is_familiar(people, name)) && !is_formal(people, &s))
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
	while ((at = capital_next(t->scan, at, to)) < to)
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
	    || !capital_is(t->scan, from)
	    || scan_compound_end(t->scan, from, end) != end)
		return 0;
	name_of_word(t, from, end, &name);
	number = name.is_possessive ? 0 : person_find(people, &name);
	return number != 0 && person_at(people, number)->n_words > 1
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
	    && (number == 0 || person_at(people, number)->n_words < 2
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
		    at) && capital_is(t->scan, at)))
			number = name_in(people, t, at, end, at > from);
		at = end + 1;
	}
	return number;
}
