/* SPDX-License-Identifier: ISC */
/* lexicon: phrases match whole words, any case, where they say they do. */
#include <assert.h>
#include <string.h>

#include "lexicon.h"
#include "word.h"

static struct lexicon_hits
match(const struct lexicon *lx, const char *text)
{
	struct lexicon_hits hits = { 0 };
	struct scan s = { 0 };
	uint64_t words[32];
	struct span word;
	size_t at = 0, n = 0;

	scan_text(&s, text, strlen(text));
	while (scan_word(&s, &at, s.len, &word))
		words[n++] = word_hash(word);
	lexicon_match(lx, words, n, n, 0, n, &hits);
	scan_end(&s);
	return hits;
}

static void
add(struct lexicon *lx, const char *lines)
{
	struct scan s = { 0 };
	const char *reason;

	scan_text(&s, lines, strlen(lines));
	assert(lexicon_add_lines(lx, &s, 0, 1, &reason) == 0);
	scan_end(&s);
}

static void
test_places(void)
{
	struct lexicon lx;
	struct lexicon_hits hits;

	lexicon_begin(&lx);
	add(&lx, "read more\n!Leave a  comment\nmore\n");
	hits = match(&lx, "READ, More");
	assert(hits.whole == 1 && hits.head == 1 && hits.covered == 2);
	hits = match(&lx, "To leave a comment");
	assert(hits.any == 2 && hits.head == 0 && hits.covered == 3);
	hits = match(&lx, "Read moreover");
	assert(hits.any == 0 && hits.covered == 0);
	hits = match(&lx, "leave a");
	assert(hits.any == 0);
	lexicon_end(&lx);
}

static void
test_bad_lines(void)
{
	struct lexicon lx;
	struct scan s = { 0 };
	const char *reason = NULL;
	char line[65 * 2 + 1];
	size_t i;

	for (i = 0; i < 65; i++)
		memcpy(line + 2 * i, "a ", 2);
	line[65 * 2] = '\n';
	lexicon_begin(&lx);
	scan_text(&s, "one\n\ntwo", 8);
	assert(lexicon_add_lines(&lx, &s, 0, 1, &reason) == 2);
	scan_text(&s, line, sizeof line);
	assert(lexicon_add_lines(&lx, &s, 0, 1, &reason) == 1);
	assert(strstr(reason, "64") != NULL);
	scan_end(&s);
	lexicon_end(&lx);
}

static const char *const names[] = { "one", "two" };

/* Rows that are no phrase, or of no kind that there is. */
static void
test_bad_rows(void)
{
	static const char none[] = "alpha\0two\0en\0delta\0none\0en";
	static const char wordless[] = "...\0two\0en";
	struct lexicon lx;
	struct span bad;

	lexicon_begin(&lx);
	assert(!lexicon_add_list(&lx, list_of(none, sizeof none), names, 2,
	    &bad));
	assert(span_equal(bad, span_of("delta")));
	assert(!lexicon_add_list(&lx, list_of(wordless, sizeof wordless),
	    names, 2, &bad));
	assert(span_equal(bad, span_of("...")));
	lexicon_end(&lx);
}

/* Many phrases, so that the table grows under them. */
static void
test_growth(void)
{
	static const char bytes[] = "alpha\0two\0en\0beta gamma\0one\0en";
	struct lexicon lx;
	struct span bad;
	char text[32];
	int i;

	lexicon_begin(&lx);
	assert(lexicon_add_list(&lx, list_of(bytes, sizeof bytes), names, 2,
	    &bad));
	for (i = 0; i < 5000; i++) {
		text[0] = (char)('a' + i % 26);
		text[1] = (char)('a' + i / 26 % 26);
		text[2] = (char)('a' + i / 676);
		text[3] = '\0';
		add(&lx, text);
	}
	assert(match(&lx, "beta gamma").whole == 1);
	assert(match(&lx, "Alpha").whole == 2);
	assert(match(&lx, "gamma").any == 0);
	assert(match(&lx, "zzc").whole == 1);
	lexicon_end(&lx);
}

int
main(void)
{
	test_places();
	test_bad_lines();
	test_bad_rows();
	test_growth();
	return 0;
}
