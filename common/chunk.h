/* SPDX-License-Identifier: ISC */
/*
 * chunk - the parts of a sentence: noun phrases, groups of verbs, and the
 * small words between them
 *
 * Shallow parsing (Abney, Parsing by chunks, 1991), by the kinds of the words
 * alone. A word that may be a noun or a verb is a noun behind an article, a
 * preposition or a possessive, else a verb.
 */
#ifndef CHUNK_H
#define CHUNK_H

#include "tag.h"

enum chunk_type {
	CHUNK_ADVERB,      /* "often", "last week"; what is nothing else */
	CHUNK_NOUN,        /* "the old mayor", "Ann Bell", "he" */
	CHUNK_VERB,        /* "has not yet said", "to say", "saying" */
	CHUNK_PREPOSITION,
	CHUNK_CONJUNCTION, /* begins a clause: "because" */
	CHUNK_COORDINATOR, /* "and" */
	CHUNK_THAT,
	CHUNK_RELATIVE,    /* "who" */
	CHUNK_SOURCE,      /* "according to" */
	CHUNK_ASIDE,       /* in brackets */
	CHUNK_COMMA,
	CHUNK_DASH,
	CHUNK_COLON,       /* this and what follows are borders */
	CHUNK_SEMICOLON,
	CHUNK_QUOTE,
	CHUNK_STOP
};

enum chunk_form {
	FORM_FINITE,
	FORM_PAST,       /* finite, or a participle: "released" */
	FORM_PASSIVE,    /* "was released" */
	FORM_INFINITIVE, /* "to release" */
	FORM_PARTICIPLE  /* "releasing" */
};

#define CHUNK_NONE UINT32_MAX

struct chunk {
	uint32_t first, end; /* tokens */
	uint32_t head;     /* the token of the noun or verb itself */
	uint32_t subject;  /* a verb's: a noun chunk; CHUNK_NONE if unknown */
	uint8_t type;      /* enum chunk_type */
	uint8_t kind;      /* enum cue_kind of the head */
	uint8_t form;      /* a verb's: enum chunk_form */
	bool behind;       /* a verb's subject stands behind it */
	bool reduced;      /* a verb that only tells of its subject's noun */
	bool upper;        /* the head is capitalised: a name */
	bool oblique;      /* a noun's article tells that it is no subject */
};

/* Owns its arrays. An empty one is all zero. */
struct chunks {
	struct chunk *chunk;
	size_t n, cap;
	const uint32_t *verb; /* the indices of all verbs .. */
	const uint32_t *quote;
	const uint32_t *stop; /* .. and of all stops, that at n with them */
	size_t n_verbs, n_quotes, n_stops;

	/* private */
	uint32_t *room; /* of these, and of each token's tag */
	size_t room_cap;
};

/*
 * Replaces the chunks by those of n tokens; no subject is known yet. Behind
 * the last one, and not counted, is a CHUNK_STOP.
 */
void chunk_read(struct chunks *, const struct sentence_text *,
    const struct token *, size_t n);

/* A set of types, as bits: CHUNK_SET(CHUNK_COMMA) | CHUNK_SET(CHUNK_DASH). */
#define CHUNK_SET(type) (1u << (type))

static inline bool
chunk_is_of(const struct chunk *c, unsigned set)
{
	return (set >> c->type & 1) != 0;
}

/* Whether chunks low..i end with one of this type, with a comma or dash. */
static inline bool
chunk_ends(const struct chunk *c, size_t low, size_t i,
    enum chunk_type type)
{
	return i > low && c[i - 1].type == type;
}

static inline bool
chunk_ends_comma(const struct chunk *c, size_t low, size_t i)
{
	return i > low && chunk_is_of(&c[i - 1],
	    CHUNK_SET(CHUNK_COMMA) | CHUNK_SET(CHUNK_DASH));
}

/* The end of low..i, which ends with an adverb or aside, without those. */
size_t chunk_cut(const struct chunk *, size_t low, size_t i);

/* The end of low..i without the adverbs and asides that end it. */
static inline size_t
chunk_trim(const struct chunk *c, size_t low, size_t i)
{
	return i > low && chunk_is_of(&c[i - 1],
	    CHUNK_SET(CHUNK_ADVERB) | CHUNK_SET(CHUNK_ASIDE))
	    ? chunk_cut(c, low, i) : i;
}

/* Whether no clause goes on over this chunk. */
static inline bool
chunk_is_border(const struct chunk *c)
{
	return c->type >= CHUNK_COLON;
}

/* Whether a verb's kind is one of saying, writing, thinking. */
static inline bool
chunk_is_cue(const struct chunk *c)
{
	return c->type == CHUNK_VERB && cue_may_report((enum cue_kind)c->kind);
}

/* Whether a noun chunk is a pronoun: "he". */
static inline bool
chunk_is_pronoun(const struct chunk *c)
{
	return c->type == CHUNK_NOUN && cue_is_pronoun((enum cue_kind)c->kind);
}

/* Whether a noun chunk may be somebody: a name, or "he"; not "it". */
static inline bool
chunk_is_somebody(const struct chunk *c)
{
	return c->upper || (chunk_is_pronoun(c) && c->kind != CUE_IT);
}

void chunk_end(struct chunks *);

#endif
