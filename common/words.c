/* SPDX-License-Identifier: ISC */
#include "word_wide.h"
#include "words.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_QUICK 1
#include <immintrin.h>
#endif

/* Hashes the i-th word. */
static void
hash_word(struct words *w, size_t i)
{
	const struct scan *s = w->scan;
	struct span word = scan_span(s, w->start[i], w->end[i]);

	w->hash[i] = word_hash_in(word, s->text + s->len);
	w->letters[i] = word_letters(word);
}

static void
fill_plain(struct words *w)
{
	const struct scan *s = w->scan;
	size_t to = w->to * 64 < s->len ? w->to * 64 : s->len;
	size_t at = scan_next(s, SCAN_START, w->from * 64, to);

	w->end = w->ends;
	for (w->n = 0; at < to; w->n++) {
		w->start[w->n] = at;
		w->end[w->n] = scan_word_end(s, at, s->len);
		hash_word(w, w->n);
		at = scan_next(s, SCAN_START, at + 1, to);
	}
}

#ifdef HAVE_QUICK
#define BMI __attribute__((target("bmi,popcnt")))
#define WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl," \
    "avx512vbmi2,bmi,popcnt")))

enum { FOUR = 4, EIGHT = 8 }; /* words at a time */

/*
 * Puts down the place of each bit, four at a time: how many there are is hard
 * to foretell, how many fours is not. Returns how many.
 */
BMI static inline size_t
put_places(size_t *to, uint64_t bits, size_t base)
{
	size_t n = (size_t)__builtin_popcountll(bits), i, j;

	for (i = 0; i < n; i += FOUR)
		for (j = i; j < i + FOUR; j++) {
			to[j] = base + _tzcnt_u64(bits);
			bits = _blsr_u64(bits);
		}
	return n;
}

/*
 * Finds the words. A word that goes on from the stretch before has its end
 * here, and not its start: that end comes first and is left off. The last word
 * may go on behind the stretch.
 */
typedef size_t put_places_fn(size_t *to, uint64_t bits, size_t base);

BMI static inline __attribute__((always_inline)) void
find_words(struct words *w, put_places_fn *put)
{
	const struct scan *s = w->scan;
	uint64_t before, word, starts;
	size_t n = 0, n_ends = 0, left_off, i;

	before = w->from > 0 ? s->cell[w->from - 1].mask[SCAN_WORD] >> 63 : 0;
	left_off = (size_t)before;
	for (i = w->from; i < w->to; i++) {
		word = s->cell[i].mask[SCAN_WORD];
		starts = s->cell[i].mask[SCAN_START];
		n += put(w->start + n, starts, 64 * i);
		n_ends += put(w->ends + n_ends,
		    (word << 1 | before) & (~word | starts), 64 * i);
		before = word >> 63;
	}
	w->n = n;
	w->end = w->ends + left_off;
	if (n > 0 && n_ends < n + left_off)
		w->end[n - 1] = scan_word_end(s, w->start[n - 1], s->len);
}

enum { QUICK = 16 }; /* bytes of a word that is hashed without a branch */

#define BYTES(n) (~(uint64_t)0 >> 8 * (8 - (n)))

/*
 * The bits of the first n bytes, from -8 on, of eight: those of a word and of
 * what it has beyond eight bytes are found without a branch on its length.
 */
static const uint64_t bytes_from_8[8 + QUICK + 1] = { 0, 0, 0, 0, 0, 0, 0, 0, 0,
	BYTES(1), BYTES(2), BYTES(3), BYTES(4), BYTES(5), BYTES(6), BYTES(7),
	BYTES(8), BYTES(8), BYTES(8), BYTES(8), BYTES(8), BYTES(8), BYTES(8),
	BYTES(8), BYTES(8) };

/*
 * word_hash of a word of 1 to 16 bytes, with a second eight that counts only
 * where there is one; *first is set to the first. Of no use where a byte is not
 * of ASCII: then it returns false.
 */
BMI static inline bool
hash_quick(const char *p, size_t n, uint64_t *first, uint64_t *hash)
{
	uint64_t second, h, longer;

	*first = (word_eight(p) | WORD_CASE_BITS) & bytes_from_8[8 + n];
	second = (word_eight(p + 8) | WORD_CASE_BITS) & bytes_from_8[n];
	h = word_mix(WORD_SEED ^ *first);
	longer = word_mix(h ^ second);
	h ^= (h ^ longer) & -(uint64_t)(n > 8);
	*hash = word_mix(h ^ n);
	return ((*first | second) & WORD_HIGH_BITS) == 0;
}

BMI static void
fill_quick(struct words *w)
{
	const char *text = w->scan->text;
	const size_t len = w->scan->len, *start = w->start, *end;
	uint64_t first, hash;
	size_t n, length, i;

	find_words(w, put_places);
	n = w->n;
	end = w->end;
	for (i = 0; i < n; i++) {
		length = end[i] - start[i];
		if (length > QUICK || len - start[i] < QUICK
		    || !hash_quick(text + start[i], length, &first, &hash)) {
			hash_word(w, i);
			continue;
		}
		w->hash[i] = hash;
		w->letters[i] = (uint16_t)first;
	}
}

