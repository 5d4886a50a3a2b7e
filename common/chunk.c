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

/* Words that are no names, though a capital may begin them. */
#define UNNAMED (CUE_PRONOUNS | CUE_RANGE(CUE_DETERMINER, CUE_POSSESSIVE))

/* A reading of tokens: the one at `at` is next. */
struct reading {
	struct chunk *first, *next; /* those read, and room for more */
	uint32_t *verb, *quote, *stop; /* the next place in their lists */
	struct tag_text words;
	size_t at;
	uint8_t last; /* the type of the last chunk; a stop: none */
};

size_t
chunk_cut(const struct chunk *c, size_t low, size_t i)
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

/* The next chunk, filled in field by field: see sentence's add. */
static inline struct chunk *
add(struct reading *r, enum chunk_type type, size_t first, size_t end)
{
	struct chunk *c = r->next++;

	c->first = (uint32_t)first;
	c->end = (uint32_t)end;
	c->head = (uint32_t)end - 1;
	c->subject = CHUNK_NONE;
	c->type = r->last = (uint8_t)type;
	c->kind = r->words.token[end - 1].kind;
	c->form = FORM_FINITE;
	c->behind = c->reduced = c->upper = c->oblique = false;
	r->at = end;
	return c;
}

static bool
is_behind(const struct reading *r, enum chunk_type type)
{
	return r->last == type;
}

/* Tells what is known of a noun by its words. */
static void
set_noun(const struct reading *r, struct chunk *c, size_t head)
{
	const struct token *t = &r->words.token[head];

	c->head = (uint32_t)head;
	c->kind = t->kind;
	c->upper = t->upper & !t->digit & !cue_is_of(t->kind, UNNAMED);
	if (c->upper && r->words.capitals)
		c->upper = article_is_name(&r->words, c->first, head + 1);
	c->oblique = !r->words.english
	    && article_is_oblique(&r->words, c->first);
}

/* Whether what looks like a noun is none, in languages but English. */
static bool
is_no_noun(const struct reading *r, size_t first)
{
	return article_is_relative(&r->words, first)
	    || romance_is_inverted(&r->words, first)
	    || romance_is_behind_name(&r->words, first);
}

