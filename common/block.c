/* SPDX-License-Identifier: ISC */
#include "alloc.h"
#include "block.h"
#include "utf8.h"

enum { RULE_LEAST = 3 /* signs of a rule */ };

struct run {
	size_t start, end;
	size_t next; /* where the line behind it begins */
	size_t n_lines;
	bool whole; /* more text would not change it */
};

struct span
block_trimmed(struct span s)
{
	while (s.n > 0 && block_is_space(s.p[s.n - 1]))
		s.n--;
	while (s.n > 0 && block_is_space(*s.p)) {
		s.p++;
		s.n--;
	}
	return s;
}

struct span
block_trim(const struct scan *s, const struct block *b)
{
	return block_trimmed((struct span) { s->text + b->start,
	    b->end - b->start });
}

/*
 * Whether the masks tell that a byte is no white space: for most they do, and
 * the text itself need not be fetched.
 */
static bool
is_solid(const struct scan *s, size_t at)
{
	const uint64_t *mask = s->cell[at / 64].mask;

	return ((mask[SCAN_WORD] | mask[SCAN_STOP]) >> at % 64 & 1) != 0;
}

static bool
is_blank(const struct scan *s, size_t start, size_t end)
{
	if (start < end && is_solid(s, start))
		return false;
	while (start < end && block_is_space(s->text[start]))
		start++;
	return start == end;
}

/* Where the line ends, its CR and LF left off. */
static size_t
line_end(const struct scan *s, size_t start, size_t newline)
{
	if (newline > start && newline < s->len
	    && !is_solid(s, newline - 1) && s->text[newline - 1] == '\r')
		return newline - 1;
	return newline;
}

/* Where a line of more than BLOCK_BYTES is cut: behind a space, if any. */
static size_t
cut_of_line(const struct scan *s, size_t start)
{
	size_t end = start + BLOCK_BYTES, at;

	for (at = end; at > end - BLOCK_BYTES / 4; at--)
		if (s->text[at - 1] == ' ')
			return at;
	while (at < end && (s->text[end] & 0xC0) == 0x80
	    && end > start + BLOCK_BYTES - UTF8_MAX)
		end--;
	return end;
}

/*
 * Whether the word at the head of a line would have fitted on the one before
 * that has `used` of `width` code points.
 */
static bool
would_fit(const char *p, size_t n, size_t used, size_t width)
{
	size_t from = 0, to;

	while (from < n && block_is_space(p[from]))
		from++;
	for (to = from; to < n && !block_is_space(p[to]);)
		to++;
	return used + 1 + utf8_count(p + from, to - from) <= width;
}

/* The code points of a line, spaces at its end aside. */
static size_t
line_width(const struct scan *s, size_t start, size_t end)
{
	while (end > start && !is_solid(s, end - 1)
	    && block_is_space(s->text[end - 1]))
		end--;
	if (scan_next(s, SCAN_HIGH, start, end) == end)
		return end - start;
	return utf8_count(s->text + start, end - start);
}

/* Whether a line is a rule: one sign again and again. */
static bool
is_rule(const struct scan *s, size_t start, size_t end)
{
	size_t at = start + 1;

	if (s->text[start] != '=' && s->text[start] != '-')
		return false;
	while (at < end && s->text[at] == s->text[start])
		at++;
	return at - start >= RULE_LEAST && is_blank(s, at, end);
}

static size_t
indent_of(const struct scan *s, size_t start, size_t end)
{
	size_t at = start;

	while (at < end && block_is_space(s->text[at]))
		at++;
	return at - start;
}

/*
 * Whether the first line of a run stands alone, as a heading does: it is a
 * rule or has one under it, or the next line is indented deeper though its
 * first word would have fitted.
 */
static bool
stands_alone(const struct scan *s, const struct run *run, size_t at,
    size_t end)
{
	size_t width;

	if (is_rule(s, run->start, run->end) || is_rule(s, at, end))
		return true;
	if (is_solid(s, at) || end - at > WRAP_MOST * UTF8_MAX + 1
	    || indent_of(s, at, end) <= indent_of(s, run->start, run->end))
		return false;
	width = line_width(s, at, end);
	return would_fit(s->text + at, end - at,
	    line_width(s, run->start, run->end), width);
}

/*
 * The lines from `start`, which is not blank, to the next blank line or the
 * limits. A first line that is too long alone is a run with n_lines 0.
 */
