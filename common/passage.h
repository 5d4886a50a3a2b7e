/* SPDX-License-Identifier: ISC */
/*
 * passage - a paragraph's tokens, and the sentence of it that is looked at
 *
 * Borrows all. A sentence is seen only so far around a token that a text
 * without stops costs no more than another.
 */
#ifndef PASSAGE_H
#define PASSAGE_H

#include "phrase.h"

enum {
	PASSAGE_REACH = 60 /* tokens that a sentence is seen, each way */
};

struct passage {
	const struct sentence_text *text;
	const struct token *token;
	size_t n;
	size_t low, high; /* the sentence: tokens low..high */
};

static inline bool
passage_is(const struct passage *p, size_t i, enum token_type type)
{
	return i < p->n && p->token[i].type == type;
}

static inline bool
passage_is_kind(const struct passage *p, size_t i, enum cue_kind kind)
{
	return passage_is(p, i, TOKEN_WORD) && p->token[i].kind == kind;
}

static inline bool
passage_is_pronoun(const struct passage *p, struct phrase who)
{
	return p->token[who.first].kind >= CUE_HE
	    && p->token[who.first].kind <= CUE_IT;
}

/* Sets low and high to the sentence around token k. */
void passage_sentence(struct passage *, size_t k);

/* Whether words stand between the sentence's beginning and token k. */
bool passage_is_inside(const struct passage *, size_t k);

#endif
