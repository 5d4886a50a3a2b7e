/* SPDX-License-Identifier: ISC */
/*
 * rest - the bytes of a bad record that were not held when it was found bad
 */
#ifndef REST_H
#define REST_H

#include "reader.h"

/*
 * The next part of what doc->raw did not hold, borrowed until the next call;
 * false when there is no more. Must be called until then.
 */
bool rest_next(struct reader *, struct span *part);

/*
 * How many of the bytes there stand before the next line that may begin a WARC
 * record. Remembers whether a line begins behind them.
 */
size_t rest_before_warc(struct reader *);

#endif
