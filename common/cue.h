/* SPDX-License-Identifier: ISC */
/*
 * cue - what a word may tell about who speaks: data/cues.LANG.txt as a table
 *
 * An entry that begins with a hyphen is a suffix, one with two a small word
 * joined to the one before ("--il": "dit-il"); one of dots alone tells of the
 * language as a whole: verb-second, pro-drop, capitals, or the script if it is
 * written unspaced.
 *
 * An entry is one word or a few; its kind differs from language to language
 * ("die", "on"), so a document's language is chosen first, by its most common
 * small words. A further language is a further file, up to CUE_LANGS. What is
 * in data/cues.mul.txt, given names, is in every language.
 *
 * The table, cues_table (tables.h), is made when copydesk is built.
 */
#ifndef CUE_H
#define CUE_H

#include <stdint.h>

#include "keys.h"
#include "scan.h"
#include "word.h"

enum {
	CUE_LANGS = 15,
	CUE_LANG_BYTES = 8,     /* of a language's name, a NUL with them */
	CUE_SUFFIXES = 256,
	CUE_SUFFIX_BYTES = 22,
	CUE_PRONOUNS = 16,      /* of a language, and one */
	CUE_ENTRIES = 24576,    /* with what longer ones begin with */
	CUE_PLACE_BITS = 15,    /* of a place for each */
	CUE_KEY_BITS = 12,
	CUE_ROWS = 2048         /* that differ in what they say */
};

/* The kinds, as they are named in the lists. */
enum cue_kind {
	CUE_NONE,
	CUE_STRONG,      /* verb of saying; its subject may stand behind it */
	CUE_TELL,        /* verb of saying whose object is a person: "told" */
	CUE_WEAK,        /* verb that may report; its subject stands before */
	CUE_MENTAL,      /* verb of thinking: a verb of saying wins over it */
	CUE_PARTICIPLE,  /* "saying": its subject is another verb's */
	CUE_VERB,        /* a finite verb that reports nothing: "came" */
	CUE_PAST,        /* ends as a verb in the past does: "hammered" */
	CUE_GERUND,      /* ends as a participle does: "running" */
	CUE_INFINITIVE,  /* "to": the verb behind it has no subject */
	CUE_PASSIVE,     /* "was": a past form behind it is passive */
	CUE_AUX,         /* other auxiliary verbs, negation */
	CUE_SUBJUNCTIVE, /* .. that tells that something is reported: "sei" */
	CUE_ADVERB,      /* may stand between subject and verb */
	CUE_HE, CUE_SHE, CUE_THEY, CUE_FIRST, CUE_IT, /* pronouns */
	CUE_DETERMINER,  /* begins a noun phrase */
	CUE_OBLIQUE,     /* .. that is no subject: "dem" */
	CUE_QUANTIFIER,  /* .. or stands for one: "some" */
	CUE_POSSESSIVE,  /* .. and is a pronoun, too: "his" */
	CUE_PARTITIVE,   /* an article; behind a noun, "of the": "des" */
	CUE_RELATIVE,    /* begins a clause that belongs to the noun before */
	CUE_CONJUNCTION, /* begins a clause */
	CUE_AS,          /* .. that may tell who says what follows: "wie" */
	CUE_THAT,        /* begins a clause that says what: "that" */
	CUE_COORDINATOR, /* joins what is alike: "and" */
	CUE_LINK,        /* preposition inside a noun phrase: "of" */
	CUE_PREPOSITION, /* any other */
	CUE_AGENT,       /* .. behind which stands who does it: "by" */
	CUE_SOURCE,      /* "according to": a speaker follows */
	CUE_POSTPOSED,   /* .. stands before it: "zufolge" */
	CUE_THUS,        /* .. follows, if a comma stands before: "so" */
	CUE_VIEW,        /* .. follows, if a sentence begins so: "pour" */
	CUE_ADJECTIVE,   /* may stand before a name: "poor" */
	CUE_NOUN,        /* what is no adverb, whatever its suffix */
	CUE_UTTERANCE,   /* a noun of saying: "remark" */
	CUE_TIME,        /* capitalised, but no name: "Monday" */
	CUE_MALE, CUE_FEMALE, /* given names */
	CUE_MISTER, CUE_MISTRESS, /* titles that tell the sex */
	CUE_TITLE,       /* titles, ranks and offices */
	CUE_ORGANISATION, /* last word of what is no person */
	CUE_MAN, CUE_WOMAN, /* nouns that tell the sex: "boy", "wife" */
	CUE_ELISION,     /* begins with an apostrophe: "em" */
	CUE_SURNAME,     /* may begin a name: Chinese */
	CUE_TOPIC,       /* stands behind a subject: Japanese */
	CUE_QUOTATIVE,   /* stands behind what is said: Japanese */
	CUE_MAYOR,       /* an office that a place's name may stand before */
	CUE_KINDS
};

