/* SPDX-License-Identifier: ISC */
#include "subject.h"

/* Whether a verb may be a participle that belongs to the noun before it. */
static bool
is_reduced(const struct chunk *v)
{
	return v->form == FORM_PAST || v->form == FORM_PARTICIPLE
	    || v->form == FORM_INFINITIVE;
}

/*
 * Where a relative clause begins whose verb is chunk v: at its pronoun, which
 * may be left out ("the danger he sees"); 0 where v is in none.
 */
static size_t
relative_start(const struct chunk *c, size_t low, size_t v)
{
	size_t i = chunk_trim(c, low, v);

	if (chunk_ends(c, low, i, CHUNK_RELATIVE))
		return i - 1;
	if (chunk_ends(c, low, i, CHUNK_THAT)
	    && chunk_ends(c, low, i - 1, CHUNK_NOUN))
		return i - 1;
	if (!chunk_ends(c, low, i, CHUNK_NOUN))
		return 0;
	if (chunk_ends(c, low, i - 1, CHUNK_RELATIVE))
		return i - 2;
	return chunk_ends(c, low, i - 1, CHUNK_NOUN) ? i - 1 : 0;
}

/*
 * Passes a verb at i - 1 that belongs to a noun before it; i where it does
 * not, so that what stands there is the verb of the clause.
 */
static size_t
skip_verb(const struct chunk *c, size_t low, size_t i)
{
	size_t start;

	if (is_reduced(&c[i - 1]) && chunk_ends(c, low, i - 1, CHUNK_NOUN))
		return i - 1;
	start = relative_start(c, low, i - 1);
	if (start <= low || !chunk_ends(c, low, start, CHUNK_NOUN))
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
	size_t v = chunk_trim(c, low, i - 1), next;

	if (!chunk_ends(c, low, v, CHUNK_VERB) || takes_clause(&c[v - 1]))
		return i;
	while (c[v - 1].form == FORM_INFINITIVE
	    && chunk_ends(c, low, v - 1, CHUNK_VERB))
		v--;
	next = skip_verb(c, low, v);
	return next > low && next < v && chunk_ends(c, low, next, CHUNK_NOUN)
	    ? next
	                                                              : i;
}

/*
 * Where the noun at i - 1 begins, or what of the same sort is joined to it:
 * "aides to Bell and Orr".
 */
static size_t
skip_joined(const struct chunk *c, size_t low, size_t i)
{
	return chunk_ends(c, low, i - 1, CHUNK_COORDINATOR)
	    && chunk_ends(c, low, i - 2, CHUNK_NOUN) && c[i - 3].upper
	    == c[i - 1].upper
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
		next = chunk_trim(c, low, i);
		if (next == i && chunk_ends(c, low, i, CHUNK_NOUN)
		    && c[i - 1].oblique) {
			next = i - 1;
		} else if (next == i
		    && chunk_ends(c, low, i, CHUNK_NOUN)) {
			next = skip_object(c, low, i);
			noun = skip_joined(c, low, i);
			if (next == i
			    && !chunk_ends(c, low, noun, CHUNK_PREPOSITION))
				return i - 1;
			if (next == i)
				next = noun - 1;
		} else if (next == i && chunk_ends(c, low, i, CHUNK_VERB)) {
			next = skip_verb(c, low, i);
		}
		if (next == i)
			return CHUNK_NONE;
		i = next;
	}
	return CHUNK_NONE;
}

size_t
subject_segment(const struct chunk *c, size_t low, size_t i)
{
	while (i > low && !chunk_ends_comma(c, low, i)
	    && !chunk_is_border(&c[i - 1]))
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
	return chunk_ends(c, low, noun, CHUNK_VERB)
	    && !chunk_is_cue(&c[noun - 1]);
}

/*
 * Whether a conjunction stands before noun, whose clause begins there: "while
 * Bell, the mayor, said"; or its own phrase: "after the vote, Bell said".
 */
static bool
is_of_clause(const struct chunk *c, size_t low, size_t noun)
{
	return chunk_ends(c, low, noun, CHUNK_CONJUNCTION);
}

