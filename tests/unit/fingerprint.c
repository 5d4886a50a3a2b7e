/* SPDX-License-Identifier: ISC */
/* fingerprint: words alone count; the format's numbers never change. */
#include <assert.h>
#include <stdio.h>

#include "dice.h"
#include "fingerprint.h"

static struct fingerprint
of(const char *text, struct checkpoints *c)
{
	struct scan s = { 0 };
	struct fingerprint f;

	scan_text(&s, text, strlen(text));
	f = fingerprint_of(&s, 0, s.len, c);
	scan_end(&s);
	return f;
}

static uint64_t
all(const char *text)
{
	return of(text, NULL).all;
}

static void
test_what_counts(void)
{
	uint64_t plain = all("Don't say it was 45 'years' ago, said Jose.");

	assert(plain == all("DON\xE2\x80\x99T say it was  45 \xE2\x80\x98years"
	                    "\xE2\x80\x99 ago -- said\n\tjose"));
	assert(plain != all("Don't say it was 46 'years' ago, said Jose."));
	assert(plain != all("Don't say it was 45 'years' ago, Jose said."));
	assert(all("\xC3\x89t\xC3\xA9 \xD0\x9C\xD0\x98\xD0\xA0")
	    == all("\xC3\xA9t\xC3\xA9 \xD0\xBC\xD0\xB8\xD1\x80"));
	assert(all(" -- ... \xE2\x80\xA6") == 0);
	assert(of("", NULL).n_words == 0);
}

/* The same words at every place of a cell, with and without bytes behind. */
static void
test_places(void)
{
	static const char words[] = "one of extraordinarily long words x9";
	char text[256];
	size_t pad, behind;

	for (pad = 0; pad < 130; pad++)
		for (behind = 0; behind < 2; behind++) {
			snprintf(text, sizeof text, "%*s%s%s", (int)pad, "",
			    words, behind == 0 ? "" : ". ...........");
			assert(all(text) == all(words));
		}
}

/* Whoever changes these numbers makes all states useless. */
static void
test_format(void)
{
	assert(all("The word") == 0x2CC77F40182220FEu);
	assert(all("extraordinarily caf\xC3\xA9")
	    == 0x68AA1B26B4798074u);
}

static void
test_checkpoints(void)
{
	static const char text[] = "a b c d e f g h i jay k";
	struct checkpoints c, d;
	struct fingerprint f = of(text, &c);

	assert(f.n_words == 11 && f.all == all(text));
	assert(f.last_start == sizeof text - 2 && f.last_end == f.last_start + 1);
	assert(c.head == all("A B C D E F G H"));
	assert(c.check[9] >> 16
	    == (all("a b c d e f g h i jay") >> 32 & 0xFFFF));
	of("a b c d e f g h \xC3\x89 Jamaica", &d);
	assert((c.check[9] & CHECK_FIRST) == 'j');
	assert(((c.check[9] ^ d.check[9]) & ~CHECK_CHAIN) == 0);
	assert((c.check[9] ^ d.check[9]) != 0);
	assert((d.check[8] & ~CHECK_CHAIN) == 0xE9);
	assert((c.check[8] & CHECK_SECOND) == 0);
}

/* More words than have a checkpoint make the same chain. */
static void
test_long(void)
{
	struct checkpoints c;
	char text[1000] = "";
	size_t i;

	for (i = 0; i < 2 * FINGERPRINT_WORDS; i++)
		snprintf(text + 6 * i, 7, "wo%03u ", (unsigned)i);
	assert(of(text, &c).all == all(text));
	assert(of(text, &c).n_words == 2 * FINGERPRINT_WORDS);
}

static void
test_words(void)
{
	static const char text[] = "one two, three";
	struct scan s = { 0 };
	struct word_at word[4];

	scan_text(&s, text, strlen(text));
	assert(fingerprint_words(&s, 0, s.len, word, 4) == 3);
	assert(word[1].start == 4 && word[1].end == 7);
	fingerprint_hash(&s, word, 3);
	assert(word[2].hash == word_hash(span_of("three")));
	assert(fingerprint_words(&s, 0, s.len, word, 2) == 3);
	assert(fingerprint_words(&s, 0, 7, word, 4) == 2);
	scan_end(&s);
}

/* Checks of words that a block does not have are not set. */
static void
check_same(const struct scan *s, struct fingerprints *r, size_t start,
    size_t end, bool checks)
{
	struct terms *words = r->terms;
	struct terms plain = { 0 };
	struct checkpoints a, b;
	struct fingerprint f, g;
	size_t n;

	words->n = 0;
	f = fingerprint_of(s, start, end, checks ? &a : NULL);
	fingerprint_next(r, start, end, &g, checks ? &b : NULL);
	assert(f.all == g.all && f.last == g.last && f.n_words == g.n_words);
	assert(f.last_start == g.last_start && f.last_end == g.last_end);
	terms_add_words(&plain, s, start, end);
	assert(plain.n == f.n_words && plain.n == words->n);
	assert(plain.n == 0 || memcmp(plain.of, words->of,
	    plain.n * sizeof *plain.of) == 0);
	terms_end(&plain);
	n = f.n_words < FINGERPRINT_WORDS ? f.n_words : FINGERPRINT_WORDS;
	if (!checks)
		return;
	assert(memcmp(a.check, b.check, n * sizeof *a.check) == 0);
	assert(n < FINGERPRINT_HEAD || a.head == b.head);
}

/* Blocks one after the other, cut anywhere, come out as each by itself. */
static void
test_next(void)
{
	static const char bytes[] = "aB1 ,.'\n \xC3\xA9";
	struct terms words = { 0 };
	struct fingerprints r = { .terms = &words };
	struct scan s = { 0 };
	char text[4000];
	size_t round, i, start, end;

	for (round = 0; round < 500; round++) {
		for (i = 0; i < sizeof text; i++)
			text[i] = bytes[dice_below(sizeof bytes - 1)];
		scan_text(&s, text, sizeof text);
		start = dice_below(sizeof text);
		fingerprints_begin(&r, &s, start);
		for (; start < s.len; start = end + dice_below(9)) {
			end = start + dice_below(round < 250 ? 99 : 2999);
			if (end > s.len)
				end = s.len;
			check_same(&s, &r, start, end, round % 2 == 0);
		}
	}
	terms_end(&words);
	scan_end(&s);
}

int
main(void)
{
	test_what_counts();
	test_places();
	test_checkpoints();
	test_long();
	test_words();
	test_next();
	test_format();
	return 0;
}
