/* SPDX-License-Identifier: ISC */
#include "block.h"
#include "capital.h"
#include "person_find.h"
#include "tables.h"

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
	enum cue_kind own = sex == CUE_NONE ? CUE_NONE : person_sex_of(p);

	return own == CUE_NONE || sex == own;
}

/* Names in a chain that have a word. */
struct found {
	const struct person *p[PERSON_TRIES];
	size_t number[PERSON_TRIES];
	size_t n;
};

/* Who is looked for, and who may be that. */
struct search {
	uint32_t given;
	const struct name *name;
	enum title title;
	enum cue_kind sex;
	struct found same; /* with the word as the surname, or alone */
	size_t alone;      /* one of these, of whom no more is known; or n */
	bool formal;       /* it was met as a surname: behind "Captain" */
};

static void
collect(const struct people *people, uint32_t surname, struct found *f)
{
	size_t number = people->by_surname[surname % PERSON_SLOTS], i;

	f->n = 0;
	for (i = 0; i < PERSON_TRIES && number >= people->oldest; i++) {
		f->p[f->n] = &people->name[number % PERSON_COUNT];
		f->number[f->n] = number;
		number = f->p[f->n]->older_surname;
		f->n += f->p[f->n]->surname == surname;
	}
}

/* Whether two given names may be one person's: "J." and "John". */
static bool
is_given_of(const struct search *s, const struct person *p)
{
	return p->given == s->given
	    || ((p->initial || s->name->given.n == 1)
	        && p->first == s->name->given.p[0]);
}

/* Whether a name was met with no title that a person so called can't have. */
static bool
suits_title(const struct search *s, const struct person *p)
{
	unsigned married = 1 << TITLE_MISTRESS, not = 1 << TITLE_MISS;

	if (s->title == TITLE_MISS)
		return (p->titles & married) == 0 || (p->titles & not) != 0;
	return s->title != TITLE_MISTRESS || (p->titles & not) == 0
	    || (p->titles & married) != 0;
}

/*
 * Whether a name that is a surname here is not a mere given name behind some
 * word: "Make Ann", met once.
 */
static bool
is_surname_of(const struct search *s, const struct person *p)
{
	return !name_is_given(s->name) || s->name->n_words > 1
	    || p->given_known || p->inside || s->alone == s->same.n
	    || s->same.p[s->alone]->count < OFTEN * p->count;
}

/* Whether a full name in the table may be that of somebody called so. */
static bool
is_bearer(const struct search *s, const struct person *p)
{
	return p->n_words > 1 && !p->organisation && may_be(s->sex, p)
	    && (p->suffix || !s->name->has_suffix)
	    && (s->name->n_words == 1 || is_given_of(s, p))
	    && suits_title(s, p) && is_surname_of(s, p);
}

/* Whether a is a better answer than b: fuller, or more common. */
static bool
is_better(const struct search *s, const struct person *a,
    const struct person *b)
{
	if (a->suffix != b->suffix)
		return a->suffix == s->name->has_suffix;
	if (s->name->n_words == 1 && a->given != b->given)
		return a->count > b->count;
	if (a->initial != b->initial)
		return b->initial;
	return a->n_words != b->n_words ? a->n_words > b->n_words
	                                : a->n > b->n;
}

/*
 * Finds the person of whom no more than this word is known, "Mr. Bell", "Bell",
 * and whether it was met as a surname.
 */
static void
find_alone(struct search *s)
{
	const struct found *f = &s->same;
	const struct person *p;
	size_t i;

	s->alone = f->n;
	s->formal = false;
	for (i = 0; i < f->n; i++) {
		p = f->p[i];
		if (p->n_words > 1)
			continue;
		s->formal |= p->formal;
		if (may_be(s->sex, p) && (s->title == TITLE_NONE
		        || (p->titles & 1 << s->title) != 0)
		    && (s->alone == f->n || is_better(s, p, f->p[s->alone])))
			s->alone = i;
	}
}

/*
 * The person who bears the surname; f->n if there is none. A "Miss" or "Mr."
 * of whom there are several is none of them for sure.
 */
