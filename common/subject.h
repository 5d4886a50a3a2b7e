/* SPDX-License-Identifier: ISC */
/*
 * subject - the noun before a verb that is its subject
 *
 * It is looked for from the verb to the left, past what may stand between
 * them: adverbs, asides, appositions ("Ann Bell, 40, of Hale, said"), relative
 * clauses, prepositional phrases ("voters in both states said") and reduced
 * clauses ("the order released Friday said"). All work on chunks low..i, which
 * begin no further left than the sentence; CHUNK_NONE where no noun fits.
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "chunk.h"

/* The subject of verb v that stands before it. */
size_t subject_before(const struct chunk *, size_t low, size_t v);

/* The noun that a relative pronoun at index i stands for. */
size_t subject_antecedent(const struct chunk *, size_t low, size_t i);

/* The noun before the comma that ends low..i: "Bell, a lawyer, said". */
size_t subject_in_segments(const struct chunk *, size_t low, size_t i);

/* Where what is between commas begins that ends low..i. */
size_t subject_segment(const struct chunk *, size_t low, size_t i);

#endif
