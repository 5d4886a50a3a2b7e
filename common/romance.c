/* SPDX-License-Identifier: ISC */
#include "romance.h"

static bool
is_verb(const struct tag_text *w, size_t i)
{
	return i < w->n && (tag_is_verbal(w, i) || tag_is_auxiliary(w, i));
}

bool
romance_is_object(const struct tag_text *w, size_t i)
{
	return !w->english && !w->verb_second
	    && tag_is_kind(w, i, CUE_DETERMINER) && is_verb(w, i + 1)
	    && !w->token[i + 1].upper && !romance_is_noun(w, i + 1);
}

bool
romance_is_noun(const struct tag_text *w, size_t i)
{
	if (w->english || i == 0 || !tag_is_verbal(w, i)
	    || !tag_is_determiner(w, i - 1)
	    || (i > 1 && tag_is_determiner(w, i - 2)))
		return false;
	return is_verb(w, i + 1) || tag_is_kind(w, i + 1, CUE_LINK)
	    || tag_is_kind(w, i + 1, CUE_PARTITIVE)
	    || (i + 1 < w->n && w->token[i + 1].type == TOKEN_COMMA);
}

/* Whether "que" or the like stands before i, so that a verb follows. */
static bool
is_clause(const struct tag_text *w, size_t i)
{
	return !w->verb_second
	    && (tag_is_kind(w, i - 1, CUE_THAT)
	        || tag_is_kind(w, i - 1, CUE_RELATIVE));
}

bool
romance_is_inverted(const struct tag_text *w, size_t i)
{
	const struct token *t = &w->token[i];

	if (w->english || i == 0 || i + 1 >= w->n
	    || !tag_is_kind(w, i, CUE_NONE) || t->upper)
		return false;
	if (is_clause(w, i) && tag_is_determiner(w, i + 1))
		return true;
	if (t[-1].type != TOKEN_QUOTE
	    && !(i > 1 && t[-1].type == TOKEN_COMMA
	        && t[-2].type == TOKEN_QUOTE))
		return false;
	return tag_is_determiner(w, i + 1) || (tag_is_word(w, i + 1)
	    && ((t[1].upper && !t[1].digit) || tag_is_pronoun(w, i + 1)
	        || t[1].kind == CUE_TITLE || t[1].kind == CUE_MISTER
	        || t[1].kind == CUE_MISTRESS));
}

static bool
is_given_name(const struct tag_text *w, size_t i)
{
	return tag_is_kind(w, i, CUE_MALE) || tag_is_kind(w, i, CUE_FEMALE);
}

bool
romance_is_behind_name(const struct tag_text *w, size_t i)
{
	if (w->english || w->capitals || i == 0
	    || !tag_is_kind(w, i, CUE_NONE) || w->token[i].upper
	    || !tag_is_word(w, i - 1) || !w->token[i - 1].upper
	    || w->token[i - 1].digit)
		return false;
	if (is_given_name(w, i - 1)
	    || (i > 1 && is_given_name(w, i - 2) && w->token[i - 2].upper))
		return true;
	return w->verb_second
	    && tag_is_kind(w, i - 1, CUE_NONE)
	    && !tag_begins_sentence(w, i - 1);
}