/* Reads "he", "the old mayor of", "the first week" (which is an adverb). */
static bool
read_noun(struct reading *r)
{
	size_t first = r->at;
	size_t end = noun_end(&r->words, first, is_behind(r, CHUNK_NOUN));
	size_t i = end;

	if (end == first || (!r->words.english && is_no_noun(r, first)))
		return false;
	if (!r->words.english && end == first + 1
	    && romance_is_object(&r->words, first)) {
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
	if (r->words.verb_second && end == first + 1
	    && r->words.token[first].digit) {
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
	const struct chunk *c = r->next;

	while (c > r->first && c[-1].type == CHUNK_ADVERB)
		c--;
	return c > r->first && chunk_is_pronoun(&c[-1])
	    && c[-1].kind != CUE_IT;
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
	*r->verb++ = (uint32_t)(r->next - r->first);
	c = add(r, CHUNK_VERB, first, main + 1);
	c->form = (uint8_t)form_of(r, main, to, be && main == i, aux);
	return true;
}

/* What a word or sign is that is no phrase, by its kind. */
static const uint8_t types[TOKEN_KINDS] = {
	[CUE_ADVERB] = CHUNK_ADVERB, /* as are all that are not named */
	[CUE_INFINITIVE] = CHUNK_PREPOSITION,
	[CUE_LINK] = CHUNK_PREPOSITION, [CUE_PARTITIVE] = CHUNK_PREPOSITION,
	[CUE_PREPOSITION] = CHUNK_PREPOSITION,
	[CUE_AGENT] = CHUNK_PREPOSITION,
	[CUE_CONJUNCTION] = CHUNK_CONJUNCTION, [CUE_AS] = CHUNK_CONJUNCTION,
	[CUE_SOURCE] = CHUNK_SOURCE, [CUE_POSTPOSED] = CHUNK_SOURCE,
	[CUE_THUS] = CHUNK_SOURCE, [CUE_VIEW] = CHUNK_SOURCE,
	[CUE_COORDINATOR] = CHUNK_COORDINATOR, [CUE_THAT] = CHUNK_THAT,
	[CUE_RELATIVE] = CHUNK_RELATIVE,
	[TOKEN_SIGN + TOKEN_QUOTE] = CHUNK_QUOTE,
	[TOKEN_SIGN + TOKEN_COMMA] = CHUNK_COMMA,
	[TOKEN_SIGN + TOKEN_COLON] = CHUNK_COLON,
	[TOKEN_SIGN + TOKEN_SEMICOLON] = CHUNK_SEMICOLON,
	[TOKEN_SIGN + TOKEN_DASH] = CHUNK_DASH,
	[TOKEN_SIGN + TOKEN_CLOSE] = CHUNK_ASIDE,
	[TOKEN_SIGN + TOKEN_STOP] = CHUNK_STOP,
};

/* Reads what stands in brackets, or the bracket alone. */
static void
read_bracket(struct reading *r)
{
	const struct token *t = r->words.token;
	size_t first = r->at, i = first;

	while (i < r->words.n && i < first + ASIDE
	    && t[i].type != TOKEN_QUOTE && t[i].type != TOKEN_STOP)
		if (t[i++].type == TOKEN_CLOSE) {
			add(r, CHUNK_ASIDE, first, i);
			return;
		}
	add(r, CHUNK_SEMICOLON, first, first + 1);
}

/* Whether "that" stands for the noun before the comma: ", que dirige ..". */
static bool
is_relative(const struct reading *r)
{
	const struct chunk *c = r->next;

	return tag_is_kind(&r->words, r->at, CUE_THAT) && c > r->first + 1
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

/* Reads a small word whose neighbours count, or any that is in no phrase. */
static void
read_small(struct reading *r)
{
	size_t at = r->at;
	uint8_t kind = r->words.token[at].kind;
	bool view = kind == CUE_VIEW && !tag_begins_sentence(&r->words, at);
	enum chunk_type type = (enum chunk_type)types[kind];
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

/* Whether an unknown word may be a verb of a pronoun before: few are. */
static bool
may_be_behind_pronoun(const struct reading *r)
{
	return tag_is_kind(&r->words, r->at, CUE_NONE)
	    & (r->last <= CHUNK_NOUN);
}

/* Reads a chunk that is more than one token by itself, or may be. */
static void
read_phrase(struct reading *r)
{
	if (tag_has(&r->words, r->at, TAG_SMALL))
		read_small(r);
	else if (!tag_is_word(&r->words, r->at))
		read_bracket(r);
	else if (!(may_be_behind_pronoun(r) && is_behind_pronoun(r)
	    && read_verb(r))
	    && !(tag_has(&r->words, r->at, TAG_BEGINS) && read_noun(r))
	    && !read_verb(r))
		read_small(r);
}

/* Reads a token that is a chunk by itself, and perhaps one of a list. */
static inline void
read_single(struct reading *r)
{
	uint8_t kind = r->words.token[r->at].kind;
	enum chunk_type type = (enum chunk_type)types[kind];

	*r->quote = *r->stop = (uint32_t)(r->next - r->first);
	r->quote += type == CHUNK_QUOTE;
	r->stop += type == CHUNK_STOP;
	add(r, type, r->at, r->at + 1);
}

void
chunk_read(struct chunks *out, const struct sentence_text *in,
    const struct token *token, size_t n)
{
	struct reading r = { .last = CHUNK_STOP };
	size_t most = n + TAG_BEHIND; /* of each list */

	out->chunk = alloc_grow(out->chunk, &out->cap, n + 1,
	    sizeof *out->chunk);
	out->room = alloc_grow(out->room, &out->room_cap, 4 * most,
	    sizeof *out->room);
	out->verb = r.verb = out->room + most;
	out->quote = r.quote = out->room + 2 * most;
	out->stop = r.stop = out->room + 3 * most;
	r.first = r.next = out->chunk;
	r.words = tag_read(in, token, n, out->room);
	while (r.at < n)
		if (tag_has(&r.words, r.at, TAG_SINGLE))
			read_single(&r);
		else
			read_phrase(&r);
	out->n = (size_t)(r.next - r.first);
	*r.next = (struct chunk) {
		.first = (uint32_t)n, .end = (uint32_t)n, .type = CHUNK_STOP };
	*r.stop++ = (uint32_t)out->n;
	out->n_verbs = (size_t)(r.verb - out->verb);
	out->n_quotes = (size_t)(r.quote - out->quote);
	out->n_stops = (size_t)(r.stop - out->stop);
}

void
chunk_end(struct chunks *c)
{
	free(c->chunk);
	free(c->room);
	memset(c, 0, sizeof *c);
}
