/* SPDX-License-Identifier: ISC */
#include "layout.h"
#include "marking.h"

enum {
	EDGE_LEAST = 60,  /* bytes from edge to edge, at least .. */
	EDGE_MOST = 132,  /* .. and at most */
	LEADERS = 4       /* dots that lead to the number of a page, or more */
};

static bool
is_indented(const struct window *w, size_t i)
{
	return block_is_space(w->scan.text[w->blocks.block[i].start]);
}

static bool
is_any_indented(const struct window *w)
{
	size_t i;

	for (i = 0; i < w->blocks.n; i++)
		if (is_indented(w, i))
			return true;
	return false;
}

/* Whether block i goes from edge to edge, as heads and feet of pages do. */
static bool
is_edge(const struct marking_view *v, size_t i)
{
	struct span text;

	if (is_indented(v->w, i) || !marking_is_short(&v->block[i].feature))
		return false;
	text = marking_text(v, i);
	return text.n >= EDGE_LEAST && text.n <= EDGE_MOST
	    && marking_has_gap(text) && memchr(text.p, '\n', text.n) == NULL;
}

/* Whether the window has edges, and prose that is nearly all indented. */
static bool
is_for_paper(struct marking_view *v)
{
	size_t i;

	if (!is_any_indented(v->w) || !marking_is_left(v, 0))
		return false;
	for (i = 0; i < v->w->blocks.n; i++)
		if (is_edge(v, i))
			return true;
	return false;
}

/* Whether the block has a row of dots, as a table of contents does. */
static bool
has_leaders(const struct marking_view *v, size_t i)
{
	struct span text = marking_text(v, i);
	size_t at, dots = 0;

	for (at = 0; at < text.n && dots < LEADERS; at++)
		if (text.p[at] == '.')
			dots++;
		else if (text.p[at] != ' ')
			dots = 0;
	return dots >= LEADERS;
}

static bool
is_heading(const struct marking_view *v, size_t i)
{
	return !is_indented(v->w, i) && marking_is_short(&v->block[i].feature)
	    && !feature_is_sentence(&v->block[i].feature);
}

static bool
is_over_contents(const struct marking_view *v, size_t i)
{
	return i + 1 < v->w->blocks.n && has_leaders(v, i + 1);
}

/* Whether block i has a bullet: "- fine", not the option "-f". */
static bool
is_item(const struct marking_view *v, size_t i)
{
	struct span text = marking_text(v, i);

	return v->block[i].feature.first == FIRST_BULLET && text.n > 1
	    && (text.p[0] != '-' || block_is_space(text.p[1]));
}

/* The role of block i, that stands under a heading or is one. */
static uint8_t
role_under(const struct marking_view *v, size_t i)
{
	const uint32_t own = 1u << ROLE_TITLE | 1u << ROLE_QUOTE
	    | 1u << ROLE_STANDFIRST;
	const struct page_block *b = &v->block[i];

	if (is_edge(v, i) || has_leaders(v, i) || is_over_contents(v, i))
		return ROLE_NAV;
	if (is_heading(v, i))
		return ROLE_HEADING;
	if ((own >> b->role & 1) != 0)
		return b->role;
	return is_item(v, i) ? ROLE_LIST : ROLE_BODY;
}

void
layout_join(struct page_block *block, const struct window *w, size_t n)
{
	struct marking_view v = { .block = block, .w = w };
	bool under = w->blocks_before > 0;
	uint8_t role;
	size_t i;

	if (!is_for_paper(&v))
		return;
	for (i = 0; i < n; i++) {
		if (block[i].role == ROLE_TITLE)
			continue;
		under |= is_heading(&v, i) && !is_edge(&v, i);
		role = under           ? role_under(&v, i)
		    : is_edge(&v, i) ? ROLE_NAV
		                     : block[i].role;
		if (role == block[i].role)
			continue;
		block[i].role = role;
		block[i].mark = MARK_PAPER;
	}
}
