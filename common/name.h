/* SPDX-License-Identifier: ISC */
/*
 * name - a personal name in a text: where it begins and ends, titles left off
 *
 * A run is a series of capitalised words; a name is what in a run stands
 * behind titles, ranks and the names of organisations: with initials ("J. K.
 * Bell"), particles ("Ana de la Vega"), a nickname in marks and a suffix
 * ("Tom \"Tad\" Roe, Jr."). Nothing here allocates.
 */
#ifndef NAME_H
#define NAME_H

#include "cue.h"

struct name {
	size_t start, end;          /* none where these are equal */
	struct span given, surname; /* its first and last word; suffix aside */
	size_t n_words;             /* particles and suffix aside */
	struct span title;          /* the word before it, or nothing */
	enum cue_kind title_kind;   /* of that */
	uint64_t given_hash, surname_hash, title_hash;
	uint64_t hash;              /* of all words from given to surname */
	bool has_suffix;            /* "Jr.", "III" */
	enum cue_kind given_kind;   /* of its first word */
	bool is_organisation;
	bool is_possessive;         /* "Ann Bell's" */
	bool ends_run;              /* no title or other word behind it */
	bool leads_run;             /* .. or before it, but a verb may be */
	size_t run;                 /* where that begins */
};

struct name_text {
	const struct cues *cues;
	size_t lang;
	const struct scan *scan;
};

/*
 * Reads the name in the run that starts at `at`; one without words has no bytes
 * and no title, all else of it is not set. Returns where the run ends, behind
 * `at`.
 */
size_t name_read(const struct name_text *, size_t at, size_t to,
    struct name *);

/* Whether a name's first word is a known given name. */
static inline bool
name_is_given(const struct name *name)
{
	return name->given_kind == CUE_MALE || name->given_kind == CUE_FEMALE;
}

/* Whether a name is the first of a sentence, or of a quotation. */
bool name_begins(const struct name_text *, const struct name *);

/* Makes a name of the capitalised word at a byte, whatever else it may be. */
void name_of_word(const struct name_text *, size_t at, size_t to,
    struct name *);

/* Whether words of this kind are titles, ranks or offices. */
static inline bool
name_is_title(enum cue_kind kind)
{
	return (kind == CUE_TITLE) | (kind == CUE_MISTER)
	    | (kind == CUE_MISTRESS);
}

#endif
