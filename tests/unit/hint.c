/* SPDX-License-Identifier: ISC */
/* hint: words and pairs of words by language, and how compounds end. */
#include <assert.h>

#include "tables.h"
#include "word.h"

static void
check(const char *lang, const char *before, const char *word,
    enum hint_kind kind)
{
	size_t n = cue_lang(&cues_table, span_of(lang));

	assert(n < CUE_LANGS);
	assert(hint_of(&hints_table, n, *before == '\0' ? 0
	    : word_hash(span_of(before)), word_hash(span_of(word)),
	    span_of(word)) == kind);
}

int
main(void)
{
	check("en", "", "film", HINT_WORK);
	check("en", "the", "Film", HINT_WORK);
	check("en", "known", "as", HINT_NAMING);
	check("en", "just", "as", HINT_VIEW);
	check("en", "", "don’t", HINT_SPOKEN);
	check("en", "", "harbour", HINT_NONE);
	check("en", "", "Fernsehsendung", HINT_NONE);
	check("de", "", "Fernsehsendung", HINT_WORK);
	check("de", "", "sei", HINT_REPORTED);
	check("fr", "le", "film", HINT_WORK);
	return 0;
}
