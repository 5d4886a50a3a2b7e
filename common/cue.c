/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "cue.h"
#include "list.h"
#include "utf8.h"

enum {
	VOTING_WORDS = 256, /* words that choose the language */
	ELIDED_BYTES = 3,  /* letters of a small word before its apostrophe */
	SOME_KANA = 8,     /* Han for one kana: more are Chinese */
	KANA = 0x3041, KANA_END = 0x30FF, HAN = 0x3400, HAN_END = 0x9FFF
};

/* In the order of enum cue_kind. */
static const char *const kinds[] = {
	"", "strong", "tell", "weak", "mental", "participle", "verb", "past",
	"gerund", "infinitive", "passive", "aux", "subjunctive", "adverb",
	"he", "she", "they", "first", "it", "determiner", "oblique",
	"quantifier", "possessive", "partitive", "relative", "conjunction",
	"as", "that", "coordinator", "link", "preposition", "agent", "source",
	"postposed", "thus", "view", "adjective", "noun", "utterance", "time",
	"male", "female", "mister", "mistress", "title", "organisation", "man",
	"woman", "elision", "surname", "topic", "quotative", "mayor",
};

static enum cue_kind
kind_named(const char *name)
{
	size_t i;

	for (i = 1; i < sizeof kinds / sizeof kinds[0]; i++)
		if (*kinds[i] == *name && strcmp(kinds[i], name) == 0)
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
enter(struct cues *c, uint64_t hash)
{
	size_t bit = (size_t)(hash >> 32) % CUE_BITS;

	slot_of(c, hash)->hash = hash;
	c->may_be[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* Whether words of a kind are so common that they tell the language. */
static bool
is_common(enum cue_kind kind)
{
	return kind == CUE_STRONG
	    || (kind >= CUE_PASSIVE && kind <= CUE_AGENT);
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
		enter(c, hash);
		cue = slot_of(c, hash);
		if (word.p + word.n == entry.p + entry.n)
			break;
		cue->begins = true;
		word = (struct span) { word.p + word.n + 1, 0 };
	}
	cue->kind[lang] = (uint8_t)kind;
	if (is_common(kind))
		cue->common |= (uint16_t)(1u << lang);
	else
		cue->common &= (uint16_t)~(1u << lang);
	c->elides[lang] |= entry.p[entry.n - 1] == '\'';
	if (kind == CUE_HE || kind == CUE_SHE)
		c->pronoun_first[lang] |= (uint64_t)1
		    << (unsigned char)entry.p[0] % 64;
}

static void
add_suffix(struct cues *c, struct span entry, enum cue_kind kind, size_t lang)
{
	struct span bytes = { entry.p + 1, entry.n - 1 };

	unsigned char last = (unsigned char)bytes.p[bytes.n - 1];

	if (c->n_suffixes == CUE_SUFFIXES)
		return;
	c->suffix[c->n_suffixes++] = (struct cue_suffix) { bytes, kind };
	c->suffix_last[lang] |= (uint64_t)1 << last % 64
	    | (uint64_t)1 << (last & ~32) % 64;
	c->joins[lang] |= bytes.p[0] == '-';
}

/* Makes room for all words of a list, and as much again at least. */
static void
make_slots(struct cues *c, struct list list)
{
	size_t words = 0, n = 1, i;
	struct list_row row;

	while (list_next(&list, &row))
		for (i = 0; i <= row.entry.n; i++)
			words += row.entry.p[i] == ' ' || i == row.entry.n;
	while (n < 2 * words)
		n *= 2;
	c->mask = n - 1;
	c->slot = alloc_zeroed(n, sizeof *c->slot);
}

/* What is said of a language as a whole. */
static void
add_trait(struct cues *c, struct span trait, size_t lang)
{
	if (span_equal(trait, span_of("verb-second"))) {
		c->verb_second[lang] = true;
	} else if (span_equal(trait, span_of("pro-drop"))) {
		c->pro_drop[lang] = true;
	} else if (span_equal(trait, span_of("capitals"))) {
		c->capitals[lang] = true;
	} else {
		c->unspaced[lang] = true;
		*(span_equal(trait, span_of("kana")) ? &c->kana : &c->han)
		    = lang;
	}
}

/* Adds a given name to all languages that do not know the word. */
static void
add_name(struct cues *c, struct span entry, enum cue_kind kind)
{
	uint64_t hash = word_hash(entry);
	struct cue *cue;
	size_t i;

	enter(c, hash);
	cue = slot_of(c, hash);
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

	memset(c, 0, sizeof *c);
	make_slots(c, list);
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
		c->lang[lang] = row.lang;
		if (span_equal(row.lang, span_of("en")))
			c->english = lang;
		if (row.entry.p[0] == '.')
			add_trait(c, row.kind, lang);
		else if (row.entry.p[0] == '-')
			add_suffix(c, row.entry, kind_named(row.kind.p), lang);
		else
			add(c, row.entry, kind_named(row.kind.p), lang);
		c->suffixes[lang + 1] = c->n_suffixes;
	}
}

void
cue_end(struct cues *c)
{
	free(c->slot);
	memset(c, 0, sizeof *c);
}

size_t
cue_lang(const struct cues *c, struct span name)
{
	size_t lang;

	for (lang = 0; lang < CUE_LANGS; lang++)
		if (span_equal(c->lang[lang], name))
			break;
	return lang;
}

const struct cue *
cue_search(const struct cues *c, uint64_t hash)
{
	const struct cue *cue = slot_of(c, hash);

	return cue->hash == 0 ? NULL : cue;
}

/* Whether a word ends in a suffix, in small letters or capitals. */
static bool
ends_in(struct span word, struct span suffix)
{
	size_t i;
	char c;

	if (word.n <= suffix.n)
		return false;
	for (i = 1; i <= suffix.n; i++) {
		c = word.p[word.n - i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c | 32);
		if (c != suffix.p[suffix.n - i])
			return false;
	}
	return true;
}

enum cue_kind
cue_kind_of_suffix(const struct cues *c, size_t lang, struct span word)
{
	const struct cue_suffix *s;
	size_t i;

	for (i = c->suffixes[lang]; i < c->suffixes[lang + 1]; i++) {
		s = &c->suffix[i];
		if (ends_in(word, s->bytes))
			return s->kind;
	}
	return CUE_NONE;
}

size_t
cue_enclitic(const struct cues *c, size_t lang, struct span word)
{
	const struct cue_suffix *s;
	size_t i;

	if (!c->joins[lang] || memchr(word.p, '-', word.n) == NULL
	    || cue_kind_of(c, lang, word) != CUE_NONE)
		return 0;
	for (i = c->suffixes[lang]; i < c->suffixes[lang + 1]; i++) {
		s = &c->suffix[i];
		if (s->bytes.p[0] == '-' && ends_in(word, s->bytes))
			return s->bytes.n - 1;
	}
	return 0;
}

/* Where a word's first few letters end in an apostrophe, or 0. */
static size_t
elision_end(struct span word)
{
	size_t n;

	for (n = 1; n < word.n && n <= ELIDED_BYTES; n++) {
		if (word.p[n] == '\'')
			return n + 1;
		if (word.n - n > 3
		    && memcmp(word.p + n, "\xE2\x80\x99", 3) == 0)
			return n + 3;
	}
	return 0;
}

size_t
cue_elided(const struct cues *c, size_t lang, struct span word)
{
	size_t n = c->elides[lang] ? elision_end(word) : 0;

	return n > 0 && cue_kind_of(c, lang, word) == CUE_NONE
	    && cue_kind_of(c, lang, (struct span) { word.p, n })
	        != CUE_NONE ? n : 0;
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

/* Adds a word's vote for the languages of Han and kana. */
static void
vote_by_script(const struct cues *c, struct span word, size_t *votes)
{
	uint32_t code;

	if (word.n < 3)
		return;
	utf8_read(word.p, word.n, &code, NULL);
	if (code >= KANA && code <= KANA_END)
		votes[c->kana]++;
	else if (code >= HAN && code <= HAN_END)
		votes[c->han]++;
}

size_t
cue_language(const struct cues *c, const struct scan *s, size_t from,
    size_t to)
{
	size_t votes[CUE_LANGS] = { 0 }, n, lang, best = c->english;
	unsigned langs;
	size_t scripts[CUE_LANGS] = { 0 };
	const struct cue *cue;
	struct span word;

	for (n = 0; n < VOTING_WORDS && scan_word(s, &from, to, &word); n++) {
		vote_by_script(c, word, scripts);
		cue = cue_find(c, word_hash_in(word, s->text + s->len));
		if (cue == NULL && (word.n = elision_end(word)) > 0)
			cue = cue_find(c, word_hash(word));
		for (langs = cue == NULL ? 0 : cue->common; langs != 0;
		    langs &= langs - 1)
			votes[scan_lowest(langs)]++;
	}
	if (2 * (scripts[c->han] + scripts[c->kana]) > n)
		return SOME_KANA * scripts[c->kana] > scripts[c->han]
		    ? c->kana : c->han;
	for (lang = 0; lang < CUE_LANGS; lang++)
		if (votes[lang] > votes[best])
			best = lang;
	return best;
}
