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

/* Whether a noun behind verb v begins a clause that tells what is said. */
static bool
takes_clause(const struct chunk *v)
{
	return v->form != FORM_PASSIVE && chunk_is_cue(v)
	    && v->kind != CUE_WEAK && v->kind != CUE_TELL;
}

/*
 * Where the noun ends whose verb has the noun at i - 1 for its object: "voters
 * attending the rally", "a man who wants to leave Ohio"; i if there is none.
 */
static size_t
skip_object(const struct chunk *c, size_t low, size_t i)
{
	size_t v = skip_adverbs(c, low, i - 1), next;

	if (!is(c, low, v, CHUNK_VERB) || takes_clause(&c[v - 1]))
		return i;
	while (c[v - 1].form == FORM_INFINITIVE && is(c, low, v - 1, CHUNK_VERB))
		v--;
	if (c[v - 1].form == FORM_PAST && !is(c, low, v - 2, CHUNK_PREPOSITION))
		next = relative_start(c, low, v - 1);
	else
		next = skip_verb(c, low, v);
	return next > low && next < v && is(c, low, next, CHUNK_NOUN) ? next
	                                                              : i;
}

/* Where the noun at i - 1 begins, or what of the same sort is joined to it:
 * "aides to Bell and Orr". */
static size_t
skip_joined(const struct chunk *c, size_t low, size_t i)
{
	return is(c, low, i - 1, CHUNK_COORDINATOR)
	    && is(c, low, i - 2, CHUNK_NOUN) && c[i - 3].upper == c[i - 1].upper
	    ? i - 3 : i - 1;
}

/*
 * The noun that ends before i and may be a subject: it is in no preposition's
 * phrase and no verb's object. CHUNK_NONE if there is none in this segment.
 */
