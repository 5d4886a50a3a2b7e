/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "division.h"
#include "word.h"

_Static_assert(DIVISION_NUMBER + DIVISION_MOST < 1 << DIVISION_KEY_BITS,
    "room for each kind");

static const char *const kinds[] = { "", "book", "part", "chapter", "section",
	"before" };

/* The number that the digits are; more than DIVISION_MOST if they are none. */
static unsigned
number_of(struct span digits)
{
	unsigned number = 0;
	size_t i;

	for (i = 0; i < digits.n; i++) {
		if (digits.p[i] < '0' || digits.p[i] > '9'
		    || number > DIVISION_MOST)
			return DIVISION_MOST + 1;
		number = 10 * number + (unsigned)(digits.p[i] - '0');
	}
	return number;
}

/* The kind that a row names, or DIVISION_NONE. */
static unsigned
kind_of(struct span name)
{
	size_t kind = span_index(name, kinds, DIVISION_NUMBER);
	unsigned number = number_of(name);

	if (kind < DIVISION_NUMBER)
		return (unsigned)kind;
	return number <= DIVISION_MOST ? DIVISION_NUMBER + number
	                               : DIVISION_NONE;
}

bool
division_begin(struct divisions *t, struct list list, struct span *bad)
{
	uint16_t number[DIVISION_ENTRIES] = { 0 };
	struct keys words;
	struct list_row row;
	bool good = true;
	unsigned kind;
	size_t i;

	memset(t, 0, sizeof *t);
	keys_begin(&words, DIVISION_ENTRIES);
	while (good && list_next(&list, &row)) {
		kind = kind_of(row.kind);
		i = keys_enter(&words, word_hash(row.entry));
		good = kind != DIVISION_NONE && i < words.most
		    && (number[i] == 0 || number[i] == kind);
		if (good)
			number[i] = (uint16_t)kind;
		*bad = row.entry;
	}
	if (good)
		keys_pack(&words, number, t->first, t->entry,
		    DIVISION_KEY_BITS);
	keys_end(&words);
	return good;
}

unsigned
division_of(const struct divisions *t, struct span word)
{
	if (word.n == 0)
		return DIVISION_NONE;
	return (unsigned)keys_find(t->first, t->entry, DIVISION_KEY_BITS,
	    word_hash(word));
}
