/* SPDX-License-Identifier: ISC */
/*
 * fact - what may be known of a quotation that tells speech from mention
 *
 * Facts are bits of a set: those of the words inside are found by wording,
 * those of the words around by setting; speech weighs them.
 */
#ifndef FACT_H
#define FACT_H

#include <stdbool.h>
#include <stdint.h>

enum fact {
	/* How many words; one of these. */
	FACT_ONE_WORD,
	FACT_FEW_WORDS,
	FACT_SOME_WORDS,
	FACT_SENTENCE_WORDS,
	FACT_MANY_WORDS,

	/* What they look like. */
	FACT_TITLE_CASE,   /* "The Long Night Ferry" */
	FACT_CAPITAL_WORD, /* one word, with a capital */
	FACT_NAME_LIKE,    /* a capital in mid-sentence, no verb: "Group of 4" */
	FACT_SMALL_START,
	FACT_CALL,         /* ends in ! or ? */
	FACT_SPOKEN,       /* "I", "you", "don't" */
	FACT_FINITE,       /* has an auxiliary verb or a pronoun */
	FACT_FOREIGN,      /* only joining words of other languages */
	FACT_ADDRESS,      /* "@name", "#name" */

	/* How it was attributed; one of these. */
	FACT_AFTER,          /* "..," said Smith */
	FACT_AFTER_INSIDE,   /* He was ".., " Smith said */
	FACT_AFTER_BARE,     /* "..." Smith said: no mark between */
	FACT_AFTER_FAR,
	FACT_SAYING_NEXT,    /* Smith said ".." */
	FACT_SAYING_NEAR,
	FACT_SAYING_FAR,
	FACT_CALLING_NEXT,   /* Smith called ".." */
	FACT_CALLING_NEAR,
	FACT_CALLING_FAR,
	FACT_THINKING,
	FACT_PARTICIPLE,
	FACT_COLON,
	FACT_SOURCE,         /* according to Smith */
	FACT_SIGNATURE,
	FACT_SUBJECT,        /* a person is the subject; there is no cue */
	FACT_CARRIED,        /* the last one goes on */
	FACT_CARRIED_INSIDE, /* the same, and words stand before it */
	FACT_BORROWED,       /* the last paragraph's */
	FACT_NOBODY,

	/* The word before. */
	FACT_BESIDE_WORK,  /* the film ".." */
	FACT_NEAR_WORK,    /* the film by Smith, ".." */
	FACT_NAMED,        /* titled ".." */
	FACT_TERM,         /* the word ".." */
	FACT_VIEW,         /* as ".." */
	FACT_POSSESSIVE,   /* Smith's ".." */
	FACT_COMMA,
	FACT_PREPOSITION,
	FACT_CUE,          /* said ".." */
	FACT_AUXILIARY,    /* is ".."; to ".." */
	FACT_BRACKET,

	/* The word behind. */
	FACT_NOUN,         /* the ".." part */
	FACT_WORK,         /* the ".." film */
	FACT_NICKNAME,     /* Paul ".." Smith */
	FACT_BYLINE,       /* "..," by Smith */
	FACT_LABEL,        /* "..": */

	/* Further off. */
	FACT_REPORTED,       /* a verb's form of reported speech, but no cue */
	FACT_SPOKEN_OF,      /* "criticism", "said": but not its cue */
	FACT_BEHIND_COLON,   /* anywhere before it in the sentence */
	FACT_AMONG_MENTIONS, /* ".." and ".." */
	FACT_AMONG_SPEECH,
	FACT_HEADING,        /* a line all in marks that are not the usual */
	FACT_HEADLINE,       /* words of a headline */
	FACT_STANDS_ALONE,   /* a sentence of its own */
	FACT_BEGINS_PARAGRAPH,
	FACT_COUNT
};

_Static_assert(FACT_COUNT <= 64, "facts are bits of 64");

static inline uint64_t
fact_if(bool holds, enum fact fact)
{
	return (uint64_t)holds << fact;
}

#endif
