/* SPDX-License-Identifier: ISC */
#include <stdio.h>

#include "dedupe.h"
#include "repeat_row.h"
#include "whole.h"

/* Writes a block, with the number of times it occurs, as uniq -c does. */
static void
keep(struct filter *f, const struct repeats *r, const struct block *b,
    const struct verdict *v)
{
	char count[24];

	if (r->options->count)
		f->prefix = (struct span) { count,
			(size_t)snprintf(count, sizeof count, "%7lu ",
			    (unsigned long)v->count) };
	filter_keep(f, b);
}

static void
put_block(struct filter *f, const struct repeats *r,
    const struct dedupe_options *o, size_t i, const struct verdict *v)
{
	const struct block *b = &f->window.blocks.block[i];

	if (f->removed.out != NULL && repeat_is_dropped(v))
		repeat_row(&f->removed, &f->window, b, r, v);
	if (f->common->annotate)
		repeat_row(&f->rows, &f->window, b, r, v);
	else if (repeat_is_dropped(v) == o->dropped)
		keep(f, r, b, v);
}

/* The first pass: reads everything; false if it can't be read twice. */
static bool
learn(struct filter *f, struct repeats *r)
{
	struct window *w;
	size_t n;

	repeats_learn(r);
	while (filter_document(f)) {
		repeats_document(r, f->doc.name);
		while ((w = filter_window(f)) != NULL) {
			n = repeats_judge(r, w);
			repeats_decided(r, n);
			filter_decided(f, n);
		}
	}
	repeats_learned(r);
	return filter_rewind(f);
}

/* Writes a document as it is judged. */
static void
pass(struct filter *f, struct repeats *r, const struct dedupe_options *o,
    struct shard *s)
{
	struct window *w;
	size_t n, i;

	while ((w = filter_window(f)) != NULL) {
		n = repeats_judge(r, w);
		if (!shard_is_sound(s, f))
			return;
		for (i = 0; i < n && r->emit == NULL; i++)
			put_block(f, r, o, i, repeats_verdict(r, i));
		repeats_decided(r, n);
		filter_decided(f, n);
	}
}

/* Judges a document, and then writes it. */
static void
weigh(struct filter *f, struct repeats *r, const struct dedupe_options *o,
    struct whole *h)
{
	const struct verdict *v;
	struct window *w;
	size_t n, i;

	whole_clear(h, r->doc);
	while ((w = filter_window(f)) != NULL) {
		n = repeats_judge(r, w);
		for (i = 0; i < n; i++)
			whole_add(h, repeats_met(r, i));
		repeats_decided(r, n);
		filter_decided(f, n);
	}
	whole_decide(h, r, o->share);
	filter_again(f);
	while ((w = filter_window(f)) != NULL) {
		n = w->blocks.n;
		for (i = 0; i < n && (v = whole_next(h)) != NULL; i++)
			put_block(f, r, o, i, v);
		filter_decided(f, n);
	}
}

void
dedupe(struct filter *f, struct repeats *r, const struct dedupe_options *o,
    struct shard *s)
{
	struct whole whole = { 0 };

	if (r->options->learn && !learn(f, r))
		return;
	while (filter_document(f)) {
		repeats_document(r, f->doc.name);
		shard_document(s, f);
		if (o->share > 0)
			weigh(f, r, o, &whole);
		else
			pass(f, r, o, s);
	}
	shard_close(s, f);
	whole_end(&whole);
}
