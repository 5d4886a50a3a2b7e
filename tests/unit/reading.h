/* SPDX-License-Identifier: ISC */
/*
 * reading - one paragraph, read as far as its chunks
 */
#ifndef READING_H
#define READING_H

#include <stdio.h>

#include "chunk.h"
#include "tables.h"
#include "window.h"

struct reading {
	struct window w;
	struct quotes q;
	struct sentences s;
	struct chunks c;
};

/* Reads a text in a language: "en". */
static inline void
reading_begin(struct reading *r, const char *lang, const char *text)
{
	struct sentence_text in = { &r->w.scan, &cues_table, 0, &r->q };
	size_t quote = 0;

	*r = (struct reading) { 0 };
	in.lang = cue_lang(&cues_table, span_of(lang));
	window_begin(&r->w, BLOCKS_AUTO, false);
	window_fill(&r->w, text, strlen(text), true);
	quote_find(&r->q, &cues_table, in.lang, &r->w);
	sentence_read(&r->s, &in, 0, strlen(text), &quote);
	chunk_read(&r->c, &in, r->s.token, r->s.n);
}

static inline void
reading_end(struct reading *r)
{
	chunk_end(&r->c);
	sentence_end(&r->s);
	quote_end(&r->q);
	window_end(&r->w);
}

static inline struct span
reading_word(const struct reading *r, size_t token)
{
	const struct token *t = &r->s.token[token];

	return scan_span(&r->w.scan, t->start, t->end);
}

/* Says what was read where that was not wanted. */
static inline bool
reading_is(const char *text, const char *got, const char *want)
{
	if (strcmp(got, want) != 0)
		fprintf(stderr, "%s: %s, not %s\n", text, got, want);
	return strcmp(got, want) == 0;
}

#endif
