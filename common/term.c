/* SPDX-License-Identifier: ISC */
#include "term.h"
#include "word.h"

enum {
	NUMBER_DIGITS = 18, /* of a number that has a value */
	GROUP_DIGITS = 3    /* behind a comma: 1,000 */
};

uint32_t
term_of_number(uint64_t value)
{
	return term_make(word_mix(WORD_SEED + value), TERM_NUMBER);
}

bool
term_read_number(struct term_number *n, const char *text, size_t start,
    size_t end)
{
	bool grouped = n->digits > 0 && end - start == GROUP_DIGITS
	    && start == n->end + 1
	    && (text[n->end] == ',' || text[n->end] == '.');
	struct term_number new = grouped ? *n : (struct term_number) { 0 };
	size_t i;

	for (i = start; i < end; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		new.value = new.value * 10 + (uint64_t)(text[i] - '0');
	}
	new.digits += end - start;
	new.end = end;
	if (new.digits > NUMBER_DIGITS)
		return false;
	*n = new;
	return true;
}

uint32_t
term_of(struct span word)
{
	struct term_number number = { 0 };

	if (word.n > 0 && term_read_number(&number, word.p, 0, word.n))
		return term_of_number(number.value);
	return term_make(word_hash(word), TERM_PLAIN);
}
