/* SPDX-License-Identifier: ISC */
/*
 * state - a file that remembers what was seen, from one run to the next
 *
 *	offset  bytes
 *	0       16     STATE_MAGIC
 *	16      4      version, STATE_VERSION
 *	20      4      number of sections
 *	24             the sections
 *	end     8      sum of all bytes before
 *
 *	section 4      kind, enum state_kind
 *	        4      bytes in a record, a multiple of 8
 *	        8      number of records
 *	               the records
 *
 * All numbers are little-endian. The sum is word_chain over the eight-byte
 * numbers that the file consists of, from 0. A state is the same on every
 * machine; what is in the records is told by who writes them.
 *
 * The writer replaces the file whole or not at all: written aside, synced,
 * renamed. What a killed one has left, the next one removes. The reader checks
 * everything and trusts no number; what it has handed out counts only when
 * state_close has found the sum right.
 */
#ifndef STATE_H
#define STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "output.h"

#define STATE_MAGIC "copydesk\r\nseen\x1A\n"
#define STATE_VERSION 1

/* Each at most once, in this order. */
enum state_kind {
	STATE_EXACT = 1,    /* fingerprints, ascending */
	STATE_TEASER = 2,   /* struct teaser_record, the oldest first */
	STATE_NEAR = 3,     /* near_state.h tells which, likewise */
	STATE_DOCUMENTS = 4 /* names of documents, as naming.h tells */
};

struct state_section {
	uint32_t kind, record_bytes;
	uint64_t n_records;
};

struct state_writer {
	struct output_file file;
	uint64_t sum;
};

/* Begins a state of n sections; 0, or an errno value. */
int state_create(struct state_writer *, const char *path, uint32_t n_sections);
void state_begin_section(struct state_writer *, struct state_section);

/* Numbers of the records. */
void state_put(struct state_writer *, const uint64_t *, size_t n);

/* Ends and saves it; 0, or an errno value, and then the old file is whole. */
int state_commit(struct state_writer *);

/* Gives up: the old file is left as it was. */
void state_abandon(struct state_writer *);

/* The bytes that stand for n numbers. */
void state_bytes(char *bytes, const uint64_t *, size_t n);

struct state_reader {
	int fd;
	uint32_t n_sections; /* still to come */
	const char *reason;  /* why it can't be read; null: all is well */

	uint64_t left;       /* eights of the section */
	bool absent;         /* there is no such file */

	/* private */
	uint64_t sum;
	uint32_t last_kind;
	unsigned char *buf;
	size_t n, at;
};

/* Opens a state. All these return false when reader->reason is set. */
bool state_open(struct state_reader *, const char *path);

/* The next section; false, too, when there is no more. */
bool state_next_section(struct state_reader *, struct state_section *);

/* The next n numbers of the section. */
bool state_get(struct state_reader *, uint64_t *, size_t n);

/* Passes over the rest of the section. */
bool state_skip(struct state_reader *);

/* Refuses a section that is not what its kind has; false. */
bool state_refuse_section(struct state_reader *);

/*
 * Closes it, opened or not; true if it was read to its end, and the sum is
 * right.
 */
bool state_close(struct state_reader *);

#endif
