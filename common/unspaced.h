/* SPDX-License-Identifier: ISC */
/*
 * unspaced - who said a quotation, in Chinese and Japanese
 *
 * Verbs of saying and the small words around them are found by the entries of
 * data/cues.LANG.txt; what stands between these is a speaker's phrase. Chinese
 * has its speakers before the verb, Japanese before a topic's particle; there
 * the verb stands behind what is said.
 */
#ifndef UNSPACED_H
#define UNSPACED_H

#include "dialogue.h"
#include "segment.h"

enum {
	UNSPACED_REACH = 120 /* tokens that are looked at, each way */
};

/* A paragraph's tokens; borrows all. */
struct line {
	const struct sentence_text *text;
	const struct token *token;
	size_t n;
};

static inline bool
line_is(const struct line *l, size_t i, enum token_type type)
{
	return i < l->n && l->token[i].type == type;
}

static inline bool
line_is_kind(const struct line *l, size_t i, enum cue_kind kind)
{
	return line_is(l, i, TOKEN_WORD) && l->token[i].kind == kind;
}

static inline bool
line_is_pronoun(const struct line *l, struct phrase who)
{
	return who.end == who.first + 1
	    && l->token[who.first].kind >= CUE_HE
	    && l->token[who.first].kind <= CUE_IT;
}

/* Whether quotation k ends as a sentence does, or where one goes on. */
bool line_is_stopped(const struct line *, size_t k);

/* Who says token k, a quotation; false if its sentence does not tell. */
bool chinese_speaker(const struct line *, size_t k, struct speaker *);
bool japanese_speaker(const struct line *, size_t k, struct speaker *);

/* The personal name in a speaker's phrase, an empty span if none is sure. */
struct span unspaced_name(const struct line *, struct phrase who);

/*
 * Attributes the quotations of a paragraph, and judges whether they are
 * speech; `of` has a place for each of the window's quotations. *last is who
 * spoke last before it, or null, and is moved on.
 */
void unspaced_attribute(struct attribution *of, const struct line *,
    const struct attribution **last);

#endif
