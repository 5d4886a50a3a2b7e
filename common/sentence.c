/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "edge.h"
#include "possessive.h"
#include "sentence.h"
#include "stop.h"
#include "utf8.h"
#include "word.h"

/*
 * What few words need stands apart from what all do, so that the loop over
 * words keeps what it works on in registers.
 */
#define RARE __attribute__((noinline))

/* The longest entry of several words: state while one may be complete. */
struct phrase {
	uint64_t chain; /* of the words so far; 0: none */
	size_t token;   /* the first of them */
};

struct reading {
	struct sentences *out;
	const struct scan *scan;
	const struct cues *cues;
	size_t lang;
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
	t->kind = (uint8_t)(TOKEN_SIGN + type);
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
static RARE bool
ends_phrase(struct reading *r, uint64_t hash, size_t end)
{
	uint64_t chain = word_chain(r->phrase.chain, hash);
	const struct cue *cue = cue_at(r->cues, chain);
	struct token *t;

	r->phrase.chain = cue->begins ? chain : 0;
	if (cue->kind[r->lang] == CUE_NONE)
		return false;
	r->out->n = r->phrase.token + 1;
	t = &r->out->token[r->phrase.token];
	t->end = (uint32_t)end;
	t->hash = chain;
	t->kind = cue->kind[r->lang];
	return true;
}

static RARE bool
is_possessive(const struct scan *s, struct span word, size_t end)
{
	return possessive_bytes(word) > 0 || possessive_is_plural(s, word, end);
}

/*
 * Reads a word that is in one piece; `marked`: a mark may be in it, or behind
 * it, that makes it a possessive.
 */
static inline void
read_piece(struct reading *r, struct span word, size_t start, bool marked)
{
	const struct scan *s = r->scan;
	uint64_t hash = word_hash_in(word, s->text + s->len);
	bool digit = *word.p >= '0' && *word.p <= '9';
	bool upper = digit | utf8_is_upper(word.p, word.n);
	bool in_phrase = r->phrase.chain != 0;
	const struct cue *cue;
	struct token *t;
	uint8_t kind;

	if (in_phrase && ends_phrase(r, hash, start + word.n))
		return;
	cue = cue_at(r->cues, hash);
	kind = cue->kind[r->lang];
	if (cue->begins && !in_phrase)
		r->phrase = (struct phrase) { hash, r->out->n };
	if ((kind == CUE_NONE) & !upper
	    & cue_may_be_guessed(r->cues, r->lang, word))
		kind = (uint8_t)cue_kind_of_suffix(r->cues, r->lang, word);
	t = add(r->out, TOKEN_WORD, start, start + word.n);
	t->hash = hash;
	t->kind = kind;
	t->upper = upper;
	t->digit = digit;
	if (marked)
		t->possessive = is_possessive(s, word, start + word.n);
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
static RARE void
read_joined(struct reading *r, size_t start, size_t end)
{
	struct span word = scan_span(r->scan, start, end), first;
	size_t n;

	while ((first.n = cue_elided(r->cues, r->lang, word)) > 0) {
		first.p = word.p;
		read_piece(r, first, start, true);
		start += first.n;
		word = scan_span(r->scan, start, end);
	}
	n = cue_enclitic(r->cues, r->lang, word);
	if (n > 0) {
		first = (struct span) { word.p, before_enclitic(word, n) };
		read_piece(r, first, start, true);
		r->phrase.chain = 0;
		start = end - n;
		word = scan_span(r->scan, start, end);
	}
	read_piece(r, word, start, true);
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
	const char *p = r->scan->text + at;

	if (*p == '-')
		return (at > 0 && block_is_space(p[-1]))
		    || (at + 1 < r->to && p[1] == '-');
	return edge_is_dash(r->scan, at, r->to);
}

static void
read_punctuation(struct reading *r, size_t at)
{
	char c = r->scan->text[at];
	enum token_type type = type_of(c);

	if (type != TOKEN_WORD)
		add(r->out, type, at, at + 1);
	else if (scan_is(r->scan, SCAN_STOP, at)) {
		if (stop_ends_sentence(r->in, last_token(r), at, r->to))
			add(r->out, TOKEN_STOP, at, at + 1);
	} else if (is_dash(r, at))
		add(r->out, TOKEN_DASH, at, at + 1);
	if (!block_is_space(c))
		r->phrase.chain = 0;
}

/* Reads the bytes between two words, if they are more than a space. */
static RARE void
read_signs(struct reading *r, size_t at, size_t to)
{
	for (; at < to; at++)
		if (r->scan->text[at] != ' ')
			read_punctuation(r, at);
}

/* The bits from n on, if there are any. */
static inline uint64_t
bits_from(size_t n)
{
	return n < 64 ? ~(uint64_t)0 << n : 0;
}

/*
 * Reads the words that start in `starts`, of cell i, and what stands before
 * them, from `at` on. Returns where the last one ends.
 */
static inline size_t
read_cell(struct reading *r, size_t i, uint64_t starts, size_t at, size_t to)
{
	const struct scan *s = r->scan;
	const uint64_t *mask = s->cell[i].mask;
	size_t base = i * 64, start, end;
	uint64_t beyond = bits_from(to - base), low, after, marks;
	uint64_t ends = ~mask[SCAN_WORD] | mask[SCAN_START] | beyond;
	const char *text = s->text;
	bool compound;

	for (starts &= ~beyond; starts != 0;) {
		low = starts & -starts;
		start = base + scan_lowest(starts);
		after = ends & -(low << 1);
		marks = mask[SCAN_MARK] & (after ^ (after - 1)) & -low;
		if (after != 0) {
			end = base + scan_lowest(after);
		} else {
			end = scan_word_end(s, start, to);
			marks = scan_next(s, SCAN_MARK, start, end + 1) <= end;
		}
		starts &= starts - 1;
		compound = end < to && text[end] == '-';
		if (compound) {
			end = scan_compound_end(s, start, to);
			starts &= bits_from(end - base);
		}
		if (start - at != 1 || text[at] != ' ')
			read_signs(r, at, start);
		if (compound || marks != 0)
			read_joined(r, start, end);
		else
			read_piece(r, scan_span(s, start, end), start, false);
		at = end;
	}
	return at;
}

/* Reads at..to, which holds no quotation; it may begin inside a word. */
static void
read_text(struct reading *r, size_t at, size_t to)
{
	const struct scan *s = r->scan;
	size_t i = at / 64;
	uint64_t starts = (s->cell[i].mask[SCAN_START]
	    & ~(uint64_t)0 << at % 64)
	    | (uint64_t)scan_is(s, SCAN_WORD, at) << at % 64;

	for (;;) {
		at = read_cell(r, i, starts, at, to);
		if (++i * 64 >= to)
			break;
		starts = s->cell[i].mask[SCAN_START];
		if (at > i * 64)
			starts &= bits_from(at - i * 64);
	}
	read_signs(r, at, to);
}

static size_t
read_quote(struct reading *r, size_t index)
{
	const struct quote *q = &r->in->quotes->quote[index];

	add(r->out, TOKEN_QUOTE, q->open, q->close)->quote = (uint32_t)index;
	r->phrase.chain = 0;
	if (edge_ends_sentence(r->scan, q->end, q->close, r->to))
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
	struct reading r = { out, in->scan, in->cues, in->lang, in,
		{ 0, 0 }, to, out->n };
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
