/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "alloc.h"
#include "fault.h"
#include "lines.h"
#include "program.h"
#include "reduce.h"
#include "shard.h"

static const char spill_failed[] = "temporary file";

void
shard_add_apply(struct shard_options *o, const char *path)
{
	o->apply = alloc_grow(o->apply, &o->cap_apply, o->n_apply + 1,
	    sizeof *o->apply);
	o->apply[o->n_apply++] = path;
}

void
shard_check(const struct shard_options *o, const char *other,
    const char *other_keys)
{
	if (o->emit + o->reduce + (o->n_apply > 0) > 1)
		program_misused("--emit-keys, --reduce and --apply exclude "
		                "each other", NULL);
	if (shard_is_map(o) != o->numbered)
		program_misused("--emit-keys and --apply need --part, and "
		                "only they", NULL);
	if ((shard_is_map(o) || o->reduce) && other != NULL)
		program_misused("--emit-keys, --reduce and --apply do not go "
		                "with", other);
	if ((o->emit || o->reduce) && other_keys != NULL)
		program_misused("--emit-keys and --reduce do not go with",
		    other_keys);
}

/* Loads the files of drops; false if one can't be used. */
static bool
load(struct drops *d, const struct shard_options *o)
{
	const char *reason;
	size_t i, line;

	for (i = 0; i < o->n_apply; i++) {
		reason = drops_load(d, o->apply[i], &line);
		if (reason == NULL)
			continue;
		program_complain(d->spill.error != 0 ? spill_failed
		                                     : o->apply[i],
		    line, reason);
		return false;
	}
	return true;
}

bool
shard_begin(struct shard *s, const struct shard_options *o, struct repeats *r)
{
	*s = (struct shard) { .options = o };
	if (o->emit) {
		s->emit.at.part = o->part;
		s->emit.tier = r->options->tier;
		r->emit = &s->emit;
	}
	if (o->n_apply == 0)
		return true;
	drops_begin(&s->drops, o->part);
	r->drops = &s->drops;
	if (!load(&s->drops, o))
		return false;
	drops_ready(&s->drops);
	return true;
}

void
shard_document(struct shard *s, const struct filter *f)
{
	if (s->options->emit)
		emit_document(&s->emit, f->rows.out, f->doc.number);
	if (s->options->n_apply > 0)
		drops_document(&s->drops, f->doc.number);
}

/* Says which drop it is that is wrong, and ends the run. */
static void
stop_at_drop(const struct drops *d, struct filter *f)
{
	char reason[128], at[POSITION_BYTES + 1] = { 0 };

	position_write(at, d->astray);
	snprintf(reason, sizeof reason, "%s: %s", d->reason, at);
	if (d->spill.error != 0)
		fault_stop(f, spill_failed, d->reason);
	else
		fault_stop(f, "--apply", reason);
}

bool
shard_is_sound(struct shard *s, struct filter *f)
{
	if (s->emit.reason != NULL)
		fault_stop(f, f->reader.in.name, s->emit.reason);
	else if (s->drops.reason != NULL)
		stop_at_drop(&s->drops, f);
	return s->emit.reason == NULL && s->drops.reason == NULL;
}

void
shard_close(struct shard *s, struct filter *f)
{
	if (s->options->n_apply > 0 && f->status < PROGRAM_FAILED)
		drops_close(&s->drops);
	shard_is_sound(s, f);
}

void
shard_end(struct shard *s)
{
	drops_end(&s->drops);
}

/* All lines of a file; false after a complaint. */
static bool
reduce_file(struct reduce *r, struct lines *l, const char *path)
{
	const char *reason = NULL;
	struct span line;

	if (lines_open(l, path))
		while (reason == NULL && r->out->error == 0
		    && lines_next(l, &line))
			reason = reduce_line(r, line);
	if (reason == NULL)
		reason = l->reason;
	if (reason != NULL && r->waiting.spill.error == 0)
		program_complain(path, l->number, reason);
	lines_close(l);
	return reason == NULL && r->out->error == 0;
}

static bool
reduce_files(struct reduce *r, const struct common *common)
{
	struct operands operands;
	struct lines l = { 0 };
	enum operand_result got;
	const char *name;
	bool good = true;

	operands_begin(&operands, common->operands, common->n_operands,
	    common->files0_from);
	while ((got = operands_next(&operands, &name)) == OPERAND_NAME && good)
		good = reduce_file(r, &l, name);
	if (got == OPERAND_FAILED)
		program_complain(common->files0_from, 0,
		    strerror(operands.list.error));
	if (got == OPERAND_EMPTY)
		program_complain(common->files0_from, 0,
		    "an empty file name");
	lines_end(&l);
	operands_end(&operands);
	return good && got == OPERAND_END;
}

/* Ends the last key; what went wrong without a line is complained of. */
static bool
finish(struct reduce *r, bool good)
{
	const char *reason = good ? reduce_last(r) : NULL;
	int error = r->waiting.spill.error;

	if (error != 0)
		program_complain(spill_failed, 0, strerror(error));
	else if (reason != NULL)
		program_complain("-", 0, reason);
	if (output_close(r->out) != 0) {
		program_complain("standard output", 0,
		    strerror(r->out->error));
		return false;
	}
	return good && reason == NULL && error == 0;
}

int
shard_reduce(const struct common *common)
{
	struct output out;
	struct reduce r;
	bool good;

	output_begin(&out, STDOUT_FILENO);
	reduce_begin(&r, &out);
	good = finish(&r, reduce_files(&r, common));
	reduce_end(&r);
	return good ? PROGRAM_OK : PROGRAM_FAILED;
}
