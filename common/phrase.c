/* SPDX-License-Identifier: ISC */
#include "phrase.h"

enum {
	ASIDE = 16 /* tokens: the longest "(R-Ohio)" behind a name */
};

static bool
is_word(const struct token *t)
{
	return t->type == TOKEN_WORD;
}

static bool
is_kind(const struct token *t, enum cue_kind kind)
{
	return t->type == TOKEN_WORD && t->kind == kind;
}

static bool
is_pronoun(const struct token *t)
{
	return is_word(t) && t->kind >= CUE_HE && t->kind <= CUE_IT;
}

/* Whether a word is a preposition of any kind. */
static bool
is_preposition(const struct token *t)
{
	return is_kind(t, CUE_LINK) || is_kind(t, CUE_PREPOSITION)
	    || is_kind(t, CUE_INFINITIVE);
}

/* Whether a word may be a noun, an adjective or a name. */
static bool
is_nominal(const struct token *t)
{
	return is_word(t) && (t->kind == CUE_NONE || t->kind >= CUE_MALE
	    || t->kind == CUE_ADJECTIVE || t->kind == CUE_NOUN
	    || t->kind == CUE_PAST
	    || ((t->kind == CUE_STRONG || t->kind == CUE_WEAK
	        || t->kind == CUE_AUX) && t->upper));
}

bool
phrase_is_cue(const struct token *t, size_t at, size_t low)
{
	const struct token *before = &t[at - 1];

	if (!is_word(&t[at])
	    || (t[at].kind != CUE_STRONG && t[at].kind != CUE_WEAK
	        && t[at].kind != CUE_MENTAL))
		return false;
	if (t[at].upper)
		return false;
	if (at == low)
		return true;
	return !is_kind(before, CUE_DETERMINER) && !is_kind(before, CUE_LINK)
	    && !(is_word(before) && before->possessive);
}

/* Where an aside in brackets begins that ends before i; i if there is none. */
static size_t
aside_start(const struct token *t, size_t low, size_t i)
{
	size_t at = i;

	if (i == low || t[i - 1].type != TOKEN_CLOSE)
		return i;
	while (at > low && i - at < ASIDE)
		if (t[--at].type == TOKEN_OPEN)
			return at;
	return i;
}

/* Passes what may stand between a subject and its verb, from right to left. */
static size_t
skip_to_subject(const struct token *t, size_t low, size_t i)
{
	size_t before = i + 1;

	while (i > low && i < before) {
		before = i;
		i = aside_start(t, low, i);
		if (i == low || !is_word(&t[i - 1]))
			continue;
		if (t[i - 1].kind == CUE_AUX || t[i - 1].kind == CUE_PASSIVE
		    || t[i - 1].kind == CUE_ADVERB) {
			i--;
		} else if (t[i - 1].kind == CUE_TIME) {
			i--;
			if (i > low && (is_kind(&t[i - 1], CUE_PREPOSITION)
			    || is_kind(&t[i - 1], CUE_DETERMINER)))
				i--;
		}
	}
	return i;
}

/* Whether no phrase and no part of one goes on over this token. */
static bool
is_border(const struct token *t)
{
	return t->type == TOKEN_QUOTE || t->type == TOKEN_STOP
	    || t->type == TOKEN_COLON || t->type == TOKEN_SEMICOLON
	    || t->type == TOKEN_OPEN || t->type == TOKEN_DASH;
}

/* Whether an "and" before t[i] joins two nouns, not two clauses. */
static bool
joins_nouns(const struct token *t, size_t low, size_t i)
{
	return i > low + 1 && is_nominal(&t[i - 2]) && t[i - 2].upper
	    && (t[i].upper || is_kind(&t[i], CUE_DETERMINER));
}

/* Whether the words before t[i] go on with the phrase that begins there. */
static bool
goes_on_before(const struct token *t, size_t low, size_t i)
{
	if (i <= low + 1)
		return false;
	if (is_kind(&t[i - 1], CUE_CONJUNCTION))
		return joins_nouns(t, low, i);
	return is_preposition(&t[i - 1]) && is_nominal(&t[i - 2]);
}

