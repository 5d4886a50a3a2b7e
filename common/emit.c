/* SPDX-License-Identifier: ISC */
#include "emit.h"

void
emit_document(struct emit *e, struct output *out, uint64_t number)
{
	e->out = out;
	if (number > POSITION_DOC_MOST)
		e->reason = "too many documents for one part";
	else
		e->at.doc = (uint32_t)number;
}

/* Whether the position can be told. */
static bool
set_start(struct emit *e, uint64_t start)
{
	if (start > POSITION_START_MOST)
		e->reason = "a document too long for --emit-keys";
	e->at.start = start;
	return e->reason == NULL;
}

/* How it ends, STOP for what can't be a teaser. */
static enum ending_kind
ending_as_teaser(const struct newcomer *new, size_t n_words)
{
	enum ending_kind kind = new->ending.kind;

	return n_words > FINGERPRINT_WORDS || kind == ENDING_COLON
	    ? ENDING_STOP : kind;
}

/* The block as a teaser, and as what may have some. */
static void
emit_teaser(struct emit *e, const struct newcomer *new)
{
	size_t n = new->f.n_words - new->ending.n_phrase;
	enum ending_kind kind = ending_as_teaser(new, n);
	struct teaser_record t = { .head = new->c.head,
		.n_words = n > UINT32_MAX ? UINT32_MAX : (uint32_t)n,
		.sentence = new->ending.kind == ENDING_STOP && !new->divided };
	size_t n_checks = n < FINGERPRINT_WORDS ? n : FINGERPRINT_WORDS;

	if (n < FINGERPRINT_HEAD
	    || (n == FINGERPRINT_HEAD && kind == ENDING_STOP))
		return;
	memcpy(t.check, new->c.check + FINGERPRINT_HEAD,
	    (n_checks - FINGERPRINT_HEAD) * sizeof *t.check);
	key_line_teaser(e->out, e->at, &t, kind);
}

void
emit_block(struct emit *e, const struct newcomer *new, uint64_t start)
{
	if (!set_start(e, start))
		return;
	if (e->tier[TIER_EXACT] || e->tier[TIER_CRUMB])
		key_line_block(e->out, new->f.all, e->at);
	if (e->tier[TIER_TEASER] && new->f.n_words >= FINGERPRINT_HEAD)
		emit_teaser(e, new);
}

/*
 * The part of a key that is not its class: who knows little of a block sends
 * the same ones of its keys for one that is much like it.
 */
static uint64_t
rank_of(uint64_t key)
{
	return key << NEAR_CLASS_BITS;
}

/* Takes out the key of the lowest rank; 0 if none is left. */
static uint64_t
take_key(uint64_t key[NEAR_KEYS])
{
	uint64_t best;
	size_t at = 0, i;

	for (i = 1; i < NEAR_KEYS; i++)
		if (key[i] != 0
		    && (key[at] == 0 || rank_of(key[i]) < rank_of(key[at])))
			at = i;
	best = key[at];
	key[at] = 0;
	return best;
}

void
emit_near(struct emit *e, const struct near_block *b,
    const struct newcomer *new, uint64_t start)
{
	enum ending_kind ending = new->ending.kind;
	uint64_t left[NEAR_KEYS], key;
	size_t i;

	if (!near_has_size(b) || !set_start(e, start))
		return;
	if (!ending_is_marked(ending))
		ending = b->open ? ENDING_OPEN : ENDING_STOP;
	memcpy(left, b->key, sizeof left);
	for (i = 0; i < EMIT_NEAR && (key = take_key(left)) != 0; i++)
		key_line_near(e->out, key, e->at, new->f.all, &b->terms,
		    ending);
}

void
emit_part(struct emit *e, uint64_t start, uint32_t number,
    uint64_t fingerprint, uint64_t last)
{
	if (set_start(e, start) && last <= POSITION_START_MOST)
		key_line_crumb(e->out, fingerprint, e->at, number, last);
}
