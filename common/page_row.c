/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "chain_name.h"
#include "page_class.h"
#include "page_row.h"

enum { REASONS = 3 /* features named in a reason */ };

const char *const page_row_columns[] = { "doc", "start", "end", "verdict",
	"score", "role", "reason", "text", NULL };

/* Appends " name weight" of the feature that says most; takes it away. */
static size_t
add_reason(uint16_t *active, float *says, size_t n, char *to, size_t room)
{
	char name[MODEL_NAME];
	size_t i, best = 0;
	int len;

	for (i = 1; i < n; i++)
		if (says[i] > says[best])
			best = i;
	if (n == 0 || says[best] <= 0)
		return 0;
	chain_name(active[best], name);
	len = snprintf(to, room, " %s %+.1f", name, (double)says[best]);
	active[best] = active[n - 1];
	says[best] = says[n - 1];
	return len < 0 || (size_t)len >= room ? 0 : (size_t)len;
}

static size_t
add_reasons(uint16_t *active, float *says, size_t n, char *to, size_t room)
{
	size_t k, len = 0;

	for (k = 0; k < REASONS && k < n; k++)
		len += add_reason(active, says, n - k, to + len, room - len);
	return len;
}

/* The zone that the block would be in else: that of the most evidence. */
static enum model_zone
next_best(const struct page_block *b, enum model_zone zone)
{
	enum model_zone best = zone == ZONE_CONTENT ? ZONE_AFTER
	                                            : ZONE_CONTENT;
	unsigned i;

	if (zone != ZONE_CONTENT)
		return ZONE_CONTENT;
	for (i = 0; i < ZONES; i++)
		if (i != (unsigned)zone
		    && b->evidence.zone[i] > b->evidence.zone[best])
			best = (enum model_zone)i;
	return best;
}

/* What the features say for the block's zone; what is around it, too. */
static size_t
add_zone_reasons(const struct page *p, size_t i, char *to, size_t room)
{
	struct page_block b = p->block[i];
	enum model_zone zone = b.zone < ZONES ? b.zone : ZONE_BEFORE;
	enum model_zone other = next_best(&b, zone);
	float says[MODEL_ACTIVE], around;
	uint16_t active[MODEL_ACTIVE];
	size_t n, k, len = 0;
	int put;

	b.place.zone = ZONE_PLACES;
	b.place.has_near = b.place.lead = b.place.crumb = false;
	n = model_features(&b.feature, &b.place, active);
	net_explain(p->net, active, n, &p->units[NET_MARGIN + i],
	    &b.evidence, zone, other, says);
	around = b.evidence.zone[zone] - b.evidence.zone[other];
	for (k = 0; k < n; k++)
		around -= says[k];
	len += add_reasons(active, says, n, to, room);
	put = snprintf(to + len, room - len, " around %+.1f",
	    (double)around);
	return put < 0 || (size_t)put >= room - len ? len : len + (size_t)put;
}

/* The class that the block would be of else: that of the most evidence. */
static enum chain_class
other_class(const struct chain_block *way)
{
	unsigned class, best = CLASSES;

	for (class = 0; class < CLASSES; class++)
		if (class != way->class && (way->allowed >> class & 1) != 0
		    && (best == CLASSES || way->says[class] > way->says[best]))
			best = class;
	return best == CLASSES ? CLASS_BEFORE : (enum chain_class)best;
}

/* What the features say for the block's class against the next best. */
static size_t
explain_class(const struct page *p, size_t i, uint16_t *active, float *says)
{
	const struct chain_block *way = &p->way[i];
	size_t n = page_active(p, i, active);

	chain_explain(p->chain, active, n, &p->sums[CHAIN_MARGIN + i],
	    (enum chain_class)way->class, other_class(way), says);
	return n;
}

/* What they say for the role, where the class leaves it open. */
static size_t
explain_role(const struct page *p, size_t i, uint16_t *active, float *says)
{
	const struct page_block *b = &p->block[i];
	size_t n = model_features(&b->feature, &b->place, active), k;

	for (k = 0; k < n; k++)
		says[k] = p->model->role[active[k]][b->role];
	return n;
}

/*
 * What the features say for the block's role: by hand-set weights where it is
 * around the article, else for its class.
 */
static void
add_role_reasons(const struct page *p, size_t i, char *to, size_t room)
{
	bool around = p->way[i].class <= CLASS_AFTER;
	uint16_t active[CHAIN_ACTIVE];
	float says[CHAIN_ACTIVE];
	size_t n, len = 0;

	if (around) {
		n = explain_role(p, i, active, says);
		len = add_reasons(active, says, n, to, room);
	}
	if (len == 0) {
		n = explain_class(p, i, active, says);
		len = add_reasons(active, says, n, to, room);
	}
	if (len == 0)
		snprintf(to, room, " around +0.0");
}

void
page_reason(const struct page *p, size_t i, char *to)
{
	const struct page_block *b = &p->block[i];
	size_t len;

	if (b->forced != FORCED_NOT) {
		strcpy(to, b->forced == FORCED_KEEP ? "phrase kept"
		                                    : "phrase dropped");
		return;
	}
	strcpy(to, model_zone_names[b->zone]);
	len = strlen(to);
	len += add_zone_reasons(p, i, to + len, PAGE_REASON - len);
	to[len++] = ';';
	to[len] = '\0';
	if (b->mark != MARK_NOT)
		snprintf(to + len, PAGE_REASON - len, " %s",
		    outline_mark_names[b->mark]);
	else
		add_role_reasons(p, i, to + len, PAGE_REASON - len);
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
