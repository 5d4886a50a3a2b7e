/* SPDX-License-Identifier: ISC */
/*
 * dedupe - dedupe-related's ways through its documents
 *
 * One pass, or two where all is read first (repeat_options.learn); in each, a
 * document's windows as they come, or two walks where it is judged as a whole.
 */
#ifndef DEDUPE_H
#define DEDUPE_H

#include "shard.h"

struct dedupe_options {
	bool dropped; /* write what is dropped */
	double share; /* of a document that was seen: drop it; 0: none */
};

/*
 * Reads and judges all documents, and writes what goes out. The filter's
 * product must be `twice` for learn, and `whole` for a share.
 */
void dedupe(struct filter *, struct repeats *, const struct dedupe_options *,
    struct shard *);

#endif
