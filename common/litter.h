/* SPDX-License-Identifier: ISC */
/*
 * litter - what killed processes have left of a file that they wrote aside
 *
 * A file written aside (output_create) stays where it is when its process is
 * killed. Who writes one that is large locks it, so that the next one can
 * tell what is still written from what is left over, and removes the latter.
 * The system takes the lock off with the process, however that ends. Where
 * the file system has no locks, nothing is removed.
 */
#ifndef LITTER_H
#define LITTER_H

#include <stdbool.h>

/*
 * Locks a file that was just made. False if another process has taken it for
 * litter before: it is removed then, or about to be.
 */
bool litter_lock(int fd);

/* Removes what is left over of `path`. */
void litter_sweep(const char *path);

#endif
