/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "edge.h"
#include "possessive.h"
#include "sentence.h"
#include "utf8.h"
#include "word.h"

enum {
	SHORT_BYTES = 4 /* of a title or month that is cut short: "Capt." */
};

/* The longest entry of several words: state while one may be complete. */
struct phrase {
	uint64_t chain; /* of the words so far; 0: none */
	size_t token;   /* the first of them */
};

struct reading {
	struct sentences *out;
	const struct sentence_text *in;
	struct phrase phrase;
	size_t to;
	size_t first; /* of the tokens that are read here */
};

/*
 * The next token, to be filled in field by field: one that is put together
 * elsewhere and copied waits for its bytes to be written first.
 */
static inline struct token *
add(struct sentences *s, enum token_type type, size_t start, size_t end)
{
	struct token *t;

	s->token = alloc_grow(s->token, &s->cap, s->n + 1, sizeof *s->token);
	t = &s->token[s->n++];
	t->start = (uint32_t)start;
	t->end = (uint32_t)end;
	t->type = (uint8_t)type;
	t->kind = TOKEN_SIGN;
	t->upper = t->digit = t->possessive = t->gap = false;
	t->quote = 0;
	return t;
}

static struct token *
last_token(const struct reading *r)
{
	return r->out->n > r->first ? &r->out->token[r->out->n - 1] : NULL;
}

/* Whether a word that ends at `end` completes a phrase: "according to". */
static bool
ends_phrase(struct reading *r, uint64_t hash, size_t end)
{
	uint64_t chain = word_chain(r->phrase.chain, hash);
	const struct cue *cue = cue_find(r->in->cues, chain);
	struct token *t;

	r->phrase.chain = cue != NULL && cue->begins ? chain : 0;
	if (cue == NULL || cue->kind[r->in->lang] == CUE_NONE)
		return false;
	r->out->n = r->phrase.token + 1;
	t = &r->out->token[r->phrase.token];
	t->end = (uint32_t)end;
	t->hash = chain;
	t->kind = cue->kind[r->in->lang];
	return true;
}

/* Reads a word that is in one piece. */
static inline void
read_piece(struct reading *r, struct span word, size_t start)
{
	const struct scan *s = r->in->scan;
	uint64_t hash = word_hash_in(word, s->text + s->len);
	bool digit = *word.p >= '0' && *word.p <= '9';
	bool upper = digit || utf8_is_upper(word.p, word.n);
	bool in_phrase = r->phrase.chain != 0;
	const struct cue *cue;
	uint8_t kind = CUE_NONE;
	struct token *t;

	if (in_phrase && ends_phrase(r, hash, start + word.n))
		return;
	cue = cue_find(r->in->cues, hash);
	if (cue != NULL) {
		kind = cue->kind[r->in->lang];
		if (cue->begins && !in_phrase)
			r->phrase = (struct phrase) { hash, r->out->n };
	}
	if (kind == CUE_NONE && !upper)
		kind = (uint8_t)cue_guess(r->in->cues, r->in->lang, word);
	t = add(r->out, TOKEN_WORD, start, start + word.n);
	t->hash = hash;
	t->kind = kind;
	t->upper = upper;
	t->digit = digit;
	t->possessive = possessive_bytes(word) > 0
	    || possessive_is_plural(s, word, start + word.n);
}

/* Where the verb ends that a small word is joined to: "a" in "a-t-il". */
static size_t
before_enclitic(struct span word, size_t n)
{
	size_t end = word.n - n - 1;

	return end - (end > 2 && memcmp(word.p + end - 2, "-t", 2) == 0) * 2u;
}

/*
 * Reads the word start..end: more tokens where one is elided into the next, or
 * joined to the one before.
 */
