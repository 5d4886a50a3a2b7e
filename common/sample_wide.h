/* SPDX-License-Identifier: ISC */
/*
 * sample_wide - sample_of on processors that have the AVX-512 of 2019 and later
 *
 * For sample.c alone, where the plain twin is.
 */
#ifndef SAMPLE_WIDE_H
#define SAMPLE_WIDE_H

#include "sample.h"

/*
 * Does what sample_of does; false if it can't, with anything in *sample: on
 * this processor, near the text's end, or for a block of a rare form.
 */
bool sample_wide(struct sample *, const struct scan *, size_t start,
    size_t end, const struct grammar *);

/*
 * Enters word i, but for what is known of words of ASCII by their masks;
 * sample.c's.
 */
void sample_enter(struct sample *, const struct scan *, size_t i,
    struct span word);

#endif
