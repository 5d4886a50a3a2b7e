/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "layout.h"
#include "page.h"
#include "page_class.h"
#include "page_content.h"
#include "page_item.h"
#include "page_place.h"
#include "page_related.h"
#include "page_role.h"
#include "page_thread.h"
#include "page_title.h"
#include "tables.h"
#include "weigh.h"

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
	p->chain = &chain_table;
	p->model = &page_table;
}

void
page_end(struct page *p)
{
	lexicon_end(&p->words.user);
	free(p->block);
	free(p->units);
	free(p->way);
	free(p->sums);
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
	line = lexicon_add_lines(&p->words.user, &s, KIND_DROP, KIND_KEEP,
	    reason);
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
	p->class = CLASS_BEFORE;
	p->role = ROLES;
	memset(&p->outline, 0, sizeof p->outline);
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

/* Makes room for the units and sums of n blocks, with margins of zeros. */
static void
make_room(struct page *p, size_t n)
{
	p->units = alloc_grow(p->units, &p->cap_units,
	    n + 2 * (size_t)NET_MARGIN, sizeof *p->units);
	memset(p->units, 0, NET_MARGIN * sizeof *p->units);
	memset(p->units + NET_MARGIN + n, 0, NET_MARGIN * sizeof *p->units);
	p->sums = alloc_grow(p->sums, &p->cap_sums,
	    n + 2 * (size_t)CHAIN_MARGIN, sizeof *p->sums);
	memset(p->sums, 0, CHAIN_MARGIN * sizeof *p->sums);
	memset(p->sums + CHAIN_MARGIN + n, 0, CHAIN_MARGIN * sizeof *p->sums);
}

/*
 * What the page's features weigh is added up once, and what a stretch of it has
 * in common once for all blocks on end that have it.
 */
static void
weigh_zones(struct page *p, size_t n)
{
	struct weigh_sum same, stretch, sum = { 0 };
	uint16_t active[MODEL_ACTIVE];
	struct page_block *b;
	uint64_t key = 0;
	size_t i, k;

	make_room(p, n);
	if (n == 0)
		return;
	k = model_page(&p->block[0].place, active);
	weigh_add(p->net, p->chain, active, k, &sum, &same);
	for (i = 0; i < n; i++) {
		b = &p->block[i];
		if (i == 0 || key != model_stretch_key(&b->place)) {
			key = model_stretch_key(&b->place);
			k = model_stretch(&b->place, active);
			weigh_add(p->net, p->chain, active, k, &same,
			    &stretch);
		}
		k = model_own(&b->feature, &b->place, active);
		weigh_add(p->net, p->chain, active, k, &stretch, &sum);
		p->sums[CHAIN_MARGIN + i] = sum.classes;
		b->sure = false;
		net_see(&sum.zones, &p->units[NET_MARGIN + i], &b->evidence);
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
 * Whether little of the page would go, and nothing that is known: it is an
 * article already. So what was stripped once stays as it is.
 */
static bool
is_article(const struct page *p, size_t n)
{
	size_t n_dropped = 0, i;

	for (i = 0; i < n; i++) {
		if ((CHAIN_ARTICLE >> p->way[i].class & 1) != 0)
			continue;
		n_dropped++;
		if (is_furniture(&p->block[i].feature))
			return false;
	}
	return n_dropped > 0 && n_dropped * LITTLE <= n;
}

/* Keeps the content of a page that else had no article. */
static void
keep_content(struct page *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((CHAIN_ARTICLE >> p->way[i].class & 1) != 0)
			return;
	for (i = 0; i < n; i++)
		if (p->block[i].zone == ZONE_CONTENT)
			p->way[i].class = CLASS_BODY;
}

/* Makes all that is not of the article its body. */
static void
keep_all(struct page *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if ((CHAIN_ARTICLE >> p->way[i].class & 1) == 0)
			p->way[i].class = CLASS_BODY;
		p->block[i].zone = ZONE_CONTENT;
	}
}

size_t
page_find_zones(struct page *p, const struct window *w)
{
	size_t n = w->blocks.n;

	page_look(p, w, 0);
	weigh_zones(p, n);
	lean(p, n);
	p->way = alloc_grow(p->way, &p->cap_way, n, sizeof *p->way);
	return page_content(p, n);
}

/* Finds zones and classes; returns where the content begins. */
static size_t
find_classes(struct page *p, const struct window *w)
{
	size_t n = w->blocks.n, head = page_find_zones(p, w);

	page_classes(p, n, head);
	if (!p->any_content)
		keep_content(p, n);
	return head;
}

/* The title as it is whatever the user wants, so that this moves no other. */
static size_t
find_title(struct page *p, const struct window *w)
{
	float want = p->lean;
	size_t title;

	p->lean = 0;
	find_classes(p, w);
	title = page_find_title(p, w, w->blocks.n);
	p->lean = want;
	return title;
}

/* Finds what the text marks, by signs, by numbers and by its layout. */
static void
find_marks(struct page *p, const struct window *w, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		p->block[i].mark = MARK_NOT;
		p->block[i].level = 0;
	}
	layout_join(p->block, w, n);
	outline_join(p->block, w, n);
	if (!p->rough)
		page_thread(p->block, n);
}

size_t
page_label(struct page *p, const struct window *w)
{
	size_t n = w->blocks.n, title = p->lean != 0 ? find_title(p, w) : n;
	size_t head = find_classes(p, w);

	if (p->lean == 0)
		title = page_find_title(p, w, n);
	if (head < n)
		page_title(p, w, n, head, title);
	if (w->last && w->blocks_before == 0 && is_article(p, n))
		keep_all(p, n);
	page_roles(p, n);
	find_marks(p, w, n);
	if (!w->last)
		n -= n / BEHIND;
	if (!p->rough)
		outline_levels(&p->outline, p->block, w, n);
	if (n > 0) {
		p->class = p->way[n - 1].class == CLASS_AFTER
		    ? CLASS_INSIDE
		    : p->way[n - 1].class;
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
