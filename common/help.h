/* SPDX-License-Identifier: ISC */
/*
 * help - writes --help and --version to stdout, and ends the program
 *
 * With 0, or with 2 where stdout can't be written.
 */
#ifndef HELP_H
#define HELP_H

#include "option.h"

/* The tool's options and those of two tables, null or not, sorted together. */
_Noreturn void help_show(const struct tool *, const struct option_spec *,
    const struct option_spec *);
_Noreturn void help_version(const struct tool *);

#endif
