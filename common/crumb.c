/* SPDX-License-Identifier: ISC */
#include "crumb.h"
#include "utf8.h"

/* What stands between the parts; `spaced`: only with a space at each side. */
static const struct separator {
	const char *mark;
	bool spaced;
} separators[] = {
	{ ">", false }, { "|", false }, { "\xC2\xBB", false },
	{ "\xE2\x80\xBA", false }, { "\xE2\x86\x92", false },
	{ "\xE2\x96\xB8", false }, { "\xE2\x96\xBA", false },
	{ "\xEF\xBC\x9E", false }, { "\xEF\xBD\x9C", false },
	{ "::", false }, { "-", true }, { "/", true }, { "\\", true },
	{ "\xC2\xB7", true }, { "\xE2\x80\xA2", true },
	{ "\xE2\x80\x93", true }, { "\xE2\x80\x94", true }, { "~", true },
};

#define N_SEPARATORS (sizeof separators / sizeof separators[0])
#define GAP_BYTES 16 /* a longer gap between words is no separator */

static bool
holds(struct span gap, const struct separator *s)
{
	struct span mark = span_of(s->mark);
	size_t i, after;

	for (i = 0; i + mark.n <= gap.n; i++) {
		if (memcmp(gap.p + i, mark.p, mark.n) != 0)
			continue;
		after = i + mark.n;
		if (!s->spaced || (i > 0 && gap.p[i - 1] == ' '
		    && after < gap.n && gap.p[after] == ' '))
			return true;
	}
	return false;
}

static bool
is_separator(struct span gap)
{
	size_t i;

	if (gap.n <= 1 && (gap.n == 0 || gap.p[0] == ' '))
		return false;
	if (gap.n > GAP_BYTES)
		return false;
	for (i = 0; i < N_SEPARATORS; i++)
		if (holds(gap, &separators[i]))
			return true;
	return false;
}

bool
crumb_read(struct crumb *c, const struct scan *s, size_t start, size_t end)
{
	size_t i, from;

	c->n_words = fingerprint_words(s, start, end, c->word, CRUMB_WORDS);
	if (c->n_words > CRUMB_WORDS || c->n_words <= CRUMB_TITLE)
		return false;
	c->n_cuts = 0;
	c->cut[c->n_cuts++] = 0;
	for (i = 1; i < c->n_words; i++) {
		from = c->word[i - 1].end;
		if (!is_separator(scan_span(s, from, c->word[i].start)))
			continue;
		if (c->n_cuts > CRUMB_CUTS)
			return false;
		c->cut[c->n_cuts++] = i;
	}
	c->cut[c->n_cuts++] = c->n_words;
	return true;
}

/* Whether the parts between two cuts are short, as menu entries are. */
static bool
are_short(const struct crumb *c, size_t from, size_t to)
{
	for (; from < to; from++)
		if (c->cut[from + 1] - c->cut[from] > CRUMB_PART)
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

bool
crumb_next(const struct crumb *c, size_t *at, struct crumb_part *part)
{
	size_t last = c->n_cuts - 1, from, to;

	while (*at < last * last) {
		from = *at / last;
		to = *at % last + 1;
		++*at;
		if (to <= from || (from == 0 && to == last)
		    || c->cut[to] - c->cut[from] < CRUMB_TITLE
		    || !are_short(c, 0, from) || !are_short(c, to, last))
			continue;
		part->n_words = c->cut[to] - c->cut[from];
		part->fingerprint = chain_of(c, c->cut[from], c->cut[to]);
		return true;
	}
	return false;
}

bool
crumb_ends_in(const struct crumb *c, const struct scan *s, size_t n_title,
    uint64_t fingerprint)
{
	size_t n_trail = c->n_words - n_title, i, at;

	if (n_title < CRUMB_TITLE || n_title >= c->n_words
	    || n_trail > CRUMB_TRAIL)
		return false;
	for (i = 0; i < n_trail; i++) {
		at = c->word[i].start;
		if (!utf8_is_upper(s->text + at, c->word[i].end - at))
			return false;
	}
	return chain_of(c, n_trail, c->n_words) == fingerprint;
}
