/* SPDX-License-Identifier: ISC */
/*
 * inventory - what is in a state of dedupe-related
 */
#ifndef INVENTORY_H
#define INVENTORY_H

#include "output.h"

/*
 * Reads a state to its end, and writes its version, and the name of each
 * section with the number of what is in it. Null, or why the file can't be
 * used; nothing is written then.
 */
const char *inventory_write(struct output *, const char *path);

#endif