/* The phrase that ends before `end`, in low..end without a comma. */
static struct phrase
last_phrase(const struct token *t, size_t low, size_t end)
{
	size_t i = end;

	if (i > low && is_pronoun(&t[i - 1]))
		return (struct phrase) { i - 1, i };
	if (i > low && is_word(&t[i - 1]) && (t[i - 1].kind == CUE_STRONG
	    || t[i - 1].kind == CUE_WEAK))
		i--;
	while (i > low) {
		if (is_nominal(&t[i - 1]))
			i--;
		else if (i < end && goes_on_before(t, low, i))
			i--;
		else if (!is_kind(&t[i - 1], CUE_DETERMINER))
			break;
		else if (--i == end - 1 || !goes_on_before(t, low, i))
			break;
	}
	while (i < end && (is_preposition(&t[i]) || is_kind(&t[i], CUE_TIME)))
		i++;
	return (struct phrase) { i, end };
}

/* Whether a word in first..end does not begin with a digit. */
static bool
is_nameable(const struct token *t, size_t first, size_t end)
{
	while (first < end && !(is_word(&t[first]) && !t[first].digit))
		first++;
	return first < end;
}

/* Whether a segment between commas only leads in: "On Monday", "Speaking". */
static bool
leads_in(const struct token *t, size_t first, size_t end)
{
	const struct token *head = &t[first];

	if (first == end || !is_word(head) || !is_nameable(t, first, end))
		return true;
	return is_preposition(head) || head->kind == CUE_PARTICIPLE
	    || head->kind == CUE_STRONG || head->kind == CUE_WEAK
	    || head->kind == CUE_CONJUNCTION || head->kind == CUE_ADVERB
	    || head->kind == CUE_TIME || head->kind == CUE_SOURCE;
}

static size_t
segment_end(const struct token *t, size_t first, size_t end)
{
	while (first < end && t[first].type != TOKEN_COMMA)
		first++;
	return first;
}

static size_t
segment_start(const struct token *t, size_t low, size_t end)
{
	size_t aside;

	while (end > low && t[end - 1].type != TOKEN_COMMA
	    && !is_border(&t[end - 1])) {
		aside = aside_start(t, low, end);
		end = aside < end ? aside : end - 1;
	}
	return end;
}

/*
 * Where a phrase ends that a name follows in apposition: "its secretary, Lea
 * Winter, said".
 */
static size_t
with_name(const struct token *t, struct phrase p, size_t end)
{
	size_t i = p.end + 1;

	if (p.end >= end || t[p.end].type != TOKEN_COMMA)
		return p.end;
	while (i < end && is_nominal(&t[i]) && t[i].upper && !t[i].digit)
		i++;
	return i > p.end + 2 && (i == end || t[i].type == TOKEN_COMMA)
	    ? i : p.end;
}

/* Whether a finite verb stands in first..end. */
static bool
has_verb(const struct token *t, size_t first, size_t end)
{
	size_t i;

	for (i = first; i < end; i++)
		if (phrase_is_cue(t, i, first)
		    || (!t[i].upper && (is_kind(&t[i], CUE_AUX)
		        || is_kind(&t[i], CUE_PASSIVE))))
			return true;
	return false;
}

/*
 * The noun of "Noun, in apposition, said", where the last comma stands before
 * `end`: what stands before the apposition, or before further ones ("Ann Bell,
 * 40, of Hale, Pa., said").
 */
static struct phrase
phrase_of_segments(const struct token *t, size_t low, size_t end)
{
	size_t to = end - 1, first = segment_start(t, low, to);
	struct phrase p;

	while (first > low && t[first - 1].type == TOKEN_COMMA) {
		to = first - 1;
		first = segment_start(t, low, to);
		if (leads_in(t, first, to)
		    || is_kind(&t[first], CUE_RELATIVE))
			continue;
		if (has_verb(t, first, to))
			break;
		p = last_phrase(t, first, aside_start(t, first, to));
		if (phrase_is_empty(p))
			continue;
		if (!t[p.end - 1].upper)
			p.end = with_name(t, p, end - 1);
		return p;
	}
	return (struct phrase) { end, end };
}

