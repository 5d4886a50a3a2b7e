/* SPDX-License-Identifier: ISC */
/*
 * verblast - cues of a language in which a verb may stand last, as in German
 *
 * "Bell hat den Plan „..“ genannt", "weil Bell den Plan „..“ nennt", "der Plan
 * wird von Bell als „..“ bezeichnet"; and "Wie Bell sagte, ..", which tells
 * who says the whole sentence.
 */
#ifndef VERBLAST_H
#define VERBLAST_H

#include "passage.h"

/* The chunks of who says something and of the cue; CHUNK_NONE if not found. */
struct verblast {
	size_t noun, verb;
};

/* By a cue directly behind quotation k, the subject before that. */
struct verblast verblast_find(const struct passage *, size_t k);

/* By the clause that begins the sentence of quotation k. */
struct verblast verblast_as(const struct passage *, size_t k);

/*
 * Whether the passage's sentence is in the mood of indirect speech, so that it
 * goes on with what somebody says: "Er sei „krank“".
 */
bool verblast_is_reported(const struct passage *);

#endif
