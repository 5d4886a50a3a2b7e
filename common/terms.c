/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "alloc.h"
#include "term_cell.h"
#include "term_reader.h"
#include "word.h"

/* The words of a run that have a capital: names. */
static inline void
add_names(uint32_t *run, uint64_t starts, uint64_t named)
{
	for (named &= -(starts & -starts); named != 0; named &= named - 1)
		run[scan_ones(starts & (named ^ (named - 1))) - 1]
		    |= TERM_NAME;
}

/* The same of those with a capital that a sentence may have asked for. */
static inline void
ask_names(const struct term_reader *r, uint32_t *run, uint64_t starts,
    uint64_t asked, size_t base)
{
	size_t i;

	for (asked &= starts; asked != 0; asked &= asked - 1) {
		i = scan_ones(starts & (asked ^ (asked - 1))) - 1;
		if (term_reader_is_name(r, base + scan_lowest(asked),
		    r->word + i))
			run[i] |= TERM_NAME;
	}
}

/* A run of words that the reader need not see: of letters of ASCII alone. */
static inline void
add_run(struct term_reader *r, uint64_t starts, const struct term_cell *c,
    uint64_t upto, size_t base)
{
	uint32_t *to = r->out->of + r->out->n;
	size_t n = scan_ones(starts), i = 0, k;

	do /* at least once: whether n is 0 is hard to foretell */
		for (k = i; k < i + TERMS_SPARE; k++)
			to[k] = r->word[k] & TERM_WORD;
	while ((i += TERMS_SPARE) < n);
	add_names(to, starts, c->named & upto);
	ask_names(r, to, starts, c->asked, base);
	if ((c->program & starts) != 0)
		r->out->n_program += scan_ones(c->program & starts);
	r->out->n += n;
	r->word += n;
}

#if defined(__x86_64__) && defined(__GNUC__)
#define COUNTING __attribute__((target("popcnt,bmi")))
#endif

/*
 * The words that start in a cell. Most come many at a time; one that goes on
 * behind the cell does, too, if what is there is plain.
 */
static inline __attribute__((always_inline)) void
read_cell(struct term_reader *r, const struct term_cell *c, size_t base,
    uint64_t starts, uint64_t within)
{
	uint64_t special = c->special & within, upto, run;
	size_t at;

	while ((special &= -(starts & -starts)) != 0) {
		upto = starts & (special ^ (special - 1));
		at = scan_highest(upto);
		run = upto ^ (uint64_t)1 << at;
		add_run(r, run, c, ((uint64_t)1 << at) - 1, base);
		term_reader_word(r, base + at,
		    scan_word_end(r->scan, base + at, r->to));
		starts ^= upto;
	}
	add_run(r, starts, c, within, base);
}

void
terms_end(struct terms *t)
{
	alloc_free(t->of, t->cap, sizeof *t->of);
	*t = (struct terms) { 0 };
}

typedef struct term_bytes term_bytes_fn(const char *p);

static inline __attribute__((always_inline)) void
read_cells(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word, term_bytes_fn *look)
{
	struct term_cell cell = { 0 };
	struct term_bytes bytes;
	struct term_reader r;
	uint64_t starts, within;
	char copy[64];
	size_t base;

	term_reader_begin(&r, t, s, start, end, word);
	for (base = start / 64 * 64; base < end; base += 64) {
		within = ~(uint64_t)0;
		starts = s->cell[base / 64].mask[SCAN_START];
		if (base < start)
			starts &= ~(uint64_t)0 << (start - base);
		if (end - base < 64)
			within = ~(~(uint64_t)0 << (end - base));
		starts &= within;
		t->of = alloc_grow(t->of, &t->cap, t->n + 2 * 64 + TERMS_SPARE,
		    sizeof *t->of);
		bytes = look(term_cell_bytes(s, base, copy));
		term_cell_look(&cell, &s->cell[base / 64], &bytes, starts);
		if (r.word == r.first && starts != 0)
			term_cell_first(&cell, s, base, starts);
		if (end - base <= 64)
			term_cell_last(&cell, s, end);
		read_cell(&r, &cell, base, starts, within);
	}
}

#ifdef COUNTING
/* Where the processor counts bits, scan_ones is one instruction. */
COUNTING static void
read_counting(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word)
{
	read_cells(t, s, start, end, word, term_bytes_plain);
}
#endif

#ifdef TERM_CELL_WIDE
TERM_CELL_WIDE static void
read_wide(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word)
{
	read_cells(t, s, start, end, word, term_bytes_wide);
}
#endif

void
terms_of_words(struct terms *t, const struct scan *s, size_t start,
    size_t end, const uint32_t *word)
{
#ifdef TERM_CELL_WIDE
	if (__builtin_cpu_supports("avx512vbmi")
	    && __builtin_cpu_supports("avx512bw")
	    && __builtin_cpu_supports("avx512vl")) {
		read_wide(t, s, start, end, word);
		return;
	}
#endif
#ifdef COUNTING
	if (__builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi")) {
		read_counting(t, s, start, end, word);
		return;
	}
#endif
	read_cells(t, s, start, end, word, term_bytes_plain);
}

uint32_t *
terms_more(struct terms *t, size_t n)
{
	t->of = alloc_grow(t->of, &t->cap, t->n + n + TERMS_SPARE,
	    sizeof *t->of);
	t->n += n;
	return t->of + t->n - n;
}

void
terms_add_words(struct terms *t, const struct scan *s, size_t start,
    size_t end)
{
	struct span word;

	while (scan_word(s, &start, end, &word))
		*terms_more(t, 1) = term_half(word_hash(word));
}

void
terms_read(struct terms *t, const struct scan *s, size_t start, size_t end)
{
	struct terms words = { 0 };
	struct term_reader r;
	size_t at = start, to;

	terms_add_words(&words, s, start, end);
	term_reader_begin(&r, t, s, start, end, words.of);
	while ((at = scan_next(s, SCAN_START, at, end)) < end) {
		to = scan_word_end(s, at, end);
		t->of = alloc_grow(t->of, &t->cap, t->n + 2, sizeof *t->of);
		term_reader_word(&r, at, to);
		at = to;
	}
	terms_end(&words);
}
