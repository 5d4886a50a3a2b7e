/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "alloc.h"
#include "priors.h"

#define IMPOSSIBLE -1e7f /* worse than the steps that data/ rules out */

/* The place of a weight, "FEATURE =ZONE" or "ZONE>NEXT"; null if none. */
static float *
weight_named(struct priors *p, struct span name)
{
	char sign = memchr(name.p, '>', name.n) != NULL ? '>' : ' ';
	struct span left = span_cut(&name, sign);
	size_t from, to;

	if (sign == ' ' && name.n > 0 && name.p[0] == '=')
		span_cut(&name, '=');
	to = span_index(name, model_zone_names, ZONES);
	if (to == ZONES)
		return NULL;
	if (sign == '>') {
		from = span_index(left, model_zone_names, ZONES);
		return from < ZONES ? &p->step[from][to] : NULL;
	}
	from = model_named(left);
	return from < MODEL_FEATURES ? &p->zone[from][to] : NULL;
}

bool
priors_begin(struct priors *p, struct list list, struct span *bad)
{
	struct list_row row;
	float *weight;
	char *end = NULL;

	memset(p, 0, sizeof *p);
	while (list_next(&list, &row)) {
		weight = weight_named(p, row.entry);
		if (weight != NULL)
			*weight = strtof(row.kind.p, &end);
		if (weight == NULL || *end != '\0') {
			*bad = row.entry;
			return false;
		}
	}
	return true;
}

/* The best step to a zone, by `so_far`; *score is what the path has then. */
static uint8_t
best_before(const struct priors *p, const float *so_far, size_t to,
    float *score)
{
	size_t from, best = 0;

	for (from = 1; from < ZONES; from++)
		if (so_far[from] + p->step[from][to]
		    > so_far[best] + p->step[best][to])
			best = from;
	*score = so_far[best] + p->step[best][to];
	return (uint8_t)best;
}

/* One block on from so_far; scores are kept small by taking off the best. */
static void
go_on(const struct priors *p, const struct example *page, size_t i,
    float *so_far, uint8_t *back)
{
	const struct example_block *b = &page->block[i];
	const uint16_t *active = page->active + b->first;
	float next[ZONES], most = 2 * IMPOSSIBLE;
	size_t zone, k;

	for (zone = 0; zone < ZONES; zone++) {
		back[zone] = best_before(p, so_far, zone, &next[zone]);
		if ((b->allowed >> zone & 1) == 0)
			next[zone] += IMPOSSIBLE;
		for (k = 0; k < b->n; k++)
			next[zone] += p->zone[active[k]][zone];
		if (next[zone] > most)
			most = next[zone];
	}
	for (zone = 0; zone < ZONES; zone++)
		so_far[zone] = next[zone] - most;
}

void
priors_settle(const struct priors *p, struct example *page)
{
	uint8_t(*back)[ZONES] = alloc_array(page->n, sizeof *back);
	float so_far[ZONES];
	size_t zone, i;

	for (zone = 0; zone < ZONES; zone++)
		so_far[zone] = zone == ZONE_BEFORE ? 0 : IMPOSSIBLE;
	for (i = 0; i < page->n; i++)
		go_on(p, page, i, so_far, back[i]);
	for (zone = 0, i = 1; i < ZONES; i++)
		if (so_far[i] > so_far[zone])
			zone = i;
	for (i = page->n; i-- > 0; zone = back[i][zone])
		if ((page->block[i].allowed >> ZONE_CONTENT & 1) == 0)
			page->block[i].allowed = (uint8_t)(1 << zone);
	free(back);
}
