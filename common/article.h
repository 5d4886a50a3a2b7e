/* SPDX-License-Identifier: ISC */
/*
 * article - what an article tells of its noun where it has cases, in German
 *
 * It tells what is no subject ("dem Sender sagte Bell ..", "den Brief ..");
 * behind a comma it may be a relative pronoun ("Bell, der den Sender leitet").
 */
#ifndef ARTICLE_H
#define ARTICLE_H

#include "tag.h"

/* Whether the noun phrase that begins at i is no verb's subject. */
bool article_is_oblique(const struct tag_text *, size_t i);

/* Whether what stands at i is a relative pronoun, its verb last. */
bool article_is_relative(const struct tag_text *, size_t i);

/*
 * The end of the noun phrase first..end in a language that capitalises nouns:
 * behind the last of those in a row; `first` if none is there.
 */
size_t article_phrase_end(const struct tag_text *, size_t first, size_t end);

/*
 * Where a family name ends that begins at `first` with a preposition: "Von der
 * Leyen sagte", "zei Van den Berg"; `first` if none does.
 */
size_t article_family_name(const struct tag_text *, size_t first);

/* Whether a word that no list knows ends as a verb does. */
bool article_is_verb(const struct tag_text *, size_t i);

/* Whether the phrase first..end, with its article or without, may be a name. */
bool article_is_name(const struct tag_text *, size_t first, size_t end);

#endif
