/* SPDX-License-Identifier: ISC */
/*
 * romance - articles beside verbs in languages other than English
 *
 * "la nota dice", "l'a dit Bell", and verbs no list knows behind a quotation:
 * "..", souffle Bell. By the words around, as tag does.
 */
#ifndef ROMANCE_H
#define ROMANCE_H

#include "tag.h"

/* Whether an article at i is the object of the verb behind it: "l'a dit". */
bool romance_is_object(const struct tag_text *, size_t i);

/* Whether what may be a verb is a noun behind its article at i - 1. */
bool romance_is_noun(const struct tag_text *, size_t i);

/*
 * Whether an unknown word at i follows a person's name, so that it is a verb,
 * or a part of one: "Lea Conti insegna".
 */
bool romance_is_behind_name(const struct tag_text *, size_t i);

/* Whether an unknown word at i is a verb whose subject, or object, follows. */
bool romance_is_inverted(const struct tag_text *, size_t i);

#endif
