/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "tag.h"

enum {
	BASE_BYTES = 24 /* of a verb that may be a noun */
};

/* Whether the word before i may be a noun that "of the" at i goes on with. */
static bool
is_behind_common_noun(const struct tag_text *w, size_t i)
{
	uint8_t kind;

	if (i == 0 || !tag_is_word(w, i - 1))
		return false;
	kind = w->token[i - 1].kind;
	if (w->token[i - 1].upper && tag_is_verbal(w, i - 1))
		return !tag_begins_sentence(w, i - 1);
	return kind == CUE_NONE || kind == CUE_NOUN || kind == CUE_UTTERANCE
	    || kind == CUE_TITLE || kind == CUE_ORGANISATION;
}

bool
tag_is_determiner(const struct tag_text *w, size_t i)
{
	uint8_t kind;

	if (!tag_is_word(w, i))
		return false;
	kind = w->token[i].kind;
	return cue_is_determiner((enum cue_kind)kind)
	    && (kind != CUE_PARTITIVE || !is_behind_common_noun(w, i));
}

bool
tag_is_verbal(const struct tag_text *w, size_t i)
{
	const struct token *t = &w->token[i];

	if (!tag_is_word(w, i))
		return false;
	return t->kind >= CUE_STRONG && t->kind <= CUE_GERUND;
}

bool
tag_begins_sentence(const struct tag_text *w, size_t i)
{
	return i == 0 || w->token[i - 1].type == TOKEN_STOP
	    || w->token[i - 1].type == TOKEN_COLON
	    || w->token[i - 1].type == TOKEN_QUOTE;
}

bool
tag_is_auxiliary(const struct tag_text *w, size_t i)
{
	if (!tag_is_word(w, i)
	    || !cue_is_auxiliary((enum cue_kind)w->token[i].kind))
		return false;
	return !w->token[i].upper
	    || (tag_begins_sentence(w, i) && !tag_is_verbal(w, i + 1));
}

struct span
tag_word(const struct tag_text *w, size_t i)
{
	return scan_span(w->in->scan, w->token[i].start, w->token[i].end);
}

/* Whether a verb has the form of its infinitive: there is one more in -s. */
static bool
is_base(const struct tag_text *w, size_t i)
{
	struct span word = tag_word(w, i);
	char third[BASE_BYTES + 1];

	if (word.n > BASE_BYTES)
		return false;
	memcpy(third, word.p, word.n);
	third[word.n] = 's';
	word = (struct span) { third, word.n + 1 };
	return cue_kind_of(w->in->cues, w->in->lang, word) != CUE_NONE;
}

bool
tag_is_headline_verb(const struct tag_text *w, size_t i)
{
	const struct token *t = &w->token[i];

	if (t->kind < CUE_STRONG || t->kind > CUE_MENTAL || i == 0
	    || i + 1 == w->n || (t->kind >= CUE_WEAK && is_base(w, i)))
		return false;
	if (t[-1].type == TOKEN_COMMA)
		return tag_is_word(w, i + 1) && !t[1].upper;
	return tag_is_word(w, i - 1) && t[-1].upper
	    && (t[1].type == TOKEN_QUOTE || (tag_is_word(w, i + 1)
	    && t[1].upper));
}

bool
tag_is_nominal(const struct tag_text *w, size_t i)
{
	const struct token *t = &w->token[i];

	if (!tag_is_word(w, i))
		return false;
	return t->kind == CUE_NONE || t->kind == CUE_ADJECTIVE
	    || t->kind == CUE_NOUN || t->kind == CUE_UTTERANCE
	    || (t->kind >= CUE_MALE && t->kind <= CUE_ELISION)
	    || (t->upper && !tag_begins_sentence(w, i) && tag_is_verbal(w, i)
	        && !tag_is_headline_verb(w, i))
	    || (t->upper && t->kind == CUE_AUX && !tag_is_auxiliary(w, i));
}

static bool
is_behind_preposition(const struct tag_text *w, size_t i)
{
	return i > 0 && tag_is_word(w, i - 1)
	    && (w->token[i - 1].kind == CUE_LINK
	        || w->token[i - 1].kind == CUE_PREPOSITION
	        || w->token[i - 1].kind == CUE_AGENT);
}

/* Whether a noun, a pronoun or "who" stands before, so that a verb follows. */
static bool
is_behind_noun(const struct tag_text *w, size_t i)
{
	uint8_t kind;

	if (i == 0 || !tag_is_word(w, i - 1))
		return false;
	kind = w->token[i - 1].kind;
	return tag_is_nominal(w, i - 1) || kind == CUE_RELATIVE
	    || tag_is_pronoun(kind);
}

bool
tag_is_modifier(const struct tag_text *w, size_t first, size_t i)
{
	const struct token *t = &w->token[i];

	if (t->kind != CUE_PAST && t->kind != CUE_GERUND
	    && t->kind != CUE_VERB
	    && !(first < i && tag_is_determiner(w, i - 1)))
		return false;
	if (i + 1 >= w->n || !tag_is_nominal(w, i + 1))
		return false;
	if (first == i)
		return !w->token[i + 1].upper && (is_behind_preposition(w, i)
		    || (t->kind == CUE_PAST && !is_behind_noun(w, i)));
	return !tag_is_nominal(w, i - 1)
	    || w->token[i - 1].kind == CUE_ADJECTIVE
	    || w->token[i - 1].possessive;
}

bool
tag_is_plural(const struct tag_text *w, size_t i)
{
	struct span word = tag_word(w, i);

	return word.p[word.n - 1] == 's';
}

bool
tag_is_noun_here(const struct tag_text *w, size_t first, size_t i)
{
	const struct token *before = &w->token[i - 1];

	if (first == i)
		return false;
	if (before->kind == CUE_QUANTIFIER)
		return tag_is_plural(w, i);
	if (tag_is_determiner(w, i - 1) || before->kind == CUE_ADJECTIVE
	    || before->possessive
	    || (before->digit && !(i > first + 1 && before[-1].upper)))
		return is_base(w, i) || tag_is_plural(w, i)
		    || w->token[i].kind == CUE_GERUND
		    || w->token[i].kind == CUE_PARTICIPLE
		    || before->possessive;
	return tag_is_determiner(w, first) && !before->upper
	    && !tag_is_plural(w, i - 1) && is_base(w, i);
}

bool
tag_is_time_inside(const struct tag_text *w, size_t first, size_t i)
{
	return tag_is_kind(w, i, CUE_TIME) && (w->token[i].possessive
	    || (first < i && (w->token[i - 1].possessive
	        || (i > first + 1 && tag_is_kind(w, i - 1, CUE_TIME))))
	    || (first < i && tag_is_nominal(w, i + 1)
	    && !w->token[i + 1].upper));
}

