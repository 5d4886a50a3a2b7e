/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "dedupe_state.h"
#include "inventory.h"
#include "merge.h"
#include "program.h"
#include "state.h"

void
dedupe_state_add(struct dedupe_paths *p, const char *path)
{
	p->path = alloc_grow(p->path, &p->cap, p->n + 1, sizeof *p->path);
	p->path[p->n++] = path;
}

void
dedupe_state_end(struct dedupe_states *s)
{
	free(s->against.path);
	free(s->merged.path);
}

/* Loads what is to count as seen; false if one of it can't be used. */
static bool
load_against(const struct dedupe_paths *against, struct repeats *r)
{
	const char *reason, *path;
	size_t i;

	for (i = 0; i < against->n; i++) {
		path = against->path[i];
		reason = memory_load(&r->against, path, &r->sources,
		    repeats_file(r, path), NULL);
		if (reason != NULL) {
			program_complain(path, 0, reason);
			return false;
		}
	}
	return true;
}

static bool
load_own(const char *path, struct repeats *r)
{
	const char *reason;
	bool absent;

	if (path == NULL)
		return true;
	reason = memory_load(&r->own, path, &r->sources,
	    repeats_file(r, path), &absent);
	if (reason == NULL || absent)
		return true;
	program_complain(path, 0, reason);
	return false;
}

/*
 * Whether a state can be saved where it is to be: known before, not after.
 * It is begun and given up, so that a run killed just then leaves no file
 * beside one that was left before.
 */
static bool
probe(const char *path)
{
	struct state_writer w;
	int error = path == NULL ? 0 : state_create(&w, path, 0);

	if (error != 0)
		program_complain(path, 0, strerror(error));
	else if (path != NULL)
		state_abandon(&w);
	return error == 0;
}

bool
dedupe_state_load(const struct dedupe_states *s, struct repeats *r)
{
	return probe(s->own) && load_against(&s->against, r)
	    && load_own(s->own, r);
}

int
dedupe_state_save(const struct dedupe_states *s, const struct repeats *r,
    int status)
{
	int error;

	if (s->own == NULL || status == PROGRAM_FAILED)
		return status;
	error = memory_save(&r->own, s->own,
	    r->options->matches ? &r->sources : NULL);
	if (error == 0)
		return status;
	program_complain(s->own, 0, strerror(error));
	return PROGRAM_FAILED;
}

int
dedupe_state_merge(const struct dedupe_states *s,
    const struct repeat_options *o)
{
	struct sources sources = { 0 };
	struct memory memory;
	struct merge m = { .path = s->merged.path, .n = s->merged.n,
		.memory = &memory, .sources = &sources };
	const char *reason;

	memory_begin(&memory, o->teasers, o->near, o->matches);
	if ((reason = merge_states(&m, s->own)) != NULL)
		program_complain(m.culprit, 0, reason);
	memory_end(&memory);
	sources_end(&sources);
	return reason == NULL ? PROGRAM_OK : PROGRAM_FAILED;
}

int
dedupe_state_show(const struct dedupe_states *s)
{
	const char *reason;
	struct output out;

	output_begin(&out, STDOUT_FILENO);
	if ((reason = inventory_write(&out, s->info)) != NULL) {
		program_complain(s->info, 0, reason);
		return PROGRAM_FAILED;
	}
	if (output_close(&out) == 0)
		return PROGRAM_OK;
	program_complain("standard output", 0, strerror(out.error));
	return PROGRAM_FAILED;
}
