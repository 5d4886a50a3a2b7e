/* SPDX-License-Identifier: ISC */
#include "phrase.h"

static bool
is(const struct chunk *c, size_t i, size_t high, enum chunk_type type)
{
	return i < high && c[i].type == type;
}

/* Where nouns begin that are joined to the one at i: "Bell and Orr". */
static size_t
joined_start(const struct chunk *c, size_t low, size_t i)
{
	if (chunk_is_pronoun(&c[i]) || i < low + 2
	    || c[i - 1].type != CHUNK_COORDINATOR
	    || c[i - 2].type != CHUNK_NOUN)
		return i;
	return i > low + 2 && c[i - 3].type == CHUNK_VERB ? i : i - 2;
}

/* Whether "and" and a name behind i go on with the name at i. */
static bool
is_joined(const struct chunk *c, size_t i, size_t high)
{
	return is(c, i + 1, high, CHUNK_COORDINATOR)
	    && is(c, i + 2, high, CHUNK_NOUN) && c[i].upper && c[i + 2].upper
	    && !is(c, i + 3, high, CHUNK_VERB);
}

/* Whether "of the ministry" belongs to the noun at i. */
static bool
is_extended(const struct chunk *c, size_t i, size_t high)
{
	return is(c, i + 1, high, CHUNK_PREPOSITION)
	    && is(c, i + 2, high, CHUNK_NOUN) && c[i + 1].kind == CUE_LINK;
}

/* Whether a name stands in apposition behind the common noun at i. */
static bool
has_name(const struct chunk *c, size_t i, size_t high)
{
	return is(c, i + 1, high, CHUNK_COMMA)
	    && is(c, i + 2, high, CHUNK_NOUN) && c[i + 2].upper
	    && c[i + 2].end - c[i + 2].first > 1
	    && (i + 3 == high || c[i + 3].type == CHUNK_COMMA
	        || c[i + 3].type == CHUNK_STOP);
}

/* Whether "inside the tower", behind a common noun, ends before a verb. */
static bool
is_placed(const struct chunk *c, size_t i, size_t high)
{
	return is(c, i + 1, high, CHUNK_PREPOSITION)
	    && is(c, i + 2, high, CHUNK_NOUN)
	    && (i + 3 == high || is(c, i + 3, high, CHUNK_PREPOSITION));
}

/*
 * Whether a title in marks is the noun whose article stands behind the verb
 * before i: wrote the "..".
 */
static bool
has_title(const struct chunk *c, size_t i, size_t high)
{
	return is(c, i + 1, high, CHUNK_QUOTE) && i > 0
	    && c[i - 1].type == CHUNK_VERB
	    && cue_is_determiner((enum cue_kind)c[i].kind);
}

struct phrase
phrase_of(const struct chunk *c, size_t low, size_t i, size_t high,
    bool before_verb)
{
	size_t first = joined_start(c, low, i), last = i;
	bool named = (c[i].upper && c[i].kind != CUE_TITLE)
	    || chunk_is_pronoun(&c[i]);

	if (is_joined(c, last, high))
		last += 2;
	while (is_extended(c, last, high))
		last += 2;
	while (before_verb && !named && is_placed(c, last, high))
		last += 2;
	if (!named && has_name(c, last, high))
		last += 2;
	else if (!before_verb && has_title(c, i, high))
		last++;
	return (struct phrase) { c[first].first, c[last].end };
}
