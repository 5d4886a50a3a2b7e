/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "tag.h"

enum {
	BASE_BYTES = 24, /* of a verb that may be a noun */
	NOUN = TAG_WORD | TAG_NOMINAL,
	VERB = TAG_WORD | TAG_VERBAL | TAG_DOUBTFUL_NAME | TAG_INSIDE,
	HELP = TAG_WORD | TAG_AUXILIARY | TAG_DOUBTFUL_NAME,
	THE = TAG_WORD | TAG_DETERMINER,
	HE = TAG_WORD | TAG_PRONOUN,
	SMALL = TAG_WORD | TAG_SMALL,
	SINGLE = SMALL | TAG_SINGLE,
	LINK = SINGLE | TAG_DOUBTFUL_NAME
};

/* The tags of each kind. */
static const uint32_t tags[] = {
	[CUE_NONE] = NOUN,
	[CUE_STRONG] = VERB, [CUE_TELL] = VERB, [CUE_WEAK] = VERB,
	[CUE_MENTAL] = VERB, [CUE_PARTICIPLE] = VERB, [CUE_VERB] = VERB,
	[CUE_PAST] = VERB, [CUE_GERUND] = VERB,
	[CUE_INFINITIVE] = TAG_WORD,
	[CUE_PASSIVE] = HELP, [CUE_AUX] = HELP, [CUE_SUBJUNCTIVE] = HELP,
	[CUE_ADVERB] = SINGLE | TAG_INSIDE,
	[CUE_HE] = HE, [CUE_SHE] = HE, [CUE_THEY] = HE, [CUE_FIRST] = HE,
	[CUE_IT] = HE,
	[CUE_DETERMINER] = THE, [CUE_OBLIQUE] = THE, [CUE_QUANTIFIER] = THE,
	[CUE_POSSESSIVE] = THE, [CUE_PARTITIVE] = THE | TAG_DOUBTFUL,
	[CUE_RELATIVE] = SINGLE, [CUE_CONJUNCTION] = SINGLE,
	[CUE_AS] = SINGLE, [CUE_THAT] = SMALL,
	[CUE_COORDINATOR] = SINGLE, [CUE_LINK] = LINK,
	[CUE_PREPOSITION] = LINK, [CUE_AGENT] = SINGLE,
	[CUE_SOURCE] = SINGLE, [CUE_POSTPOSED] = SINGLE,
	[CUE_THUS] = SMALL, [CUE_VIEW] = SMALL,
	[CUE_ADJECTIVE] = NOUN, [CUE_NOUN] = NOUN, [CUE_UTTERANCE] = NOUN,
	[CUE_TIME] = TAG_WORD | TAG_INSIDE,
	[CUE_MALE] = NOUN, [CUE_FEMALE] = NOUN, [CUE_MISTER] = NOUN,
	[CUE_MISTRESS] = NOUN, [CUE_TITLE] = NOUN, [CUE_ORGANISATION] = NOUN,
	[CUE_MAN] = NOUN, [CUE_WOMAN] = NOUN, [CUE_ELISION] = NOUN,
	[CUE_SURNAME] = SINGLE, [CUE_TOPIC] = SINGLE,
	[CUE_QUOTATIVE] = SINGLE, [CUE_MAYOR] = SINGLE,
	[TOKEN_SIGN + TOKEN_QUOTE] = TAG_SINGLE,
	[TOKEN_SIGN + TOKEN_COMMA] = TAG_SINGLE,
	[TOKEN_SIGN + TOKEN_COLON] = TAG_SINGLE,
	[TOKEN_SIGN + TOKEN_SEMICOLON] = TAG_SINGLE,
	[TOKEN_SIGN + TOKEN_DASH] = TAG_SINGLE,
	[TOKEN_SIGN + TOKEN_OPEN] = 0,
	[TOKEN_SIGN + TOKEN_CLOSE] = TAG_SINGLE,
	[TOKEN_SIGN + TOKEN_STOP] = TAG_SINGLE
};

/* What is doubtful in small letters, and with a capital. */
static const uint32_t doubtful[] = { TAG_DOUBTFUL,
	TAG_DOUBTFUL | TAG_DOUBTFUL_NAME };

