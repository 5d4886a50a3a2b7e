/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "page.h"
#include "page_content.h"
#include "page_item.h"
#include "page_place.h"
#include "page_related.h"
#include "page_title.h"
#include "tables.h"

enum {
	BEHIND = 16, /* of so many blocks of a window one waits for the next */
	LITTLE = 3   /* of so many blocks one is not more than little */
};

void
page_begin(struct page *p)
{
	memset(p, 0, sizeof *p);
	p->words.lexicon = &phrases_table;
	p->words.grammar = &functions_table;
	lexicon_begin(&p->words.user);
	p->net = &net_table;
	p->model = &page_table;
}

void
page_end(struct page *p)
{
	lexicon_end(&p->words.user);
	free(p->block);
	free(p->units);
	free(p->glance);
	free(p->place);
	free(p->seen);
	free(p->same);
	memset(p, 0, sizeof *p);
}

size_t
page_add_phrases(struct page *p, const char *text, size_t n,
    const char **reason)
{
	struct scan s = { 0 };
	size_t line;

	scan_text(&s, text, n);
	line = lexicon_add_lines(&p->words.user, &s, KIND_DROP, KIND_KEEP, reason);
	scan_end(&s);
	return line;
}

void
page_threshold(struct page *p, double threshold)
{
	p->lean = (float)(-log(threshold / (1 - threshold)) / 2);
}

void
page_rough(struct page *p)
{
	p->rough = true;
}

void
page_document(struct page *p)
{
	p->any_content = false;
	p->zone = ZONE_BEFORE;
	p->role = ROLES;
}

void
page_look(struct page *p, const struct window *w, unsigned unknown)
{
	size_t n = w->blocks.n, i;
	struct page_block *b;

	p->block = alloc_grow(p->block, &p->cap, n, sizeof *p->block);
	p->glance = alloc_grow(p->glance, &p->cap_glance, n,
	    sizeof *p->glance);
	memset(&p->vocabulary, 0, sizeof p->vocabulary);
	for (i = 0; i < n; i++) {
		b = &p->block[i];
		feature_of(&b->feature, &w->scan, &w->blocks.block[i],
		    &p->words, &p->vocabulary);
		if (unknown != 0)
			feature_forget(&b->feature, unknown);
		b->forced = b->feature.user >> KIND_KEEP & 1 ? FORCED_KEEP
		    : b->feature.user >> KIND_DROP & 1       ? FORCED_DROP
		                                             : FORCED_NOT;
		page_glance(&p->glance[i], &b->feature);
	}
	page_places(p, w, n);
}

static void
weigh_zones(struct page *p, size_t n)
{
	static const struct net_row none;
	uint16_t active[MODEL_ACTIVE];
	struct net_row same, sum;
	struct page_block *b;
	size_t i;

	p->units = alloc_grow(p->units, &p->cap_units,
	    n + 2 * (size_t)NET_MARGIN, sizeof *p->units);
	memset(p->units, 0, NET_MARGIN * sizeof *p->units);
	memset(p->units + NET_MARGIN + n, 0, NET_MARGIN * sizeof *p->units);
	if (n == 0)
		return;
	net_add(p->net, active, model_page(&p->block[0].place, active), &none,
	    &same);
	for (i = 0; i < n; i++) {
		b = &p->block[i];
		net_add(p->net, active,
		    model_block(&b->feature, &b->place, active), &same, &sum);
		net_see(&sum, &p->units[NET_MARGIN + i], &b->evidence);
	}
	net_mix(p->net, p->units + NET_MARGIN, n, &p->block[0].evidence,
	    sizeof *p->block);
}

/* Enters what the user wants: phrases, and how much content. */
static void
lean(struct page *p, size_t n)
{
	struct page_block *b;
	size_t i;

	for (i = 0; i < n; i++) {
		b = &p->block[i];
		if (b->forced == FORCED_DROP)
			memset(b->evidence.zone, 0, sizeof b->evidence.zone);
		else if (p->lean != 0)
			b->evidence.zone[ZONE_CONTENT]
			    += p->lean * sqrtf((float)b->feature.n_words);
	}
}