/* The noun that a relative clause belongs to, which ends before `end`. */
static struct phrase
phrase_before_relative(const struct token *t, size_t low, size_t end)
{
	struct phrase p = last_phrase(t, segment_start(t, low, end), end);
	size_t i;

	for (i = p.end; i > p.first; i--)
		if (is_kind(&t[i - 1], CUE_PREPOSITION)
		    || is_kind(&t[i - 1], CUE_INFINITIVE)) {
			p.first = i;
			break;
		}
	return p;
}

struct phrase
phrase_before(const struct token *t, size_t low, size_t verb)
{
	size_t i = skip_to_subject(t, low, verb);

	if (i > low && is_kind(&t[i - 1], CUE_RELATIVE)) {
		i--;
		if (i > low && t[i - 1].type == TOKEN_COMMA)
			i--;
		return phrase_before_relative(t, low, i);
	}
	if (i > low && t[i - 1].type == TOKEN_COMMA)
		return phrase_of_segments(t, low, i);
	return last_phrase(t, segment_start(t, low, i), i);
}

bool
phrase_leads_in(const struct token *t, size_t low, size_t verb)
{
	size_t first = segment_start(t, low, verb);

	return first < verb && leads_in(t, first, verb);
}

struct phrase
phrase_after(const struct token *t, size_t first, size_t high)
{
	struct phrase p;
	size_t i;

	while (first < high && (is_kind(&t[first], CUE_ADVERB)
	    || is_kind(&t[first], CUE_AUX)))
		first++;
	if (first < high && is_pronoun(&t[first]))
		return (struct phrase) { first, first + 1 };
	for (i = first; i < high; i++) {
		if (is_nominal(&t[i]))
			continue;
		if (is_kind(&t[i], CUE_DETERMINER)
		    && (i == first || is_kind(&t[i - 1], CUE_LINK)
		        || is_kind(&t[i - 1], CUE_CONJUNCTION)))
			continue;
		if (i > first && is_kind(&t[i], CUE_LINK))
			continue;
		if (i > first && i + 1 < high
		    && is_kind(&t[i], CUE_CONJUNCTION)
		    && joins_nouns(t, first, i + 1))
			continue;
		break;
	}
	while (i > first && !is_nominal(&t[i - 1]))
		i--;
	p = (struct phrase) { first, i };
	if (first < i && is_kind(&t[first], CUE_DETERMINER))
		p.end = with_name(t, p, high);
	return p;
}

/*
 * Cuts the verb off a subject that runs into one no list knows: small words
 * behind a name are no part of it ("Smith hammered .."), and no noun stands
 * before an article ("the senator hit the ..").
 */
static size_t
cut_verb(const struct token *t, struct phrase p, size_t high)
{
	size_t i = p.first, end = p.end;

	if (!is_kind(&t[i], CUE_DETERMINER) && t[i].upper) {
		while (i + 1 < end && t[i + 1].upper)
			i++;
		return t[i].possessive ? end : i + 1;
	}
	for (i++; i + 1 < end; i++)
		if (is_kind(&t[i + 1], CUE_PAST))
			return i + 1;
	i = p.first;
	if (end - i > 2 && end < high && !t[end - 1].upper
	    && (is_kind(&t[end], CUE_DETERMINER)
	        || is_kind(&t[end], CUE_INFINITIVE)))
		return end - 1;
	return end;
}

struct phrase
phrase_first(const struct token *t, size_t low, size_t high)
{
	struct phrase p;
	size_t to;

	for (; low < high; low = to + 1) {
		to = segment_end(t, low, high);
		if (leads_in(t, low, to) && to < high)
			continue;
		p = phrase_after(t, low, to);
		if (phrase_is_empty(p))
			continue;
		p.end = cut_verb(t, p, to);
		return p;
	}
	return (struct phrase) { high, high };
}