/* A set of kinds, as bits: CUE_SET(CUE_HE) | CUE_SET(CUE_SHE). */
#define CUE_SET(kind) ((uint64_t)1 << (kind))
#define CUE_RANGE(first, last) (2 * CUE_SET(last) - CUE_SET(first))

#define CUE_REPORTING CUE_RANGE(CUE_STRONG, CUE_PARTICIPLE)
#define CUE_AUXILIARIES CUE_RANGE(CUE_PASSIVE, CUE_SUBJUNCTIVE)
#define CUE_PRONOUNS CUE_RANGE(CUE_HE, CUE_IT)
#define CUE_DETERMINERS CUE_RANGE(CUE_DETERMINER, CUE_PARTITIVE)

static inline bool
cue_is_of(uint8_t kind, uint64_t set)
{
	return (set >> kind & 1) != 0;
}

/* Whether a verb is one of saying, whoever else is its object. */
static inline bool
cue_is_saying(enum cue_kind kind)
{
	return kind == CUE_STRONG || kind == CUE_TELL;
}

/* Whether a word is a verb that may report: of saying, writing, thinking. */
static inline bool
cue_may_report(enum cue_kind kind)
{
	return kind >= CUE_STRONG && kind <= CUE_PARTICIPLE;
}

/* Whether a word is a pronoun: "he", "it". */
static inline bool
cue_is_pronoun(enum cue_kind kind)
{
	return kind >= CUE_HE && kind <= CUE_IT;
}

/* Whether a word begins a noun phrase: "the", "some", "his". */
static inline bool
cue_is_determiner(enum cue_kind kind)
{
	return kind >= CUE_DETERMINER && kind <= CUE_PARTITIVE;
}

/* What an entry says; those that say the same share it. */
struct cue {
	uint8_t kind[CUE_LANGS]; /* enum cue_kind by language */
	bool begins;             /* a longer entry begins with it */
	uint16_t common;         /* bits: languages it is a sign of */
};

_Static_assert(CUE_LANGS <= 16, "a bit for each language");
_Static_assert(CUE_ROWS <= 1 << CUE_KEY_BITS, "a number for each row");

/* What words that end so are where nothing else is known: "-ly". */
struct cue_suffix {
	uint8_t bytes[CUE_SUFFIX_BYTES];
	uint8_t n, kind;
};

