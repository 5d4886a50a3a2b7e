/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "article.h"
#include "chunk.h"
#include "noun.h"
#include "romance.h"

enum {
	ASIDE = 16 /* tokens: the longest "(R-Ohio)" */
};

/* A reading of tokens: the one at `at` is next. */
struct reading {
	struct chunks *out;
	struct tag_text words;
	size_t at;
};

bool
chunk_is_pronoun(const struct chunk *c)
{
	return c->type == CHUNK_NOUN && cue_is_pronoun((enum cue_kind)c->kind);
}

bool
chunk_is_somebody(const struct chunk *c)
{
	return c->upper || (chunk_is_pronoun(c) && c->kind != CUE_IT);
}

bool
chunk_is_cue(const struct chunk *c)
{
	return c->type == CHUNK_VERB && (c->kind == CUE_STRONG
	    || c->kind == CUE_TELL
	    || c->kind == CUE_WEAK || c->kind == CUE_MENTAL
	    || c->kind == CUE_PARTICIPLE);
}

size_t
chunk_trim(const struct chunk *c, size_t low, size_t i)
{
	while (chunk_ends(c, low, i, CHUNK_ADVERB)
	    || chunk_ends(c, low, i, CHUNK_ASIDE)) {
		i--;
		if (chunk_ends(c, low, i, CHUNK_PREPOSITION)
		    && c[i].type == CHUNK_ADVERB)
			i--;
	}
	return i;
}

bool
chunk_is_border(const struct chunk *c)
{
	return c->type == CHUNK_STOP || c->type == CHUNK_COLON
	    || c->type == CHUNK_SEMICOLON || c->type == CHUNK_QUOTE;
}

/* The next chunk, filled in field by field: see sentence's add. */
static struct chunk *
add(struct reading *r, enum chunk_type type, size_t first, size_t end)
{
	struct chunk *c = &r->out->chunk[r->out->n++];

	c->first = (uint32_t)first;
	c->end = (uint32_t)end;
	c->head = (uint32_t)end - 1;
	c->subject = CHUNK_NONE;
	c->type = (uint8_t)type;
	c->kind = r->words.token[end - 1].kind;
	c->form = FORM_FINITE;
	c->behind = c->reduced = c->upper = c->oblique = false;
	r->at = end;
	return c;
}

/* Whether the last chunk is of a type. */
static bool
is_behind(const struct reading *r, enum chunk_type type)
{
	return r->out->n > 0 && r->out->chunk[r->out->n - 1].type == type;
}

/* Tells what is known of a noun by its words. */
static void
set_noun(const struct reading *r, struct chunk *c, size_t head)
{
	const struct token *t = &r->words.token[head];

	c->head = (uint32_t)head;
	c->kind = t->kind;
	c->upper = t->upper && !t->digit && !chunk_is_pronoun(c)
	    && !(t->kind >= CUE_DETERMINER && t->kind <= CUE_POSSESSIVE);
	if (c->upper && r->words.capitals)
		c->upper = article_is_name(&r->words, c->first, head + 1);
	c->oblique = article_is_oblique(&r->words, c->first);
}

/* Reads "he", "the old mayor of", "the first week" (which is an adverb). */
static bool
read_noun(struct reading *r)
{
	size_t first = r->at;
	size_t end = noun_end(&r->words, first, is_behind(r, CHUNK_NOUN));
	size_t i = end;

	if (end == first || article_is_relative(&r->words, first)
	    || romance_is_inverted(&r->words, first)
	    || romance_is_behind_name(&r->words, first))
		return false;
	if (end == first + 1 && romance_is_object(&r->words, first)) {
		add(r, CHUNK_ADVERB, first, end);
		return true;
	}
	if (tag_is_determiner(&r->words, end - 1)
	    && (tag_is_kind(&r->words, end, CUE_TIME)
	    || (end == first + 1 && is_behind(r, CHUNK_NOUN)
	        && tag_is_kind(&r->words, first, CUE_QUANTIFIER)))) {
		while (tag_is_kind(&r->words, end, CUE_TIME))
			end++;
		add(r, CHUNK_ADVERB, first, end);
		return true;
	}
	if (end == first + 1 && r->words.token[first].digit
	    && r->words.verb_second) {
		add(r, CHUNK_ADVERB, first, end);
		return true;
	}
	while (i > first + 1 && r->words.token[i - 1].digit)
		i--;
	set_noun(r, add(r, CHUNK_NOUN, first, end), i - 1);
	return true;
}

