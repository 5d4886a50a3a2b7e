/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "chunk.h"

enum {
	ASIDE = 16,     /* tokens: the longest "(R-Ohio)" */
	BASE_BYTES = 24 /* of a verb that may be a noun */
};

/* A reading of tokens: the one at `at` is next. */
struct reading {
	struct chunks *out;
	const struct sentence_text *in;
	const struct token *token;
	size_t n, at;
};

static bool
is_kind(const struct reading *r, size_t i, enum cue_kind kind)
{
	return i < r->n && r->token[i].type == TOKEN_WORD
	    && r->token[i].kind == kind;
}

/* Whether an article or the like stands here: "the", "his". */
static bool
is_determiner(const struct reading *r, size_t i)
{
	return i < r->n && r->token[i].type == TOKEN_WORD
	    && r->token[i].kind >= CUE_DETERMINER
	    && r->token[i].kind <= CUE_POSSESSIVE;
}

static bool
is_word(const struct reading *r, size_t i)
{
	return i < r->n && r->token[i].type == TOKEN_WORD;
}

static bool
is_pronoun_kind(uint8_t kind)
{
	return kind >= CUE_HE && kind <= CUE_IT;
}

bool
chunk_is_pronoun(const struct chunk *c)
{
	return c->type == CHUNK_NOUN && is_pronoun_kind(c->kind);
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

static struct chunk *
add(struct reading *r, enum chunk_type type, size_t first, size_t end)
{
	struct chunks *out = r->out;

	out->chunk = alloc_grow(out->chunk, &out->cap, out->n + 1,
	    sizeof *out->chunk);
	out->chunk[out->n] = (struct chunk) {
		.first = first,
		.end = end,
		.head = end - 1,
		.subject = CHUNK_NONE,
		.type = (uint8_t)type,
		.kind = r->token[end - 1].kind,
	};
	r->at = end;
	return &out->chunk[out->n++];
}

/* Whether a token is a word that may be a verb of any form. */
static bool
is_verbal(const struct reading *r, size_t i)
{
	const struct token *t = &r->token[i];

	if (!is_word(r, i))
		return false;
	return t->kind == CUE_STRONG || t->kind == CUE_TELL || t->kind == CUE_WEAK
	    || t->kind == CUE_MENTAL || t->kind == CUE_PARTICIPLE
	    || t->kind == CUE_PAST || t->kind == CUE_VERB
	    || t->kind == CUE_GERUND;
}

/* Whether a capital here only tells that a sentence begins. */
static bool
begins_sentence(const struct reading *r, size_t i)
{
	return i == 0 || r->token[i - 1].type == TOKEN_STOP
	    || r->token[i - 1].type == TOKEN_COLON
	    || r->token[i - 1].type == TOKEN_QUOTE;
}

/* Whether an auxiliary verb stands here: "has", "was". A capitalised one
 * directly before another verb is a name: "May said". */
static bool
is_auxiliary(const struct reading *r, size_t i)
{
	if (!is_kind(r, i, CUE_AUX) && !is_kind(r, i, CUE_PASSIVE))
		return false;
	return !r->token[i].upper
	    || (begins_sentence(r, i) && !is_verbal(r, i + 1));
}

/* Whether a capitalised verb is one: "Bell Said Taxes Were ..", "Bell, the
 * mayor, Tweeted on .."; else it is a name, as in "Edward Said wrote". */
static bool
is_headline_verb(const struct reading *r, size_t i)
{
	const struct token *t = &r->token[i];

	if (!cue_is_saying((enum cue_kind)t->kind) || i == 0 || i + 1 == r->n)
		return false;
	if (t[-1].type == TOKEN_COMMA)
		return is_word(r, i + 1) && !t[1].upper;
	return is_word(r, i - 1) && t[-1].upper
	    && (t[1].type == TOKEN_QUOTE || (is_word(r, i + 1) && t[1].upper));
}

/* Whether a word may stand in a noun phrase, whatever is before it. */
static bool
is_nominal(const struct reading *r, size_t i)
{
	const struct token *t = &r->token[i];

	if (!is_word(r, i))
		return false;
	return t->kind == CUE_NONE || t->kind == CUE_ADJECTIVE
	    || t->kind == CUE_NOUN || t->kind == CUE_UTTERANCE
	    || (t->kind >= CUE_MALE && t->kind <= CUE_ELISION)
	    || (t->upper && !begins_sentence(r, i) && is_verbal(r, i)
	        && !is_headline_verb(r, i))
	    || (t->upper && t->kind == CUE_AUX && !is_auxiliary(r, i));
}

/* Whether an article or the like at i begins a noun phrase. */
static bool
begins_noun(const struct reading *r, size_t i)
{
	return is_determiner(r, i) || is_nominal(r, i);
}

/* Whether the last chunk is of a type. */
static bool
is_behind(const struct reading *r, enum chunk_type type)
{
	return r->out->n > 0 && r->out->chunk[r->out->n - 1].type == type;
}

/* Whether a word that may be a verb is an adjective in a noun phrase that
 * begins at `first`: "the proposed ban", "unnamed sources". */
static bool
is_modifier(const struct reading *r, size_t first, size_t i)
{
	const struct token *t = &r->token[i];

	if (t->kind != CUE_PAST && t->kind != CUE_GERUND
	    && t->kind != CUE_VERB)
		return false;
	if (i + 1 >= r->n || !is_nominal(r, i + 1))
		return false;
	if (first == i)
		return !r->token[i + 1].upper && (is_behind(r, CHUNK_PREPOSITION)
		    || (t->kind == CUE_PAST && !is_behind(r, CHUNK_NOUN)
		        && !is_behind(r, CHUNK_RELATIVE)));
	return !is_nominal(r, i - 1)
	    || r->token[i - 1].kind == CUE_ADJECTIVE
	    || r->token[i - 1].possessive;
}

static struct span
word_of(const struct reading *r, size_t i)
{
	return scan_span(r->in->scan, r->token[i].start, r->token[i].end);
}

/* Whether a verb has the form of its infinitive: there is one more in -s. */
static bool
is_base(const struct reading *r, size_t i)
{
	struct span word = word_of(r, i);
	char third[BASE_BYTES + 1];

	if (word.n > BASE_BYTES)
		return false;
	memcpy(third, word.p, word.n);
	third[word.n] = 's';
	word = (struct span) { third, word.n + 1 };
	return cue_kind_of(r->in->cues, r->in->lang, word) != CUE_NONE;
}

static bool
is_plural(const struct reading *r, size_t i)
{
	struct span word = word_of(r, i);

	return word.p[word.n - 1] == 's';
}

/* Whether a word that may be a verb is the noun of a phrase that begins at
 * `first`: "the claims", "Bell's call", "a rare note"; not "some asked". */
static bool
is_noun_here(const struct reading *r, size_t first, size_t i)
{
	const struct token *before = &r->token[i - 1];

	if (first == i)
		return false;
	if (before->kind == CUE_QUANTIFIER)
		return is_plural(r, i);
	if (is_determiner(r, i - 1) || before->kind == CUE_ADJECTIVE
	    || before->possessive
	    || (before->digit && !(i > first + 1 && before[-1].upper)))
		return is_base(r, i) || is_plural(r, i)
		    || r->token[i].kind == CUE_GERUND
		    || r->token[i].kind == CUE_PARTICIPLE
		    || before->possessive;
	return is_determiner(r, first) && !before->upper
	    && !is_plural(r, i - 1) && is_base(r, i);
}

/* Whether a word of time belongs to a noun phrase: "Monday's debate". */
static bool
is_time_inside(const struct reading *r, size_t first, size_t i)
{
	return is_kind(r, i, CUE_TIME) && (r->token[i].possessive
	    || (first < i && (r->token[i - 1].possessive
	        || (i > first + 1 && is_kind(r, i - 1, CUE_TIME))))
	    || (first < i && is_nominal(r, i + 1) && !r->token[i + 1].upper));
}

/* The end of the noun phrase that begins at `first`; `first` if none does. */
static size_t
noun_end(const struct reading *r, size_t first)
{
	size_t i = first;

	if (is_word(r, i) && is_pronoun_kind(r->token[i].kind))
		return i + 1;
	for (; is_word(r, i); i++) {
		if (i > first && is_determiner(r, i)
		    && !is_determiner(r, i - 1))
			break;
		if (begins_noun(r, i) || is_time_inside(r, first, i)
		    || (is_verbal(r, i) && (is_modifier(r, first, i)
		        || is_noun_here(r, first, i))))
			continue;
		if (is_kind(r, i, CUE_ADVERB) && i > first
		    && is_determiner(r, i - 1)
		    && begins_noun(r, i + 1))
			continue;
		break;
	}
	return i;
}

/* Reads "he", "the old mayor of", "the first week" (which is an adverb). */
static bool
read_noun(struct reading *r)
{
	size_t first = r->at, end = noun_end(r, first), i = end;
	struct chunk *c;

	if (end == first)
		return false;
	if (is_determiner(r, end - 1) && (is_kind(r, end, CUE_TIME)
	    || (end == first + 1 && is_behind(r, CHUNK_NOUN)
	        && is_kind(r, first, CUE_QUANTIFIER)))) {
		while (is_kind(r, end, CUE_TIME))
			end++;
		add(r, CHUNK_ADVERB, first, end);
		return true;
	}
	while (i > first + 1 && r->token[i - 1].digit)
		i--;
	c = add(r, CHUNK_NOUN, first, end);
	c->head = i - 1;
	c->kind = r->token[i - 1].kind;
	c->upper = r->token[i - 1].upper && !r->token[i - 1].digit
	    && !chunk_is_pronoun(c);
	return true;
}

/* What a group of verbs is, by its auxiliaries and the verb at the end. */
static enum chunk_form
form_of(const struct reading *r, size_t main, bool to, bool be, bool aux)
{
	const struct token *t = &r->token[main];
	bool running = t->kind == CUE_GERUND || t->kind == CUE_PARTICIPLE;

	if (be && is_verbal(r, main) && !running)
		return FORM_PASSIVE;
	if (to)
		return FORM_INFINITIVE;
	if (running)
		return be ? FORM_FINITE : FORM_PARTICIPLE;
	if (!aux && is_verbal(r, main)
	    && cue_guess(r->in->cues, r->in->lang, word_of(r, main))
	        == CUE_PAST)
		return FORM_PAST;
	return FORM_FINITE;
}

/* Where the adverbs from i on end, if a verb follows; else i. */
static size_t
skip_adverbs(const struct reading *r, size_t i)
{
	size_t end = i;

	while (is_kind(r, end, CUE_ADVERB))
		end++;
	return end > i && (is_auxiliary(r, end) || is_verbal(r, end)) ? end
	                                                              : i;
}

/* Whether a word that no list knows is a verb: "can catch", "to catch the". */
static bool
is_unknown_verb(const struct reading *r, size_t i, bool to, bool aux)
{
	if (!is_kind(r, i, CUE_NONE) || r->token[i].upper)
		return false;
	return aux || (to && !is_plural(r, i));
}

/* Whether a pronoun that is no object stands before: "he often". */
static bool
is_behind_pronoun(const struct reading *r)
{
	size_t i = r->out->n;
	const struct chunk *c = r->out->chunk;

	while (i > 0 && c[i - 1].type == CHUNK_ADVERB)
		i--;
	if (i == 0 || r->token[c[i - 1].first].type != TOKEN_WORD)
		return false;
	return c[i - 1].type == CHUNK_NOUN && chunk_is_pronoun(&c[i - 1])
	    && c[i - 1].kind != CUE_IT;
}

/* Reads "said", "has not said", "to say", "was asked". */
static bool
read_verb(struct reading *r)
{
	size_t first = r->at, i = first, main;
	bool to = is_kind(r, i, CUE_INFINITIVE), be = false, aux = false;
	struct chunk *c;

	if (to)
		i = skip_adverbs(r, i + 1);
	main = i;
	while (is_auxiliary(r, i)) {
		be = is_kind(r, i, CUE_PASSIVE);
		aux = true;
		main = i++;
		i = skip_adverbs(r, i);
	}
	if (is_verbal(r, i) && (aux || to || !r->token[i].upper
	    || begins_sentence(r, i) || is_headline_verb(r, i)))
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

	if (r->token[first].type == TOKEN_OPEN)
		while (i < r->n && i < first + ASIDE
		    && r->token[i].type != TOKEN_QUOTE
		    && r->token[i].type != TOKEN_STOP)
			if (r->token[i++].type == TOKEN_CLOSE) {
				add(r, CHUNK_ASIDE, first, i);
				return;
			}
	add(r, (enum chunk_type)types[r->token[first].type], first, first + 1);
}

/* Reads a small word between phrases. */
static bool
read_small(struct reading *r)
{
	static const struct {
		uint8_t kind, type;
	} types[] = { { CUE_LINK, CHUNK_PREPOSITION },
		{ CUE_PREPOSITION, CHUNK_PREPOSITION },
		{ CUE_AGENT, CHUNK_PREPOSITION },
		{ CUE_INFINITIVE, CHUNK_PREPOSITION },
		{ CUE_CONJUNCTION, CHUNK_CONJUNCTION },
		{ CUE_COORDINATOR, CHUNK_COORDINATOR },
		{ CUE_THAT, CHUNK_THAT }, { CUE_RELATIVE, CHUNK_RELATIVE },
		{ CUE_SOURCE, CHUNK_SOURCE }, { CUE_TIME, CHUNK_ADVERB } };
	size_t i;

	for (i = 0; i < sizeof types / sizeof types[0]; i++)
		if (is_kind(r, r->at, (enum cue_kind)types[i].kind)) {
			add(r, (enum chunk_type)types[i].type, r->at,
			    r->at + 1);
			return true;
		}
	return false;
}

void
chunk_read(struct chunks *out, const struct sentence_text *in,
    const struct token *token, size_t n)
{
	struct reading r = { out, in, token, n, 0 };

	out->n = 0;
	while (r.at < n) {
		if (is_word(&r, r.at) && ((is_kind(&r, r.at, CUE_NONE)
		    && is_behind_pronoun(&r) && read_verb(&r))
		    || read_noun(&r) || read_verb(&r) || read_small(&r)))
			continue;
		read_sign(&r);
	}
}

void
chunk_end(struct chunks *c)
{
	free(c->chunk);
	memset(c, 0, sizeof *c);
}
