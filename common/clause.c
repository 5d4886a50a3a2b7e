/* SPDX-License-Identifier: ISC */
#include "clause.h"
#include "subject.h"

size_t
clause_low(const struct chunk *c, size_t i)
{
	const struct chunk *low = c + i;
	const struct chunk *least = i > CLAUSE_REACH ? low - CLAUSE_REACH : c;

	while (low > least && low[-1].type != CHUNK_STOP)
		low--;
	return (size_t)(low - c);
}

size_t
clause_high(const struct chunk *c, size_t i, size_t n)
{
	const struct chunk *high = c + i + 1;
	const struct chunk *most = n - i > CLAUSE_REACH
	    ? c + i + CLAUSE_REACH : c + n;

	while (high < most && high->type != CHUNK_STOP)
		high++;
	return (size_t)(high - c);
}

size_t
clause_inverted(const struct chunk *c, size_t i, size_t high)
{
	while (i < high && (c[i].type == CHUNK_ADVERB
	    || c[i].type == CHUNK_ASIDE
	    || (c[i].type == CHUNK_NOUN && c[i].oblique)))
		i++;
	return i < high && c[i].type == CHUNK_NOUN ? i : CHUNK_NONE;
}

/* Whether the clause of verb v only tells more of another one. */
static bool
is_subordinate(const struct chunk *c, size_t low, size_t v)
{
	size_t noun = c[v].subject, i = chunk_trim(c, low, v);

	if (chunk_ends(c, low, i, CHUNK_RELATIVE)
	    || chunk_ends(c, low, i, CHUNK_THAT))
		return true;
	if (noun == low || noun > v)
		return false;
	return c[noun - 1].type == CHUNK_CONJUNCTION
	    || c[noun - 1].type == CHUNK_THAT
	    || c[noun - 1].type == CHUNK_RELATIVE
	    || chunk_is_cue(&c[noun - 1]);
}

enum wanted { ANY, CUE, MAIN };

/*
 * The subject of the nearest verb before i that has one: of any, of a cue, of
 * the verb of a main clause; if there is none such, of any.
 */
static size_t
subject_of_nearest(const struct chunk *c, size_t low, size_t i,
    enum wanted wanted)
{
	size_t v, noun = CHUNK_NONE;

	for (v = i; v-- > low;) {
		if (c[v].type != CHUNK_VERB || c[v].subject == CHUNK_NONE)
			continue;
		if (noun == CHUNK_NONE)
			noun = c[v].subject;
		if (wanted == ANY || (wanted == CUE && chunk_is_cue(&c[v])
		        && !c[v].reduced && c[v].form != FORM_INFINITIVE)
		    || (wanted == MAIN && c[v].form < FORM_INFINITIVE
		        && !c[v].reduced && !is_subordinate(c, low, v)))
			return c[v].subject;
	}
	return noun;
}

size_t
clause_main(const struct chunk *c, size_t low, size_t i)
{
	return subject_of_nearest(c, low, i, MAIN);
}

/*
 * "Speaking in Ohio, Bell told ..": the first noun behind a comma or a
 * quotation that a verb follows.
 */
static size_t
noun_of_main(const struct chunk *c, size_t i, size_t high)
{
	for (i++; i + 1 < high; i++)
		if (c[i].type == CHUNK_NOUN && c[i + 1].type == CHUNK_VERB
		    && (c[i - 1].type == CHUNK_COMMA
		        || c[i - 1].type == CHUNK_QUOTE))
			return i;
	return CHUNK_NONE;
}

/*
 * Whether the noun directly before a participle is whom that tells of: "Bell
 * saying", "with voters chanting", not "issued a statement saying".
 */
