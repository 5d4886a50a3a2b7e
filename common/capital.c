/* SPDX-License-Identifier: ISC */
/*
 * 64 bytes at a time: where words end that may begin with a capital, and
 * whether one that may starts there or up to two bytes further on. Few do, and
 * these are looked at one by one.
 *
 *	text      Then Ann-Lea Bell left.
 *	capital   1....1...1...1.........
 *	end       ....1...1...1....1.....
 *	may be    ....1...1...1..........  the second for its hyphen
 */
#include "capital.h"

/* What goes from a cell to the next. */
struct carry {
	uint64_t end;  /* bit 0: a word that goes on, or ends at once, there */
	size_t start;  /* of the last word that may begin with a capital */
};

/* The words of a cell that may begin with a capital. */
static uint64_t
capitals(const struct scan_cell *c)
{
	return c->mask[SCAN_START]
	    & (c->mask[SCAN_UPPER] | c->mask[SCAN_HIGH]);
}

size_t
capital_next(const struct scan *s, size_t at, size_t to)
{
	uint64_t bits = ~(uint64_t)0 << at % 64;
	size_t i = at / 64, found;

	for (; i * 64 < to; i++, bits = ~(uint64_t)0) {
		bits &= capitals(&s->cell[i]);
		for (; bits != 0; bits &= bits - 1) {
			found = i * 64 + scan_lowest(bits);
			if (found >= to)
				return to;
			if (capital_is_at(s, found))
				return found;
		}
	}
	return to;
}

/* Whether a capitalised word stands at a byte, and another behind it. */
static bool
is_pair(const struct scan *s, size_t at, size_t to)
{
	size_t next = capital_follower(s, scan_compound_end(s, at, to), to,
	    true);

	return next < to && scan_is(s, SCAN_START, next)
	    && capital_is_at(s, next) && capital_is_at(s, at);
}

size_t
capital_pair_plain(const struct scan *s, size_t at, size_t to)
{
	while ((at = capital_next(s, at, to)) < to && !is_pair(s, at, to))
		at = scan_word_end(s, at, to);
	return at;
}

/* Those of `ends`, in cell i, with a hyphen and a word behind them. */
static uint64_t
hyphens(const struct scan *s, size_t i, uint64_t ends)
{
	const struct scan_cell *c = &s->cell[i];
	uint64_t bits, found = 0;

	ends &= c->mask[SCAN_START] >> 1 | c[1].mask[SCAN_START] << 63;
	for (bits = ends; bits != 0; bits &= bits - 1)
		if (s->text[i * 64 + scan_lowest(bits)] == '-')
			found |= bits & -bits;
	return found;
}

/*
 * The ends, in cell i, of words that start in `starts` or before, as far as
 * another capital, or a hyphen, is near. A sum carries the start of each word
 * to the end of its bytes.
 */
static uint64_t
ends_of(const struct scan *s, size_t i, uint64_t starts, struct carry *carry)
{
	const struct scan_cell *c = &s->cell[i];
	uint64_t inner = c->mask[SCAN_WORD] & ~c->mask[SCAN_START];
	uint64_t sum = inner + (starts << 1 | carry->end), ends;
	uint64_t here = capitals(c), next = capitals(c + 1);

	carry->end = starts >> 63 | (sum < inner);
	ends = sum & ~inner;
	return (ends & (here | here >> 1 | next << 63 | here >> 2
	        | next << 62)) | hyphens(s, i, ends);
}

size_t
capital_pair(const struct scan *s, size_t at, size_t to)
{
	struct carry carry = { 0, to };
	uint64_t from = ~(uint64_t)0 << at % 64, starts, ends, before;
	size_t i, start;

	for (i = at / 64; i * 64 < to; i++, from = ~(uint64_t)0) {
		starts = capitals(&s->cell[i]) & from;
		ends = ends_of(s, i, starts, &carry);
		for (; ends != 0; ends &= ends - 1) {
			before = starts & ((ends & -ends) - 1);
			start = before == 0 ? carry.start
			                    : i * 64 + scan_highest(before);
			if (start < to && is_pair(s, start, to))
				return start;
		}
		if (starts != 0)
			carry.start = i * 64 + scan_highest(starts);
	}
	return to;
}
