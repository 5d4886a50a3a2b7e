/* SPDX-License-Identifier: ISC */
#include "clause.h"

static bool
is(const struct chunk *c, size_t low, size_t i, enum chunk_type type)
{
	return i > low && c[i - 1].type == type;
}

/* Whether chunk i - 1 is a comma or a dash, which both set phrases apart. */
static bool
is_comma(const struct chunk *c, size_t low, size_t i)
{
	return is(c, low, i, CHUNK_COMMA) || is(c, low, i, CHUNK_DASH);
}

/* Whether no sentence and no clause goes on over this chunk. */
static bool
is_border(const struct chunk *c)
{
	return c->type == CHUNK_STOP || c->type == CHUNK_COLON
	    || c->type == CHUNK_SEMICOLON || c->type == CHUNK_QUOTE;
}

size_t
clause_low(const struct chunk *c, size_t i)
{
	size_t low = i;

	while (low > 0 && i - low < CLAUSE_REACH
	    && c[low - 1].type != CHUNK_STOP)
		low--;
	return low;
}

size_t
clause_high(const struct chunk *c, size_t i, size_t n)
{
	size_t high = i + 1;

	while (high < n && high - i < CLAUSE_REACH
	    && c[high].type != CHUNK_STOP)
		high++;
	return high;
}

/* Whether a verb may be a participle that belongs to the noun before it. */
static bool
is_reduced(const struct chunk *v)
{
	return v->form == FORM_PAST || v->form == FORM_PARTICIPLE
	    || v->form == FORM_INFINITIVE;
}

/* Passes adverbs and asides before i, and a preposition before these. */
static size_t
skip_adverbs(const struct chunk *c, size_t low, size_t i)
{
	while (is(c, low, i, CHUNK_ADVERB) || is(c, low, i, CHUNK_ASIDE)) {
		i--;
		if (is(c, low, i, CHUNK_PREPOSITION)
		    && c[i].type == CHUNK_ADVERB)
			i--;
	}
	return i;
}

/*
 * Where a relative clause begins whose verb is chunk v: at its pronoun, which
 * may be left out ("the danger he sees"); 0 where v is in none.
 */
static size_t
relative_start(const struct chunk *c, size_t low, size_t v)
{
	size_t i = skip_adverbs(c, low, v);

	if (is(c, low, i, CHUNK_RELATIVE))
		return i - 1;
	if (is(c, low, i, CHUNK_THAT) && is(c, low, i - 1, CHUNK_NOUN))
		return i - 1;
	if (!is(c, low, i, CHUNK_NOUN))
		return 0;
	if (is(c, low, i - 1, CHUNK_RELATIVE))
		return i - 2;
	return is(c, low, i - 1, CHUNK_NOUN) ? i - 1 : 0;
}

/*
 * Passes a verb at i - 1 that belongs to a noun before it; i where it does
 * not, so that what stands there is the verb of the clause.
 */
static size_t
skip_verb(const struct chunk *c, size_t low, size_t i)
{
	size_t start;

	if (is_reduced(&c[i - 1]) && is(c, low, i - 1, CHUNK_NOUN))
		return i - 1;
	start = relative_start(c, low, i - 1);
	if (start <= low || !is(c, low, start, CHUNK_NOUN))
		return i;
	return start;
}

/* Whether the noun at i - 1 is the object of a verb that belongs to another
 * noun: "voters attending the rally", "a man who left Ohio". */
static size_t
skip_object(const struct chunk *c, size_t low, size_t i)
{
	size_t v = i - 1, next;

	if (!is(c, low, v, CHUNK_VERB))
		return i;
	if (chunk_is_cue(&c[v - 1]) && c[v - 1].form != FORM_PASSIVE)
		return i;
	if (c[v - 1].form == FORM_PAST)
		next = relative_start(c, low, v - 1);
	else
		next = skip_verb(c, low, v);
	return next > low && next < v && is(c, low, next, CHUNK_NOUN) ? next
	                                                              : i;
}

/*
 * The noun that ends before i and may be a subject: it is in no preposition's
 * phrase and no verb's object. CHUNK_NONE if there is none in this segment.
 */
static size_t
left_noun(const struct chunk *c, size_t low, size_t i)
{
	size_t next;

	while (i > low) {
		next = skip_adverbs(c, low, i);
		if (next == i && is(c, low, i, CHUNK_NOUN)) {
			next = skip_object(c, low, i);
			if (next == i
			    && !is(c, low, i - 1, CHUNK_PREPOSITION))
				return i - 1;
			if (next == i)
				next = i - 2;
		} else if (next == i && is(c, low, i, CHUNK_VERB)) {
			next = skip_verb(c, low, i);
		}
		if (next == i)
			return CHUNK_NONE;
		i = next;
	}
	return CHUNK_NONE;
}

static size_t
segment_start(const struct chunk *c, size_t low, size_t i)
{
	while (i > low && !is_comma(c, low, i) && !is_border(&c[i - 1]))
		i--;
	return i;
}

/* Whether chunks first..end hold the verb of a clause of their own. */
static bool
has_verb(const struct chunk *c, size_t first, size_t end)
{
	size_t i;

	if (first < end && c[first].type == CHUNK_RELATIVE)
		return false;
	for (i = first; i < end; i++)
		if (c[i].type == CHUNK_VERB && !is_reduced(&c[i]))
			return true;
	return false;
}

/*
 * The noun before the comma that stands before i: the first of those in
 * apposition ("Bell, a lawyer, said"), over whatever else is between commas.
 */
