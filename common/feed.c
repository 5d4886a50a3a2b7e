/* SPDX-License-Identifier: ISC */
#include "feed.h"

/* Scans what is there of a stream; false when it can't be read. */
static bool
fill_from_stream(struct filter *f, size_t want)
{
	struct input *in = &f->reader.in;
	bool last;

	reader_more(&f->reader, want);
	if (in->error != 0)
		return false;
	last = in->eof && in->n <= WINDOW_BYTES;
	f->shown = in->n < WINDOW_BYTES ? in->n : WINDOW_BYTES;
	window_fill(&f->window, in->p, f->shown, last);
	return true;
}

static void
fill_from_record(struct filter *f)
{
	size_t left = f->doc.text.n - f->taken;
	bool last = left <= WINDOW_BYTES;

	window_fill(&f->window, f->doc.text.p + f->taken,
	    last ? left : WINDOW_BYTES, last);
}

void
feed_drop(struct filter *f, size_t n_blocks)
{
	size_t bytes = window_drop(&f->window, n_blocks);

	if (f->doc.streamed) {
		input_take(&f->reader.in, bytes);
		f->shown -= bytes;
	}
	f->taken += bytes;
}

/*
 * How many bytes of a stream to wait for: a full window and one more, or,
 * where blocks may come in any windows, as many as stay in the processor's
 * cache from step to step; under -u what is there if it is new. If no block
 * ends in them, half as much again.
 */
static size_t
bytes_wanted(const struct filter *f)
{
	const size_t little = 4096, handy = (size_t)128 * 1024;
	size_t there = f->reader.in.n;

	if (!f->product->eager)
		return WINDOW_BYTES + 1;
	if (!f->common->unbuffered && there < handy)
		return handy;
	if (there > f->shown)
		return there;
	return there < little ? there + 1 : there + there / 2;
}

static bool
has_news(const struct filter *f)
{
	return f->window.last || f->window.blocks.n > f->n_presented
	    || f->window.scan.len >= WINDOW_BYTES;
}

bool
feed_window(struct filter *f)
{
	for (;;) {
		if (!f->doc.streamed)
			fill_from_record(f);
		else if (!fill_from_stream(f, bytes_wanted(f)))
			return false;
		if (f->window.blocks.n > 0 || f->window.last) {
			if (!f->doc.streamed || has_news(f))
				return true;
		} else {
			feed_drop(f, 0);
		}
	}
}
