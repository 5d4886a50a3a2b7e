/* SPDX-License-Identifier: ISC */
/*
 * shard - dedupe-related over many machines, as the tool runs it
 *
 * --emit-keys writes the key lines of a part, --reduce makes drops of all
 * lines, --apply makes the output of a part with these. What goes wrong is
 * complained of here.
 */
#ifndef SHARD_H
#define SHARD_H

#include "drops.h"
#include "emit.h"
#include "filter.h"

/* The options as they were given. */
struct shard_options {
	bool emit, reduce;
	const char **apply; /* owned: files of drops */
	size_t n_apply, cap_apply;
	bool numbered;      /* there is a part */
	uint32_t part;
};

/* A part at work. */
struct shard {
	const struct shard_options *options;
	struct emit emit;
	struct drops drops;
};

static inline bool
shard_is_map(const struct shard_options *o)
{
	return o->emit || o->n_apply > 0;
}

void shard_add_apply(struct shard_options *, const char *path);

/*
 * Refuses what does not go together. `other` is an option given that goes with
 * none of the steps, or null; other_keys one that goes with --apply alone.
 */
void shard_check(const struct shard_options *, const char *other,
    const char *other_keys);

/* Has r emit keys, or take the drops, if so asked; false if it can't be. */
bool shard_begin(struct shard *, const struct shard_options *,
    struct repeats *);

/* A document of the filter begins. */
void shard_document(struct shard *, const struct filter *);

/* Whether all is well so far; stops the filter if it is not. */
bool shard_is_sound(struct shard *, struct filter *);

/* All documents are through: no drop may be left. */
void shard_close(struct shard *, struct filter *);

/* Frees all; a shard that was not begun is all zero. */
void shard_end(struct shard *);

/* --reduce: reads the operands, writes drops; the program's status. */
int shard_reduce(const struct common *);

#endif
