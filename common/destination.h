/* SPDX-License-Identifier: ISC */
/*
 * destination - where an operand's output goes under --output-dir
 */
#ifndef DESTINATION_H
#define DESTINATION_H

#include <stdbool.h>

/* DIR/operand, leading slashes of it dropped; owned by the caller. */
char *destination_path(const char *dir, const char *operand);

/* Whether a component of the operand is "..": it could leave DIR. */
bool destination_climbs(const char *operand);

bool destination_exists(const char *dir, const char *operand);

#endif
