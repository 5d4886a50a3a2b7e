/* SPDX-License-Identifier: ISC */
/* sentence: a text's tokens are the same wherever in a cell it begins. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "dice.h"
#include "sentence.h"
#include "tables.h"

enum { SHIFTS = 130, ROOM = 1024, ROUNDS = 200 };

static const char *const parts[] = { "Bell's ", "the engineers' report ",
	"Bell\xE2\x80\x99s, ", "boys\xE2\x80\x99 ", "dit-il ", "a-t-elle ",
	"l'\xC3\xA9t\xC3\xA9 ", "aujourd'hui ", "Well-Known-People ", "40 ",
	"(in part). ", "according to ", "No; ", "yes - ", "\xC3\x89tat: ",
	"antidisestablishmentarianism-like's ", "He left.Then ", "so... ",
	"quickly, ", "its'' ", "\xE2\x80\x94 " };

static void
read_shifted(struct sentences *s, const char *lang, const char *text,
    size_t shift)
{
	static const struct quotes none;
	struct scan scan = { 0 };
	struct sentence_text in = { &scan, &cues_table, 0, &none };
	size_t n = strlen(text), quote = 0;
	char *copy = malloc(shift + n);

	assert(copy != NULL);
	memset(copy, ' ', shift);
	memcpy(copy + shift, text, n);
	in.lang = cue_lang(&cues_table, span_of(lang));
	scan_text(&scan, copy, shift + n);
	s->n = 0;
	sentence_read(s, &in, shift, shift + n, &quote);
	scan_end(&scan);
	free(copy);
}

static bool
is_same(const struct token *a, const struct token *b, size_t shift)
{
	return a->start + shift == b->start && a->end + shift == b->end
	    && a->type == b->type && a->kind == b->kind && a->upper == b->upper
	    && a->digit == b->digit && a->possessive == b->possessive
	    && a->gap == b->gap
	    && (a->type != TOKEN_WORD || a->hash == b->hash);
}

static void
compare(const char *lang, const char *text)
{
	struct sentences first = { 0 }, s = { 0 };
	size_t shift, i;

	read_shifted(&first, lang, text, 0);
	for (shift = 1; shift < SHIFTS; shift++) {
		read_shifted(&s, lang, text, shift);
		if (s.n != first.n)
			fprintf(stderr, "%s: %zu\n", text, shift);
		assert(s.n == first.n);
		for (i = 0; i < s.n; i++)
			assert(is_same(&first.token[i], &s.token[i], shift));
	}
	sentence_end(&first);
	sentence_end(&s);
}

/* Whether each word of a text says whose the next one is, as letters. */
static void
check(const char *lang, const char *text, const char *want)
{
	struct sentences s = { 0 };
	char got[ROOM];
	size_t i, n = 0;

	read_shifted(&s, lang, text, 0);
	for (i = 0; i < s.n; i++)
		if (s.token[i].type == TOKEN_WORD)
			got[n++] = s.token[i].possessive ? 'P' : '.';
	got[n] = '\0';
	if (strcmp(got, want) != 0)
		fprintf(stderr, "%s: %s, not %s\n", text, got, want);
	assert(strcmp(got, want) == 0);
	sentence_end(&s);
}

int
main(void)
{
	static const char *const langs[] = { "en", "fr", "it" };
	char text[ROOM];
	size_t round, i;

	check("en", "Bell's report", "P.");
	check("en", "the engineers' report", ".P.");
	check("en", "the boys\xE2\x80\x99 Bell\xE2\x80\x99s bus", ".PP.");
	check("en", "its end's near", ".P.");
	for (round = 0; round < ROUNDS; round++) {
		for (i = 0, text[0] = '\0'; i < 12; i++)
			strcat(text, parts[dice_below(sizeof parts
			    / sizeof parts[0])]);
		compare(langs[round % 3], text);
	}
	return 0;
}
