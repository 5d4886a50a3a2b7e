/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "utf8.h"
#include "window.h"

void
window_begin(struct window *w, enum block_mode mode, bool chars)
{
	w->blocks.n = 0;
	w->last = w->crlf = w->crlf_known = false;
	w->chars = chars;
	w->base = w->base_out = w->known_at = w->known_out = 0;
	w->blocks_before = 0;
	w->cutter = (struct cutter) { .mode = mode };
}

void
window_end(struct window *w)
{
	scan_end(&w->scan);
	free(w->blocks.block);
	memset(w, 0, sizeof *w);
}

/* Takes the document's line break from its first one. */
static void
learn_line_break(struct window *w)
{
	const struct scan *s = &w->scan;
	size_t newline = scan_next(s, SCAN_NEWLINE, 0, s->len);

	if (newline == s->len)
		return;
	w->crlf = newline > 0 && s->text[newline - 1] == '\r';
	w->crlf_known = true;
}

void
window_fill(struct window *w, const char *text, size_t len, bool last)
{
	scan_text(&w->scan, text, len);
	if (w->base == 0 && w->cutter.at == 0 && utf8_has_bom(text, len))
		w->cutter.at = UTF8_BOM_BYTES;
	if (!w->crlf_known)
		learn_line_break(w);
	block_cut(&w->cutter, &w->scan, last, &w->blocks, WINDOW_BLOCKS);
	w->last = last && w->cutter.at == len;
}

size_t
window_drop(struct window *w, size_t n_blocks)
{
	struct block *b = w->blocks.block;
	size_t left = w->blocks.n - n_blocks, bytes, i;

	bytes = left > 0 ? b[n_blocks].start : w->cutter.at;
	w->base_out = window_offset(w, bytes);
	w->known_at = 0;
	w->known_out = w->base_out;
	for (i = 0; i < left; i++) {
		b[i] = b[i + n_blocks];
		b[i].start -= bytes;
		b[i].end -= bytes;
	}
	w->blocks.n = left;
	w->blocks_before += n_blocks;
	w->cutter.at -= bytes;
	w->base += bytes;
	return bytes;
}

size_t
window_offset(struct window *w, size_t at)
{
	const char *text = w->scan.text;

	if (!w->chars)
		return w->base + at;
	if (at >= w->known_at) {
		w->known_out
		    += utf8_count(text + w->known_at, at - w->known_at);
	} else if (at < w->known_at / 2) {
		w->known_out = w->base_out + utf8_count(text, at);
	} else {
		w->known_out -= utf8_count(text + at, w->known_at - at);
	}
	w->known_at = at;
	return w->known_out;
}

struct span
window_line_break(const struct window *w)
{
	return span_of(w->crlf ? "\r\n" : "\n");
}
