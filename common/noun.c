/* SPDX-License-Identifier: ISC */
#include "article.h"
#include "noun.h"
#include "romance.h"

/* Whether an article or the like at i begins a noun phrase. */
static bool
begins_noun(const struct tag_text *w, size_t i)
{
	return tag_has(w, i, TAG_DETERMINER | TAG_NOMINAL);
}

/*
 * Whether a title before i ends a noun phrase, where no adjective follows one
 * and i is no name: "de burgemeester wandelde".
 */
static bool
ends_with_title(const struct tag_text *w, size_t first, size_t i)
{
	return i > first && w->verb_second
	    && w->token[i - 1].kind == CUE_TITLE && !w->token[i].upper
	    && w->token[i].kind == CUE_NONE;
}

/* Whether what may stand in a noun phrase ends the one of `first` before i. */
static bool
begins_next(const struct tag_text *w, size_t first, size_t i)
{
	if (i > first && tag_is_determiner(w, i)
	    && !tag_is_determiner(w, i - 1))
		return true;
	return !w->english && (ends_with_title(w, first, i)
	    || romance_is_behind_name(w, i));
}

/* Whether a word that is no noun belongs to the phrase of `first`. */
static bool
is_inside(const struct tag_text *w, size_t first, size_t i)
{
	if (tag_is_verbal(w, i))
		return tag_is_modifier(w, first, i)
		    || tag_is_noun_here(w, first, i) || romance_is_noun(w, i);
	if (tag_is_kind(w, i, CUE_ADVERB))
		return i > first && tag_is_determiner(w, i - 1)
		    && begins_noun(w, i + 1);
	return tag_is_time_inside(w, first, i);
}

/* Where the phrase that began at `first` goes on behind token i; i: nowhere. */
static inline size_t
next_of(const struct tag_text *w, size_t first, size_t i)
{
	if (begins_noun(w, i))
		return i + !begins_next(w, first, i);
	if (tag_has(w, i, TAG_INSIDE))
		return i + is_inside(w, first, i);
	if (tag_has(w, i, TAG_PARTICLE))
		return article_family_name(w, i);
	return i;
}

size_t
noun_end(const struct tag_text *w, size_t first, bool follows)
{
	size_t i, next = first;

	if (tag_has(w, first, TAG_PRONOUN))
		return first + 1;
	if (tag_has(w, first, TAG_PARTICLE))
		return article_family_name(w, first);
	do {
		i = next;
		next = next_of(w, first, i);
	} while (next > i);
	if (i == first || !w->capitals)
		return i;
	if (follows && article_is_verb(w, first))
		return first;
	return article_phrase_end(w, first, i);
}