static inline void
read_word(struct reading *r, size_t start, size_t end, bool compound)
{
	const struct cues *cues = r->in->cues;
	struct span word = scan_span(r->in->scan, start, end), first;
	size_t n;

	if (cues->elides[r->in->lang]) {
		while ((first.n = cue_elided(cues, r->in->lang, word)) > 0) {
			first.p = word.p;
			read_piece(r, first, start);
			start += first.n;
			word = scan_span(r->in->scan, start, end);
		}
	}
	n = compound ? cue_enclitic(cues, r->in->lang, word) : 0;
	if (n > 0) {
		first = (struct span) { word.p, before_enclitic(word, n) };
		read_piece(r, first, start);
		r->phrase.chain = 0;
		start = end - n;
		word = scan_span(r->in->scan, start, end);
	}
	read_piece(r, word, start);
}

/* Whether the word behind a byte is one that begins sentences: "He", "The". */
static bool
begins_sentence(const struct reading *r, size_t at)
{
	const struct scan *s = r->in->scan;
	struct span word;
	enum cue_kind kind;

	if (at >= r->to || !block_is_space(s->text[at])
	    || !scan_word(s, &at, r->to, &word)
	    || !utf8_is_upper(word.p, word.n))
		return false;
	kind = cue_kind_of(r->in->cues, r->in->lang, word);
	return kind >= CUE_ADVERB && kind <= CUE_AGENT;
}

/* Whether a dot behind the last word belongs to that: "Mr.", "U.S.". */
static bool
is_abbreviated(const struct reading *r, size_t at)
{
	const struct token *t = last_token(r);

	if (t == NULL || t->type != TOKEN_WORD || t->end != at)
		return false;
	if (t->end - t->start == 1)
		return t->upper && !begins_sentence(r, at + 1);
	return t->upper && t->end - t->start <= SHORT_BYTES
	    && (t->kind == CUE_TITLE || t->kind == CUE_MISTER
	        || t->kind == CUE_MISTRESS || t->kind == CUE_TIME);
}

/* Whether a dot before a word ends a sentence: "the end.Then .." */
static bool
lacks_space(const struct reading *r, size_t at)
{
	const struct token *t = last_token(r);

	return t != NULL && t->type == TOKEN_WORD && t->end == at
	    && t->end - t->start > 2 && scan_is(r->in->scan, SCAN_UPPER, at + 1)
	    && !scan_is(r->in->scan, SCAN_UPPER, at - 1)
	    && !scan_is(r->in->scan, SCAN_DIGIT, at - 1);
}

/* Whether a stop at a byte ends its sentence. */
static bool
ends_sentence(const struct reading *r, size_t at)
{
	const struct scan *s = r->in->scan;
	const char *p = s->text;
	size_t next = at + 1;

	while (next < r->to && (p[next] & 0xC0) == 0x80)
		next++;
	if (next < r->to && scan_is(s, SCAN_STOP, next))
		return false;
	if (p[at] == '.' && (is_abbreviated(r, at)
	    || (next < r->to && (p[next] == ',' || p[next] == ')'))
	    || (next < r->to && scan_is(s, SCAN_WORD, next)
	        && !lacks_space(r, at))))
		return false;
	while (next < r->to && block_is_space(p[next]))
		next++;
	return next >= r->to || p[next] < 'a' || p[next] > 'z';
}

/* The token a character of ASCII is, whatever stands around it, or a word. */
static enum token_type
type_of(char c)
{
	switch (c) {
	case ',':
		return TOKEN_COMMA;
	case ':':
		return TOKEN_COLON;
	case ';':
		return TOKEN_SEMICOLON;
	case '(':
	case '[':
		return TOKEN_OPEN;
	case ')':
	case ']':
		return TOKEN_CLOSE;
	default:
		return TOKEN_WORD;
	}
}

static bool
is_dash(const struct reading *r, size_t at)
{
	const char *p = r->in->scan->text + at;

	if (*p == '-')
		return (at > 0 && block_is_space(p[-1]))
		    || (at + 1 < r->to && p[1] == '-');
	return edge_is_dash(r->in->scan, at, r->to);
}

static void
read_punctuation(struct reading *r, size_t at)
{
	char c = r->in->scan->text[at];
	enum token_type type = type_of(c);

	if (type != TOKEN_WORD)
		add(r->out, type, at, at + 1);
	else if (scan_is(r->in->scan, SCAN_STOP, at)) {
		if (ends_sentence(r, at))
			add(r->out, TOKEN_STOP, at, at + 1);
	} else if (is_dash(r, at))
		add(r->out, TOKEN_DASH, at, at + 1);
	if (!block_is_space(c))
		r->phrase.chain = 0;
}

