/* SPDX-License-Identifier: ISC */
#include "page_content.h"
#include "page_zone.h"

enum {
	NEARLY_ALL = 10, /* is all but one part of so many */
	LONG_TEXT = 6000 /* words, at least */
};

#define FOR_SURE 16384.0f /* more evidence than there ever is */

/*
 * Whether the block is a sentence, or a text of many that was cut off, and not
 * one that pages often have.
 */
static bool
is_news(const struct feature *f)
{
	const uint32_t known = 1u << KIND_NOTICE | 1u << KIND_LEGAL
	    | 1u << KIND_COMMENTS | 1u << KIND_BIO | 1u << KIND_OFFER;

	return (feature_is_sentence(f)
	           || f->sentences == FEATURE_BUCKETS - 1)
	    && (f->hits.any & known) == 0 && 2 * f->hits.covered < f->n_words;
}

/* How much more the evidence has for content than for any other zone. */
static float
content_lead(const struct net_evidence *e)
{
	float most = NET_NEVER;
	size_t zone;

	for (zone = 0; zone < ZONES; zone++)
		if (zone != ZONE_CONTENT && e->zone[zone] > most)
			most = e->zone[zone];
	return e->zone[ZONE_CONTENT] - most;
}

static bool
may_be_kept(const struct page_block *b)
{
	return b->forced != FORCED_DROP && is_news(&b->feature);
}

/* The block that is news and most like content; n if none is news. */
static size_t
best_news(const struct page *p, size_t n)
{
	float most = 2 * NET_NEVER, lead;
	size_t i, best = n;

	for (i = 0; i < n; i++) {
		if (!may_be_kept(&p->block[i]))
			continue;
		lead = content_lead(&p->block[i].evidence);
		if (lead > most) {
			most = lead;
			best = i;
		}
	}
	return best;
}

/* Finds the zones with the blocks from..to in the content. */
static void
place_with(struct page *p, size_t n, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++)
		p->block[i].evidence.zone[ZONE_CONTENT] += FOR_SURE;
	page_zones(p, n);
	for (i = from; i < to; i++) {
		p->block[i].evidence.zone[ZONE_CONTENT] -= FOR_SURE;
		p->block[i].sure = true;
	}
}

/*
 * Finds the zones with a block of news in the content, and the news that stands
 * on end around it, unless less is wanted.
 */
static void
place_news(struct page *p, size_t n, size_t best)
{
	size_t from = best, to = best + 1;

	while (p->lean >= 0 && from > 0 && may_be_kept(&p->block[from - 1]))
		from--;
	while (p->lean >= 0 && to < n && may_be_kept(&p->block[to]))
		to++;
	place_with(p, n, from, to);
}

/*
 * Sees to it that a long text is not lost: where nearly all words are in the
 * best run of sentences, under no heading of comments, and some of these are
 * in no content, the run is. Books and transcripts are so, not pages.
 */
static void
place_text(struct page *p, size_t n)
{
	size_t words = 0, in = 0, kept = 0, from = n, to = 0, i;
	const struct page_block *b;

	for (i = 0; i < n; i++) {
		b = &p->block[i];
		words += b->feature.n_words;
		if (b->place.best != BEST_IN)
			continue;
		if (b->place.thread > 0)
			return;
		from = from < n ? from : i;
		to = i + 1;
		in += b->feature.n_words;
		if (b->zone == ZONE_CONTENT)
			kept += b->feature.n_words;
	}
	if (in >= LONG_TEXT && (words - in) * NEARLY_ALL <= words
	    && (in - kept) * NEARLY_ALL > in)
		place_with(p, n, from, to);
}

static size_t
find_content(const struct page *p, size_t n)
{
	size_t i;

	for (i = 0; i < n && p->block[i].zone != ZONE_CONTENT; i++)
		;
	return i;
}

size_t
page_content(struct page *p, size_t n)
{
	size_t head, best;

	page_zones(p, n);
	place_text(p, n);
	head = find_content(p, n);
	if (head < n || p->any_content || p->zone != ZONE_BEFORE)
		return head;
	best = best_news(p, n);
	if (best == n)
		return n;
	place_news(p, n, best);
	return find_content(p, n);
}