/* The roles that a block in a zone may have, as bits. */
static uint32_t
roles_in(enum model_zone zone)
{
	switch (zone) {
	case ZONE_CONTENT:
		return MODEL_ARTICLE;
	case ZONE_LEAD:
		return ~MODEL_ARTICLE | 1u << ROLE_STANDFIRST;
	default:
		return ~MODEL_ARTICLE;
	}
}

/* The role of a block in its zone: the one with the most evidence. */
static void
find_role(struct page *p, struct page_block *b)
{
	uint32_t roles = roles_in(b->zone) & ~(1u << ROLE_TITLE);
	uint16_t active[MODEL_ACTIVE];
	float sum[MODEL_ROLES], best = NET_NEVER, second = NET_NEVER;
	size_t role;

	b->place.zone = b->zone;
	model_roles(p->model, active,
	    model_features(&b->feature, &b->place, active), sum);
	for (role = 0; role < ROLES; role++) {
		if ((roles >> role & 1) == 0 || sum[role] <= second)
			continue;
		second = sum[role];
		if (second > best) {
			second = best;
			best = sum[role];
			b->role = (uint8_t)role;
		}
	}
	b->score = (best - second) / (1 + best - second);
}

/* Whether the block is the heading over comments or related stories. */
static bool
is_marker(const struct page_block *b)
{
	uint32_t head = b->feature.hits.head;

	if (feature_is_sentence(&b->feature))
		return false;
	return (b->role == ROLE_COMMENTS && (head >> KIND_COMMENTS & 1) != 0)
	    || (b->role == ROLE_RELATED && (head >> KIND_RELATED & 1) != 0);
}

static void
find_roles(struct page *p, size_t n)
{
	uint8_t last = p->role;
	struct page_block *b;
	size_t i;

	for (i = 0; i < n; i++) {
		b = &p->block[i];
		if (b->role == ROLE_TITLE)
			;
		else if (p->rough && b->zone != ZONE_LEAD)
			b->role = b->zone == ZONE_CONTENT ? ROLE_BODY
			                                  : ROLE_NAV;
		else
			find_role(p, b);
		b->marker = b->role != last && is_marker(b);
		last = b->role;
	}
}

/* Whether the block is a phrase that pages have around their articles. */
static bool
is_furniture(const struct feature *f)
{
	const uint32_t kinds = 1u << KIND_AD | 1u << KIND_LEGAL
	    | 1u << KIND_MORE | 1u << KIND_NAV | 1u << KIND_NOTICE
	    | 1u << KIND_OFFER | 1u << KIND_RELATED | 1u << KIND_SHARE
	    | 1u << KIND_THREAD;

	return (f->hits.whole & kinds) != 0;
}

/*
 * Keeps all of a page of which little would go, and nothing that is known: it
 * is an article already. So what was stripped once stays as it is.
 */
static void
keep_articles(struct page *p, size_t n)
{
	size_t n_dropped = 0, i;
	struct page_block *b;

	for (i = 0; i < n; i++) {
		b = &p->block[i];
		if (b->zone == ZONE_CONTENT || b->role == ROLE_TITLE)
			continue;
		n_dropped++;
		if (is_furniture(&b->feature))
			return;
	}
	if (n_dropped * LITTLE > n)
		return;
	for (i = 0; i < n; i++)
		if (p->block[i].role != ROLE_TITLE)
			p->block[i].zone = ZONE_CONTENT;
}

size_t
page_label(struct page *p, const struct window *w)
{
	size_t n = w->blocks.n, head, i;

	page_look(p, w, 0);
	weigh_zones(p, n);
	lean(p, n);
	head = page_content(p, n);
	for (i = 0; i < n; i++)
		p->block[i].role = ROLES;
	if (head < n && !p->any_content)
		page_title(p, w, n, head);
	if (w->last && w->blocks_before == 0)
		keep_articles(p, n);
	find_roles(p, n);
	if (!w->last)
		n -= n / BEHIND;
	if (n > 0) {
		p->role = p->block[n - 1].role;
		p->zone = p->block[n - 1].zone == ZONE_LEAD
		    ? ZONE_BEFORE
		    : p->block[n - 1].zone;
	}
	p->any_content |= head < n;
	if (!p->rough) {
		page_items(p, w, n);
		page_related(p->block, n);
	}
	return n;
}