/* Reads the bytes between two words: a space, mostly. */
static inline void
read_gap(struct reading *r, size_t at, size_t to)
{
	const char *text = r->in->scan->text;

	if (to - at == 1 && text[at] == ' ')
		return;
	for (; at < to; at++)
		if (text[at] != ' ')
			read_punctuation(r, at);
}

/*
 * Reads the words that start in `starts`, of cell i, and what stands before
 * them, from `at` on. Returns where the last one ends.
 */
static inline size_t
read_cell(struct reading *r, size_t i, uint64_t starts, size_t at, size_t to)
{
	const struct scan *s = r->in->scan;
	const uint64_t *mask = s->cell[i].mask;
	uint64_t ends = ~mask[SCAN_WORD] | mask[SCAN_START], after;
	size_t start, end;
	bool compound;

	for (; starts != 0; starts &= starts - 1) {
		start = i * 64 + scan_lowest(starts);
		if (start >= to)
			break;
		if (start < at) /* inside of what a hyphen joined */
			continue;
		after = ends & ~(uint64_t)1 << scan_lowest(starts);
		end = after != 0 ? i * 64 + scan_lowest(after) : to;
		compound = end >= to || s->text[end] == '-';
		if (compound)
			end = scan_compound_end(s, start, to);
		read_gap(r, at, start);
		read_word(r, start, end, compound);
		at = end;
	}
	return at;
}

/* Reads at..to, which holds no quotation; it may begin inside a word. */
static void
read_text(struct reading *r, size_t at, size_t to)
{
	const struct scan *s = r->in->scan;
	size_t i = at / 64;
	uint64_t starts = (s->cell[i].mask[SCAN_START]
	    & ~(uint64_t)0 << at % 64)
	    | (uint64_t)scan_is(s, SCAN_WORD, at) << at % 64;

	while (i * 64 < to) {
		at = read_cell(r, i, starts, at, to);
		starts = s->cell[++i].mask[SCAN_START];
	}
	read_gap(r, at, to);
}

static size_t
read_quote(struct reading *r, size_t index)
{
	const struct quote *q = &r->in->quotes->quote[index];

	add(r->out, TOKEN_QUOTE, q->open, q->close)->quote = (uint32_t)index;
	r->phrase.chain = 0;
	if (edge_ends_sentence(r->in->scan, q->end, q->close, r->to))
		add(r->out, TOKEN_STOP, q->close, q->close);
	return q->close;
}

/* Where the next quotation opens that is in no other and ends behind `at`. */
static size_t
next_quote(const struct quotes *q, size_t *quote, size_t at)
{
	while (*quote < q->n && (q->quote[*quote].depth > 0
	    || q->quote[*quote].close <= at))
		++*quote;
	return *quote < q->n ? q->quote[*quote].open : (size_t)-1;
}

void
sentence_read(struct sentences *out, const struct sentence_text *in,
    size_t from, size_t to, size_t *quote)
{
	struct reading r = { out, in, { 0, 0 }, to, out->n };
	size_t at = from, open;

	while (at < to) {
		open = next_quote(in->quotes, quote, at);
		if (at < open)
			read_text(&r, at, open < to ? open : to);
		at = open < to ? read_quote(&r, *quote) : to;
	}
}

void
sentence_stop(struct sentences *s, size_t at)
{
	if (s->n > 0 && s->token[s->n - 1].type != TOKEN_STOP)
		add(s, TOKEN_STOP, at, at);
}

void
sentence_gap(struct sentences *s, size_t from, size_t to)
{
	struct token *t;

	if (s->n == 0 || s->token[s->n - 1].type != TOKEN_STOP)
		add(s, TOKEN_STOP, from, to);
	t = &s->token[s->n - 1];
	t->start = (uint32_t)from;
	t->end = (uint32_t)to;
	t->gap = true;
}

void
sentence_end(struct sentences *s)
{
	free(s->token);
	memset(s, 0, sizeof *s);
}