/* What a group of verbs is, by its auxiliaries and the verb at the end. */
static enum chunk_form
form_of(const struct reading *r, size_t main, bool to, bool be, bool aux)
{
	const struct token *t = &r->words.token[main];
	bool running = t->kind == CUE_GERUND || t->kind == CUE_PARTICIPLE;

	if (be && tag_is_verbal(&r->words, main) && !running)
		return FORM_PASSIVE;
	if (to)
		return FORM_INFINITIVE;
	if (running)
		return be ? FORM_FINITE : FORM_PARTICIPLE;
	if (!aux && tag_is_verbal(&r->words, main)
	    && cue_guess(r->words.in->cues, r->words.in->lang,
	    tag_word(&r->words, main))
	        == CUE_PAST)
		return FORM_PAST;
	return FORM_FINITE;
}

/* Where the adverbs from i on end, if a verb follows; else i. */
static size_t
skip_adverbs(const struct reading *r, size_t i)
{
	size_t end = i;

	while (tag_is_kind(&r->words, end, CUE_ADVERB))
		end++;
	return end > i && (tag_is_auxiliary(&r->words, end)
	    || tag_is_verbal(&r->words, end)) ? end
	                                                              : i;
}

/* Whether a word that no list knows is a verb: "can catch", "to catch the". */
static bool
is_unknown_verb(const struct reading *r, size_t i, bool to, bool aux)
{
	if (!tag_is_kind(&r->words, i, CUE_NONE) || r->words.token[i].upper)
		return false;
	return aux || (to && !tag_is_plural(&r->words, i))
	    || romance_is_inverted(&r->words, i)
	    || romance_is_behind_name(&r->words, i)
	    || (r->words.capitals
	        && article_is_verb(&r->words, i));
}

/* Whether a pronoun that is no object stands before: "he often". */
static bool
is_behind_pronoun(const struct reading *r)
{
	size_t i = r->out->n;
	const struct chunk *c = r->out->chunk;

	while (i > 0 && c[i - 1].type == CHUNK_ADVERB)
		i--;
	if (i == 0 || r->words.token[c[i - 1].first].type != TOKEN_WORD)
		return false;
	return c[i - 1].type == CHUNK_NOUN && chunk_is_pronoun(&c[i - 1])
	    && c[i - 1].kind != CUE_IT;
}

/* Reads "said", "has not said", "to say", "was asked". */
static bool
read_verb(struct reading *r)
{
	size_t first = r->at, i = first, main;
	bool to = tag_is_kind(&r->words, i, CUE_INFINITIVE), be = false,
	    aux = false;
	struct chunk *c;

	if (to)
		i = skip_adverbs(r, i + 1);
	main = i;
	while (tag_is_auxiliary(&r->words, i)) {
		be = tag_is_kind(&r->words, i, CUE_PASSIVE);
		aux = true;
		main = i++;
		i = skip_adverbs(r, i);
	}
	if (tag_is_verbal(&r->words, i) && (aux || to
	        || !r->words.token[i].upper
	    || tag_begins_sentence(&r->words, i)
	    || tag_is_headline_verb(&r->words, i)))
		main = i;
	else if (is_unknown_verb(r, i, to, aux && !be))
		main = i;
	else if (!aux && is_unknown_verb(r, i, to, is_behind_pronoun(r)))
		main = i;
	else if (!aux)
		return false;
	c = add(r, CHUNK_VERB, first, main + 1);
	c->form = (uint8_t)form_of(r, main, to, be && main == i, aux);
	return true;
}