static bool
is_own_noun(const struct chunk *c, size_t low, size_t noun)
{
	if (noun == low || chunk_ends_comma(c, low, noun)
	    || chunk_is_border(&c[noun - 1])
	    || c[noun - 1].type == CHUNK_COORDINATOR)
		return true;
	if (c[noun - 1].type == CHUNK_PREPOSITION
	    && c[noun - 1].kind != CUE_LINK)
		return noun - 1 == low || chunk_ends_comma(c, low, noun - 1)
		    || chunk_is_border(&c[noun - 2])
		    || c[noun - 2].type == CHUNK_COORDINATOR;
	return c[noun].upper || chunk_is_pronoun(&c[noun]);
}

/* Who a participle at v tells of: "with Bell saying", ", saying". */
static size_t
subject_of_participle(const struct chunk *c, size_t low, size_t v,
    size_t high)
{
	size_t i = chunk_trim(c, low, v), noun;

	if (i == low)
		return noun_of_main(c, v, high);
	if (chunk_ends(c, low, i, CHUNK_NOUN)) {
		for (noun = i - 1; chunk_ends(c, low, noun, CHUNK_PREPOSITION)
		    && c[noun - 1].kind == CUE_LINK
		    && chunk_ends(c, low, noun - 1, CHUNK_NOUN);)
			noun -= 2;
		if (is_own_noun(c, low, noun))
			return noun;
	}
	if (chunk_ends(c, low, i, CHUNK_COORDINATOR))
		return subject_of_nearest(c, low, i, CUE);
	noun = subject_of_nearest(c, low, i, MAIN);
	if (noun == CHUNK_NONE && chunk_ends_comma(c, low, i))
		return subject_in_segments(c, low, i);
	return noun != CHUNK_NONE ? noun : noun_of_main(c, v, high);
}

/* The subject of a finite verb. */
static size_t
subject_of_finite(const struct chunk *c, size_t low, size_t v)
{
	size_t i = chunk_trim(c, low, v);

	if (chunk_ends(c, low, i, CHUNK_COORDINATOR))
		return subject_of_nearest(c, low, i,
		    chunk_is_cue(&c[v]) ? CUE : MAIN);
	return subject_before(c, low, v);
}

/*
 * Whether a noun at i is the subject of a verb behind it, or part of what is
 * said.
 */
static bool
has_own_verb(const struct chunk *c, size_t i, size_t high)
{
	for (i++; i + 1 < high && c[i].type == CHUNK_PREPOSITION
	    && c[i + 1].type == CHUNK_NOUN;)
		i += 2;
	while (i < high && (c[i].type == CHUNK_ADVERB
	    || c[i].type == CHUNK_ASIDE))
		i++;
	return i < high && (c[i].type == CHUNK_QUOTE
	    || (c[i].type == CHUNK_VERB && c[i].form <= FORM_PASSIVE));
}

/*
 * The subject that stands behind verb v: "said Bell". None may be before it,
 * but where the verb has no other object.
 */
static size_t
subject_behind(const struct chunk *c, size_t low, size_t v, size_t high,
    bool second)
{
	size_t noun = clause_inverted(c, v + 1, high);
	bool first = v == low || chunk_is_border(&c[v - 1])
	    || chunk_ends_comma(c, low, v) || c[v - 1].type == CHUNK_ADVERB
	    || c[v - 1].kind == CUE_AS;

	if (noun == CHUNK_NONE)
		return noun;
	if (second && (first
	    || c[subject_segment(c, low, v)].type == CHUNK_PREPOSITION))
		return noun;
	return first && c[v].kind == CUE_STRONG && !has_own_verb(c, noun, high)
	    ? noun : CHUNK_NONE;
}

/*
 * Whether a past form is that of a participle set apart: "Bell, described as
 * ..", "the vote, welcomed by ..".
 */
static bool
is_apart(const struct chunk *c, size_t low, size_t v, size_t high)
{
	return c[v].form == FORM_PAST && c[v].kind != CUE_STRONG
	    && chunk_ends_comma(c, low, v) && v + 1 < high
	    && (c[v + 1].type == CHUNK_CONJUNCTION
	        || c[v + 1].kind == CUE_AGENT);
}

