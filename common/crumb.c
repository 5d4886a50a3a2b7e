/* SPDX-License-Identifier: ISC */
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "block.h"
#include "crumb.h"
#include "utf8.h"

/*
 * What stands between the parts. A weak one occurs in sentences, too: it counts
 * only with a space at each side, and the title must be most of the words.
 */
static const struct separator {
	const char *mark;
	size_t n;
	bool weak;
} separators[] = {
	{ ">", 1, false }, { "|", 1, false }, { "::", 2, false },
	{ "\xC2\xBB", 2, false },     /* U+BB */
	{ "\xE2\x80\xBA", 3, false }, /* U+203A */
	{ "\xE2\x86\x92", 3, false }, /* U+2192 */
	{ "\xE2\x96\xB8", 3, false }, /* U+25B8 */
	{ "\xE2\x96\xBA", 3, false }, /* U+25BA */
	{ "\xEF\xBC\x9E", 3, false }, /* U+FF1E */
	{ "\xEF\xBD\x9C", 3, false }, /* U+FF5C */
	{ "-", 1, true }, { "/", 1, true }, { "\\", 1, true },
	{ "~", 1, true },
	{ "\xC2\xB7", 2, true },      /* U+B7 */
	{ "\xE2\x80\xA2", 3, true },  /* U+2022 */
	{ "\xE2\x80\x93", 3, true },  /* U+2013 */
	{ "\xE2\x80\x94", 3, true },  /* U+2014 */
};

#define N_STRONG 10 /* the first ones */
#define N_SEPARATORS (sizeof separators / sizeof separators[0])
#define GAP_BYTES 16 /* a longer gap between words is no separator */

/* Whether the separator stands at byte i of a gap. */
static bool
is_at(struct span gap, size_t i, const struct separator *s)
{
	if (gap.n - i < s->n || gap.p[i] != s->mark[0]
	    || memcmp(gap.p + i, s->mark, s->n) != 0)
		return false;
	return !s->weak || (i > 0 && gap.p[i - 1] == ' '
	    && i + s->n < gap.n && gap.p[i + s->n] == ' ');
}

/* The separator in a gap between words, or null. */
static const struct separator *
separator_in(struct span gap)
{
	size_t i, j;

	if (gap.n > GAP_BYTES)
		return NULL;
	for (i = 0; i < gap.n; i++) {
		if (gap.p[i] == ' ' || gap.p[i] == ',' || gap.p[i] == '.')
			continue;
		for (j = 0; j < N_SEPARATORS; j++)
			if (is_at(gap, i, &separators[j]))
				return &separators[j];
	}
	return NULL;
}

#ifdef __SSE2__
/*
 * The bytes of which every separator has one, of the longer ones that which is
 * rarest in other characters; a colon counts behind a colon, and the weak ones
 * of ASCII behind a space.
 */
static const char signs[] = ">|\xBB\xBA\x92\xB8\xEF" "\xB7\xA2\x93\x94";
static const char spaced[] = "-/\\~";

enum { STRONG_SIGNS = 7, SIGNS = 11, SPACED_SIGNS = 4 };

static inline __m128i
load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

/* Where 16 bytes are one of n signs. */
static inline __m128i
find_signs(__m128i bytes, const char *sign, size_t n)
{
	__m128i found = _mm_setzero_si128();
	size_t i;

	for (i = 0; i < n; i++)
		found = _mm_or_si128(found,
		    _mm_cmpeq_epi8(bytes, _mm_set1_epi8(sign[i])));
	return found;
}

/* Whether 16 bytes or more, with one before them, have a sign. */
static inline __attribute__((always_inline)) bool
has_sign(const char *p, size_t len, bool weakly)
{
	__m128i bytes, before, found = _mm_setzero_si128();
	size_t i;

	for (i = 0; i < len; i += sizeof bytes) {
		if (len - i < sizeof bytes)
			i = len - sizeof bytes;
		bytes = load(p + i);
		before = load(p + i - 1);
		found = _mm_or_si128(found, find_signs(bytes, signs,
		    weakly ? SIGNS : STRONG_SIGNS));
		found = _mm_or_si128(found, _mm_and_si128(
		    find_signs(bytes, ":", 1), find_signs(before, ":", 1)));
		if (weakly)
			found = _mm_or_si128(found, _mm_and_si128(
			    find_signs(bytes, spaced, SPACED_SIGNS),
			    find_signs(before, " ", 1)));
	}
	return _mm_movemask_epi8(found) != 0;
}
#endif

/* Whether one of the first n separators stands at a byte of the text. */
static bool
is_any_at(struct span text, size_t i, size_t n)
{
	size_t j;

	if (text.p[i] == ' ')
		return false;
	for (j = 0; j < n; j++)
		if (is_at(text, i, &separators[j]))
			return true;
	return false;
}

