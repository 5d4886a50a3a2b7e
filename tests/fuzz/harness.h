/* SPDX-License-Identifier: ISC */
/*
 * harness - runs a tool's main() inside a fuzzer
 *
 * All four tools are in each fuzzer, their main functions renamed. Standard
 * input and output are files in memory; reads can be made short, and the
 * processor made to look as if it had no vectors. A tool that exits comes
 * back here, and then has not freed its memory.
 */
#ifndef HARNESS_H
#define HARNESS_H

#include <stddef.h>
#include <stdint.h>

enum { ARGS_MOST = 8 };

struct run {
	const char *args[ARGS_MOST]; /* of the tool: its name first */
	const uint8_t *in;
	size_t n;
	size_t chunk;                /* a read's bytes at most; 0: any */
	int portable;

	/* what comes of it */
	int status;
	uint8_t *out;                /* owned: free */
	size_t n_out;
};

void harness_run(struct run *);

/* Whether two runs ended alike, with the same bytes. */
int harness_same(const struct run *, const struct run *);

/*
 * Runs a tool as it is, with short reads and without vectors; traps unless
 * all give the same. The run is as the first leaves it.
 */
void harness_compare(struct run *, size_t chunk);

/*
 * Takes from an input a way to run a tool, by its first byte, and compares by
 * short reads as long as the second says; 0 if the input is too short. The
 * run's output is owned.
 */
int harness_way(struct run *, const struct run *ways, size_t n_ways,
    const uint8_t *, size_t);

/* The path of a file in memory with these bytes, until the next call. */
const char *harness_file(const uint8_t *, size_t);

#endif
