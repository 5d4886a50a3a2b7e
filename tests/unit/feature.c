/* SPDX-License-Identifier: ISC */
/* feature: what is seen of a block. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"

static struct feature_words words;

static struct feature
look(const char *text)
{
	static struct vocabulary vocabulary;
	struct block b = { 0, strlen(text), false, false };
	struct scan s = { 0 };
	struct feature f;
	char *copy = malloc(b.end + 1);

	assert(copy != NULL);
	memcpy(copy, text, b.end);
	scan_text(&s, copy, b.end);
	feature_of(&f, &s, &b, &words, &vocabulary);
	scan_end(&s);
	free(copy);
	return f;
}

static void
test_endings(void)
{
	assert(look("It ends here.").ending == ENDING_STOP);
	assert(look("“It ends here.”").ending == ENDING_STOP);
	assert(look("It ends (here!)").ending == ENDING_STOP);
	assert(look("ここで終わる。」").ending == ENDING_STOP);
	assert(look("It ends here").ending == ENDING_NONE);
	assert(look("It goes on...").ending == ENDING_DOTS);
	assert(look("It goes on…").ending == ENDING_DOTS);
	assert(look("These are:").ending == ENDING_COLON);
	assert(look("It is “it”").ending == ENDING_MARK);
	assert(look(".").ending == ENDING_STOP);
}

static void
test_beginnings(void)
{
	assert(look("A word").first == FIRST_UPPER);
	assert(look("a word").first == FIRST_LOWER);
	assert(look("Ärger").first == FIRST_UPPER);
	assert(look("2 words").first == FIRST_DIGIT);
	assert(look("“A word”").first == FIRST_MARK);
	assert(look("- a word").first == FIRST_BULLET);
	assert(look("• a word").first == FIRST_BULLET);
	assert(look("## A word").first == FIRST_HASH);
}

static void
test_shares(void)
{
	struct feature f = look("Jane Doe and 3 of 4 men | © example");

	assert(f.caps == 1 && f.numbers == 1);
	assert((f.signs & 1 << SIGN_PIPE) != 0);
	assert((f.signs & 1 << SIGN_COPYRIGHT) != 0);
	assert(look("").n_words == 0 && look(" \t").n_bytes == 0);
	assert(feature_quarters(0, 9) == 0 && feature_quarters(1, 9) == 1);
	assert(feature_quarters(9, 9) == 4 && feature_quarters(5, 9) == 3);
	assert(feature_bucket(0) == 0 && feature_bucket(5) == 3);
	assert(feature_bucket(100000) == FEATURE_BUCKETS - 1);
}

static void
test_words(void)
{
	struct feature f = look("I told you, and you (the mayor) knew, why?");

	assert(f.n_seen == 9 && f.n_functions >= 5 && f.functions > 4);
	assert(f.first_person == 1 && f.second_person == 2);
	assert(f.commas == 2 && f.parens == 1 && f.last == LAST_QUESTION);
	assert(f.sentences == 1 && f.n_telling == 1);
	assert(look("a b c!").last == LAST_EXCLAMATION);
	assert(look("a (b)").last == LAST_PAREN);
	assert(look("a [b]").last == LAST_BRACKET);
	assert(look("“a” b").marks == 2);
	feature_forget(&f, UNKNOWN_PHRASES | UNKNOWN_GRAMMAR);
	assert(f.functions == 0 && f.first_person == 0 && f.commas == 2);
}

/*
 * Words in the middle of a long block are not looked at, those at its ends are;
 * and the same words give the same hash.
 */
static void
test_long(void)
{
	char text[4096];
	size_t i;

	for (i = 0; i + 4 < sizeof text; i += 4)
		memcpy(text + i, "abc ", 4);
	memcpy(text + sizeof text - 5, "end.", 5);
	assert(look(text).n_words == (sizeof text - 1) / 5 + 1);
	assert(look(text).hash == look(text).hash);
	assert(feature_is_sentence(&(struct feature) {
	    .ending = ENDING_STOP, .n_words = 4 }));
}

int
main(void)
{
	words.lexicon = &phrases_table;
	words.grammar = &functions_table;
	test_endings();
	test_beginnings();
	test_shares();
	test_words();
	test_long();
	return 0;
}
