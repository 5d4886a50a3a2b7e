/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "credit.h"
#include "sign.h"
#include "utf8.h"
#include "word.h"

/* Whether a word by itself is a phrase of one of the kinds. */
static bool
is_kind(const struct lexicon *lx, struct span word, uint32_t kinds)
{
	struct lexicon_hits hits = { 0 };
	uint64_t hash = word_hash(word);

	if (lexicon_has(lx->has_alone, hash) == 0)
		return false;
	lexicon_match(lx, &hash, 1, 1, 0, 1, &hits);
	return (hits.whole & kinds) != 0;
}

/* A text that is looked at for the marks of a credit. */
struct look {
	const struct scan *s;
	size_t start, end;
	const struct lexicon *lx;
	uint32_t kinds;
	size_t paren; /* where the last parenthesis opens; end if none does */
};

/* The word that ends at `at`; empty if none does. */
static struct span
word_before(const struct look *l, size_t at)
{
	size_t start = scan_last(l->s, SCAN_START, l->start, at);

	if (start == SCAN_NONE || scan_word_end(l->s, start, l->end) != at)
		return scan_span(l->s, at, at);
	return scan_span(l->s, start, at);
}

/* Whether the n bytes at `at` stand between two words. */
static bool
is_between(const struct look *l, size_t at, size_t n)
{
	return at + n <= scan_next(l->s, SCAN_START, at, l->end)
	    && scan_next(l->s, SCAN_START, at, l->end) < l->end;
}

/* Whether a word for pictures is before the mark of n bytes, as a label. */
static bool
is_label(const struct look *l, size_t at, size_t n)
{
	struct span word;
	size_t gap = at;

	if (!is_between(l, at, n))
		return false;
	while (gap > l->start && l->s->text[gap - 1] == ' ')
		gap--;
	word = word_before(l, gap);
	return word.n > 0 && is_kind(l->lx, word, l->kinds);
}

/* Whether a slash stands between two names, and nothing else. */
static bool
is_slash(const struct look *l, size_t at)
{
	const struct scan *s = l->s;

	return at + 1 < l->end && scan_is(s, SCAN_START, at + 1)
	    && word_before(l, at).n > 0
	    && (scan_is(s, SCAN_UPPER, at + 1)
	        || utf8_is_upper(s->text + at + 1, s->len - at - 1));
}

/* The forms that have the mark at `at`; keeps a parenthesis that opens. */
static unsigned
forms_at(struct look *l, size_t at)
{
	const char *p = l->s->text + at;

	switch ((unsigned char)*p) {
	case '(':
		l->paren = at;
		return 0;
	case '/':
		return (is_slash(l, at) ? CREDIT_SLASH : 0)
		    | (is_label(l, at, 1) ? CREDIT_LABEL : 0);
	case ':':
		return is_label(l, at, 1) ? CREDIT_LABEL : 0;
	case 0xC2:
		return l->end - at >= 2 && memcmp(p, "\xC2\xA9", 2) == 0
		    ? CREDIT_SIGN
		    : 0;
	case 0xEF:
		return l->end - at >= 3 && memcmp(p, "\xEF\xBC\x9A", 3) == 0
		        && is_label(l, at, 3)
		    ? CREDIT_LABEL
		    : 0;
	default:
		return 0;
	}
}

/* Whether a word for pictures is in the parentheses at the end. */
static bool
is_in_parens(const struct look *l)
{
	size_t at = l->paren;
	struct span word;

	if (at == l->end || l->s->text[l->end - 1] != ')')
		return false;
	while (scan_word(l->s, &at, l->end, &word))
		if (is_kind(l->lx, word, l->kinds))
			return true;
	return false;
}

unsigned
credit_forms(const struct scan *s, size_t start, size_t end,
    const struct lexicon *lx, uint32_t kinds)
{
	size_t from = end - start > CREDIT_BYTES ? end - CREDIT_BYTES : start;
	struct look l = { s, from, end, lx, kinds, end };
	unsigned forms = 0;
	uint64_t bits;

	for (; from < end; from += 64) {
		bits = sign_mask(s->text + from, s->len - from);
		if (end - from < 64)
			bits &= ~(~(uint64_t)0 << (end - from));
		for (; bits != 0; bits &= bits - 1)
			forms |= forms_at(&l, from + scan_lowest(bits));
	}
	return is_in_parens(&l) ? forms | CREDIT_PAREN : forms;
}
