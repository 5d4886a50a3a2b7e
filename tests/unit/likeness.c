/* SPDX-License-Identifier: ISC */
/* likeness: how much of a block is in another, and what speaks against it. */
#include <assert.h>
#include <string.h>

#include "likeness.h"

static const char ferry[] = "The ferry to Holm left the pier at dawn on "
    "Monday with forty goats and a crate of letters for the village school.";

static struct alignment alignment;

static void
read_text(struct near_block *b, const char *text, bool open)
{
	struct scan s = { 0 };

	scan_text(&s, text, strlen(text));
	near_read(b, &s, 0, s.len, open);
	scan_end(&s);
}

/* Compares with one more text; whether that is the likest so far. */
static bool
compare(struct likeness *like, struct near_block *b, const char *text,
    bool open)
{
	struct near_block old = { .open = false };
	struct near_old view;
	bool likest;

	read_text(&old, text, open);
	view = (struct near_old) { old.terms.of, old.terms.n, open,
		&old.pairs };
	likest = likeness_compare(like, &alignment, b, &view);
	terms_end(&old.terms);
	return likest;
}

static void
test_order(void)
{
	struct near_block b = { .open = false };
	struct likeness like = { 0 };

	read_text(&b, ferry, false);
	assert(!compare(&like, &b, "Nothing of it is in this one, not a word "
	    "of all that it says.", false));
	assert(like.covered == 0);
	assert(compare(&like, &b, "The ferry to Holm left the pier at dawn on "
	    "Monday with forty goats and nobody at all for the school.",
	    false));
	assert(like.covered < b.terms.n && like.veto == VETO_NONE);
	assert(compare(&like, &b, ferry, false));
	assert(like.covered == b.terms.n);
	assert(likeness_is_enough(&like, b.terms.n));
	assert(!compare(&like, &b, ferry, false));
	terms_end(&b.terms);
}

/* Of two that have as much of it the one that says another thing decides. */
static void
test_veto(void)
{
	static const char other[] = "The ferry to Skerry left the pier at dawn "
	    "on Monday with forty goats and a crate of letters for the "
	    "village school.";
	static const char fewer[] = "The ferry left the pier at dawn on Monday "
	    "with forty goats and a crate of letters for the village school.";
	struct near_block b = { .open = false };
	struct likeness like = { 0 };

	read_text(&b, ferry, false);
	assert(compare(&like, &b, other, false) && like.veto == VETO_FACT);
	memset(&like, 0, sizeof like);
	assert(compare(&like, &b, fewer, false));
	assert(!compare(&like, &b, fewer, false));
	assert(compare(&like, &b, other, false) || like.veto == VETO_NONE);
	terms_end(&b.terms);
}

/* What does not end may go on in the block. */
static void
test_open(void)
{
	static const char begin[] = "The ferry to Holm left the pier at dawn "
	    "on Monday with forty goats and a crate of letters";
	struct near_block b = { .open = false };
	struct likeness like = { 0 };

	read_text(&b, ferry, false);
	assert(!compare(&like, &b, begin, true));
	assert(compare(&like, &b, begin, false));
	assert(like.added == b.terms.n - like.covered);
	terms_end(&b.terms);
}

static void
test_enough(void)
{
	struct likeness like = { .covered = 60 };

	assert(!likeness_is_enough(&like, 101));
	assert(!likeness_is_enough(&like, 100));
	like.added = 40;
	assert(likeness_is_enough(&like, 100));
	like = (struct likeness) { .covered = 8 };
	assert(!likeness_is_enough(&like, 10));
	like.covered = 10;
	assert(likeness_is_enough(&like, 10));
}

int
main(void)
{
	test_order();
	test_veto();
	test_open();
	test_enough();
	return 0;
}
