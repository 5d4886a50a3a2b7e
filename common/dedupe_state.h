/* SPDX-License-Identifier: ISC */
/*
 * dedupe_state - what dedupe-related does with states: loads them before a run,
 * saves one behind it, makes one of several, says what is in one
 *
 * What goes wrong is complained of here. Out of memory ends the program.
 */
#ifndef DEDUPE_STATE_H
#define DEDUPE_STATE_H

#include "repeat.h"

struct dedupe_paths {
	const char **path; /* owned, the paths themselves are borrowed */
	size_t n, cap;
};

/* The options as they were given; null or none: not at all. */
struct dedupe_states {
	const char *own;             /* --state */
	const char *info;            /* --state-info */
	struct dedupe_paths against; /* --against */
	struct dedupe_paths merged;  /* --merge */
};

void dedupe_state_add(struct dedupe_paths *, const char *path);
void dedupe_state_end(struct dedupe_states *);

/*
 * Loads what the run is to know; false if a state can't be used, or could not
 * be saved in the end.
 */
bool dedupe_state_load(const struct dedupe_states *, struct repeats *);

/* Saves it, unless the status is a failure; the status to end with. */
int dedupe_state_save(const struct dedupe_states *, const struct repeats *,
    int status);

/* These two return the program's status. */
int dedupe_state_merge(const struct dedupe_states *,
    const struct repeat_options *);
int dedupe_state_show(const struct dedupe_states *);

#endif
