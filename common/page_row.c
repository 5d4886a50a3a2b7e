/* SPDX-License-Identifier: ISC */
#include "page_row.h"

const char *const page_row_columns[] = { "doc", "start", "end", "verdict",
	"score", "role", "reason", "text", NULL };

void
page_row(struct rows *r, struct window *w, const struct page *p, size_t i,
    bool kept)
{
	const struct block *b = &w->blocks.block[i];
	char reason[PAGE_REASON];

	page_reason(p, i, reason);
	rows_begin(r);
	rows_number(r, "start", ROWS_BOTH, window_offset(w, b->start));
	rows_number(r, "end", ROWS_BOTH, window_offset(w, b->end));
	rows_text(r, "verdict", ROWS_BOTH, span_of(kept ? "keep" : "drop"));
	rows_score(r, "score", ROWS_BOTH, (double)p->block[i].score);
	rows_text(r, "role", ROWS_BOTH,
	    span_of(model_role_names[p->block[i].role]));
	rows_text(r, "reason", ROWS_BOTH, span_of(reason));
	rows_text(r, "text", ROWS_BOTH,
	    scan_span(&w->scan, b->start, b->end));
	rows_end(r);
}
