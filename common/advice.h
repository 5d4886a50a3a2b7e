/* SPDX-License-Identifier: ISC */
/*
 * advice - what to do about a record of JSON Lines that is none
 */
#ifndef ADVICE_H
#define ADVICE_H

#include "json.h"

struct advice {
	struct buffer text;
	char *shown; /* owned */
};

/*
 * A reason with more in it than json_scan's where the cause can be guessed: an
 * array, an object of several lines, a text under another name. It can be
 * shown on a terminal, and is borrowed until the next call.
 */
const char *advice_of(struct advice *, struct json_scanner *,
    const char *reason, struct span line, const struct json_keys *);
void advice_end(struct advice *);

#endif
