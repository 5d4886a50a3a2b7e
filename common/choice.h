/* SPDX-License-Identifier: ISC */
/*
 * choice - who may speak a turn of a dialogue, and what it costs
 *
 * Who is told to speak by name has no rivals. Else those may speak it who
 * were spoken of last, and the speakers of the turns around: the more they
 * suit a pronoun, the words of the paragraph and whom it addresses, the less
 * they cost.
 */
#ifndef CHOICE_H
#define CHOICE_H

#include "turn.h"

/* All that is known of a window; borrowed. */
struct scene {
	struct attribution *of;
	struct turns *turns;
	struct cast *cast;
	struct mentions *mentions;
	struct mention_text text;
};

/* Lists who may speak a turn by what stands before it; turns in order. */
void choice_read(struct scene *, struct turn *);

/*
 * Adds, to turn i of the dialogue first..end, who speaks around it. There is
 * then at least one choice, if it is nobody.
 */
void choice_finish(struct scene *, size_t first, size_t end, size_t i);

/* Whether a pronoun tells the sex only: "he", "she". */
static inline bool
choice_is_third(enum cue_kind pronoun)
{
	return pronoun == CUE_HE || pronoun == CUE_SHE;
}

#endif
