/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "cue.h"
#include "utf8.h"

enum {
	VOTING_WORDS = 256, /* words that choose the language */
	ELIDED_BYTES = 3,  /* letters of a small word before its apostrophe */
	SOME_KANA = 8,     /* Han for one kana: more are Chinese */
	KANA = 0x3041, KANA_END = 0x30FF, HAN = 0x3400, HAN_END = 0x9FFF
};

size_t
cue_lang(const struct cues *c, struct span name)
{
	size_t lang;

	for (lang = 0; lang < CUE_LANGS; lang++)
		if (span_equal(span_of(c->lang[lang]), name))
			break;
	return lang;
}

static uint8_t
small(char c)
{
	return (uint8_t)(c >= 'A' && c <= 'Z' ? c | 32 : c);
}

/* Whether a word ends in a suffix, in small letters or capitals. */
static bool
ends_in(struct span word, const struct cue_suffix *suffix)
{
	const char *p;
	size_t i;

	if (word.n <= suffix->n)
		return false;
	p = word.p + word.n - suffix->n;
	for (i = 0; i < suffix->n; i++)
		if (small(p[i]) != suffix->bytes[i])
			return false;
	return true;
}

/* The last byte tells most suffixes apart, so it is looked at first. */
enum cue_kind
cue_kind_of_suffix(const struct cues *c, size_t lang, struct span word)
{
	const struct cue_suffix *s = &c->suffix[c->suffixes[lang]];
	const struct cue_suffix *end = &c->suffix[c->suffixes[lang + 1]];
	uint8_t last = small(word.p[word.n - 1]);

	for (; s < end; s++)
		if (s->bytes[s->n - 1] == last && ends_in(word, s))
			return (enum cue_kind)s->kind;
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
		if (s->bytes[0] == '-' && ends_in(word, s))
			return s->n - 1u;
	}
	return 0;
}

/* Whether a word of a text has an apostrophe, straight or not. */
static bool
has_apostrophe(const struct scan *s, struct span word)
{
	size_t at = (size_t)(word.p - s->text), end = at + word.n;

	return scan_next(s, SCAN_MARK, at, end) < end;
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

	if (word.n < 3 || (word.p[0] & 0x80) == 0)
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
		if (cue == NULL && has_apostrophe(s, word)
		    && (word.n = elision_end(word)) > 0)
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