static size_t
find_bearer(const struct search *s)
{
	const struct found *f = &s->same;
	size_t i, best = f->n, others = 0;

	for (i = 0; i < f->n; i++) {
		if (!is_bearer(s, f->p[i]))
			continue;
		if (best < f->n && f->p[i]->given != f->p[best]->given)
			others += f->p[i]->count < f->p[best]->count
			    ? f->p[i]->count : f->p[best]->count;
		if (best == f->n || is_better(s, f->p[i], f->p[best]))
			best = i;
	}
	if (s->title != TITLE_NONE && s->name->n_words == 1 && others > 0
	    && (s->title == TITLE_MISS || f->p[best]->count <= CLEAR * others))
		return f->n;
	return best;
}

/* Whether somebody is known by a surname, not only by one full name. */
static bool
is_family(const struct people *people, const struct person *one)
{
	struct found f;
	size_t i;

	collect(people, one->surname, &f);
	for (i = 0; i < f.n; i++)
		if (f.p[i]->n_words > 1 ? f.p[i]->given_known
		        && f.p[i]->given != one->given
		    : f.p[i]->title_bytes > 0)
			return true;
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
	if (s->alone == s->same.n || s->same.p[s->alone]->count < OFTEN)
		return true;
	return p->form == s->same.p[s->alone]->form
	    && (p->count >= OFTEN || is_family(people, p));
}

/* The person called so by a given name alone, if he is met more than least. */
static size_t
find_given(const struct people *people, const struct search *s, size_t least)
{
	size_t number = people->by_given[s->given % PERSON_SLOTS];
	const struct person *p;
	size_t i, best = 0;

	for (i = 0; i < PERSON_TRIES && number >= people->oldest;
	    i++, number = p->older_given) {
		p = &people->name[number % PERSON_COUNT];
		if (p->given == s->given && p->n_words > 1 && p->count > least
		    && !p->organisation && may_be(s->sex, p)
		    && is_plausible(people, s, p)) {
			least = p->count;
			best = number;
		}
	}
	return best;
}

size_t
person_find(const struct people *people, const struct name *name)
{
	size_t bearer, given;
	struct search s;

	s.name = name;
	s.title = person_title(people, name);
	collect(people, (uint32_t)name->surname_hash, &s.same);
	s.given = (uint32_t)nickname_full(&nicknames_table,
	    name->given_hash);
	s.sex = title_sex(s.title);
	find_alone(&s);
	bearer = find_bearer(&s);
	if (name->n_words == 1 && !s.formal
	    && (name->title.n == 0 || person_is_familiar(people, name))) {
		given = find_given(people, &s, bearer < s.same.n
		    ? s.same.p[bearer]->count : 0);
		if (given != 0)
			return given;
	}
	if (bearer == s.same.n && name->n_words == 1)
		bearer = s.alone;
	return bearer < s.same.n ? s.same.number[bearer] : 0;
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
		if (end > from && kind >= CUE_CONJUNCTION
		    && kind <= CUE_AGENT)
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
	return cue_is_determiner(cue_kind_of(t->cues, t->lang, word));
}

/* Whom a capitalised word names that is more often another: "Young". */
static size_t
bearer_of_word(const struct people *people, const struct name_text *t,
    size_t from, size_t end)
{
	struct name name;
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

/*
 * Whether a word may have its capital only because it begins a sentence, and
 * is a plural: "Voters said". English, whose plurals end in -s.
 */
static bool
may_be_many(const struct name_text *t, const struct name *name)
{
	const char *p = t->scan->text;
	size_t at = name->start;

	if (t->lang != t->cues->english || name->n_words > 1
	    || p[name->end - 1] != 's')
		return false;
	while (at > 0 && p[at - 1] == ' ')
		at--;
	return at == 0 || p[at - 1] == '.' || p[at - 1] == '!'
	    || p[at - 1] == '?' || p[at - 1] == '\n';
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
	if (number == 0 && may_be_many(t, &name))
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
		while (at < end && block_is_space(t->scan->text[at]))
			at++;
		if (at == from || (at < end && scan_is(t->scan, SCAN_START,
		    at) && capital_is(t->scan, at)))
			number = name_in(people, t, at, end, at > from);
		at = end + 1;
	}
	return number;
}