/* Whether noun is the subject of a clause that another one tells. */
static bool
is_told(const struct chunk *c, size_t low, size_t noun)
{
	return chunk_ends(c, low, noun, CHUNK_THAT)
	    || chunk_ends(c, low, noun, CHUNK_RELATIVE);
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

/*
 * Whether the title of a work stands before i, with what leads to it: the
 * author "of "Going Home,"", of the book", "Going Home,"".
 */
static bool
is_title(const struct chunk *c, size_t low, size_t i)
{
	return chunk_ends(c, low, i, CHUNK_QUOTE)
	    && (chunk_ends(c, low, i - 1, CHUNK_PREPOSITION)
	        || chunk_ends_comma(c, low, i - 1));
}

/*
 * The noun before the comma that stands before i: the first of those in
 * apposition ("Bell, a lawyer, said"), over whatever else is between commas.
 * A place before a dash, where reports begin, is none of them.
 */
size_t
subject_in_segments(const struct chunk *c, size_t low, size_t i)
{
	size_t best = CHUNK_NONE, noun, start;

	while (chunk_ends_comma(c, low, i)
	    || ((best == CHUNK_NONE || !c[best].upper)
	    && is_title(c, low, i))) {
		if (best != CHUNK_NONE && c[best].upper
		    && chunk_ends(c, low, i, CHUNK_DASH))
			break;
		i -= chunk_ends_comma(c, low, i) ? 1 : 2;
		start = subject_segment(c, low, i);
		noun = is_relative(c, start, i) ? CHUNK_NONE
		                                : left_noun(c, start, i);
		if (noun != CHUNK_NONE && is_of_clause(c, start, noun))
			return best != CHUNK_NONE && (c[best].upper
			    || !c[noun].upper) ? best : noun;
		if (noun != CHUNK_NONE && is_told(c, start, noun))
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

/*
 * The name before a comma that stands before noun i, which is in apposition to
 * it, though no second comma follows: "Bell, the mayor said".
 */
static size_t
name_before(const struct chunk *c, size_t low, size_t i)
{
	size_t noun, start;

	if (c[i].upper || chunk_is_pronoun(&c[i])
	    || !chunk_ends(c, low, i, CHUNK_COMMA))
		return i;
	start = subject_segment(c, low, i - 1);
	noun = left_noun(c, start, i - 1);
	return noun == start && c[noun].upper && c[noun].kind != CUE_NOUN
	    && (noun == low || chunk_is_border(&c[noun - 1])) ? noun : i;
}

size_t
subject_antecedent(const struct chunk *c, size_t low, size_t i)
{
	size_t noun;

	bool comma = chunk_ends_comma(c, low, i);

	i = chunk_trim(c, low, i - comma);
	if (!chunk_ends(c, low, i, CHUNK_NOUN))
		return CHUNK_NONE;
	noun = i - 1;
	while (comma && !c[noun].upper
	    && chunk_ends(c, low, noun, CHUNK_PREPOSITION)
	    && c[noun - 1].kind == CUE_LINK
	    && chunk_ends(c, low, noun - 1, CHUNK_NOUN))
		noun -= 2;
	if (chunk_ends_comma(c, low, noun)
	    && chunk_ends(c, low, noun - 1, CHUNK_NOUN)
	    && c[noun - 2].upper && !c[noun].upper)
		noun -= 2;
	return noun;
}

size_t
subject_before(const struct chunk *c, size_t low, size_t v)
{
	size_t i = chunk_trim(c, low, v), noun;

	if (chunk_ends(c, low, i, CHUNK_RELATIVE))
		return subject_antecedent(c, low, i - 1);
	if (chunk_ends(c, low, i, CHUNK_THAT)
	    && chunk_ends(c, low, i - 1, CHUNK_NOUN))
		return subject_antecedent(c, low, i - 1);
	if (chunk_ends_comma(c, low, i))
		return subject_in_segments(c, low, i);
	noun = left_noun(c, low, i);
	if (noun == CHUNK_NONE || c[v + 1].type == CHUNK_COMMA)
		return noun;
	return name_before(c, low, noun);
}
