/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "alloc.h"
#include "reduce.h"

static const char apart[] = "a key comes again: the lines are not sorted";

void
reduce_begin(struct reduce *r, struct output *out)
{
	*r = (struct reduce) { .out = out };
	r->gone = alloc_zeroed(KEY_TYPES, sizeof *r->gone);
	r->near = alloc_zeroed(1, sizeof *r->near);
}

static void
put_drop(struct reduce *r, char type, const struct waiting_block *b,
    struct position match)
{
	struct drop d = { b->at, match, type, b->number };

	drop_write(r->out, &d);
}

/* A block or crumb with the fingerprint; the first block waits aside. */
static const char *
take_exact(struct reduce *r)
{
	const struct key_line *k = &r->line;
	struct waiting_block b = { .at = k->at, .crumb = k->crumb,
		.number = k->number, .last = k->last };

	if (!k->crumb && !r->any_first) {
		r->first = k->at;
		r->any_first = true;
		return NULL;
	}
	if (!k->crumb && position_compare(k->at, r->first) == 0)
		return reduce_twice;
	if (!k->crumb && position_compare(k->at, r->first) < 0) {
		b.at = r->first;
		r->first = k->at;
	}
	waiting_add(&r->waiting, &b, sizeof b);
	return NULL;
}

/* Whether the crumb is decided when the first block was met. */
static bool
finds_title(const struct reduce *r, const struct waiting_block *b)
{
	struct position last = b->at;

	last.start = b->last;
	return r->any_first && position_compare(r->first, last) <= 0;
}

static const char *
end_exact(struct reduce *r)
{
	struct waiting_block b;

	while (waiting_next(&r->waiting, &b, sizeof b)) {
		if (b.crumb && finds_title(r, &b))
			put_drop(r, DROP_CRUMB, &b, r->first);
		else if (!b.crumb && position_compare(b.at, r->first) == 0)
			return reduce_twice;
		else if (!b.crumb)
			put_drop(r, DROP_EXACT, &b, r->first);
	}
	return NULL;
}

/* The record of the same text, or n_records. */
static size_t
find_same(const struct reduce *r, const struct teaser_record *t)
{
	size_t i;

	for (i = 0; i < r->n_records; i++)
		if (r->record[i].n_words == t->n_words
		    && memcmp(r->record[i].check, t->check,
		        sizeof t->check) == 0)
			break;
	return i;
}

/* Puts a record where it belongs by its place, over the i-th one. */
static void
put_record(struct reduce *r, size_t i, const struct teaser_record *t,
    struct position at)
{
	for (; i > 0 && position_compare(at, r->place[i - 1]) < 0; i--) {
		r->record[i] = r->record[i - 1];
		r->place[i] = r->place[i - 1];
	}
	r->record[i] = *t;
	r->place[i] = at;
}

/*
 * Keeps the first TEASER_SAME different texts. One that was pushed out can
 * come back only by a place before those that pushed it out.
 */
static const char *
learn(struct reduce *r, const struct teaser_record *t, struct position at)
{
	size_t i = find_same(r, t);
	int order = -1;

	if (i == TEASER_SAME)
		i--;
	if (i == r->n_records)
		r->n_records++;
	else
		order = position_compare(at, r->place[i]);
	if (order < 0)
		put_record(r, i, t, at);
	return order == 0 ? reduce_twice : NULL;
}

/* A block that may be a beginning of something; what of waits, too. */
static void
await(struct reduce *r, const struct key_line *k)
{
	size_t last = k->record.n_words - 1;
	struct waiting_block b = { .at = k->at, .ending = k->ending,
		.n_words = k->record.n_words };

	if (last >= FINGERPRINT_HEAD)
		b.check[1] = k->record.check[last - FINGERPRINT_HEAD];
	if (last > FINGERPRINT_HEAD)
		b.check[0] = k->record.check[last - 1 - FINGERPRINT_HEAD];
	waiting_add(&r->waiting, &b, sizeof b);
}

static const char *
take_teaser(struct reduce *r)
{
	const struct key_line *k = &r->line;

	if (k->ending != ENDING_STOP)
		await(r, k);
	if (k->record.n_words == FINGERPRINT_HEAD)
		return NULL;
	return learn(r, &k->record, k->at);
}

/* The first of the records that the block is a beginning of, or n_records. */
static size_t
find_whole(const struct reduce *r, const struct waiting_block *b)
{
	const struct beginning beginning = { b->n_words, b->check[1],
		b->check[0], (enum ending_kind)b->ending };
	const struct teaser_record *t;
	size_t i;

	for (i = 0; i < r->n_records; i++) {
		if (position_compare(r->place[i], b->at) >= 0)
			return r->n_records;
		t = &r->record[i];
		if (teaser_matches(t->check, t->n_words, t->sentence != 0,
		    &beginning))
			return i;
	}
	return i;
}

static void
end_teaser(struct reduce *r)
{
	struct waiting_block b;
	size_t i;

	while (waiting_next(&r->waiting, &b, sizeof b)) {
		i = find_whole(r, &b);
		if (i < r->n_records)
			put_drop(r, DROP_TEASER, &b, r->place[i]);
	}
	r->n_records = 0;
}

/* Whether the key was through before, as far as is remembered. */
static bool
is_gone(struct reduce *r)
{
	uint64_t *slot = &r->gone[key_line_type(r->type)]
	    [word_mix(r->key) % REDUCE_GONE];
	bool gone = *slot == r->key && r->key != 0;

	*slot = r->key;
	return gone;
}

static const char *
end_key(struct reduce *r)
{
	const char *reason = NULL;

	if (!r->any)
		return NULL;
	switch (r->type) {
	case KEY_EXACT:
		reason = end_exact(r);
		break;
	case KEY_TEASER:
		end_teaser(r);
		break;
	case KEY_NEAR:
		reduce_near_end_key(r->near, &r->waiting, r->out);
		break;
	}
	waiting_clear(&r->waiting);
	r->any = r->any_first = false;
	if (reason == NULL && r->waiting.spill.error != 0)
		reason = strerror(r->waiting.spill.error);
	return reason;
}

static const char *
begin_key(struct reduce *r)
{
	const char *reason = end_key(r);

	r->any = true;
	r->type = r->line.type;
	r->key = r->line.key;
	return reason == NULL && is_gone(r) ? apart : reason;
}

const char *
reduce_line(struct reduce *r, struct span line)
{
	const char *reason = key_line_read(&r->line, line);

	if (reason == NULL && (!r->any || r->line.key != r->key
	        || r->line.type != r->type))
		reason = begin_key(r);
	if (reason != NULL)
		return reason;
	switch (r->type) {
	case KEY_EXACT:
		return take_exact(r);
	case KEY_TEASER:
		return take_teaser(r);
	default:
		return reduce_near_take(r->near, &r->waiting, &r->line);
	}
}

const char *
reduce_last(struct reduce *r)
{
	return end_key(r);
}

void
reduce_end(struct reduce *r)
{
	waiting_end(&r->waiting);
	reduce_near_end(r->near);
	free(r->near);
	free(r->gone);
}
