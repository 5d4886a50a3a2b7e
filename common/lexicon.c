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

/* What a slot has of a key; not 0. */
static uint32_t
tag_of(uint64_t key)
{
	return (uint32_t)(key >> 32) | 1;
}

/* What is known of a chain: kinds, LEXICON_MORE, or nothing. */
static inline uint32_t
find(const struct lexicon_table *t, uint64_t chain)
{
	uint64_t key = key_of(chain);
	size_t i = key & (t->cap - 1);
	uint32_t tag = tag_of(key);

	while (t->slot[i].tag != tag && t->slot[i].tag != 0)
		i = (i + 1) & (t->cap - 1);
	return t->slot[i].what;
}

/* Says what is known of a key, besides what was. */
static void
put(struct lexicon_table *t, uint64_t key, uint32_t what)
{
	size_t i = key & (t->cap - 1);

	while (t->key[i] != key && t->key[i] != 0)
		i = (i + 1) & (t->cap - 1);
	t->n += t->key[i] == 0;
	t->key[i] = key;
	t->slot[i].tag = tag_of(key);
	t->slot[i].what |= what;
}

static void
resize(struct lexicon_table *t, size_t cap)
{
	struct lexicon_table old = *t;
	size_t i;

	t->slot = alloc_zeroed(cap, sizeof *t->slot);
	t->key = alloc_zeroed(cap, sizeof *t->key);
	t->cap = cap;
	t->n = 0;
	for (i = 0; i < old.cap; i++)
		if (old.key[i] != 0)
			put(t, old.key[i], old.slot[i].what);
	free(old.slot);
	free(old.key);
}

static void
enter(struct lexicon_table *t, uint64_t chain, uint32_t what)
{
	if (t->n * 3 >= t->cap * 2)
		resize(t, t->cap * 2);
	put(t, key_of(chain), what);
}

static void
end_table(struct lexicon_table *t)
{
	free(t->slot);
	free(t->key);
}

void
lexicon_begin(struct lexicon *lx)
{
	memset(lx, 0, sizeof *lx);
	resize(&lx->alone, CAP_AT_START);
	resize(&lx->longer, CAP_AT_START);
}

void
lexicon_end(struct lexicon *lx)
{
	end_table(&lx->alone);
	end_table(&lx->longer);
	memset(lx, 0, sizeof *lx);
}

static void
add_hashes(struct lexicon *lx, const uint64_t *words, size_t n, unsigned kind)
{
	uint64_t chain = word_chain(0, words[0]);
	uint32_t what = (uint32_t)1 << kind;
	size_t i;

	if (n > lx->n_longest)
		lx->n_longest = n;
	if (n == 1) {
		set_bit(lx->has_alone, words[0]);
		enter(&lx->alone, chain, what);
		return;
	}
	set_bit(lx->has_pair, lexicon_pair(words[0], words[1]));
	for (i = 1; i < n; i++) {
		chain = word_chain(chain, words[i]);
		enter(&lx->longer, chain, i + 1 < n ? LEXICON_MORE : what);
	}
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

/* Enters the phrases of some kinds, which may be none. */
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

	enter_hit(m, find(&m->lexicon->alone, chain), start, start + 1);
}

/* Enters the phrases of two words and more that begin at a word. */
static inline void
match_longer(struct match *m, size_t start)
{
	const struct lexicon_words *w = m->words;
	uint64_t chain = word_chain(0, w->hash[start]);
	size_t end = start < w->cut ? w->cut : w->n, i;
	uint32_t what = LEXICON_MORE;

	for (i = start + 1; i < end && (what & LEXICON_MORE) != 0; i++) {
		chain = word_chain(chain, w->hash[i]);
		what = find(&m->lexicon->longer, chain);
		enter_hit(m, what & ~LEXICON_MORE, start, i + 1);
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
		if (lexicon_has(lx->has_alone, words[i]))
			match_alone(&m, i);
		if (i + 1 < n && lexicon_has(lx->has_pair,
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
	uint64_t left, pairs = 0;
	size_t i;

	for (left = w->pairs; left != 0; left &= left - 1) {
		i = scan_lowest(left);
		pairs |= (uint64_t)lexicon_has(lx->has_pair,
		    lexicon_pair(w->hash[i], w->hash[i + 1])) << i;
	}
	for (left = w->alone; left != 0; left &= left - 1)
		match_alone(&m, scan_lowest(left));
	for (left = pairs; left != 0; left &= left - 1)
		match_longer(&m, scan_lowest(left));
	hits->covered += (unsigned)scan_ones(m.covered);
	return m.late;
}