/* Constants without a pointer: what is not read costs nothing. */
struct cues {
	uint16_t factor[1 << CUE_KEY_BITS];  /* as keys.h has it .. */
	uint64_t place[1 << CUE_PLACE_BITS]; /* .. the numbers are rows' */
	struct cue row[CUE_ROWS]; /* from 1 on; 0 says nothing */
	uint16_t n_rows;
	struct cue_suffix suffix[CUE_SUFFIXES];
	uint16_t n_suffixes;
	uint16_t suffixes[CUE_LANGS + 1]; /* where each language's begin */
	uint64_t suffix_last[CUE_LANGS]; /* bits: their last bytes, % 64 */
	bool elides[CUE_LANGS]; /* whether it has words like "l'" */
	bool joins[CUE_LANGS];  /* .. like "-il" */
	/* What "he" and "she" begin with: "he", "sh"; zeros behind the last. */
	uint8_t pronoun[CUE_LANGS][CUE_PRONOUNS][2];
	bool verb_second[CUE_LANGS]; /* "On Monday said Smith" is usual */
	bool unspaced[CUE_LANGS]; /* nothing stands between words */
	bool pro_drop[CUE_LANGS]; /* "he" is mostly left out */
	bool capitals[CUE_LANGS]; /* of all nouns, not only of names */
	char lang[CUE_LANGS][CUE_LANG_BYTES]; /* their names: "en" */
	uint8_t english; /* what is taken where nothing tells */
	uint8_t han, kana; /* the languages of these scripts */
};

/* A language's number by its name: "en"; CUE_LANGS if there is none. */
size_t cue_lang(const struct cues *, struct span name);

/* The row of an entry, or 0; the hash is word_hash, chained for more words. */
static inline size_t
cue_row(const struct cues *c, uint64_t hash)
{
	uint16_t factor = c->factor[hash % (1 << CUE_KEY_BITS)];

	return keys_number(c->place[keys_place(hash, factor, CUE_PLACE_BITS)],
	    CUE_KEY_BITS, hash);
}

/* What an entry says; nothing of what is none. */
static inline const struct cue *
cue_at(const struct cues *c, uint64_t hash)
{
	return &c->row[cue_row(c, hash)];
}

/* What an entry says, or null. */
static inline const struct cue *
cue_find(const struct cues *c, uint64_t hash)
{
	size_t row = cue_row(c, hash);

	return row == 0 ? NULL : &c->row[row];
}

/* The kind of what has that hash; CUE_NONE if it is no entry. */
static inline enum cue_kind
cue_kind_at(const struct cues *c, size_t lang, uint64_t hash)
{
	return (enum cue_kind)c->row[cue_row(c, hash)].kind[lang];
}

/* The kind of a word whose last byte may be a suffix's. */
enum cue_kind cue_kind_of_suffix(const struct cues *, size_t lang,
    struct span word);

/* Whether a word's last byte may be a suffix's. */
static inline bool
cue_may_be_guessed(const struct cues *c, size_t lang, struct span word)
{
	unsigned char last = (unsigned char)word.p[word.n - 1];

	return (c->suffix_last[lang] >> last % 64 & 1) != 0;
}

/* The kind of a word in small letters that is no entry: by its suffix. */
static inline enum cue_kind
cue_guess(const struct cues *c, size_t lang, struct span word)
{
	return !cue_may_be_guessed(c, lang, word) ? CUE_NONE
	    : cue_kind_of_suffix(c, lang, word);
}

/* Whether a small word, with what stands behind it, may be "he" or "she". */
static inline bool
cue_may_be_pronoun(const struct cues *c, size_t lang, struct span text)
{
	const uint8_t (*pair)[2] = c->pronoun[lang];

	if (text.n < 2)
		return false;
	while ((*pair)[0] != 0 && memcmp(*pair, text.p, 2) != 0)
		pair++;
	return (*pair)[0] != 0;
}

/* The bytes of a small word that is elided into the next one: "l'". */
size_t cue_elided(const struct cues *, size_t lang, struct span word);

/* The bytes of a small word that a hyphen joins: "il" of "dit-il". */
size_t cue_enclitic(const struct cues *, size_t lang, struct span word);

/* The kind of a single word. */
static inline enum cue_kind
cue_kind_of(const struct cues *c, size_t lang, struct span word)
{
	return cue_kind_at(c, lang, word_hash(word));
}

/* CUE_HE or CUE_SHE where a title or given name tells it, else CUE_NONE. */
enum cue_kind cue_sex(const struct cues *, size_t lang, struct span name);

/* The language of the text from..to, by its first words. */
size_t cue_language(const struct cues *, const struct scan *, size_t from,
    size_t to);

#endif
