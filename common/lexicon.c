/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "lexicon.h"
#include "word.h"

enum {
	CAP_AT_START = 1024,
	FIRST_BITS = 1024 * 64
};

static size_t
first_bit(uint64_t hash)
{
	return hash % FIRST_BITS;
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
	lx->first[first_bit(words[0]) / 64]
	    |= (uint64_t)1 << first_bit(words[0]) % 64;
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

static bool
may_begin(const struct lexicon *lx, uint64_t hash)
{
	return (lx->first[first_bit(hash) / 64] >> first_bit(hash) % 64 & 1)
	    != 0;
}

void
lexicon_match(const struct lexicon *lx, const uint64_t *words, size_t n,
    size_t n_begin, size_t head, size_t tail, struct lexicon_hits *hits)
{
	const struct lexicon_slot *slot;
	size_t i, end, covered = 0;
	uint64_t chain;

	for (i = 0; i < n_begin; i++) {
		if (!may_begin(lx, words[i]))
			continue;
		chain = 0;
		end = i;
		do {
			chain = word_chain(chain, words[end++]);
			slot = find(lx, key_of(chain));
			hits->any |= slot->kinds;
			hits->head |= i == head ? slot->kinds : 0;
			hits->whole |= i == head && end == tail ? slot->kinds
			                                        : 0;
			if (slot->kinds != 0 && end > covered) {
				hits->covered += (unsigned)(end
				    - (i > covered ? i : covered));
				covered = end;
			}
		} while (slot->more && end < n);
	}
}
