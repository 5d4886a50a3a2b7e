/* SPDX-License-Identifier: ISC */
/* cue: entries are found whatever their case, in their language alone. */
#include <assert.h>

#include "list.h"
#include "tables.h"
#include "word.h"

static enum cue_kind
kind(const struct cues *c, size_t lang, const char *word)
{
	return cue_kind_of(c, lang, span_of(word));
}

static size_t
language(const struct cues *c, const char *text)
{
	struct scan s = { 0 };
	size_t lang;

	scan_text(&s, text, strlen(text));
	lang = cue_language(c, &s, 0, s.len);
	scan_end(&s);
	return lang;
}

static void
test_kinds(const struct cues *c)
{
	size_t de = language(c, "Das ist der Hut, und er sagte nichts.");

	assert(de != c->english);
	assert(kind(c, c->english, "said") == CUE_STRONG);
	assert(kind(c, c->english, "SAID") == CUE_STRONG);
	assert(kind(c, c->english, "sagte") == CUE_NONE);
	assert(kind(c, de, "sagte") == CUE_STRONG);
	assert(kind(c, de, "die") == CUE_DETERMINER);
	assert(kind(c, c->english, "zyzzyva") == CUE_NONE);
}

static void
test_phrases(const struct cues *c)
{
	uint64_t according = word_hash(span_of("According"));
	const struct cue *cue = cue_find(c, according);

	assert(cue != NULL && cue->begins);
	cue = cue_find(c, word_chain(according, word_hash(span_of("to"))));
	assert(cue != NULL && cue->kind[c->english] == CUE_SOURCE);
}

/* The first test of a hash lets all entries through. */
static void
test_all(const struct cues *c)
{
	struct list list = list_of(cues_list, cues_list_n);
	struct list_row row;

	while (list_next(&list, &row))
		if (memchr(row.entry.p, ' ', row.entry.n) == NULL
		    && *row.entry.p != '-' && *row.entry.p != '.')
			assert(cue_find(c, word_hash(row.entry)) != NULL);
}

static void
test_parts(const struct cues *c)
{
	size_t fr = language(c, "Il n'est pas dans la ville, a dit le maire.");

	assert(cue_guess(c, c->english, span_of("loudly")) == CUE_ADVERB);
	assert(cue_guess(c, fr, span_of("loudly")) == CUE_NONE);
	assert(cue_elided(c, fr, span_of("l'été")) == 2);
	assert(cue_elided(c, fr, span_of("L\xE2\x80\x99" "été")) == 4);
	assert(cue_elided(c, c->english, span_of("o'clock")) == 0);
}

static void
test_sex(const struct cues *c)
{
	assert(cue_sex(c, c->english, span_of("Mrs. Orr")) == CUE_SHE);
	assert(cue_sex(c, c->english, span_of("Sir Robert")) == CUE_HE);
	assert(cue_sex(c, c->english, span_of("Captain Orr")) == CUE_NONE);
	assert(cue_sex(c, c->english, span_of("")) == CUE_NONE);
}

int
main(void)
{
	const struct cues *c = &cues_table;

	test_kinds(c);
	test_phrases(c);
	test_all(c);
	test_parts(c);
	test_sex(c);
	assert(language(c, "") == c->english);
	return 0;
}
