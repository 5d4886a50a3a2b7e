/* SPDX-License-Identifier: ISC */
/*
 * cue - what a word may tell about who speaks: data/cues.LANG.txt as a table
 *
 * An entry that begins with a hyphen is a suffix; a single dot tells of the
 * language as a whole (verb-second).
 *
 * An entry is one word or a few; its kind differs from language to language
 * ("die", "on"), so a document's language is chosen first, by its most common
 * small words. A further language is a further file, up to CUE_LANGS. What is
 * in data/cues.mul.txt, given names, is in every language.
 */
#ifndef CUE_H
#define CUE_H

#include <stdint.h>

#include "scan.h"

enum {
	CUE_LANGS = 14
};

/* The kinds, as they are named in the lists. */
enum cue_kind {
	CUE_NONE,
	CUE_STRONG,      /* verb of saying; its subject may stand behind it */
	CUE_WEAK,        /* verb that may report; its subject stands before */
	CUE_MENTAL,      /* verb of thinking: a verb of saying wins over it */
	CUE_PARTICIPLE,  /* "saying": its subject is another verb's */
	CUE_INFINITIVE,  /* "to": the verb behind it has no subject */
	CUE_PASSIVE,     /* "was": a past form behind it is passive */
	CUE_AUX,         /* other auxiliary verbs, negation */
	CUE_ADVERB,      /* may stand between subject and verb */
	CUE_HE, CUE_SHE, CUE_THEY, CUE_FIRST, CUE_IT, /* pronouns */
	CUE_DETERMINER,  /* begins a noun phrase */
	CUE_RELATIVE,    /* begins a clause that belongs to the noun before */
	CUE_CONJUNCTION, /* begins a clause */
	CUE_LINK,        /* preposition inside a noun phrase: "of" */
	CUE_PREPOSITION, /* any other */
	CUE_SOURCE,      /* "according to": a speaker follows */
	CUE_ADJECTIVE,   /* may stand before a name: "poor" */
	CUE_PAST,        /* ends as a verb in the past does: "hammered" */
	CUE_NOUN,        /* what is no adverb, whatever its suffix */
	CUE_TIME,        /* capitalised, but no name: "Monday" */
	CUE_MALE, CUE_FEMALE, /* given names */
	CUE_MISTER, CUE_MISTRESS, /* titles that tell the sex */
	CUE_TITLE,       /* titles, ranks and offices */
	CUE_ORGANISATION, /* last word of what is no person */
	CUE_MAN, CUE_WOMAN, /* nouns that tell the sex: "boy", "wife" */
	CUE_ELISION      /* begins with an apostrophe: "em" */
};

struct cue {
	uint64_t hash;           /* of the word or words; 0: a free slot */
	uint8_t kind[CUE_LANGS]; /* enum cue_kind by language */
	bool begins;             /* a longer entry begins with it */
};

/* What words that end so are where nothing else is known: "-ly". */
struct cue_suffix {
	struct span bytes;
	size_t lang;
	enum cue_kind kind;
};

/* Owns its table. */
struct cues {
	struct cue *slot;
	size_t mask;
	struct cue_suffix suffix[CUE_LANGS];
	size_t n_suffixes;
	bool elides[CUE_LANGS]; /* whether it has words like "l'" */
	uint64_t pronoun_first[CUE_LANGS]; /* bits: a first byte % 64 */
	bool verb_second[CUE_LANGS]; /* "On Monday said Smith" is usual */
	size_t english; /* what is taken where nothing tells */
};

/* Builds the table from the lists that are in the program. */
void cue_begin(struct cues *);
void cue_end(struct cues *);

/* The entry, or null; the hash is word_hash, chained for further words. */
const struct cue *cue_find(const struct cues *, uint64_t hash);

/* The kind of a word in small letters that is no entry: by its suffix. */
enum cue_kind cue_guess(const struct cues *, size_t lang, struct span word);

/* Whether a word that begins with a byte may be "he" or "she". */
static inline bool
cue_may_be_pronoun(const struct cues *c, size_t lang, char first)
{
	return (c->pronoun_first[lang] >> (unsigned char)first % 64 & 1) != 0;
}

/* The bytes of a small word that is elided into the next one: "l'". */
size_t cue_elided(const struct cues *, size_t lang, struct span word);

/* The kind of a single word. */
enum cue_kind cue_kind_of(const struct cues *, size_t lang, struct span word);

/* CUE_HE or CUE_SHE where a title or given name tells it, else CUE_NONE. */
enum cue_kind cue_sex(const struct cues *, size_t lang, struct span name);

/* The language of the text from..to, by its first words. */
size_t cue_language(const struct cues *, const struct scan *, size_t from,
    size_t to);

#endif