bool
crumb_is_divided_plain(const struct scan *s, size_t start, size_t end,
    bool weakly)
{
	const size_t n = weakly ? N_SEPARATORS : N_STRONG;
	struct span text = { s->text, end };
	uint64_t gaps;
	size_t cell;

	for (cell = start / 64; cell * 64 < end; cell++) {
		gaps = ~s->cell[cell].mask[SCAN_WORD];
		if (cell == start / 64)
			gaps &= ~(uint64_t)0 << start % 64;
		if (end - cell * 64 < 64)
			gaps &= ~(~(uint64_t)0 << end % 64);
		for (; gaps != 0; gaps &= gaps - 1)
			if (is_any_at(text, cell * 64 + scan_lowest(gaps), n))
				return true;
	}
	return false;
}

bool
crumb_is_divided(const struct scan *s, size_t start, size_t end, bool weakly)
{
#ifdef __SSE2__
	const char *p = s->text + start;
	size_t len = end - start;

	if (start > 0 && len >= sizeof(__m128i)
	    && !(weakly ? has_sign(p, len, true) : has_sign(p, len, false)))
		return false;
#endif
	return crumb_is_divided_plain(s, start, end, weakly);
}

/* Finds the separators; false if there are too many. */
static bool
find_cuts(struct crumb *c, const struct scan *s)
{
	const struct separator *separator;
	size_t i, from;

	c->weak = false;
	c->n_cuts = 0;
	c->cut[c->n_cuts++] = 0;
	for (i = 1; i < c->n_words; i++) {
		from = c->word[i - 1].end;
		separator = separator_in(
		    scan_span(s, from, c->word[i].start));
		if (separator == NULL)
			continue;
		if (c->n_cuts > CRUMB_CUTS)
			return false;
		c->weak |= separator->weak;
		c->cut[c->n_cuts++] = i;
	}
	c->cut[c->n_cuts++] = c->n_words;
	return true;
}

bool
crumb_read(struct crumb *c, const struct scan *s, size_t start, size_t end,
    bool near)
{
	c->n_words = fingerprint_words(s, start, end, c->word, CRUMB_WORDS);
	if (c->n_words > CRUMB_WORDS || c->n_words <= CRUMB_TITLE
	    || !find_cuts(c, s) || (c->n_cuts == 2 && !near))
		return false;
	fingerprint_hash(s, c->word, c->n_words);
	return true;
}

/*
 * Whether the parts between two cuts look like menu entries or site names:
 * short, and not a date or another number.
 */
static bool
are_entries(const struct crumb *c, const struct scan *s, size_t from,
    size_t to)
{
	for (; from < to; from++)
		if (c->cut[from + 1] - c->cut[from] > CRUMB_PART
		    || scan_is(s, SCAN_DIGIT, c->word[c->cut[from]].start))
			return false;
	return true;
}

/* The chain of the words from..to. */
static uint64_t
chain_of(const struct crumb *c, size_t from, size_t to)
{
	uint64_t chain = 0;

	for (; from < to; from++)
		chain = word_chain(chain, c->word[from].hash);
	return chain;
}

/* Whether the words between two cuts, of all, may be the title. */
static bool
may_be_title(const struct crumb *c, const struct scan *s, size_t from,
    size_t to)
{
	size_t last = c->n_cuts - 1;
	size_t n = from < to ? c->cut[to] - c->cut[from] : 0;

	return n >= CRUMB_TITLE && n < c->n_words
	    && (!c->weak || 2 * n > c->n_words)
	    && are_entries(c, s, 0, from) && are_entries(c, s, to, last);
}

bool
crumb_next(const struct crumb *c, const struct scan *s, size_t *at,
    struct crumb_part *part)
{
	size_t last = c->n_cuts - 1, from, to;

	while (*at < last * last) {
		from = *at / last;
		to = *at % last + 1;
		++*at;
		if (!may_be_title(c, s, from, to))
			continue;
		part->n_words = c->cut[to] - c->cut[from];
		part->fingerprint = chain_of(c, c->cut[from], c->cut[to]);
		return true;
	}
	return false;
}

/* Whether the word is one of several that just follow each other. */
static bool
is_of_trail(const struct crumb *c, const struct scan *s, size_t i)
{
	const struct word_at *word = &c->word[i];

	return c->word[i + 1].start == word->end + 1
	    && block_is_space(s->text[word->end])
	    && utf8_is_upper(s->text + word->start, word->end - word->start);
}

bool
crumb_ends_in(const struct crumb *c, const struct scan *s, size_t n_title,
    uint64_t fingerprint)
{
	size_t n_trail = c->n_words - n_title, i;

	if (n_title < CRUMB_TITLE || n_title > c->n_words
	    || n_trail < CRUMB_TRAIL_LEAST || n_trail > CRUMB_TRAIL_MOST)
		return false;
	for (i = 0; i < n_trail; i++)
		if (!is_of_trail(c, s, i))
			return false;
	return chain_of(c, n_trail, c->n_words) == fingerprint;
}
