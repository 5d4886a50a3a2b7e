/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "cue_list.h"
#include "word.h"

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

_Static_assert(sizeof kinds / sizeof kinds[0] == CUE_KINDS, "all are named");

/* A table in the making. */
struct making {
	struct cues *cues;
	struct keys keys;
	struct cue *said; /* by each entry of the keys */
	size_t n_langs;
};

static void
begin(struct making *m, struct cues *cues)
{
	memset(cues, 0, sizeof *cues);
	cues->n_rows = 1;
	*m = (struct making) { .cues = cues };
	keys_begin(&m->keys, CUE_ENTRIES);
	m->said = alloc_zeroed(CUE_ENTRIES, sizeof *m->said);
}

static void
end(struct making *m)
{
	keys_end(&m->keys);
	free(m->said);
}

/* What the entry of a hash says, which may be new; null: no room for it. */
static struct cue *
enter(struct making *m, uint64_t hash)
{
	size_t i = keys_enter(&m->keys, hash);

	return i == CUE_ENTRIES ? NULL : &m->said[i];
}

/* Whether words of a kind are so common that they tell the language. */
static bool
is_common(enum cue_kind kind)
{
	return kind == CUE_STRONG
	    || (kind >= CUE_PASSIVE && kind <= CUE_AGENT);
}

/* The entry of all the words, with a mark at all that it begins with. */
static struct cue *
enter_words(struct making *m, struct span entry)
{
	struct span word = span_cut(&entry, ' ');
	uint64_t hash = word_hash(word);
	struct cue *cue = enter(m, hash);

	while (cue != NULL && entry.n > 0) {
		cue->begins = true;
		word = span_cut(&entry, ' ');
		hash = word_chain(hash, word_hash(word));
		cue = enter(m, hash);
	}
	return cue;
}

/*
 * Adds what a pronoun of one word begins with; false where there is no room.
 * Those that do not begin with ASCII are found by that.
 */
static bool
add_pronoun(uint8_t pair[CUE_PRONOUNS][2], struct span entry)
{
	size_t i;

	if ((entry.p[0] & 0x80) != 0 || memchr(entry.p, ' ', entry.n) != NULL)
		return true;
	for (i = 0; i + 1 < CUE_PRONOUNS && pair[i][0] != 0; i++)
		if (memcmp(pair[i], entry.p, 2) == 0)
			return true;
	if (entry.n < 2 || i + 1 == CUE_PRONOUNS)
		return false;
	memcpy(pair[i], entry.p, 2);
	return true;
}

static bool
add(struct making *m, struct span entry, enum cue_kind kind, size_t lang)
{
	struct cue *cue = enter_words(m, entry);
	unsigned bit = 1u << lang;

	if (cue == NULL)
		return false;
	cue->kind[lang] = (uint8_t)kind;
	cue->common = (uint16_t)(is_common(kind) ? cue->common | bit
	                                         : cue->common & ~bit);
	m->cues->elides[lang] |= entry.p[entry.n - 1] == '\'';
	return (kind != CUE_HE && kind != CUE_SHE)
	    || add_pronoun(m->cues->pronoun[lang], entry);
}

static bool
add_suffix(struct making *m, struct span entry, enum cue_kind kind,
    size_t lang)
{
	unsigned char last = (unsigned char)entry.p[entry.n - 1];
	struct cues *c = m->cues;
	struct cue_suffix *s = &c->suffix[c->n_suffixes];

	if (c->n_suffixes == CUE_SUFFIXES || entry.n < 2
	    || entry.n - 1 > CUE_SUFFIX_BYTES)
		return false;
	c->n_suffixes++;
	s->n = (uint8_t)(entry.n - 1);
	s->kind = (uint8_t)kind;
	memcpy(s->bytes, entry.p + 1, s->n);
	c->suffix_last[lang] |= (uint64_t)1 << last % 64
	    | (uint64_t)1 << (last & ~32) % 64;
	c->joins[lang] |= s->bytes[0] == '-';
	return true;
}

/* What is said of a language as a whole. */
static bool
add_trait(struct cues *c, struct span trait, size_t lang)
{
	if (span_equal(trait, span_of("verb-second")))
		return c->verb_second[lang] = true;
	if (span_equal(trait, span_of("pro-drop")))
		return c->pro_drop[lang] = true;
	if (span_equal(trait, span_of("capitals")))
		return c->capitals[lang] = true;
	if (span_equal(trait, span_of("kana")))
		c->kana = (uint8_t)lang;
	else if (span_equal(trait, span_of("han")))
		c->han = (uint8_t)lang;
	else
		return false;
	return c->unspaced[lang] = true;
}

