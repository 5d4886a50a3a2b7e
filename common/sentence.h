/* SPDX-License-Identifier: ISC */
/*
 * sentence - a paragraph as tokens: words with what they may be, punctuation,
 * ends of sentences; a quotation is one token, whatever is in it
 */
#ifndef SENTENCE_H
#define SENTENCE_H

#include "cue.h"
#include "quote.h"

enum token_type {
	TOKEN_WORD,
	TOKEN_QUOTE,
	TOKEN_COMMA,
	TOKEN_COLON,
	TOKEN_SEMICOLON,
	TOKEN_DASH,
	TOKEN_OPEN,  /* ( [ */
	TOKEN_CLOSE, /* ) ] */
	TOKEN_STOP,  /* the sentence ends */
	TOKEN_TYPES
};

/* Kinds of what is no word, behind those of words: this and the type. */
enum { TOKEN_SIGN = CUE_KINDS - 1, TOKEN_KINDS = TOKEN_SIGN + TOKEN_TYPES };

_Static_assert(TOKEN_KINDS <= 64, "kinds are bits of 64");

/* A window is small: offsets in it have 32 bits, and a token 32 bytes. */
struct token {
	uint64_t hash;   /* of a word, or of several, chained */
	uint32_t start, end;
	uint32_t quote;  /* index into the quotations */
	uint8_t type;    /* enum token_type */
	uint8_t kind;    /* enum cue_kind, of a word or several; or a sign's */
	bool upper;      /* the first character is a capital, or a digit */
	bool digit;      /* the first character is a digit */
	bool possessive; /* ends in 's */
	bool gap;        /* of a stop: it stands for text that is left out */
};

/* Owns its array. An empty one is all zero. */
struct sentences {
	struct token *token;
	size_t n, cap;
};

/* What tokens are made of. */
struct sentence_text {
	const struct scan *scan;
	const struct cues *cues;
	size_t lang;
	const struct quotes *quotes;
};

/*
 * Appends the tokens of from..to. The quotations start at index *quote, which
 * is moved behind those passed.
 */
void sentence_read(struct sentences *, const struct sentence_text *,
    size_t from, size_t to, size_t *quote);

/* Appends the end of a sentence. */
void sentence_stop(struct sentences *, size_t at);

/* The same, for all the text from..to, which is left out. */
void sentence_gap(struct sentences *, size_t from, size_t to);

void sentence_end(struct sentences *);

#endif
