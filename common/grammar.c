/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "grammar.h"
#include "scan.h"
#include "word.h"

/*
 * Enters a word into a set of so many places: what has such a place as its last
 * bits.
 */
static void
enter(struct grammar *g, enum grammar_kind kind, size_t places, uint64_t hash)
{
	size_t a = hash >> 48 & (places - 1), b = hash >> 32 & (places - 1);

	for (; a < GRAMMAR_PLACES; a += places)
		g->kinds[a] |= (uint8_t)kind;
	for (; b < GRAMMAR_PLACES; b += places)
		g->kinds[b] |= (uint8_t)kind;
}

static void
enter_function(struct grammar *g, uint64_t hash)
{
	uint32_t a = hash >> 48, b = hash >> 32 & (GRAMMAR_PLACES - 1);

	g->functions[a / 64] |= (uint64_t)1 << a % 64;
	g->functions[b / 64] |= (uint64_t)1 << b % 64;
}

/*
 * The hash of an entry: of its word, or of its letters where these are words; 0
 * if there are too many of them.
 */
static uint64_t
hash_of(const struct scan *s, size_t at, size_t end)
{
	struct span word;
	uint64_t first = 0, chain = 0;
	size_t n = 0;

	while (scan_word(s, &at, end, &word)) {
		if (n++ == 0)
			first = word_hash(word);
		chain = word_chain(chain, word_hash(word));
	}
	return n == 1 ? first : n <= GRAMMAR_LETTERS ? chain : 0;
}

/* Enters a word; false if there is no such kind. */
static bool
add(struct grammar *g, struct span kind, uint64_t hash)
{
	if (span_equal(kind, span_of("first")))
		enter(g, GRAMMAR_FIRST, GRAMMAR_PERSON_PLACES, hash);
	else if (span_equal(kind, span_of("second")))
		enter(g, GRAMMAR_SECOND, GRAMMAR_PERSON_PLACES, hash);
	else if (!span_equal(kind, span_of("function")))
		return false;
	enter(g, GRAMMAR_FUNCTION, GRAMMAR_PLACES, hash);
	enter_function(g, hash);
	return true;
}

bool
grammar_begin(struct grammar *g, struct list list, struct span *bad)
{
	const char *base = list.p;
	struct scan s = { 0 };
	struct list_row row;
	bool good = true;
	uint64_t hash;
	size_t at;

	memset(g, 0, sizeof *g);
	scan_text(&s, list.p, list.n);
	while (good && list_next(&list, &row)) {
		at = (size_t)(row.entry.p - base);
		hash = hash_of(&s, at, at + row.entry.n);
		good = hash != 0 && add(g, row.kind, hash);
		*bad = row.entry;
	}
	scan_end(&s);
	return good;
}

void
grammar_add_phrases(struct grammar *g, struct list list)
{
	const char *base = list.p;
	struct scan s = { 0 };
	struct list_row row;
	struct span word;
	size_t at, end, n;

	scan_text(&s, list.p, list.n);
	while (list_next(&list, &row)) {
		at = (size_t)(row.entry.p - base);
		end = at + row.entry.n;
		n = scan_count(&s, SCAN_START, at, end);
		if (scan_word(&s, &at, end, &word))
			enter(g, n > 1 ? GRAMMAR_BEGINS : GRAMMAR_PHRASE,
			    GRAMMAR_PLACES, word_hash(word));
		if (scan_word(&s, &at, end, &word))
			enter(g, GRAMMAR_FOLLOWS, GRAMMAR_PLACES,
			    word_hash(word));
	}
	scan_end(&s);
}

size_t
grammar_letters(const struct grammar *g, const uint64_t *word, size_t n)
{
	uint64_t chain = word_chain(0, word[0]);
	size_t i, found = grammar_is_function(g, word[0]);

	for (i = 1; i < n && i < GRAMMAR_LETTERS; i++) {
		chain = word_chain(chain, word[i]);
		if (grammar_is_function(g, chain))
			found = i + 1;
	}
	return found;
}
