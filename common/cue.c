/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "cue.h"
#include "list.h"
#include "word.h"

enum {
	SLOTS = 32768,     /* a power of two, over twice the entries */
	VOTING_WORDS = 256, /* words that choose the language */
	ELIDED_BYTES = 3   /* letters of a small word before its apostrophe */
};

/* In the order of enum cue_kind. */
static const char *const kinds[] = {
	"", "strong", "weak", "mental", "participle", "infinitive", "passive",
	"aux", "adverb", "he", "she", "they", "first", "it", "determiner",
	"relative", "conjunction", "link", "preposition", "source",
	"adjective", "past", "noun", "time", "male", "female", "mister",
	"mistress",
	"title", "organisation", "man", "woman",
	"elision",
};

static enum cue_kind
kind_named(const char *name)
{
	size_t i;

	for (i = 1; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i], name) == 0)
			return (enum cue_kind)i;
	return CUE_NONE;
}

/* The slot that holds the hash, or the free one where it belongs. */
static struct cue *
slot_of(const struct cues *c, uint64_t hash)
{
	size_t i = (size_t)hash & c->mask;

	while (c->slot[i].hash != 0 && c->slot[i].hash != hash)
		i = (i + 1) & c->mask;
	return &c->slot[i];
}

static void
add(struct cues *c, struct span entry, enum cue_kind kind, size_t lang)
{
	struct span word = { entry.p, 0 };
	uint64_t hash = 0;
	struct cue *cue;

	for (;;) {
		while (word.p + word.n < entry.p + entry.n
		    && word.p[word.n] != ' ')
			word.n++;
		hash = hash == 0 ? word_hash(word)
		                 : word_chain(hash, word_hash(word));
		cue = slot_of(c, hash);
		cue->hash = hash;
		if (word.p + word.n == entry.p + entry.n)
			break;
		cue->begins = true;
		word = (struct span) { word.p + word.n + 1, 0 };
	}
	cue->kind[lang] = (uint8_t)kind;
	c->elides[lang] |= entry.p[entry.n - 1] == '\'';
	if (kind == CUE_HE || kind == CUE_SHE)
		c->pronoun_first[lang] |= (uint64_t)1
		    << (unsigned char)entry.p[0] % 64;
}

static void
add_suffix(struct cues *c, struct span entry, enum cue_kind kind, size_t lang)
{
	struct span bytes = { entry.p + 1, entry.n - 1 };

	if (c->n_suffixes < CUE_LANGS)
		c->suffix[c->n_suffixes++]
		    = (struct cue_suffix) { bytes, lang, kind };
}

/* Adds a given name to all languages that do not know the word. */
static void
add_name(struct cues *c, struct span entry, enum cue_kind kind)
{
	uint64_t hash = word_hash(entry);
	struct cue *cue = slot_of(c, hash);
	size_t i;

	cue->hash = hash;
	for (i = 0; i < CUE_LANGS; i++)
		if (cue->kind[i] == CUE_NONE)
			cue->kind[i] = (uint8_t)kind;
}

void
cue_begin(struct cues *c)
{
	struct list list = list_of(cues_list, cues_list_n);
	struct span last = { NULL, 0 };
	struct list_row row;
	size_t lang = 0;

	*c = (struct cues) { .mask = SLOTS - 1 };
	c->slot = alloc_zeroed(SLOTS, sizeof *c->slot);
	while (list_next(&list, &row)) {
		if (span_equal(row.lang, span_of("mul"))) {
			add_name(c, row.entry, kind_named(row.kind.p));
			continue;
		}
		if (last.p != NULL && !span_equal(last, row.lang))
			lang++;
		last = row.lang;
		if (lang == CUE_LANGS)
			return;
		if (span_equal(row.lang, span_of("en")))
			c->english = lang;
		if (row.entry.p[0] == '.')
			c->verb_second[lang] = true;
		else if (row.entry.p[0] == '-')
			add_suffix(c, row.entry, kind_named(row.kind.p), lang);
		else
			add(c, row.entry, kind_named(row.kind.p), lang);
	}
}

void
cue_end(struct cues *c)
{
	free(c->slot);
	memset(c, 0, sizeof *c);
}

const struct cue *
cue_find(const struct cues *c, uint64_t hash)
{
	const struct cue *cue = slot_of(c, hash);

	return cue->hash == 0 ? NULL : cue;
}

enum cue_kind
cue_guess(const struct cues *c, size_t lang, struct span word)
{
	const struct cue_suffix *s;
	size_t i;

	for (i = 0; i < c->n_suffixes; i++) {
		s = &c->suffix[i];
		if (s->lang == lang && word.n > s->bytes.n
		    && memcmp(word.p + word.n - s->bytes.n, s->bytes.p,
		        s->bytes.n) == 0)
			return s->kind;
	}
	return CUE_NONE;
}

enum cue_kind
cue_kind_of(const struct cues *c, size_t lang, struct span word)
{
	const struct cue *cue = cue_find(c, word_hash(word));

	return cue == NULL ? CUE_NONE : (enum cue_kind)cue->kind[lang];
}

size_t
cue_elided(const struct cues *c, size_t lang, struct span word)
{
	size_t n;

	if (!c->elides[lang])
		return 0;
	for (n = 1; n < word.n && n <= ELIDED_BYTES; n++) {
		if (word.p[n] == '\'')
			n++;
		else if (word.n - n > 3
		    && memcmp(word.p + n, "\xE2\x80\x99", 3) == 0)
			n += 3;
		else
			continue;
		word.n = n;
		return cue_kind_of(c, lang, word) != CUE_NONE ? n : 0;
	}
	return 0;
}

enum cue_kind
cue_sex(const struct cues *c, size_t lang, struct span name)
{
	enum cue_kind kind;
	struct span word;
	size_t i, start;

	for (i = 0; i < name.n; i++) {
		start = i;
		while (i < name.n && name.p[i] != ' ' && name.p[i] != '.')
			i++;
		word = (struct span) { name.p + start, i - start };
		kind = cue_kind_of(c, lang, word);
		if (kind == CUE_MALE || kind == CUE_MISTER || kind == CUE_MAN)
			return CUE_HE;
		if (kind == CUE_FEMALE || kind == CUE_MISTRESS
		    || kind == CUE_WOMAN)
			return CUE_SHE;
	}
	return CUE_NONE;
}

/* Whether words of a kind are so common that they tell the language. */
static bool
is_common(enum cue_kind kind)
{
	return kind == CUE_STRONG
	    || (kind >= CUE_PASSIVE && kind <= CUE_PREPOSITION);
}

size_t
cue_language(const struct cues *c, const struct scan *s, size_t from,
    size_t to)
{
	size_t votes[CUE_LANGS] = { 0 }, n, lang, best = c->english;
	const struct cue *cue;
	struct span word;

	for (n = 0; n < VOTING_WORDS && scan_word(s, &from, to, &word); n++) {
		cue = cue_find(c, word_hash(word));
		for (lang = 0; cue != NULL && lang < CUE_LANGS; lang++)
			votes[lang] += is_common(
			    (enum cue_kind)cue->kind[lang]);
	}
	for (lang = 0; lang < CUE_LANGS; lang++)
		if (votes[lang] > votes[best])
			best = lang;
	return best;
}
