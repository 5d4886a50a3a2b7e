/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "sense.h"
#include "word.h"

struct reading {
	struct senses *out;
	struct keys keys;
};

static const char same[] = "is ";

/* A term's key: its bits spread over 64. */
static uint64_t
key_of(uint32_t term)
{
	return word_mix(WORD_SEED ^ (term & TERM_WORD));
}

const struct sense *
sense_of(const struct senses *s, uint32_t term)
{
	size_t i = keys_find(s->first, s->entry, SENSE_BITS, key_of(term));

	return i == 0 ? NULL : &s->row[i];
}

/* Reads the words of a text; false if there are none or too many. */
static bool
read_terms(struct span text, uint32_t *term)
{
	const char *end = text.p + text.n, *to;
	size_t n = 0;

	for (; text.p < end; text.p = to + (to < end)) {
		to = memchr(text.p, ' ', (size_t)(end - text.p));
		if (to == NULL)
			to = end;
		if (n == SENSE_TERMS || to == text.p)
			return false;
		term[n++] = term_of((struct span) { text.p,
			(size_t)(to - text.p) });
	}
	return n > 0;
}

static bool
read_kind(struct span kind, struct sense *sense)
{
	size_t n = sizeof same - 1;

	*sense = (struct sense) { { 0 }, SENSE_SAME };
	if (span_equal(kind, span_of("negation")))
		sense->kind = SENSE_NEGATION;
	else if (span_equal(kind, span_of("value")))
		sense->kind = SENSE_VALUE;
	else
		return kind.n > n && memcmp(kind.p, same, n) == 0
		    && read_terms((struct span) { kind.p + n, kind.n - n },
		        sense->term);
	return true;
}

static bool
read_row(struct reading *r, const struct list_row *row)
{
	struct sense sense;
	size_t i, n = r->keys.n;

	if (!read_kind(row->kind, &sense)
	    || memchr(row->entry.p, ' ', row->entry.n) != NULL)
		return false;
	i = keys_enter(&r->keys, key_of(term_of(row->entry)));
	if (i == SENSE_ROWS - 1)
		return false;
	if (i < n && memcmp(&r->out->row[i + 1], &sense, sizeof sense) != 0)
		sense = (struct sense) { { 0 }, SENSE_VALUE };
	r->out->row[i + 1] = sense;
	return true;
}

bool
sense_begin(struct senses *s, struct list list, struct span *bad)
{
	struct reading r = { .out = s };
	uint16_t number[SENSE_ROWS];
	struct list_row row;
	bool good = true;
	size_t i;

	keys_begin(&r.keys, SENSE_ROWS - 1);
	while (good && list_next(&list, &row)) {
		good = read_row(&r, &row);
		*bad = row.entry;
	}
	for (i = 0; i < r.keys.n; i++)
		number[i] = (uint16_t)(i + 1);
	keys_pack(&r.keys, number, s->first, s->entry, SENSE_BITS);
	keys_end(&r.keys);
	return good;
}