/* Adds a given name to all languages that do not know the word. */
static bool
add_name(struct making *m, struct span entry, enum cue_kind kind)
{
	struct cue *cue = enter(m, word_hash(entry));
	size_t i;

	if (cue == NULL || memchr(entry.p, ' ', entry.n) != NULL)
		return false;
	for (i = 0; i < CUE_LANGS; i++)
		if (cue->kind[i] == CUE_NONE)
			cue->kind[i] = (uint8_t)kind;
	return true;
}

/*
 * The number of a language whose rows stand together; CUE_LANGS: one too many,
 * or a name too long.
 */
static size_t
number_lang(struct making *m, struct span name)
{
	struct cues *c = m->cues;

	if (m->n_langs > 0
	    && span_equal(span_of(c->lang[m->n_langs - 1]), name))
		return m->n_langs - 1;
	if (m->n_langs == CUE_LANGS || name.n >= CUE_LANG_BYTES)
		return CUE_LANGS;
	memcpy(c->lang[m->n_langs], name.p, name.n);
	if (span_equal(name, span_of("en")))
		c->english = (uint8_t)m->n_langs;
	return m->n_langs++;
}

static bool
add_row(struct making *m, const struct list_row *row)
{
	size_t i = span_index(row->kind, kinds, CUE_KINDS), lang;
	enum cue_kind kind = i < CUE_KINDS ? (enum cue_kind)i : CUE_NONE;
	bool good;

	if (span_equal(row->lang, span_of("mul")))
		return kind != CUE_NONE && add_name(m, row->entry, kind);
	lang = number_lang(m, row->lang);
	if (lang == CUE_LANGS)
		return false;
	if (row->entry.p[0] == '.')
		good = add_trait(m->cues, row->kind, lang);
	else if (row->entry.p[0] == '-')
		good = kind != CUE_NONE
		    && add_suffix(m, row->entry, kind, lang);
	else
		good = kind != CUE_NONE && add(m, row->entry, kind, lang);
	m->cues->suffixes[lang + 1] = m->cues->n_suffixes;
	return good;
}

static bool
say_the_same(const struct cue *a, const struct cue *b)
{
	return memcmp(a->kind, b->kind, sizeof a->kind) == 0
	    && a->begins == b->begins && a->common == b->common;
}

/*
 * The number of the row that says the same, which may be new; CUE_ROWS if there
 * is no room for it.
 */
static uint16_t
number_row(struct cues *c, const struct cue *cue)
{
	uint16_t i;

	for (i = 1; i < c->n_rows; i++)
		if (say_the_same(&c->row[i], cue))
			return i;
	if (i < CUE_ROWS)
		c->row[c->n_rows++] = *cue;
	return i;
}

/* Gives each entry its place; false if there is not room enough. */
static bool
spread(struct making *m, const uint16_t *number)
{
	static uint16_t first[KEYS_FIRST(CUE_KEY_BITS)];
	static uint64_t entry[CUE_ENTRIES];

	keys_pack(&m->keys, number, first, entry, CUE_KEY_BITS);
	return keys_spread(first, entry, CUE_KEY_BITS, m->cues->factor,
	    m->cues->place, CUE_PLACE_BITS);
}

/* Makes the table of all entries; false if they or their rows are too many. */
static bool
pack(struct making *m)
{
	uint16_t *number = alloc_zeroed(CUE_ENTRIES, sizeof *number);
	bool good = true;
	size_t i;

	for (i = 0; i < m->keys.n && good; i++) {
		number[i] = number_row(m->cues, &m->said[i]);
		good = number[i] < CUE_ROWS;
	}
	good = good && spread(m, number);
	free(number);
	return good;
}

bool
cue_list_read(struct cues *cues, struct list list, struct span *bad)
{
	struct list_row row;
	struct making m;
	bool good = true;

	begin(&m, cues);
	while (good && list_next(&list, &row)) {
		good = add_row(&m, &row);
		*bad = row.entry;
	}
	good = good && pack(&m);
	end(&m);
	return good;
}
