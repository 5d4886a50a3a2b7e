/* SPDX-License-Identifier: ISC */
/*
 * feed - fills the window of filter's document, from a stream or a record
 */
#ifndef FEED_H
#define FEED_H

#include "filter.h"

/*
 * Fills the window until there is something to decide in it. False where the
 * stream can't be read on: reader.in.error.
 */
bool feed_window(struct filter *);

/* Drops the first blocks of the window, and their bytes from the stream. */
void feed_drop(struct filter *, size_t n_blocks);

#endif
