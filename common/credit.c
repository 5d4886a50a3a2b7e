/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "credit.h"
#include "utf8.h"
#include "word.h"

/* Whether a word by itself is a phrase of one of the kinds. */
static bool
is_kind(const struct lexicon *lx, struct span word, uint32_t kinds)
{
	struct lexicon_hits hits = { 0 };
	uint64_t hash = word_hash(word);

	if (lexicon_has(lx->alone, hash) == 0)
		return false;
	lexicon_match(lx, &hash, 1, 1, 0, 1, &hits);
	return (hits.whole & kinds) != 0;
}

/* Whether a gap says that the word before it is a label. */
static bool
is_label_gap(const struct scan *s, size_t at, size_t end)
{
	while (at < end && s->text[at] == ' ')
		at++;
	return at < end && (s->text[at] == ':' || s->text[at] == '/'
	    || (end - at >= 3 && memcmp(s->text + at, "\xEF\xBC\x9A", 3) == 0));
}

/* Whether the gap is a slash between two names, and nothing else. */
static bool
is_slash(const struct scan *s, size_t at, size_t end)
{
	return end - at == 1 && s->text[at] == '/'
	    && (scan_is(s, SCAN_UPPER, at + 1)
	        || utf8_is_upper(s->text + at + 1, s->len - at - 1));
}

static bool
has_sign(const struct scan *s, size_t at, size_t end)
{
	for (; at + 1 < end; at++)
		if (memcmp(s->text + at, "\xC2\xA9", 2) == 0)
			return true;
	return false;
}

/* Where the last parenthesis opens; end if none does. */
static size_t
last_paren(const struct scan *s, size_t at, size_t end)
{
	size_t i;

	for (i = end; i-- > at;)
		if (s->text[i] == '(')
			return i;
	return end;
}

/* Whether the text has any of the marks that credits have. */
static bool
has_marks(const struct scan *s, size_t at, size_t end)
{
	unsigned char c;

	for (; at < end; at++) {
		c = (unsigned char)s->text[at];
		if (c == '/' || c == ':' || c == '(' || c == 0xC2 || c == 0xEF)
			return true;
	}
	return false;
}

unsigned
credit_forms(const struct scan *s, size_t start, size_t end,
    const struct lexicon *lx, uint32_t kinds)
{
	size_t at = end - start > CREDIT_BYTES ? end - CREDIT_BYTES : start;
	struct span last = { NULL, 0 }, word;
	size_t paren, gap = at, before;
	unsigned forms;

	if (!has_marks(s, at, end))
		return 0;
	paren = last_paren(s, at, end);
	forms = has_sign(s, at, end) ? CREDIT_SIGN : 0;
	while (scan_word(s, &at, end, &word)) {
		before = (size_t)(word.p - s->text);
		if (last.n > 0 && is_slash(s, gap, before))
			forms |= CREDIT_SLASH;
		if (last.n > 0 && is_label_gap(s, gap, before)
		    && is_kind(lx, last, kinds))
			forms |= CREDIT_LABEL;
		if (before > paren && s->text[end - 1] == ')'
		    && is_kind(lx, word, kinds))
			forms |= CREDIT_PAREN;
		last = word;
		gap = at;
	}
	return forms;
}
