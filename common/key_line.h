/* SPDX-License-Identifier: ISC */
/*
 * key_line - what parts of an input have to tell each other: key TAB value
 *
 *	eFINGERPRINT TAB POSITION             a block with the fingerprint
 *	eFINGERPRINT TAB POSITION NUMBER LAST a crumb that has it as its part of
 *	                                      this number; blocks up to LAST, a
 *	                                      start in the document, were met
 *	tHEAD TAB POSITION ENDING WORDS CHECKS
 *	                                      a block with these first words, that
 *	                                      may be a teaser, or what has teasers
 *	nKEY TAB POSITION ENDING WORDS TERMS  a block, by one of its keys in the
 *	                                      near tier
 *
 * One line each, of ASCII. A key is a letter and 16 hexadecimal digits. The
 * further fields are apart by a space: ENDING is a letter, s: a sentence, r:
 * no beginning of anything, else open, ellipsis, or more (o, e, m); WORDS are
 * those before a read-more phrase; CHECKS of the words behind the first 8, up
 * to the 64th, are as in struct checkpoints, in base85, absent where there are
 * none. TERMS are the lower half of the block's fingerprint and then all of
 * struct terms, in base85, too.
 *
 * A further tier takes a letter of its own for its keys.
 */
#ifndef KEY_LINE_H
#define KEY_LINE_H

#include "near_block.h"
#include "output.h"
#include "position.h"
#include "teaser.h"

enum { KEY_HEX = 16, KEY_BYTES = KEY_HEX + 1 };

#define KEY_EXACT 'e'
#define KEY_TEASER 't'
#define KEY_NEAR 'n'
#define KEY_TYPES 3

/* A line of any type. */
struct key_line {
	char type; /* KEY_EXACT, KEY_TEASER, KEY_NEAR */
	uint64_t key;
	struct position at;

	bool crumb;      /* KEY_EXACT: a part of a crumb, no block */
	uint32_t number; /* .. which part, .. */
	uint64_t last;   /* .. and the start of the last block met */

	struct teaser_record record; /* KEY_TEASER: a block's */
	enum ending_kind ending;     /* STOP: it is no beginning */

	/* KEY_NEAR, and .ending; behind the print its n_terms */
	uint32_t print_and_term[1 + ALIGN_WORDS];
	uint32_t n_terms;
};

/* Parts of a crumb are numbered below this. */
#define KEY_PARTS 1000

void key_line_block(struct output *, uint64_t fingerprint, struct position);
void key_line_crumb(struct output *, uint64_t fingerprint, struct position,
    uint32_t number, uint64_t last);
void key_line_teaser(struct output *, struct position,
    const struct teaser_record *, enum ending_kind);

/* One of the keys of a block, which has a size and this fingerprint. */
void key_line_near(struct output *, uint64_t key, struct position,
    uint64_t fingerprint, const struct terms *, enum ending_kind);

/* The types of keys as numbers from 0, below KEY_TYPES. */
static inline size_t
key_line_type(char type)
{
	return type == KEY_EXACT ? 0 : type == KEY_TEASER ? 1 : 2;
}

/* Reads a line; null, or why it is none. */
const char *key_line_read(struct key_line *, struct span line);

#endif
