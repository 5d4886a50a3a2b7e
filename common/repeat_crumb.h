/* SPDX-License-Identifier: ISC */
/*
 * repeat_crumb - the crumb tier of repeat: is a block a trail around a title?
 */
#ifndef REPEAT_CRUMB_H
#define REPEAT_CRUMB_H

#include "repeat.h"

/*
 * Drops the block, met as m, if its title was seen anywhere or stands among
 * from..to, the blocks before and behind it. It must be new, of more than
 * CRUMB_TITLE and at most CRUMB_WORDS words, and end without a stop.
 */
void repeat_crumb(const struct repeats *, const struct scan *,
    const struct block *, struct met *m, const struct met *from,
    const struct met *to);

#endif
