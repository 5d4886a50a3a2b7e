/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "lexicon.h"
#include "word.h"

enum { CAP_AT_START = 1024 };

static void
set_bit(uint64_t *cells, uint64_t x)
{
	cells[x / 64 % LEXICON_CELLS] |= (uint64_t)1 << x % 64;
}

static uint64_t
key_of(uint64_t chain)
{
	return chain != 0 ? chain : 1;
}

/* The slot of a key, or the free one where it belongs. */
static struct lexicon_slot *
find(const struct lexicon *lx, uint64_t key)
{
	size_t i = key & (lx->cap - 1);

	while (lx->slot[i].key != key && lx->slot[i].key != 0)
		i = (i + 1) & (lx->cap - 1);
	return &lx->slot[i];
}

static void
resize(struct lexicon *lx, size_t cap)
{
	struct lexicon_slot *old = lx->slot;
	size_t n = lx->cap, i;

	lx->slot = alloc_zeroed(cap, sizeof *lx->slot);
	lx->cap = cap;
	for (i = 0; i < n; i++)
		if (old[i].key != 0)
			*find(lx, old[i].key) = old[i];
	free(old);
}

static struct lexicon_slot *
enter(struct lexicon *lx, uint64_t key)
{
	struct lexicon_slot *slot;

	if (lx->n * 3 >= lx->cap * 2)
		resize(lx, lx->cap * 2);
	slot = find(lx, key);
	if (slot->key == 0) {
		slot->key = key;
		lx->n++;
	}
	return slot;
}

void
lexicon_begin(struct lexicon *lx)
{
	memset(lx, 0, sizeof *lx);
	resize(lx, CAP_AT_START);
}

void
lexicon_end(struct lexicon *lx)
{
	free(lx->slot);
	memset(lx, 0, sizeof *lx);
}

static void
add_hashes(struct lexicon *lx, const uint64_t *words, size_t n, unsigned kind)
{
	uint64_t chain = 0;
	size_t i;

	for (i = 0; i + 1 < n; i++) {
		chain = word_chain(chain, words[i]);
		enter(lx, key_of(chain))->more = 1;
	}
	chain = word_chain(chain, words[i]);
	enter(lx, key_of(chain))->kinds |= (uint32_t)1 << kind;
	if (n == 1)
		set_bit(lx->alone, words[0]);
	else
		set_bit(lx->pair, lexicon_pair(words[0], words[1]));
	if (n > lx->n_longest)
		lx->n_longest = n;
}

bool
lexicon_add(struct lexicon *lx, const struct scan *s, size_t from, size_t to,
    unsigned kind)
{
	uint64_t words[LEXICON_WORDS];
	struct span word;
	size_t n = 0;

	while (scan_word(s, &from, to, &word)) {
		if (n == LEXICON_WORDS)
			return false;
		words[n++] = word_hash(word);
	}
	if (n > 0)
		add_hashes(lx, words, n, kind);
	return n > 0;
}

bool
lexicon_add_list(struct lexicon *lx, struct list list,
    const char *const *names, size_t n_names, struct span *bad)
{
	struct scan s = { 0 };
	const char *base = list.p;
	struct list_row row;
	size_t at, kind;
	bool good = true;

	scan_text(&s, list.p, list.n);
	while (good && list_next(&list, &row)) {
		kind = span_index(row.kind, names, n_names);
		at = (size_t)(row.entry.p - base);
		good = kind < n_names
		    && lexicon_add(lx, &s, at, at + row.entry.n,
		        (unsigned)kind);
		*bad = row.entry;
	}
	scan_end(&s);
	return good;
}

size_t
lexicon_add_lines(struct lexicon *lx, const struct scan *s, unsigned drop,
    unsigned keep, const char **reason)
{
	size_t at, newline, n = 0;
	bool keeps;

	for (at = 0; at < s->len; at = newline + 1) {
		newline = scan_next(s, SCAN_NEWLINE, at, s->len);
		keeps = s->text[at] == '!';
		n++;
		if (lexicon_add(lx, s, at, newline, keeps ? keep : drop))
			continue;
		*reason = scan_next(s, SCAN_START, at, newline) == newline
		    ? "no word in the phrase"
		    : "more than 64 words in the phrase";
		return n;
	}
	return 0;
}

/* The words that phrases are looked for in, and how far they are covered. */
struct match {
	const struct lexicon *lexicon;
	const uint64_t *words;
	size_t n, head, tail, covered;
	struct lexicon_hits *hits;
};

/* Enters the phrases of the kinds of a slot. */
static void
enter_hit(struct match *m, uint32_t kinds, size_t start, size_t end)
{
	struct lexicon_hits *hits = m->hits;

	hits->any |= kinds;
	if (start == m->head)
		hits->head |= kinds;
	if (start == m->head && end == m->tail)
		hits->whole |= kinds;
	if (end <= m->covered || (kinds & ~hits->bare) == 0)
		return;
	hits->covered
	    += (unsigned)(end - (start > m->covered ? start : m->covered));
	m->covered = end;
}

/* Enters the phrases that begin at a word. */
static inline void
match_one(struct match *m, size_t start)
{
	const struct lexicon *lx = m->lexicon;
	const uint64_t *word = m->words + start;
	uint64_t chain = word_chain(0, word[0]);
	const struct lexicon_slot *slot;
	size_t n = m->n - start, i;

	if (lexicon_has(lx->alone, word[0]) != 0) {
		slot = find(lx, key_of(chain));
		if (slot->kinds != 0)
			enter_hit(m, slot->kinds, start, start + 1);
	}
	if (n == 1
	    || lexicon_has(lx->pair, lexicon_pair(word[0], word[1])) == 0)
		return;
	for (i = 1; i < n; i++) {
		chain = word_chain(chain, word[i]);
		slot = find(lx, key_of(chain));
		if (slot->kinds != 0)
			enter_hit(m, slot->kinds, start, start + i + 1);
		if (!slot->more)
			return;
	}
}

void
lexicon_match(const struct lexicon *lx, const uint64_t *words, size_t n,
    size_t n_begin, size_t head, size_t tail, struct lexicon_hits *hits)
{
	struct match m = { lx, words, n, head, tail, 0, hits };
	size_t i;

	for (i = 0; i < n_begin; i++)
		match_one(&m, i);
}

void
lexicon_match_at(const struct lexicon *lx, const uint64_t *words, size_t n,
    uint64_t begins, size_t head, size_t tail, struct lexicon_hits *hits)
{
	struct match m = { lx, words, n, head, tail, 0, hits };

	for (; begins != 0; begins &= begins - 1)
		match_one(&m, scan_lowest(begins));
}
