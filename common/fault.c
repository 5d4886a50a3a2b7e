/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "fault.h"
#include "program.h"

void
fault_note(struct filter *f, int status)
{
	if (status > f->status)
		f->status = status;
}

void
fault_complain(struct filter *f, const char *what, size_t record,
    const char *reason)
{
	if (f->rehearsal)
		return;
	progress_clear(&f->progress);
	program_complain(what, record, reason);
}

void
fault_stop(struct filter *f, const char *what, const char *reason)
{
	if (!f->stopped)
		fault_complain(f, what, 0, reason);
	f->stopped = true;
	fault_note(f, PROGRAM_FAILED);
}

bool
fault_check(struct filter *f)
{
	if (f->stopped)
		return false;
	if (f->std.error != 0)
		fault_stop(f, FAULT_STDOUT, strerror(f->std.error));
	else if (f->out != NULL && f->out->error != 0)
		fault_stop(f, f->file.path, strerror(f->out->error));
	else if (f->removed_out.error != 0)
		fault_stop(f, f->product->removed,
		    strerror(f->removed_out.error));
	else if (f->rejects_out.error != 0)
		fault_stop(f, f->common->rejects,
		    strerror(f->rejects_out.error));
	return !f->stopped;
}