/*
 * Whether a clause with a verb of its own stands before the comma at v - 1, so
 * that verb v begins the main one, in a language where it stands second.
 */
static bool
is_behind_clause(const struct chunk *c, size_t low, size_t v)
{
	size_t i, start;

	if (!chunk_ends_comma(c, low, v)
	    || !cue_is_saying((enum cue_kind)c[v].kind))
		return false;
	for (i = v - 1; i > low; i = start) {
		for (start = i - 1; start > low
		    && c[start - 1].type != CHUNK_COMMA;)
			start--;
		if (c[start].type == CHUNK_RELATIVE
		    || (c[start].type == CHUNK_PREPOSITION
		        && c[start + 1].type == CHUNK_RELATIVE))
			continue;
		while (--i > start)
			if (c[i].type == CHUNK_VERB
			    || c[i].type == CHUNK_QUOTE)
				return true;
	}
	return false;
}

/*
 * Marks what stands between a verb and its subject as no verb of theirs: "the
 * difference compared with May is".
 */
static void
reduce_between(struct chunk *c, size_t noun, size_t v)
{
	size_t i;

	if (noun == CHUNK_NONE)
		return;
	for (i = v; i-- > noun && c[i].type <= CHUNK_PREPOSITION;)
		if (c[i].type == CHUNK_VERB && c[i].form == FORM_PAST
		    && c[i].subject == noun)
			c[i].reduced = true;
}

/* The subject of verb v: noun, which stands before it, or one behind. */
static size_t
choose(const struct chunk *c, size_t low, size_t v, size_t high, bool second,
    size_t noun)
{
	size_t behind;

	if (noun != CHUNK_NONE && !second)
		return noun;
	behind = subject_behind(c, low, v, high, second);
	if (noun != CHUNK_NONE)
		return behind != CHUNK_NONE && is_behind_clause(c, low, v)
		    ? behind : noun;
	if (second && behind == CHUNK_NONE
	    && !chunk_ends(c, low, v, CHUNK_COORDINATOR))
		return clause_inverted(c, v + 1, high);
	return behind;
}

static size_t
subject_of(struct chunk *c, size_t low, size_t v, size_t high, bool second)
{
	size_t noun, own;

	if (c[v].form == FORM_PARTICIPLE)
		return subject_of_participle(c, low, v, high);
	if (c[v].form == FORM_INFINITIVE)
		return subject_of_nearest(c, low, v, ANY);
	if (is_apart(c, low, v, high))
		c[v].form = FORM_PASSIVE;
	noun = subject_of_finite(c, low, v);
	reduce_between(c, noun, v);
	own = choose(c, low, v, high, second, noun);
	c[v].behind = own != CHUNK_NONE && own > v;
	c[v].reduced = c[v].form == FORM_PAST && noun != CHUNK_NONE
	    && noun > low && c[noun - 1].type == CHUNK_VERB
	    && !chunk_is_cue(&c[noun - 1]);
	return own != CHUNK_NONE ? own : subject_of_nearest(c, low, v,
	    chunk_is_cue(&c[v]) ? CUE : MAIN);
}

/* Finds that of verb v, in the sentence of chunks start..stop. */
static void
find_subject(struct chunk *c, size_t start, size_t v, size_t stop, bool second)
{
	size_t low = v - start > CLAUSE_REACH ? v - CLAUSE_REACH : start;
	size_t high = stop - v > CLAUSE_REACH ? v + CLAUSE_REACH : stop;

	c[v].subject = (uint32_t)subject_of(c, low, v, high, second);
}

void
clause_find_subjects(struct chunks *chunks, bool second)
{
	size_t start = 0, i, v = 0, stop;

	for (i = 0; i < chunks->n_stops; i++, start = stop + 1) {
		stop = chunks->stop[i];
		for (; v < chunks->n_verbs && chunks->verb[v] < stop; v++)
			find_subject(chunks->chunk, start, chunks->verb[v],
			    stop, second);
	}
}