static struct run
find_run(const struct scan *s, size_t start, bool last, enum block_mode mode)
{
	struct run run = { start, start, start, 0, true };
	size_t at = start, newline;

	while (at < s->len && run.n_lines < BLOCK_LINES) {
		newline = scan_next(s, SCAN_NEWLINE, at, s->len);
		if (newline - start > BLOCK_BYTES)
			break;
		if (newline == s->len && !last) {
			run.whole = false;
			return run;
		}
		if (run.n_lines > 0 && is_blank(s, at, newline))
			return run;
		if (run.n_lines == 1 && mode == BLOCKS_AUTO
		    && stands_alone(s, &run, at, newline))
			return run;
		run.end = line_end(s, at, newline);
		run.n_lines++;
		run.next = at = newline + 1;
		if (mode == BLOCKS_LINE)
			return run;
	}
	if (run.n_lines == 0)
		run.end = run.next = cut_of_line(s, start);
	else if (at >= s->len)
		run.whole = last;
	return run;
}

/* The width of a run's longest line, or 0 where that is over WRAP_MOST. */
static size_t
run_width(const struct scan *s, const struct run *run)
{
	size_t at, newline, width, longest = 0;

	for (at = run->start; at < run->end; at = newline + 1) {
		newline = scan_next(s, SCAN_NEWLINE, at, run->end);
		if (newline - at > WRAP_MOST * UTF8_MAX + 1)
			return 0;
		width = line_width(s, at, newline);
		if (width > WRAP_MOST)
			return 0;
		if (width > longest)
			longest = width;
	}
	return longest;
}

static bool
is_hard_wrapped(const struct scan *s, const struct run *run)
{
	size_t width = run_width(s, run), breaks = 0, full = 0;
	size_t at, newline, next;

	if (width < WRAP_LEAST)
		return false;
	for (at = run->start;; at = newline + 1) {
		newline = scan_next(s, SCAN_NEWLINE, at, run->end);
		if (newline >= run->end)
			break;
		next = scan_next(s, SCAN_NEWLINE, newline + 1, run->end);
		breaks++;
		full += !would_fit(s->text + newline + 1, next - newline - 1,
		    line_width(s, at, newline), width);
	}
	return 4 * full >= 3 * breaks;
}

static void
add_block(struct cutter *c, struct block_list *list, size_t start, size_t end)
{
	struct block *b;

	list->block = alloc_grow(list->block, &list->cap, list->n + 1,
	    sizeof *list->block);
	b = &list->block[list->n++];
	*b = (struct block) { start, end, c->gap, c->joined };
	c->gap = c->joined = false;
}

static void
add_run(struct cutter *c, const struct scan *s, const struct run *run,
    struct block_list *list)
{
	size_t at, newline;

	if (run->n_lines <= 1 || c->mode == BLOCKS_PARA
	    || (c->mode == BLOCKS_AUTO && is_hard_wrapped(s, run))) {
		add_block(c, list, run->start, run->end);
		return;
	}
	for (at = run->start; at < run->end; at = newline + 1) {
		newline = scan_next(s, SCAN_NEWLINE, at, run->end);
		add_block(c, list, at,
		    newline < run->end ? line_end(s, at, newline) : newline);
	}
}

/*
 * Passes blank lines; false where the text ends within one. White space
 * without end is passed BLOCK_BYTES at a time.
 */
static bool
skip_blank(struct cutter *c, const struct scan *s, bool last)
{
	size_t newline, far;

	while (c->at < s->len) {
		if (is_solid(s, c->at))
			return true;
		far = s->len - c->at > BLOCK_BYTES ? c->at + BLOCK_BYTES
		                                   : s->len;
		newline = scan_next(s, SCAN_NEWLINE, c->at, far);
		if (!is_blank(s, c->at, newline))
			return true;
		if (newline == s->len && !last)
			return false;
		if (newline == far) {
			c->at = far;
			continue;
		}
		c->gap |= !c->joined;
		c->joined = false;
		c->at = newline + 1;
	}
	return false;
}

void
block_cut(struct cutter *c, const struct scan *s, bool last,
    struct block_list *list, size_t most)
{
	struct run run;

	while (list->n + BLOCK_LINES <= most && skip_blank(c, s, last)) {
		run = find_run(s, c->at, last, c->mode);
		if (!run.whole)
			return;
		add_run(c, s, &run, list);
		c->at = run.next < s->len ? run.next : s->len;
		if (run.n_lines == 0)
			c->joined = true;
	}
}
