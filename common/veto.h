/* SPDX-License-Identifier: ISC */
/*
 * veto - whether two texts that are alike say another thing all the same
 *
 * A number or a name that stands in the place of another one, or a "not" that
 * came or went, makes of a text another text, however few words differ: "Apple
 * rose 3%", "Tesla fell 4%". Words that say the same (data/senses.*.txt) don't.
 */
#ifndef VETO_H
#define VETO_H

#include "align.h"

enum veto {
	VETO_NONE,
	VETO_FACT,     /* a name, a number or a word like one was replaced */
	VETO_NEGATION, /* a "not" came or went */
	VETO_ORDER     /* names or numbers changed places */
};

/*
 * What speaks against a gap. *same is set to the number of words of the new
 * block in it that are in the old one, too, or have the same sense there.
 */
enum veto veto_of(const struct gap *, const uint32_t *new,
    const uint32_t *old, size_t *same);

#endif