static size_t
left_noun(const struct chunk *c, size_t low, size_t i)
{
	size_t next, noun;

	while (i > low) {
		next = skip_adverbs(c, low, i);
		if (next == i && is(c, low, i, CHUNK_NOUN)) {
			next = skip_object(c, low, i);
			noun = skip_joined(c, low, i);
			if (next == i && !is(c, low, noun, CHUNK_PREPOSITION))
				return i - 1;
			if (next == i)
				next = noun - 1;
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

/* Whether chunks first..end are a relative clause: "for whom he worked". */
static bool
is_relative(const struct chunk *c, size_t first, size_t end)
{
	if (first < end && c[first].type == CHUNK_PREPOSITION)
		first++;
	return first < end && c[first].type == CHUNK_RELATIVE;
}

/* Whether noun is the object of a verb that reports nothing. */
static bool
is_object(const struct chunk *c, size_t low, size_t noun)
{
	return is(c, low, noun, CHUNK_VERB) && !chunk_is_cue(&c[noun - 1]);
}

/* Whether nothing but nouns joined and placed stands in first..noun. */
static bool
is_noun_only(const struct chunk *c, size_t first, size_t noun)
{
	if (c[first].type != CHUNK_NOUN)
		return false;
	for (; first < noun; first++)
		if (c[first].type == CHUNK_VERB)
			return false;
	return true;
}

/* Whether chunks first..end hold the verb of a clause of their own. */
static bool
has_verb(const struct chunk *c, size_t first, size_t end)
{
	size_t i;

	if (is_relative(c, first, end))
		return false;
	for (i = first; i < end; i++)
		if (c[i].type == CHUNK_VERB && !is_reduced(&c[i]))
			return true;
	return false;
}

/* Whether the title of a work stands before i, with what leads to it: the
 * author "of "Going Home,"", of the book", "Going Home,"". */
static bool
is_title(const struct chunk *c, size_t low, size_t i)
{
	return is(c, low, i, CHUNK_QUOTE)
	    && (is(c, low, i - 1, CHUNK_PREPOSITION)
	        || is_comma(c, low, i - 1));
}

/*
 * The noun before the comma that stands before i: the first of those in
 * apposition ("Bell, a lawyer, said"), over whatever else is between commas.
 * A place before a dash, where reports begin, is none of them.
 */
static size_t
noun_of_segments(const struct chunk *c, size_t low, size_t i)
{
	size_t best = CHUNK_NONE, noun, start;

	while (is_comma(c, low, i)
	    || (best == CHUNK_NONE && is_title(c, low, i))) {
		if (best != CHUNK_NONE && c[best].upper
		    && is(c, low, i, CHUNK_DASH))
			break;
		i -= is_comma(c, low, i) ? 1 : 2;
		start = segment_start(c, low, i);
		noun = is_relative(c, start, i) ? CHUNK_NONE
		                                : left_noun(c, start, i);
		if (noun != CHUNK_NONE && is(c, start, noun, CHUNK_CONJUNCTION))
			noun = CHUNK_NONE;
		if (noun != CHUNK_NONE && is_object(c, start, noun))
			break;
		if (noun != CHUNK_NONE)
			best = noun;
		else if (has_verb(c, start, i))
			break;
		if (noun != CHUNK_NONE && !is_noun_only(c, start, noun))
			break;
		i = start;
	}
	return best;
}

/* The name before a comma that stands before noun i, which is in apposition
 * to it, though no second comma follows: "Bell, the mayor said". */
static size_t
name_before(const struct chunk *c, size_t low, size_t i)
{
	size_t noun, start;

	if (c[i].upper || chunk_is_pronoun(&c[i])
	    || !is(c, low, i, CHUNK_COMMA))
		return i;
	start = segment_start(c, low, i - 1);
	noun = left_noun(c, start, i - 1);
	return noun == start && c[noun].upper && c[noun].kind != CUE_NOUN
	    && (noun == low || is_border(&c[noun - 1])) ? noun : i;
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
	size_t i = skip_adverbs(c, low, v), noun;

	if (is(c, low, i, CHUNK_RELATIVE))
		return clause_antecedent(c, low, i - 1);
	if (is(c, low, i, CHUNK_THAT) && is(c, low, i - 1, CHUNK_NOUN))
		return clause_antecedent(c, low, i - 1);
	if (is_comma(c, low, i))
		return noun_of_segments(c, low, i);
	noun = left_noun(c, low, i);
	if (noun == CHUNK_NONE || c[v + 1].type == CHUNK_COMMA)
		return noun;
	return name_before(c, low, noun);
}

/* Whether the clause of verb v only tells more of another one. */
static bool
is_subordinate(const struct chunk *c, size_t low, size_t v)
{
	size_t noun = c[v].subject, i = skip_adverbs(c, low, v);

	if (is(c, low, i, CHUNK_RELATIVE) || is(c, low, i, CHUNK_THAT))
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
		        && c[v].form != FORM_INFINITIVE)
		    || (wanted == MAIN && c[v].form != FORM_INFINITIVE
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

/* "Speaking in Ohio, Bell told ..": the first noun behind a comma or a
 * quotation that a verb follows. */
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

/* Whether the noun directly before a participle is whom that tells of: "Bell
 * saying", "with voters chanting", not "issued a statement saying". */
static bool
is_own_noun(const struct chunk *c, size_t low, size_t noun)
{
	if (noun == low || is_comma(c, low, noun) || is_border(&c[noun - 1])
	    || c[noun - 1].type == CHUNK_COORDINATOR)
		return true;
	return c[noun].upper || chunk_is_pronoun(&c[noun])
	    || c[noun - 1].kind == CUE_PREPOSITION;
}

/* Who a participle at v tells of: "with Bell saying", ", saying". */
static size_t
subject_of_participle(const struct chunk *c, size_t low, size_t v,
    size_t high)
{
	size_t i = skip_adverbs(c, low, v), noun;

	if (i == low)
		return noun_of_main(c, v, high);
	if (is(c, low, i, CHUNK_NOUN)) {
		for (noun = i - 1; is(c, low, noun, CHUNK_PREPOSITION)
		    && c[noun - 1].kind == CUE_LINK
		    && is(c, low, noun - 1, CHUNK_NOUN);)
			noun -= 2;
		if (is_own_noun(c, low, noun))
			return noun;
	}
	if (is(c, low, i, CHUNK_COORDINATOR))
		return subject_of_nearest(c, low, i, CUE);
	noun = subject_of_nearest(c, low, i, MAIN);
	if (noun == CHUNK_NONE && is_comma(c, low, i))
		return noun_of_segments(c, low, i);
	return noun != CHUNK_NONE ? noun : noun_of_main(c, v, high);
}

/* The subject of a finite verb. */
static size_t
subject_of_finite(const struct chunk *c, size_t low, size_t v)
{
	size_t i = skip_adverbs(c, low, v);

	if (is(c, low, i, CHUNK_COORDINATOR))
		return subject_of_nearest(c, low, i,
		    chunk_is_cue(&c[v]) ? CUE : MAIN);
	return own_subject(c, low, v);
}

/* Whether a noun at i is the subject of a verb behind it, or part of what is
 * said. */
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

/* The subject that stands behind verb v: "said Bell". None may be before it,
 * but where the verb has no other object. */
static size_t
subject_behind(const struct chunk *c, size_t low, size_t v, size_t high,
    bool second)
{
	size_t noun = clause_inverted(c, v + 1, high);
	bool first = v == low || is_border(&c[v - 1])
	    || is_comma(c, low, v) || c[v - 1].type == CHUNK_ADVERB;

	if (noun == CHUNK_NONE)
		return noun;
	if (second && (first
	    || c[segment_start(c, low, v)].type == CHUNK_PREPOSITION))
		return noun;
	return first && c[v].kind == CUE_STRONG && !has_own_verb(c, noun, high)
	    ? noun : CHUNK_NONE;
}

/* Whether a past form is that of a participle set apart: "Bell, described as
 * ..", "the vote, welcomed by ..". */
static bool
is_apart(const struct chunk *c, size_t low, size_t v, size_t high)
{
	return c[v].form == FORM_PAST && c[v].kind != CUE_STRONG
	    && is_comma(c, low, v) && v + 1 < high
	    && (c[v + 1].type == CHUNK_CONJUNCTION
	        || c[v + 1].kind == CUE_AGENT);
}

static size_t
subject_of(struct chunk *c, size_t low, size_t v, size_t high, bool second)
{
	size_t noun, behind;

	if (c[v].form == FORM_PARTICIPLE)
		return subject_of_participle(c, low, v, high);
	if (c[v].form == FORM_INFINITIVE)
		return subject_of_nearest(c, low, v, ANY);
	if (is_apart(c, low, v, high))
		c[v].form = FORM_PASSIVE;
	noun = subject_of_finite(c, low, v);
	behind = subject_behind(c, low, v, high, second);
	if (noun != CHUNK_NONE)
		behind = noun;
	c[v].behind = behind != CHUNK_NONE && behind > v;
	c[v].reduced = c[v].form == FORM_PAST && noun != CHUNK_NONE
	    && noun > low && c[noun - 1].type == CHUNK_VERB
	    && !chunk_is_cue(&c[noun - 1]);
	return behind != CHUNK_NONE ? behind : subject_of_nearest(c, low, v,
	    chunk_is_cue(&c[v]) ? CUE : MAIN);
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