/* Reads a sign, or what stands in brackets. */
static void
read_sign(struct reading *r)
{
	static const uint8_t types[] = {
		[TOKEN_QUOTE] = CHUNK_QUOTE, [TOKEN_COMMA] = CHUNK_COMMA,
		[TOKEN_COLON] = CHUNK_COLON, [TOKEN_DASH] = CHUNK_DASH,
		[TOKEN_SEMICOLON] = CHUNK_SEMICOLON,
		[TOKEN_OPEN] = CHUNK_SEMICOLON, [TOKEN_CLOSE] = CHUNK_ASIDE,
		[TOKEN_STOP] = CHUNK_STOP, [TOKEN_WORD] = CHUNK_ADVERB
	};
	size_t first = r->at, i = first;

	if (r->words.token[first].type == TOKEN_OPEN)
		while (i < r->words.n && i < first + ASIDE
		    && r->words.token[i].type != TOKEN_QUOTE
		    && r->words.token[i].type != TOKEN_STOP)
			if (r->words.token[i++].type == TOKEN_CLOSE) {
				add(r, CHUNK_ASIDE, first, i);
				return;
			}
	add(r, (enum chunk_type)types[r->words.token[first].type], first,
	    first + 1);
}

/* Whether "that" stands for the noun before the comma: ", que dirige ..". */
static bool
is_relative(const struct reading *r)
{
	const struct chunk *c = r->out->chunk + r->out->n;

	return tag_is_kind(&r->words, r->at, CUE_THAT) && r->out->n > 1
	    && c[-1].type == CHUNK_COMMA && c[-2].type == CHUNK_NOUN
	    && !r->words.verb_second;
}

/* Whether "so" tells only how: behind no comma and no quotation. */
static bool
is_how(const struct reading *r)
{
	return tag_is_kind(&r->words, r->at, CUE_THUS)
	    && !is_behind(r, CHUNK_COMMA) && !is_behind(r, CHUNK_QUOTE)
	    && !is_behind(r, CHUNK_DASH);
}

/* What a small word is by its kind alone. */
static enum chunk_type
type_of(enum cue_kind kind)
{
	switch (kind) {
	case CUE_LINK:
	case CUE_PARTITIVE:
	case CUE_PREPOSITION:
	case CUE_AGENT:
	case CUE_INFINITIVE:
		return CHUNK_PREPOSITION;
	case CUE_CONJUNCTION:
	case CUE_AS:
		return CHUNK_CONJUNCTION;
	case CUE_SOURCE:
	case CUE_POSTPOSED:
	case CUE_THUS:
	case CUE_VIEW:
		return CHUNK_SOURCE;
	case CUE_COORDINATOR:
		return CHUNK_COORDINATOR;
	case CUE_THAT:
		return CHUNK_THAT;
	case CUE_RELATIVE:
		return CHUNK_RELATIVE;
	default:
		return CHUNK_ADVERB;
	}
}

/* Reads a small word between phrases, or any that is in none. */
static void
read_small(struct reading *r)
{
	size_t at = r->at;
	enum cue_kind kind = (enum cue_kind)r->words.token[at].kind;
	bool view = kind == CUE_VIEW && !tag_begins_sentence(&r->words, at);
	enum chunk_type type = type_of(kind);
	struct chunk *c;

	if (article_is_relative(&r->words, at) || is_relative(r))
		type = CHUNK_RELATIVE;
	else if (is_how(r))
		type = CHUNK_ADVERB;
	else if (view)
		type = CHUNK_PREPOSITION;
	c = add(r, type, at, at + 1);
	if (type == CHUNK_PREPOSITION && (view || kind == CUE_PARTITIVE))
		c->kind = CUE_LINK;
}

void
chunk_read(struct chunks *out, const struct sentence_text *in,
    const struct token *token, size_t n)
{
	struct reading r = { .out = out };

	out->n = 0;
	out->chunk = alloc_grow(out->chunk, &out->cap, n + 1,
	    sizeof *out->chunk);
	out->tag = alloc_grow(out->tag, &out->tag_cap, n + 2,
	    sizeof *out->tag);
	r.words = tag_read(in, token, n, out->tag);
	while (r.at < n)
		if (!tag_is_word(&r.words, r.at))
			read_sign(&r);
		else if (tag_has(&r.words, r.at, TAG_SMALL))
			read_small(&r);
		else if (!(tag_is_kind(&r.words, r.at, CUE_NONE)
		    && is_behind_pronoun(&r) && read_verb(&r))
		    && !read_noun(&r) && !read_verb(&r))
			read_small(&r);
	out->chunk[out->n] = (struct chunk) {
		.first = (uint32_t)n, .end = (uint32_t)n, .type = CHUNK_STOP };
}

void
chunk_end(struct chunks *c)
{
	free(c->chunk);
	free(c->tag);
	memset(c, 0, sizeof *c);
}