_Static_assert((int)TOKEN_KINDS < (int)TAG_KIND, "kinds have a byte");

bool
tag_begins_sentence(const struct tag_text *w, size_t i)
{
	return i == 0 || w->token[i - 1].type == TOKEN_STOP
	    || w->token[i - 1].type == TOKEN_COLON
	    || w->token[i - 1].type == TOKEN_QUOTE;
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
		return t[1].type == TOKEN_WORD && !t[1].upper;
	return t[-1].type == TOKEN_WORD && t[-1].upper
	    && (t[1].type == TOKEN_QUOTE
	        || (t[1].type == TOKEN_WORD && t[1].upper));
}

/* Whether a token is a word that may be a verb, by its kind alone. */
static bool
may_be_verb(const struct tag_text *w, size_t i)
{
	return i < w->n && w->token[i].type == TOKEN_WORD
	    && w->token[i].kind >= CUE_STRONG
	    && w->token[i].kind <= CUE_GERUND;
}

/* Whether the word before i may be a noun that "of the" at i goes on with. */
static bool
is_behind_common_noun(const struct tag_text *w, size_t i)
{
	uint8_t kind;

	if (i == 0 || w->token[i - 1].type != TOKEN_WORD)
		return false;
	kind = w->token[i - 1].kind;
	if (w->token[i - 1].upper && may_be_verb(w, i - 1))
		return !tag_begins_sentence(w, i - 1);
	return kind == CUE_NONE || kind == CUE_NOUN || kind == CUE_UTTERANCE
	    || kind == CUE_TITLE || kind == CUE_ORGANISATION;
}

/*
 * Settles what the kind does not tell: a preposition may be part of a name; a
 * capitalised verb is a name, but at the head of a sentence or in a headline; a
 * capitalised auxiliary is one directly before a verb ("May said"). Such words
 * are few, and the loop over all of them is best without this in it.
 */
static __attribute__((noinline)) uint32_t
settle(const struct tag_text *w, size_t i, uint32_t tag)
{
	uint32_t kind = tag & TAG_KIND;

	if ((tag & TAG_DETERMINER) != 0)
		return is_behind_common_noun(w, i) ? kind | SMALL : tag;
	if ((tag & TAG_SMALL) != 0)
		return kind | TAG_WORD | TAG_PARTICLE;
	if ((tag & TAG_VERBAL) != 0)
		return tag_begins_sentence(w, i) || tag_is_headline_verb(w, i)
		    ? tag : tag | TAG_NOMINAL;
	if (tag_begins_sentence(w, i) && !may_be_verb(w, i + 1))
		return tag;
	return kind | (kind == CUE_AUX ? TAG_WORD | TAG_NOMINAL : SMALL);
}

struct tag_text
tag_read(const struct sentence_text *in, const struct token *token, size_t n,
    uint32_t *tag)
{
	const struct cues *cues = in->cues;
	struct tag_text w = { in, token, tag, n, in->lang == cues->english,
		cues->verb_second[in->lang], cues->capitals[in->lang] };
	size_t i;

	for (i = 0; i < n; i++) {
		tag[i] = tags[token[i].kind] | token[i].kind;
		if ((tag[i] & doubtful[token[i].upper]) != 0)
			tag[i] = settle(&w, i, tag[i]);
	}
	tag[i] = tag[i + 1] = TAG_KIND;
	return w;
}

static bool
is_behind_preposition(const struct tag_text *w, size_t i)
{
	return i > 0 && (tag_is_kind(w, i - 1, CUE_LINK)
	    || tag_is_kind(w, i - 1, CUE_PREPOSITION)
	    || tag_is_kind(w, i - 1, CUE_AGENT));
}

/* Whether a noun, a pronoun or "who" stands before, so that a verb follows. */
static bool
is_behind_noun(const struct tag_text *w, size_t i)
{
	return i > 0 && (tag_has(w, i - 1, TAG_NOMINAL | TAG_PRONOUN)
	    || tag_is_kind(w, i - 1, CUE_RELATIVE));
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
	const struct token *before;

	if (first == i)
		return false;
	before = &w->token[i - 1];
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
	    && !is_behind_preposition(w, first)
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

