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

/* What is looked for, and what was found. */
struct match {
	const struct lexicon *lexicon;
	const struct lexicon_words *words;
	struct lexicon_hits *hits;
	uint64_t covered; /* bits of words that are inside of phrases */
	uint32_t late;
};

/* The bits start..end, of a word's 64 at most. */
static inline uint64_t
bits_of(size_t start, size_t end)
{
	uint64_t bits = ((uint64_t)2 << (end - start - 1)) - 1;

	return start < 64 ? bits << start : 0;
}

/* The kinds if it is so: a branch would be hard to foretell. */
static inline uint32_t
if_so(bool so, uint32_t kinds)
{
	return -(uint32_t)so & kinds;
}

/* Enters the phrases of the kinds of a slot, which may be none. */
static inline void
enter_hit(struct match *m, uint32_t kinds, size_t start, size_t end)
{
	const struct lexicon_words *w = m->words;
	struct lexicon_hits *hits = m->hits;
	uint32_t in_head = if_so(start == w->head, kinds);

	hits->any |= kinds;
	hits->head |= in_head;
	hits->whole |= if_so(end == w->tail, in_head);
	m->late |= if_so(start >= w->late, kinds);
	m->covered |= -(uint64_t)((kinds & ~hits->bare) != 0)
	    & bits_of(start, end);
}

/* Enters the phrases that are a word alone. */
static inline void
match_alone(struct match *m, size_t start)
{
	uint64_t chain = word_chain(0, m->words->hash[start]);

	enter_hit(m, find(m->lexicon, key_of(chain))->kinds, start,
	    start + 1);
}

/* Enters the phrases of two words and more that begin at a word. */
static inline void
match_longer(struct match *m, size_t start)
{
	const struct lexicon_words *w = m->words;
	uint64_t chain = word_chain(0, w->hash[start]);
	size_t end = start < w->cut ? w->cut : w->n, i;
	const struct lexicon_slot *slot;

	for (i = start + 1; i < end; i++) {
		chain = word_chain(chain, w->hash[i]);
		slot = find(m->lexicon, key_of(chain));
		enter_hit(m, slot->kinds, start, i + 1);
		if (!slot->more)
			return;
	}
}

void
lexicon_match(const struct lexicon *lx, const uint64_t *words, size_t n,
    size_t n_begin, size_t head, size_t tail, struct lexicon_hits *hits)
{
	struct lexicon_words w = { words, n, n, 0, 0, head, tail, n };
	struct match m = { lx, &w, hits, 0, 0 };
	size_t i;

	for (i = 0; i < n_begin; i++) {
		if (lexicon_has(lx->alone, words[i]))
			match_alone(&m, i);
		if (i + 1 < n && lexicon_has(lx->pair,
		    lexicon_pair(words[i], words[i + 1])))
			match_longer(&m, i);
	}
	hits->covered += (unsigned)scan_ones(m.covered);
}

uint32_t
lexicon_match_at(const struct lexicon *lx, const struct lexicon_words *w,
    struct lexicon_hits *hits)
{
	struct match m = { lx, w, hits, 0, 0 };
	uint64_t left;

	for (left = w->alone; left != 0; left &= left - 1)
		match_alone(&m, scan_lowest(left));
	for (left = w->pairs; left != 0; left &= left - 1)
		match_longer(&m, scan_lowest(left));
	hits->covered += (unsigned)scan_ones(m.covered);
	return m.late;
}
