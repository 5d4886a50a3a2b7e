/* SPDX-License-Identifier: ISC */
/*
 * passage - a paragraph's chunks, and the sentence of it that is looked at
 *
 * Borrows all. A sentence is seen only so far around a chunk that a text
 * without stops costs no more than another.
 */
#ifndef PASSAGE_H
#define PASSAGE_H

#include "clause.h"
#include "phrase.h"

struct passage {
	const struct sentence_text *text;
	const struct token *token;
	const struct chunk *chunk;
	size_t n;
	size_t start;     /* the paragraph's first chunk; context before it */
	size_t low, high; /* the sentence: chunks low..high */
};

static inline bool
passage_is(const struct passage *p, size_t i, enum chunk_type type)
{
	return i < p->n && p->chunk[i].type == type;
}

/* Sets low and high to the sentence around chunk k. */
void passage_sentence(struct passage *, size_t k);

/* The same where it is known that the sentence is start..stop. */
void passage_look(struct passage *, size_t k, size_t start, size_t stop);

/* Whether words stand between the sentence's beginning and chunk k. */
bool passage_is_inside(const struct passage *, size_t k);

/* The stop at chunk i, if it stands for text that is left out, or null. */
const struct token *passage_gap(const struct passage *, size_t i);

/* The quotation of chunk k. */
static inline const struct quote *
passage_quote(const struct passage *p, size_t k)
{
	return &p->text->quotes->quote[p->token[p->chunk[k].first].quote];
}

#endif