static size_t
noun_of_segments(const struct chunk *c, size_t low, size_t i)
{
	size_t best = CHUNK_NONE, noun, start;

	while (is_comma(c, low, i)) {
		i--;
		start = segment_start(c, low, i);
		noun = start < i && c[start].type == CHUNK_RELATIVE
		    ? CHUNK_NONE : left_noun(c, start, i);
		if (noun != CHUNK_NONE)
			best = noun;
		else if (has_verb(c, start, i))
			break;
		if (noun != CHUNK_NONE && noun > start
		    && c[noun - 1].type == CHUNK_VERB)
			break;
		i = start;
	}
	return best;
}

size_t
clause_antecedent(const struct chunk *c, size_t low, size_t i)
{
	size_t noun;

	if (is_comma(c, low, i))
		i--;
	i = skip_adverbs(c, low, i);
	if (!is(c, low, i, CHUNK_NOUN))
		return CHUNK_NONE;
	noun = i - 1;
	if (is_comma(c, low, noun) && is(c, low, noun - 1, CHUNK_NOUN)
	    && c[noun - 2].upper && !c[noun].upper)
		noun -= 2;
	return noun;
}

size_t
clause_inverted(const struct chunk *c, size_t i, size_t high)
{
	while (i < high && (c[i].type == CHUNK_ADVERB
	    || c[i].type == CHUNK_ASIDE))
		i++;
	return i < high && c[i].type == CHUNK_NOUN ? i : CHUNK_NONE;
}

/* The subject of a verb that has one of its own before it. */
static size_t
own_subject(const struct chunk *c, size_t low, size_t v)
{
	size_t i = skip_adverbs(c, low, v);

	if (is(c, low, i, CHUNK_RELATIVE))
		return clause_antecedent(c, low, i - 1);
	if (is(c, low, i, CHUNK_THAT) && is(c, low, i - 1, CHUNK_NOUN))
		return clause_antecedent(c, low, i - 1);
	if (is_comma(c, low, i))
		return noun_of_segments(c, low, i);
	return left_noun(c, low, i);
}

/* The subject of the nearest verb before i; of a cue, if one has a subject
 * and `cue` is set. */
static size_t
subject_of_nearest(const struct chunk *c, size_t low, size_t i, bool cue)
{
	size_t v;

	for (v = i; v-- > low;)
		if (c[v].type == CHUNK_VERB && c[v].subject != CHUNK_NONE
		    && (!cue || chunk_is_cue(&c[v])))
			return c[v].subject;
	return cue ? subject_of_nearest(c, low, i, false) : CHUNK_NONE;
}

/* "Speaking in Ohio, Bell ..": the noun behind the next comma. */
static size_t
noun_behind_comma(const struct chunk *c, size_t i, size_t high)
{
	while (i < high && c[i].type != CHUNK_COMMA && !is_border(&c[i]))
		i++;
	return i + 1 < high && c[i].type == CHUNK_COMMA
	    ? clause_inverted(c, i + 1, high) : CHUNK_NONE;
}

/* Who a participle at v tells of: "with Bell saying", ", saying". */
static size_t
subject_of_participle(const struct chunk *c, size_t low, size_t v,
    size_t high)
{
	size_t i = skip_adverbs(c, low, v), noun = i - 1;

	if (i == low)
		return noun_behind_comma(c, v, high);
	if (is(c, low, i, CHUNK_NOUN)) {
		if (!is(c, low, noun, CHUNK_VERB)
		    && !is(c, low, noun, CHUNK_PREPOSITION))
			return noun;
		if (c[noun].upper && is(c, low, noun, CHUNK_PREPOSITION))
			return noun;
	}
	return subject_of_nearest(c, low, i,
	    is(c, low, i, CHUNK_COORDINATOR));
}

/* The subject of a finite verb. */
static size_t
subject_of_finite(const struct chunk *c, size_t low, size_t v)
{
	size_t i = skip_adverbs(c, low, v);

	if (is(c, low, i, CHUNK_COORDINATOR))
		return subject_of_nearest(c, low, i, chunk_is_cue(&c[v]));
	return own_subject(c, low, v);
}

/* Whether a verb stands where its subject may follow: no noun is before. */
static bool
may_be_inverted(const struct chunk *c, size_t low, size_t v, bool second)
{
	if (v == low || is_border(&c[v - 1]) || c[v - 1].type == CHUNK_COMMA
	    || c[v - 1].type == CHUNK_DASH || c[v - 1].type == CHUNK_ADVERB)
		return c[v].kind == CUE_STRONG || second;
	return second && c[segment_start(c, low, v)].type == CHUNK_PREPOSITION;
}

static size_t
subject_of(struct chunk *c, size_t low, size_t v, size_t high, bool second)
{
	size_t noun, behind;

	if (c[v].form == FORM_PARTICIPLE)
		return subject_of_participle(c, low, v, high);
	if (c[v].form == FORM_INFINITIVE)
		return subject_of_nearest(c, low, v, false);
	noun = subject_of_finite(c, low, v);
	if (noun != CHUNK_NONE)
		return noun;
	behind = may_be_inverted(c, low, v, second)
	    ? clause_inverted(c, v + 1, high) : CHUNK_NONE;
	c[v].behind = behind != CHUNK_NONE;
	return behind != CHUNK_NONE ? behind
	                            : subject_of_nearest(c, low, v, false);
}

void
clause_find_subjects(struct chunks *chunks, bool second)
{
	struct chunk *c = chunks->chunk;
	size_t i;

	for (i = 0; i < chunks->n; i++)
		if (c[i].type == CHUNK_VERB)
			c[i].subject = subject_of(c, clause_low(c, i), i,
			    clause_high(c, i, chunks->n), second);
}
