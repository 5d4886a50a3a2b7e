/* SPDX-License-Identifier: ISC */
#include "article.h"
#include "utf8.h"

enum {
	REACH = 60 /* tokens of a relative clause */
};

static bool
ends_in(const struct tag_text *w, size_t i, const char *ending)
{
	struct span word = tag_word(w, i), end = span_of(ending);

	return word.n > end.n
	    && memcmp(word.p + word.n - end.n, end.p, end.n) == 0;
}

bool
article_is_oblique(const struct tag_text *w, size_t i)
{
	if (tag_is_kind(w, i, CUE_OBLIQUE))
		return true;
	return w->capitals
	    && tag_is_kind(w, i, CUE_PARTITIVE) && tag_is_word(w, i + 2)
	    && !w->token[i + 1].upper && w->token[i + 2].upper
	    && ends_in(w, i + 1, "en");
}

/* Whether a clause may end with the word at i: a verb. */
static bool
is_last(const struct tag_text *w, size_t i)
{
	const struct token *t = &w->token[i];

	if (t->upper && w->capitals)
		return false;
	return tag_is_verbal(w, i) || tag_is_auxiliary(w, i)
	    || (t->kind == CUE_NONE && article_is_verb(w, i));
}

/* Whether a clause goes on over the token at i. */
static bool
goes_on(const struct tag_text *w, size_t i)
{
	uint8_t type = w->token[i].type;

	return type == TOKEN_WORD || type == TOKEN_QUOTE || type == TOKEN_OPEN
	    || type == TOKEN_CLOSE;
}

bool
article_is_relative(const struct tag_text *w, size_t i)
{
	size_t at = i, end;

	if (!w->verb_second
	    || !tag_is_determiner(w, i))
		return false;
	if (at > 0 && (tag_is_kind(w, at - 1, CUE_PREPOSITION)
	    || tag_is_kind(w, at - 1, CUE_LINK)))
		at--;
	if (at == 0 || w->token[at - 1].type != TOKEN_COMMA)
		return false;
	for (end = i + 1; end < i + REACH && end < w->n
	    && goes_on(w, end);)
		end++;
	return end > i + 2 && tag_is_word(w, end - 1) && is_last(w, end - 1);
}

size_t
article_phrase_end(const struct tag_text *w, size_t first, size_t end)
{
	size_t i = first, noun;

	while (i < end && tag_is_determiner(w, i))
		i++;
	while (i < end && !w->token[i].upper)
		i++;
	for (noun = i; i < end && w->token[i].upper;)
		i = article_family_name(w, i) > i ? article_family_name(w, i)
		                                  : i + 1;
	if (i > noun)
		return i;
	return tag_is_determiner(w, first) ? first + 1 : first;
}

/* Whether the word at i is a cue with no subject behind it. */
static bool
is_alone(const struct tag_text *w, size_t i)
{
	if (!tag_is_word(w, i)
	    || !cue_is_saying((enum cue_kind)w->token[i].kind))
		return false;
	return !tag_has(w, i + 1,
	    TAG_DETERMINER | TAG_NOMINAL | TAG_PRONOUN);
}

size_t
article_family_name(const struct tag_text *w, size_t first)
{
	size_t i = first + 1;

	if (!(tag_is_kind(w, first, CUE_LINK)
	    || tag_is_kind(w, first, CUE_PREPOSITION))
	    || !w->token[first].upper)
		return first;
	while (tag_is_word(w, i) && !w->token[i].upper
	    && (tag_is_determiner(w, i) || tag_is_kind(w, i, CUE_LINK)))
		i++;
	if (!tag_is_kind(w, i, CUE_NONE) || !w->token[i].upper
	    || w->token[i].digit)
		return first;
	return tag_begins_sentence(w, first) && !is_alone(w, i + 1) ? first
	                                                            : i + 1;
}

bool
article_is_verb(const struct tag_text *w, size_t i)
{
	static const char *const endings[] = { "t", "te", "ten", "tet", "end" };
	size_t e;

	if (!tag_is_kind(w, i, CUE_NONE) || w->token[i].upper)
		return false;
	for (e = 0; e < sizeof endings / sizeof endings[0]; e++)
		if (ends_in(w, i, endings[e]))
			return true;
	return false;
}

bool
article_is_name(const struct tag_text *w, size_t first, size_t end)
{
	const struct token *head = &w->token[end - 1];
	struct span word = tag_word(w, end - 1);
	bool title = head->kind == CUE_TITLE || cue_guess(w->in->cues,
	    w->in->lang, word) == CUE_TITLE;

	if (head->kind == CUE_UTTERANCE || head->kind == CUE_NOUN)
		return false;
	if (!tag_is_determiner(w, first) && title && end == first + 1)
		return !tag_is_kind(w, end, CUE_LINK)
		    && !tag_is_kind(w, end, CUE_PARTITIVE);
	if (!tag_is_determiner(w, first) || title
	    || head->kind == CUE_ORGANISATION)
		return true;
	if (end > first + 2 && head[-1].upper)
		return true;
	return utf8_is_upper(word.p + 1, word.n - 1);
}
