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

/* Whether what may be a verb belongs to the phrase that began at `first`. */
static bool
is_verb_inside(const struct tag_text *w, size_t first, size_t i)
{
	return tag_is_verbal(w, i) && (tag_is_modifier(w, first, i)
	    || tag_is_noun_here(w, first, i) || romance_is_noun(w, i));
}

/* Whether the phrase that began at `first` goes on with the word at i. */
static bool
goes_on(const struct tag_text *w, size_t first, size_t i)
{
	if (i > first && tag_is_determiner(w, i)
	    && !tag_is_determiner(w, i - 1))
		return false;
	if (!w->english && (ends_with_title(w, first, i)
	    || romance_is_behind_name(w, i)))
		return false;
	if (begins_noun(w, i) || tag_is_time_inside(w, first, i)
	    || is_verb_inside(w, first, i))
		return true;
	return tag_is_kind(w, i, CUE_ADVERB) && i > first
	    && tag_is_determiner(w, i - 1) && begins_noun(w, i + 1);
}

size_t
noun_end(const struct tag_text *w, size_t first, bool follows)
{
	size_t i = first, name;

	if (tag_has(w, first, TAG_PRONOUN))
		return first + 1;
	if (tag_has(w, first, TAG_PARTICLE)) {
		i = article_family_name(w, first);
		if (i > first)
			return i;
	}
	while (tag_is_word(w, i)) {
		name = i > first && tag_has(w, i, TAG_PARTICLE)
		    ? article_family_name(w, i) : i;
		if (name == i && !goes_on(w, first, i))
			break;
		i = name > i ? name : i + 1;
	}
	if (i == first || !w->capitals)
		return i;
	if (follows && article_is_verb(w, first))
		return first;
	return article_phrase_end(w, first, i);
}