/* 0 to 63. */
WIDE static inline __m512i
numbers(void)
{
	const __m512i eights = _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0);

	return _mm512_add_epi8(_mm512_set1_epi64(0x0706050403020100),
	    _mm512_mullo_epi64(eights,
	        _mm512_set1_epi64(0x0808080808080808)));
}

/*
 * The same as put_places, sixteen at a time: hardly a cell has more, so that
 * there is nothing to foretell.
 */
WIDE static inline size_t
put_places_wide(size_t *to, uint64_t bits, size_t base)
{
	const __m512i at = _mm512_set1_epi64((long long)base);
	size_t n = (size_t)__builtin_popcountll(bits), i = 0;
	__m512i places = _mm512_maskz_compress_epi8(bits, numbers());
	__m128i some;

	do {
		some = _mm512_castsi512_si128(places);
		_mm512_storeu_si512(to + i,
		    _mm512_add_epi64(at, _mm512_cvtepu8_epi64(some)));
		_mm512_storeu_si512(to + i + EIGHT, _mm512_add_epi64(at,
		    _mm512_cvtepu8_epi64(_mm_srli_si128(some, EIGHT))));
		places = _mm512_alignr_epi64(_mm512_setzero_si512(), places,
		    2);
	} while ((i += WORDS_SPARE) < n);
	return n;
}

/* 16 bytes each of words i, i + 2, i + 4 and i + 6. */
WIDE static inline __m512i
load_words(const char *text, const size_t *start)
{
	return word_wide_load(text + start[0], text + start[2],
	    text + start[4], text + start[6]);
}

/*
 * Hashes eight words, from the i-th on, as hash_quick does; returns a bit for
 * each one for which that is of no use.
 */
WIDE static inline unsigned
hash_wide(struct words *w, size_t i)
{
	const char *text = w->scan->text;
	const __m512i n = _mm512_sub_epi64(_mm512_loadu_si512(w->end + i),
	    _mm512_loadu_si512(w->start + i));
	const struct word_wide h = word_wide_hash(
	    load_words(text, w->start + i),
	    load_words(text, w->start + i + 1), n);

	_mm512_storeu_si512(w->hash + i, h.hash);
	_mm_storeu_si128((void *)(w->letters + i),
	    _mm512_cvtepi64_epi16(h.folded));
	return h.others;
}

/* Behind the last word nothing is read but the first word once more. */
WIDE static void
fill_wide(struct words *w)
{
	unsigned left;
	size_t i, j;

	find_words(w, put_places_wide);
	for (i = w->n; i < w->n + EIGHT; i++)
		w->start[i] = w->start[0];
	for (i = 0; i < w->n; i += EIGHT)
		for (left = hash_wide(w, i); left != 0; left &= left - 1) {
			j = i + (size_t)__builtin_ctz(left);
			if (j < w->n)
				hash_word(w, j);
		}
}

/* Whether words can be read sixteen bytes at a time. */
static bool
may_be_wide(const struct words *w)
{
	return w->to * 64 + QUICK <= w->scan->len
	    && __builtin_cpu_supports("avx512vbmi2")
	    && __builtin_cpu_supports("avx512dq")
	    && __builtin_cpu_supports("avx512bw")
	    && __builtin_cpu_supports("avx512vl")
	    && __builtin_cpu_supports("bmi")
	    && __builtin_cpu_supports("popcnt");
}
#endif

bool
words_fill_by(struct words *w, enum words_way way)
{
#ifdef HAVE_QUICK
	if (way == WORDS_WIDE && may_be_wide(w)) {
		fill_wide(w);
		return true;
	}
	if (way == WORDS_QUICK && __builtin_cpu_supports("bmi")
	    && __builtin_cpu_supports("popcnt")) {
		fill_quick(w);
		return true;
	}
#endif
	if (way != WORDS_PLAIN)
		return false;
	fill_plain(w);
	return true;
}

static void
go_to(struct words *w, size_t cell)
{
	size_t cells = (w->scan->len + 63) / 64;

	w->from = cell;
	w->to = cells - cell < WORDS_CELLS ? cells : cell + WORDS_CELLS;
	if (!words_fill_by(w, WORDS_WIDE) && !words_fill_by(w, WORDS_QUICK))
		words_fill_by(w, WORDS_PLAIN);
}

void
words_begin(struct words *w, const struct scan *s, size_t from)
{
	w->scan = s;
	go_to(w, from / 64);
}

bool
words_next(struct words *w)
{
	if (w->to * 64 >= w->scan->len)
		return false;
	go_to(w, w->to);
	return true;
}
