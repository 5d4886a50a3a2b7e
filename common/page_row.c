/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "page_row.h"

enum { REASONS = 3 /* features named in a reason */ };

const char *const page_row_columns[] = { "doc", "start", "end", "verdict",
	"score", "role", "reason", "text", NULL };

/* Appends " name weight" of the feature that says most for the role. */
static size_t
add_reason(const struct page *p, const struct page_block *b, uint16_t *active,
    size_t n, char *to, size_t room)
{
	size_t i, best = n;
	float weight, most = 0;
	char name[MODEL_NAME];
	int len;

	for (i = 0; i < n; i++) {
		weight = p->model.role[active[i]][b->role];
		if (weight > most) {
			most = weight;
			best = i;
		}
	}
	if (best == n)
		return 0;
	model_name(active[best], name);
	active[best] = active[n - 1];
	len = snprintf(to, room, " %s %+.1f", name, (double)most);
	return len < 0 || (size_t)len >= room ? 0 : (size_t)len;
}

void
page_reason(const struct page *p, size_t i, char *to)
{
	const struct page_block *b = &p->block[i];
	uint16_t active[MODEL_ACTIVE];
	size_t n = model_features(&b->feature, &b->place, active), len, k;

	if (b->forced != FORCED_NOT) {
		strcpy(to, b->forced == FORCED_KEEP ? "phrase kept"
		                                    : "phrase dropped");
		return;
	}
	strcpy(to, model_zone_names[b->zone]);
	len = strlen(to);
	for (k = 0; k < REASONS && k < n; k++)
		len += add_reason(p, b, active, n - k, to + len,
		    PAGE_REASON - len);
}

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
