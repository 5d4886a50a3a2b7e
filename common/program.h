/* SPDX-License-Identifier: ISC */
/*
 * program - the running program: its name, its ends, its complaints
 *
 * Messages are one line on stderr, "tool: file: reason" or, for a record,
 * "tool: file:12: reason". File names and reasons taken from input are made
 * safe for a terminal: control characters and bad UTF-8 come out as \xHH.
 */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stddef.h>

/* What main returns; never 124 and above, which belong to the callers. */
enum program_status {
	PROGRAM_OK = 0,
	PROGRAM_PARTLY = 1, /* finished; some operand or record was bad */
	PROGRAM_FAILED = 2  /* could not go on */
};

/*
 * Call first: cuts argv[0] to its last component for all messages. Sets opterr
 * to 0 if an argument can't be printed as it is.
 */
void program_begin(char **argv);

/* "tool: file:record: reason", without ":record" where record is 0. */
void program_complain(const char *file, size_t record, const char *reason);

/* The same, with a reason and after it ": " and a name or value. */
void program_complain_of(const char *file, size_t record, const char *reason,
    const char *what);

/*
 * Complains of the command line (not where reason is null: getopt has done
 * so), points to --help, exits with 2.
 */
_Noreturn void program_misused(const char *reason, const char *what);

#endif
