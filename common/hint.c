/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "hint.h"
#include "word.h"

enum { KINDS = HINT_AUTHOR + 1 };

/* In the order of enum hint_kind. */
static const char *const kinds[KINDS] = { "", "work", "naming", "term",
	"spoken", "reported", "saying", "view", "author" };

/* A table in the making. */
struct making {
	struct hints *hints;
	struct keys keys;
	uint8_t (*said)[CUE_LANGS]; /* by each entry of the keys */
};

static bool
add_suffix(struct hints *h, struct span bytes, enum hint_kind kind,
    size_t lang)
{
	struct hint_suffix *s = &h->suffix[h->n_suffixes];

	if (h->n_suffixes == HINT_SUFFIXES || bytes.n > HINT_SUFFIX_BYTES)
		return false;
	h->n_suffixes++;
	*s = (struct hint_suffix) { .n = (uint8_t)bytes.n,
		.lang = (uint8_t)lang, .kind = (uint8_t)kind };
	memcpy(s->bytes, bytes.p, bytes.n);
	h->ends[lang] = true;
	return true;
}

static bool
add_words(struct making *m, struct span entry, enum hint_kind kind,
    size_t lang)
{
	struct span first = span_cut(&entry, ' ');
	uint64_t hash = word_hash(first);
	size_t i, bit;

	if (memchr(entry.p, ' ', entry.n) != NULL)
		return false;
	if (entry.n > 0)
		hash = word_chain(hash, word_hash(entry));
	i = keys_enter(&m->keys, hash);
	if (i == HINT_ENTRIES)
		return false;
	m->said[i][lang] = (uint8_t)kind;
	bit = (size_t)(hash >> 32) % HINT_BITS;
	m->hints->may_be[bit / 64] |= (uint64_t)1 << bit % 64;
	return true;
}

static bool
add(struct making *m, const struct cues *cues, const struct list_row *row)
{
	size_t lang = cue_lang(cues, row->lang);
	size_t kind = span_index(row->kind, kinds, KINDS);

	if (lang == CUE_LANGS || kind == KINDS)
		return false;
	if (row->entry.p[0] == '-')
		return add_suffix(m->hints, (struct span) { row->entry.p + 1,
		    row->entry.n - 1 }, (enum hint_kind)kind, lang);
	return add_words(m, row->entry, (enum hint_kind)kind, lang);
}

/* Numbers the rows that differ, and packs; false if they are too many. */
static bool
pack(struct making *m)
{
	uint8_t (*row)[CUE_LANGS] = m->hints->kind;
	uint16_t number[HINT_ENTRIES];
	size_t n = 1, i, k;

	for (i = 0; i < m->keys.n; i++) {
		for (k = 1; k < n; k++)
			if (memcmp(row[k], m->said[i], sizeof row[k]) == 0)
				break;
		if (k == HINT_ROWS)
			return false;
		if (k == n)
			memcpy(row[n++], m->said[i], sizeof row[k]);
		number[i] = (uint16_t)k;
	}
	keys_pack(&m->keys, number, m->hints->first, m->hints->entry,
	    HINT_KEY_BITS);
	return true;
}

bool
hint_begin(struct hints *h, const struct cues *cues, struct list list,
    struct span *bad)
{
	struct making m = { .hints = h };
	struct list_row row;
	bool good = true;

	memset(h, 0, sizeof *h);
	keys_begin(&m.keys, HINT_ENTRIES);
	m.said = alloc_zeroed(HINT_ENTRIES, sizeof *m.said);
	while (good && list_next(&list, &row)) {
		good = add(&m, cues, &row);
		*bad = row.entry;
	}
	good = good && pack(&m);
	keys_end(&m.keys);
	free(m.said);
	return good;
}

enum hint_kind
hint_search(const struct hints *h, size_t lang, uint64_t hash)
{
	size_t row = keys_find(h->first, h->entry, HINT_KEY_BITS, hash);

	return (enum hint_kind)h->kind[row][lang];
}

enum hint_kind
hint_by_suffix(const struct hints *h, size_t lang, struct span word)
{
	const struct hint_suffix *s;
	size_t i;

	for (i = 0; i < h->n_suffixes; i++) {
		s = &h->suffix[i];
		if (s->lang == lang && word.n > s->n
		    && memcmp(word.p + word.n - s->n, s->bytes, s->n) == 0)
			return (enum hint_kind)s->kind;
	}
	return HINT_NONE;
}
