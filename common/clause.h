/* SPDX-License-Identifier: ISC */
/*
 * clause - verbs that report, and their subjects
 */
#ifndef CLAUSE_H
#define CLAUSE_H

#include "passage.h"

/*
 * Whether the token at `at` is a verb or participle that may report what
 * somebody says; the clause begins no further left than low.
 */
bool clause_is_cue(const struct passage *, size_t at, size_t low);

/* Whether a verb is passive: who "was asked" does not speak. */
bool clause_is_passive(const struct passage *, size_t verb, size_t low);

/*
 * The subject of a verb of the clause low..high: its own, before or behind
 * it, else that of the clause's first verb that has one; may be none.
 */
struct phrase clause_subject(const struct passage *, size_t low, size_t verb,
    size_t high);

#endif
