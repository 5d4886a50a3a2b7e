/* SPDX-License-Identifier: ISC */
#include "capital.h"
#include "word.h"

enum {
	PARTICLE_BYTES = 5, /* the longest particle of a name */
	PREFIX_BYTES = 3,   /* the longest of "al-Amin" */
	COMPOUND_BYTES = 24 /* "Mary-", that is looked back for */
};

#define LETTER(c) ((uint32_t)1 << ((c) & 31))

const uint32_t capital_particles[32] = {
	['a' & 31] = LETTER('f') | LETTER('l') | LETTER('v'),
	['b' & 31] = LETTER('i'),
	['d' & 31] = LETTER('a') | LETTER('e') | LETTER('i') | LETTER('o')
	    | LETTER('u'),
	['e' & 31] = LETTER('l'),
	['i' & 31] = LETTER('b'),
	['l' & 31] = LETTER('a') | LETTER('e') | LETTER('o'),
	['t' & 31] = LETTER('e'),
	['v' & 31] = LETTER('a') | LETTER('o'),
	['z' & 31] = LETTER('u'),
};

static const char *const particles[] = { "af", "al", "av", "bin", "da", "das",
	"de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
	"ibn", "la", "las", "le", "los", "ter", "van", "von", "zu" };

bool
capital_is_particle(struct span word)
{
	size_t i;

	if (word.n < 2 || word.n > PARTICLE_BYTES
	    || !capital_may_be_particle(word.p))
		return false;
	for (i = 0; i < sizeof particles / sizeof particles[0]; i++)
		if (particles[i][0] == word.p[0]
		    && span_equal(word, span_of(particles[i])))
			return true;
	return false;
}

size_t
capital_next(const struct scan *s, size_t at, size_t to)
{
	uint64_t bits = ~(uint64_t)0 << at % 64;
	size_t i = at / 64, found;

	for (; i * 64 < to; i++, bits = ~(uint64_t)0) {
		bits &= s->cell[i].mask[SCAN_START]
		    & (s->cell[i].mask[SCAN_UPPER]
		        | s->cell[i].mask[SCAN_HIGH]);
		for (; bits != 0; bits &= bits - 1) {
			found = i * 64 + scan_lowest(bits);
			if (found >= to)
				return to;
			if (capital_is(s, found))
				return found;
		}
	}
	return to;
}

/*
 * The start of the word, from `from` on, that hyphens join to the one at `at`:
 * the same word as scan_compound_end finds the end of.
 */
static size_t
compound_start(const struct scan *s, size_t from, size_t at)
{
	size_t start = at, before;

	while (start > from + 1 && s->text[start - 1] == '-'
	    && scan_is(s, SCAN_WORD, start - 2)) {
		before = scan_last(s, SCAN_START, from, start - 1);
		if (before == SCAN_NONE || at - before > COMPOUND_BYTES)
			return before == SCAN_NONE ? start : at;
		start = before;
	}
	return start;
}

/* The start of the word before the one at `at`. */
static size_t
start_before(const struct scan *s, size_t at)
{
	uint64_t bits = s->cell[at / 64].mask[SCAN_START]
	    & (((uint64_t)1 << at % 64) - 1);
	size_t i = at / 64;

	while (bits == 0 && i > 0)
		bits = s->cell[--i].mask[SCAN_START];
	return bits == 0 ? at : i * 64 + scan_highest(bits);
}

/* Whether what stands before a byte may stand between words of a name. */
static bool
is_gap(const struct scan *s, size_t at)
{
	unsigned char c = (unsigned char)s->text[at - 1];

	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '.'
	    || c == '"' || c == '(' || c >= 0x80;
}

/*
 * Whether a small word may be a particle by its first bytes: by the first two,
 * or by a hyphen close behind. The last words of a text may always.
 */
static inline bool
looks_like_particle(const struct scan *s, size_t at)
{
	const uint64_t ones = 0x01010101u;
	uint64_t other; /* no zero: no hyphen */

	if (s->len - at <= PREFIX_BYTES)
		return true;
	other = word_four(s->text + at) ^ '-' * ones;
	return capital_may_be_particle(s->text + at)
	    || ((other - ones) & ~other & 0x80 * ones) != 0;
}

/*
 * Whether a small word behind a capital may be a particle of a name: a short
 * one, and a capital or another one behind it.
 */
static bool
may_be_particle(const struct scan *s, size_t at, size_t to)
{
	const char *p = s->text + at;
	size_t end;

	if (!looks_like_particle(s, at) || p[-1] != ' '
	    || (unsigned char)*p >> 5 != 3
	    || capital_particles[*p & 31] == 0)
		return false;
	end = scan_word_end(s, at, to);
	return end - at <= PARTICLE_BYTES && end + 1 < to
	    && (s->text[end] == '-' || (s->text[end] == ' '
	        && capital_may_be_particle(p)))
	    && (scan_is(s, SCAN_UPPER, end + 1)
	        || s->text[end + 1] == 'l' || s->text[end + 1] == 'd');
}

/*
 * Whether a name may go on over more than a byte between two words: over a
 * stop, before "Jr." or "Sr.", over the break of a line or a mark.
 */
static bool
goes_over(const struct scan *s, size_t first, size_t second)
{
	size_t end = scan_word_end(s, first, second);
	const char *p = s->text + end;

	if (*p == ',')
		return p[1] == ' ' && (p[2] == 'J' || p[2] == 'S');
	if (*p == '.' && ++end == second)
		return true;
	p = s->text + end;
	if (*p == ' ')
		return ++end == second || s->text[end] == '('
		    || scan_is(s, SCAN_MARK, end);
	return *p == '(' || scan_is(s, SCAN_MARK, end) || (*p == '\n'
	    && p[1] != '\n') || *p == '\r' || *p == '\xC2';
}

/* Whether a name may go on with the word at `second`, behind a capital. */
static inline bool
goes_on(const struct scan *s, size_t second, bool capital, size_t to)
{
	return capital ? is_gap(s, second) && capital_is(s, second)
	    : may_be_particle(s, second, to);
}

/*
 * A capital whose next word is one, too, is found for 64 bytes at once: a bit
 * added behind it is carried through all bytes that start no word.
 */
size_t
capital_next_pair(const struct scan *s, size_t from, size_t to)
{
	uint64_t mask = ~(uint64_t)0 << from % 64, carry = 0;
	uint64_t starts, capitals, behind, added;
	size_t i, first, second;

	for (i = from / 64; i * 64 < to; i++, mask = ~(uint64_t)0) {
		starts = s->cell[i].mask[SCAN_START] & mask;
		capitals = starts & (s->cell[i].mask[SCAN_UPPER]
		    | s->cell[i].mask[SCAN_HIGH]);
		added = capitals << 1 | carry;
		behind = ~starts + added;
		carry = (behind < added) | capitals >> 63;
		for (behind &= starts; behind != 0; behind &= behind - 1) {
			second = i * 64 + scan_lowest(behind);
			if (!goes_on(s, second, (capitals >> second % 64 & 1)
			    != 0, to))
				continue;
			if (second >= to)
				return to;
			first = start_before(s, second);
			if (scan_is(s, SCAN_WORD, second - 2)
			    || goes_over(s, first, second))
				return compound_start(s, from, first);
		}
	}
	return to;
}
