/* SPDX-License-Identifier: ISC */
#include "repeat_row.h"

const char *const repeat_tiers[] = { "exact", "teaser", "crumb",
	"near", NULL };

const char *const repeat_columns[] = { "doc", "start", "end", "verdict",
	"score", "tier", "match_doc", "match_start", "reason", "text", NULL };

const char *const repeat_counted_columns[] = { "doc", "start", "end",
	"verdict", "score", "tier", "match_doc", "match_start", "count",
	"reason", "text", NULL };

static const char *const reasons[] = {
	[REPEAT_NEW] = "not seen before",
	[REPEAT_WORDLESS] = "too few words",
	[REPEAT_SAME] = "the same words",
	[REPEAT_BEGINNING] = "cut-off beginning",
	[REPEAT_HEADLINE] = "headline of a teaser",
	[REPEAT_TRAIL] = "trail around a title",
	[REPEAT_ALIKE] = "a few words differ",
	[REPEAT_OFTEN] = "occurs more than once",
	[REPEAT_DOCUMENT] = "the document was seen",
};

/* The name and start of what a block repeats. */
static void
put_match(struct rows *rows, const struct repeats *r, const struct verdict *v)
{
	bool named = repeat_is_dropped(v) && v->match.doc != REPEAT_NO_DOC;
	bool placed = named && v->match.start != PLACE_NO_START;
	char name[POSITION_BYTES];
	struct span none = { NULL, 0 };

	rows_text(rows, "match_doc", ROWS_BOTH,
	    named ? repeats_match_name(r, v, name) : none);
	if (placed)
		rows_number(rows, "match_start", ROWS_BOTH, v->match.start);
	else
		rows_text(rows, "match_start", ROWS_BOTH, none);
}

void
repeat_row(struct rows *rows, struct window *w, const struct block *b,
    const struct repeats *r, const struct verdict *v)
{
	bool dropped = repeat_is_dropped(v);

	rows_begin(rows);
	rows_number(rows, "start", ROWS_BOTH, window_offset(w, b->start));
	rows_number(rows, "end", ROWS_BOTH, window_offset(w, b->end));
	rows_text(rows, "verdict", ROWS_BOTH,
	    span_of(dropped ? "drop" : "keep"));
	rows_score(rows, "score", ROWS_BOTH, v->score);
	rows_text(rows, "tier", ROWS_BOTH,
	    span_of(dropped ? repeat_tiers[v->tier] : NULL));
	put_match(rows, r, v);
	if (r->options->count)
		rows_number(rows, "count", ROWS_BOTH, v->count);
	rows_text(rows, "reason", ROWS_BOTH, span_of(reasons[v->reason]));
	rows_text(rows, "text", ROWS_BOTH,
	    scan_span(&w->scan, b->start, b->end));
	rows_end(rows);
}
