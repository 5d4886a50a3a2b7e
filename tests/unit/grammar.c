/* SPDX-License-Identifier: ISC */
/* grammar: function words of many languages, whatever their script. */
#include <assert.h>
#include <string.h>

#include "grammar.h"
#include "scan.h"
#include "word.h"

static struct grammar grammar;

static bool
is_function(const char *word)
{
	return grammar_is_function(&grammar, word_hash(span_of(word)));
}

static void
test_words(void)
{
	assert(is_function("the") && is_function("The"));
	assert(is_function("und") && is_function("des") && is_function("que"));
	assert(is_function("και") && is_function("что") && is_function("του"));
	assert(!is_function("harbour") && !is_function("Hafen"));
	assert(!is_function("menu") && !is_function("login"));
}

static void
test_persons(void)
{
	unsigned i = grammar_kinds(&grammar, word_hash(span_of("I")));
	unsigned you = grammar_kinds(&grammar, word_hash(span_of("you")));
	unsigned the = grammar_kinds(&grammar, word_hash(span_of("the")));

	assert(i == (GRAMMAR_FUNCTION | GRAMMAR_FIRST));
	assert(you == (GRAMMAR_FUNCTION | GRAMMAR_SECOND));
	assert(the == GRAMMAR_FUNCTION);
}

/* Of a text without spaces each letter is a word. */
static size_t
letters_of(const char *text)
{
	uint64_t hash[16];
	struct scan s = { 0 };
	struct span word;
	size_t at = 0, n = 0;

	scan_text(&s, text, strlen(text));
	while (n < 16 && scan_word(&s, &at, s.len, &word))
		hash[n++] = word_hash(word);
	scan_end(&s);
	return grammar_letters(&grammar, hash, n);
}

static void
test_letters(void)
{
	assert(letters_of("的人") == 1);
	assert(letters_of("และ") > 1);
	assert(letters_of("家") == 0);
}

/* Rows that are of no kind that there is, or too long. */
static void
test_bad(void)
{
	static const char none[] = "the\0function\0en\0a\0article\0en";
	static const char letters[] = "的人的人的\0function\0zh";
	static struct grammar other;
	struct span bad;

	assert(!grammar_begin(&other, list_of(none, sizeof none), &bad));
	assert(span_equal(bad, span_of("a")));
	assert(!grammar_begin(&other, list_of(letters, sizeof letters), &bad));
}

/* Words of phrases by where they stand; others stay what they are. */
static void
test_phrases(void)
{
	static const char phrases[] = "more\0more\0en\0read it aloud\0more\0en";
	static struct grammar g;
	uint64_t the = word_hash(span_of("the"));

	g = grammar;
	grammar_add_phrases(&g, list_of(phrases, sizeof phrases));
	assert((grammar_kinds(&g, word_hash(span_of("More"))) & GRAMMAR_PHRASE)
	    != 0);
	assert((grammar_kinds(&g, word_hash(span_of("read")))
	    & (GRAMMAR_PHRASE | GRAMMAR_BEGINS)) == GRAMMAR_BEGINS);
	assert((grammar_kinds(&g, word_hash(span_of("it"))) & GRAMMAR_FOLLOWS)
	    != 0);
	assert(grammar_kinds(&g, word_hash(span_of("aloud"))) == 0);
	assert(grammar_kinds(&g, the) == grammar_kinds(&grammar, the));
}

int
main(void)
{
	struct span bad;

	assert(grammar_begin(&grammar,
	    list_of(functions_list, functions_list_n), &bad));
	test_bad();
	test_words();
	test_persons();
	test_letters();
	test_phrases();
	return 0;
}
