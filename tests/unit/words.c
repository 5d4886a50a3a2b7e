/* SPDX-License-Identifier: ISC */
/* words: all ways find the same words, those of the scan, on any bytes. */
#include <assert.h>
#include <stdlib.h>

#include "dice.h"
#include "words.h"

enum { MOST = 3000 };

/* Pieces of words and what is between, of each length and kind. */
static const char *const pieces[] = {
	" ", " ", " ", ", ", ". ", "-", "'", "\n", "a", "Of", "the", "I",
	"house", "extraordinarily", "incomprehensibilities", "12,500", "45%",
	"\xC3\xA9t\xC3\xA9", "caf\xC3\xA9", "\xE2\x80\x99s", "\xE6\x97\xA5",
	"\xE6\x9C\xAC\xE8\xAA\x9E", "\xD0\x9C\xD0\x98", "\xFF", "\x80", "x",
};

static size_t
put_text(char *text)
{
	size_t most = dice_below(MOST), n, len = 0;
	const char *piece;

	for (;;) {
		piece = pieces[dice_below(sizeof pieces / sizeof *pieces)];
		n = strlen(piece);
		if (len + n > most)
			return len;
		memcpy(text + len, piece, n);
		len += n;
	}
}

static void
check_word(const struct words *w, size_t i, size_t start, size_t end)
{
	struct span word = scan_span(w->scan, start, end);

	assert(w->start[i] == start && w->end[i] == end);
	assert(w->hash[i] == word_hash(word));
	assert(w->letters[i] == word_letters(word));
}

/* All words of a text from the stretch of `from` on, as the scan has them. */
static void
check(const struct scan *s, size_t from, enum words_way way)
{
	struct words w;
	size_t at = scan_next(s, SCAN_START, from / 64 * 64, s->len), i;

	words_begin(&w, s, from);
	do {
		if (!words_fill_by(&w, way)
		    && (way != WORDS_WIDE || !words_fill_by(&w, WORDS_QUICK)))
			return;
		for (i = 0; i < w.n; i++) {
			check_word(&w, i, at, scan_word_end(s, at, s->len));
			at = scan_next(s, SCAN_START, at + 1, s->len);
		}
	} while (words_next(&w));
	assert(at == s->len);
}

/* The text is on the heap without room to spare: no byte behind it is read. */
static void
test_ways(void)
{
	struct scan s = { 0 };
	char text[MOST], *copy;
	size_t round, n, i;

	for (round = 0; round < 2000; round++) {
		n = put_text(text);
		for (i = 0; round % 4 == 0 && i < n; i++)
			text[i] = (char)dice();
		copy = malloc(n + 1);
		assert(copy != NULL);
		memcpy(copy + 1, text, n);
		scan_text(&s, copy + 1, n);
		check(&s, 0, WORDS_PLAIN);
		check(&s, 0, WORDS_QUICK);
		check(&s, 0, WORDS_WIDE);
		check(&s, dice_below(n + 1), WORDS_QUICK);
		check(&s, dice_below(n + 1), WORDS_WIDE);
		free(copy);
	}
	scan_end(&s);
}

/* A word may be longer than a stretch. */
static void
test_long(void)
{
	struct scan s = { 0 };
	char text[3 * WORDS_MOST];

	memset(text, 'a', sizeof text);
	text[WORDS_MOST - 1] = text[2 * WORDS_MOST + 7] = ' ';
	scan_text(&s, text, sizeof text);
	check(&s, 0, WORDS_PLAIN);
	check(&s, 0, WORDS_QUICK);
	check(&s, 0, WORDS_WIDE);
	scan_end(&s);
}

int
main(void)
{
	test_ways();
	test_long();
	return 0;
}
