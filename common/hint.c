/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "hint.h"
#include "list.h"
#include "word.h"

enum {
	SLOTS = 4096 /* a power of two, over twice the entries */
};

/* In the order of enum hint_kind. */
static const char *const kinds[] = { "", "work", "naming", "term", "spoken",
	"reported", "saying", "view", "author" };

static enum hint_kind
kind_named(const char *name)
{
	size_t i;

	for (i = 1; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i], name) == 0)
			return (enum hint_kind)i;
	return HINT_NONE;
}

/* The slot that holds the hash, or the free one where it belongs. */
static struct hint *
slot_of(const struct hints *h, uint64_t hash)
{
	size_t i = (size_t)hash & h->mask;

	while (h->slot[i].hash != 0 && h->slot[i].hash != hash)
		i = (i + 1) & h->mask;
	return &h->slot[i];
}

static uint64_t
hash_of_two(struct span first, struct span word)
{
	return word_chain(word_hash(first), word_hash(word));
}

static uint64_t
hash_of_entry(struct span entry)
{
	struct span first = span_cut(&entry, ' ');

	return entry.n == 0 ? word_hash(first) : hash_of_two(first, entry);
}

static void
add(struct hints *h, struct span entry, enum hint_kind kind, size_t lang)
{
	struct hint *hint;

	if (entry.p[0] == '-' && h->n_suffixes < HINT_SUFFIXES) {
		h->suffix[h->n_suffixes++] = (struct hint_suffix) {
			{ entry.p + 1, entry.n - 1 }, lang, kind };
		h->ends[lang] = true;
		return;
	}
	hint = slot_of(h, hash_of_entry(entry));
	hint->hash = hash_of_entry(entry);
	hint->kind[lang] = (uint8_t)kind;
}

void
hint_begin(struct hints *h, const struct cues *cues)
{
	struct list list = list_of(hints_list, hints_list_n);
	struct list_row row;
	size_t lang;

	*h = (struct hints) { .mask = SLOTS - 1 };
	h->slot = alloc_zeroed(SLOTS, sizeof *h->slot);
	while (list_next(&list, &row)) {
		lang = cue_lang(cues, row.lang);
		if (lang < CUE_LANGS)
			add(h, row.entry, kind_named(row.kind.p), lang);
	}
}

void
hint_end(struct hints *h)
{
	free(h->slot);
	memset(h, 0, sizeof *h);
}

enum hint_kind
hint_find(const struct hints *h, size_t lang, uint64_t hash)
{
	return (enum hint_kind)slot_of(h, hash)->kind[lang];
}

static enum hint_kind
kind_by_suffix(const struct hints *h, size_t lang, struct span word)
{
	const struct hint_suffix *s;
	size_t i;

	for (i = 0; i < h->n_suffixes && h->ends[lang]; i++) {
		s = &h->suffix[i];
		if (s->lang == lang && word.n > s->bytes.n
		    && memcmp(word.p + word.n - s->bytes.n, s->bytes.p,
		        s->bytes.n) == 0)
			return s->kind;
	}
	return HINT_NONE;
}

enum hint_kind
hint_of(const struct hints *h, size_t lang, uint64_t before, uint64_t hash,
    struct span word)
{
	enum hint_kind kind = HINT_NONE;

	if (before != 0)
		kind = hint_find(h, lang, word_chain(before, hash));
	if (kind == HINT_NONE)
		kind = hint_find(h, lang, hash);
	return kind != HINT_NONE ? kind : kind_by_suffix(h, lang, word);
}
