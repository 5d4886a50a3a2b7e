/* SPDX-License-Identifier: ISC */
/*
 * terminal - which bytes can be shown on a terminal without steering it
 *
 * Not shown as they are: control characters (with them all escape sequences),
 * marks that turn the direction of writing, those that take no room, and
 * bytes that are not UTF-8. What is not comes out as \xHH, byte by byte.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

enum {
	TERMINAL_BYTE = 4, /* characters of a byte that is not shown */
	TERMINAL_USUAL = 80, /* columns, where nothing says how many */
	TERMINAL_MOST = 10000 /* .. and the most that COLUMNS may say */
};

/*
 * The number of leading bytes that can be shown. Where it is not n, *bad is
 * how many bytes follow that can't, one character or bad part.
 */
size_t terminal_prefix(const char *p, size_t n, size_t *bad);

/* Writes \xHH for a byte, no NUL after it. */
void terminal_byte(char *to, char c);

/* A copy of a string that can be shown; owned by the caller. */
char *terminal_copy(const char *);

/* What COLUMNS says, else the columns of a standard descriptor's terminal. */
size_t terminal_columns(void);

/* Whether TERM and NO_COLOR (no-color.org) let a terminal be sent colour. */
bool terminal_has_colour(void);

#endif
