/* SPDX-License-Identifier: ISC */
/*
 * sandbox - from here on the program can only do what a filter does
 *
 * On Linux (x86-64, aarch64) a filter of system calls (seccomp(2)) lets through
 * reading, writing, opening for reading, memory and the end of the program,
 * and with SANDBOX_FILES making, renaming and removing files. Any other call
 * fails with EPERM; none kills. The filter is taken off by nothing; another
 * call of sandbox_enter can only narrow it.
 *
 * Elsewhere, on a kernel without seccomp, under valgrind and in a build with
 * `make SANDBOX=0` or a sanitizer there is none.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>

enum sandbox_permit {
	SANDBOX_PLAIN, /* nothing is made or changed but by open descriptors */
	SANDBOX_FILES  /* files and directories may be */
};

/* Whether there is a sandbox now. It is no fault if there is none. */
bool sandbox_enter(enum sandbox_permit);

#endif
