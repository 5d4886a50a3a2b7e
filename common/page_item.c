/* SPDX-License-Identifier: ISC */
#include "page_item.h"

enum { NUMBER_DIGITS = 3 /* of an item's number, at most */ };

/* What an item begins with. */
enum item_mark { ITEM_NONE, ITEM_BULLET, ITEM_HYPHEN, ITEM_NUMBER, ITEM_QUOTE };

struct item {
	enum item_mark mark;
	unsigned number; /* of ITEM_NUMBER */
};

/* Whether white space stands at `at`, where all before it is the mark. */
static bool
is_apart(struct span text, size_t at)
{
	return at < text.n && block_is_space(text.p[at]);
}

/* "3." or "3)" and a space. */
static struct item
numbered(struct span text)
{
	struct item item = { ITEM_NONE, 0 };
	size_t i;

	for (i = 0; i < text.n && i < NUMBER_DIGITS; i++) {
		if (text.p[i] < '0' || text.p[i] > '9')
			break;
		item.number = 10 * item.number + (unsigned)(text.p[i] - '0');
	}
	if (i < text.n && (text.p[i] == '.' || text.p[i] == ')')
	    && is_apart(text, i + 1))
		item.mark = ITEM_NUMBER;
	return item;
}

/* The item that a text begins; a heading may have a number of its own. */
static struct item
item_of(const struct feature *f, unsigned role, struct span text)
{
	struct item item = { ITEM_NONE, 0 };

	if (f->first == FIRST_DIGIT)
		return role == ROLE_HEADING ? item : numbered(text);
	if (f->first == FIRST_BULLET && text.p[0] == '-')
		item.mark = is_apart(text, 1) ? ITEM_HYPHEN : ITEM_NONE;
	else if (f->first == FIRST_BULLET && text.p[0] == '*')
		item.mark = is_apart(text, 1) ? ITEM_BULLET : ITEM_NONE;
	else if (f->first == FIRST_BULLET)
		item.mark = ITEM_BULLET;
	else if (f->first == FIRST_OTHER && text.n > 0 && text.p[0] == '>'
	    && feature_is_sentence(f))
		item.mark = ITEM_QUOTE;
	return item;
}

/* Whether one item stands right before the other in a list. */
static bool
is_next(struct item a, struct item b)
{
	return a.mark == b.mark
	    && (a.mark != ITEM_NUMBER || a.number + 1 == b.number);
}

/* Whether a block is of the article and begins with what a mark may be. */
static bool
may_be_item(const struct page_block *b)
{
	const uint32_t roles = 1u << ROLE_BODY | 1u << ROLE_HEADING
	    | 1u << ROLE_LIST | 1u << ROLE_QUOTE;
	const uint32_t firsts = 1u << FIRST_DIGIT | 1u << FIRST_BULLET
	    | 1u << FIRST_OTHER;

	return (firsts >> b->feature.first & 1) != 0
	    && (roles >> b->role & 1) != 0;
}

/* The item that block i is; none if it is none, or there is no such block. */
static struct item
item_at(const struct page *p, const struct window *w, size_t i)
{
	if (i >= w->blocks.n || !may_be_item(&p->block[i]))
		return (struct item) { ITEM_NONE, 0 };
	return item_of(&p->block[i].feature, p->block[i].role,
	    block_trim(&w->scan, &w->blocks.block[i]));
}

void
page_items(struct page *p, const struct window *w, size_t n)
{
	struct item last = { ITEM_NONE, 0 }, item = item_at(p, w, 0), next;
	size_t i;

	for (i = 0; i < n; i++) {
		next = item_at(p, w, i + 1);
		if (item.mark == ITEM_QUOTE)
			p->block[i].role = ROLE_QUOTE;
		else if (item.mark == ITEM_BULLET
		    || (item.mark != ITEM_NONE
		        && (is_next(last, item) || is_next(item, next))))
			p->block[i].role = ROLE_LIST;
		last = item;
		item = next;
	}
}
