/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "feature.h"
#include "utf8.h"
#include "word.h"

enum {
	HEAD_WORDS = 24,   /* looked at from a block's head .. */
	TAIL_BYTES = 64,   /* .. and from its end */
	TAIL_WORDS = 24,
	WORD_BYTES = 5,    /* no word counts as shorter than that */
	SENTENCE_WORDS = 4,
	LONG_BYTES = 5,    /* of words that go into the vocabulary .. */
	HAN_LEAD = 0xE3,   /* .. as do those of scripts without spaces */
	CHUNK_WORDS = 256  /* held at a time for the user's phrases */
};

const char *const feature_kinds[KINDS] = { "ad", "byline", "caption",
	"comments", "date", "heading", "legal", "more", "nav", "notice",
	"related", "share", "tags" };

/* The words of a part of a block. */
struct sample {
	uint64_t hash[HEAD_WORDS + TAIL_WORDS];
	uint64_t longer[(HEAD_WORDS + TAIL_WORDS + 63) / 64];
	size_t n, n_caps, n_numbers;
	size_t head, tail; /* from the first to behind the last non-number */
};

unsigned
feature_bucket(size_t n)
{
	if (n == 0)
		return 0;
	if (n >> (FEATURE_BUCKETS - 1) != 0)
		return FEATURE_BUCKETS - 1;
	return scan_highest(n) + 1;
}

unsigned
feature_quarters(size_t part, size_t whole)
{
	if (part == 0 || whole == 0)
		return 0;
	part *= 4;
	return 1u + (part > whole) + (part > 2 * whole) + (part > 3 * whole);
}

bool
feature_is_sentence(const struct feature *f)
{
	return f->ending == ENDING_STOP && f->n_words >= SENTENCE_WORDS;
}

static uint16_t
sign_of_high(uint32_t code)
{
	switch (code) {
	case 0xA9: case 0xAE: case 0x2117: case 0x2122:
		return 1 << SIGN_COPYRIGHT;
	case 0xBB: case 0x203A: case 0x2192: case 0x25B6: case 0x25B8:
		return 1 << SIGN_ARROW;
	case 0xB7: case 0x2022: case 0x30FB: case 0x2219: case 0x25CF:
		return 1 << SIGN_DOT;
	case 0xFF5C: case 0x2502:
		return 1 << SIGN_PIPE;
	case 0x2013: case 0x2014:
		return 1 << SIGN_DASH;
	case 0xA3: case 0xA5: case 0x20AC: case 0x20B9:
		return 1 << SIGN_MONEY;
	case 0xFF1A:
		return 1 << SIGN_COLON;
	case 0x3001: case 0xFF0C:
		return 1 << SIGN_COMMA;
	default:
		return 0;
	}
}

static uint16_t
sign_of(const char *p, size_t n)
{
	switch (p[0]) {
	case '|':
		return 1 << SIGN_PIPE;
	case '>':
		return 1 << SIGN_ARROW;
	case '/':
		return n > 1 && p[1] == '/' ? 1 << SIGN_URL : 1 << SIGN_ARROW;
	case '@':
		return 1 << SIGN_AT;
	case '#':
		return 1 << SIGN_HASH;
	case '$':
		return 1 << SIGN_MONEY;
	case ':':
		return 1 << SIGN_COLON;
	case ',':
		return 1 << SIGN_COMMA;
	case '-':
		return n > 1 && p[1] == ' ' ? 1 << SIGN_DASH : 0;
	case '*':
		return 1 << SIGN_DOT;
	case '{': case '}': case ';': case '=':
		return 1 << SIGN_CODE;
	default:
		return 0;
	}
}

/* The signs among the bytes between two words. */
static uint16_t
signs_of(const char *p, size_t n)
{
	uint16_t signs = 0;
	uint32_t code;
	size_t i, len;

	for (i = 0; i < n && i < 32; i += len) {
		len = 1;
		if ((unsigned char)p[i] < 0x80) {
			signs |= sign_of(p + i, n - i);
			continue;
		}
		len = utf8_read(p + i, n - i, &code, NULL);
		signs |= sign_of_high(code);
	}
	return signs;
}

/* Whether a word says more of its text than that it has a grammar. */
static bool
is_telling(struct span word)
{
	return word.n >= LONG_BYTES || (unsigned char)word.p[0] >= HAN_LEAD;
}

static bool
is_number(struct span word)
{
	return word.p[0] >= '0' && word.p[0] <= '9';
}

/* word_hash; of short words of ASCII, most of all, without a call. */
static inline uint64_t
hash_of(const struct scan *s, struct span word)
{
	uint64_t eight;

	if (word.n > 8 || s->text + s->len - word.p < 8)
		return word_hash(word);
	eight = word_eight(word.p);
	if ((eight << 8 * (8 - word.n) & WORD_HIGH_BITS) != 0)
		return word_hash(word);
	return word_hash_short(eight, word.n);
}

static inline void
add_word(struct sample *sample, const struct scan *s, struct span word)
{
	bool number = is_number(word);

	sample->longer[sample->n / 64]
	    |= (uint64_t)is_telling(word) << sample->n % 64;
	sample->hash[sample->n++] = hash_of(s, word);
	sample->n_numbers += number;
	if (number)
		return;
	if (sample->tail == 0)
		sample->head = sample->n - 1;
	sample->tail = sample->n;
	sample->n_caps += (unsigned char)word.p[0] < 0x80
	    ? word.p[0] < 'a'
	    : utf8_is_upper(word.p, word.n);
}

/* Takes the words from *at on, `most` at most, and the signs before them. */
static void
take_words(struct feature *f, struct sample *sample, const struct scan *s,
    size_t *at, size_t end, size_t most)
{
	struct span word;
	size_t before = *at, gap;

	most += sample->n;
	while (sample->n < most && scan_word(s, at, end, &word)) {
		gap = (size_t)(word.p - s->text) - before;
		if (gap > 1 || (gap == 1 && s->text[before] != ' '))
			f->signs |= signs_of(s->text + before, gap);
		before = *at;
		add_word(sample, s, word);
	}
}

static bool
is_closing(const struct scan *s, size_t at)
{
	char c = s->text[at];

	return c == ')' || c == ']' || c == '*' || c == '_' || c == ' '
	    || (scan_is(s, SCAN_MARK, at) && !scan_is(s, SCAN_STOP, at));
}

/* The first byte of the character that ends before `at`. */
static size_t
step_back(const struct scan *s, size_t start, size_t at)
{
	size_t least = at - start > UTF8_MAX ? at - UTF8_MAX : start;

	at--;
	while (at > least && (s->text[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static enum feature_ending
ending_of(const struct scan *s, size_t start, size_t end)
{
	size_t at = step_back(s, start, end), n;
	bool mark = false, more;

	for (n = 0; n < 8 && at > start && is_closing(s, at); n++) {
		mark |= scan_is(s, SCAN_MARK, at);
		at = step_back(s, start, at);
	}
	more = at > start && s->text[at] == '.' && s->text[at - 1] == '.';
	if (more || (end - at >= 3 && memcmp(s->text + at, "\xE2\x80\xA6", 3)
	    == 0))
		return ENDING_DOTS;
	if (scan_is(s, SCAN_STOP, at))
		return ENDING_STOP;
	if (s->text[at] == ':'
	    || (end - at >= 3 && memcmp(s->text + at, "\xEF\xBC\x9A", 3) == 0))
		return ENDING_COLON;
	return mark ? ENDING_MARK : ENDING_NONE;
}

static enum feature_first
first_of(const struct scan *s, size_t start, size_t end)
{
	const char *p = s->text + start;

	if (scan_is(s, SCAN_DIGIT, start))
		return FIRST_DIGIT;
	if (scan_is(s, SCAN_UPPER, start))
		return FIRST_UPPER;
	if (scan_is(s, SCAN_MARK, start))
		return FIRST_MARK;
	if (scan_is(s, SCAN_WORD, start))
		return utf8_is_upper(p, end - start) ? FIRST_UPPER
		                                     : FIRST_LOWER;
	if (*p == '#')
		return FIRST_HASH;
	if (*p == '-' || *p == '*'
	    || (signs_of(p, end - start) & 1 << SIGN_DOT) != 0)
		return FIRST_BULLET;
	return FIRST_OTHER;
}

/* Matches the user's phrases, everywhere in the block. */
static uint8_t
match_user(const struct scan *s, size_t at, size_t end,
    const struct lexicon *user)
{
	uint64_t hash[CHUNK_WORDS];
	struct lexicon_hits hits = { 0 };
	struct span word;
	size_t n = 0, keep = user->n_longest - 1;

	while (scan_word(s, &at, end, &word)) {
		hash[n++] = word_hash(word);
		if (n < CHUNK_WORDS)
			continue;
		lexicon_match(user, hash, n, n - keep, n, n, &hits);
		memmove(hash, hash + n - keep, keep * sizeof hash[0]);
		n = keep;
	}
	lexicon_match(user, hash, n, n, n, n, &hits);
	return (uint8_t)hits.any;
}

static void
learn(struct feature_vocabulary *v, const struct sample *sample)
{
	uint64_t bit, hash;
	size_t i;

	for (i = 0; i < sample->n; i++) {
		if ((sample->longer[i / 64] >> i % 64 & 1) == 0)
			continue;
		hash = sample->hash[i];
		bit = (uint64_t)1 << hash % 64;
		hash = hash / 64 % FEATURE_VOCABULARY;
		v->twice[hash] |= v->once[hash] & bit;
		v->once[hash] |= bit;
	}
}

unsigned
feature_echo(const struct feature *f, const struct scan *s,
    const struct block *b, const struct feature_vocabulary *v)
{
	const uint64_t *known = feature_is_sentence(f) ? v->twice : v->once;
	size_t at = b->start, n = 0, n_known = 0, seen;
	struct span word;
	uint64_t hash;

	for (seen = 0; seen < HEAD_WORDS; seen++) {
		if (!scan_word(s, &at, b->end, &word))
			break;
		if (!is_telling(word))
			continue;
		hash = hash_of(s, word);
		n++;
		n_known += known[hash / 64 % FEATURE_VOCABULARY]
		    >> hash % 64 & 1;
	}
	return feature_quarters(n_known, n);
}

static void
enter_sample(struct feature *f, const struct sample *sample, size_t n_head,
    const struct lexicon *lexicon)
{
	size_t n = sample->n, i;

	lexicon_match(lexicon, sample->hash, n_head, n_head, sample->head,
	    n_head == n ? sample->tail : n + 1, &f->hits);
	lexicon_match(lexicon, sample->hash + n_head, n - n_head, n - n_head,
	    n, n, &f->hits);
	for (i = 0; i < n; i++)
		f->hash = word_chain(f->hash, sample->hash[i]);
	f->caps = (uint8_t)feature_quarters(sample->n_caps, n);
	f->numbers = (uint8_t)feature_quarters(sample->n_numbers, n);
	f->covered = (uint8_t)feature_quarters(
	    f->hits.covered + sample->n_numbers, n);
}

/* Looks at the words of a block, one by one where it is not long. */
static void
look_at_words(struct feature *f, const struct scan *s, size_t at, size_t end,
    const struct lexicon *lexicon, struct feature_vocabulary *v)
{
	struct sample sample;
	size_t n_head;

	memset(&sample.longer, 0, sizeof sample.longer);
	sample.n = sample.n_caps = sample.n_numbers = 0;
	sample.head = sample.tail = 0;
	take_words(f, &sample, s, &at, end, HEAD_WORDS);
	n_head = sample.n;
	if (n_head == HEAD_WORDS) {
		if (end - at > TAIL_BYTES)
			at = end - TAIL_BYTES;
		take_words(f, &sample, s, &at, end, TAIL_WORDS);
	}
	enter_sample(f, &sample, n_head, lexicon);
	if (feature_is_sentence(f))
		learn(v, &sample);
}

void
feature_of(struct feature *f, const struct scan *s, const struct block *b,
    const struct lexicon *lexicon, const struct lexicon *user,
    struct feature_vocabulary *v)
{
	struct span text = block_trim(s, b);
	size_t start = (size_t)(text.p - s->text), end = start + text.n, n;

	memset(f, 0, sizeof *f);
	if (text.n == 0)
		return;
	f->n_bytes = (uint32_t)text.n;
	n = scan_count(s, SCAN_START, start, end);
	if (n > text.n / WORD_BYTES + 1)
		n = text.n / WORD_BYTES + 1;
	f->n_words = (uint32_t)n;
	f->words = (uint8_t)feature_bucket(n);
	f->ending = (uint8_t)ending_of(s, start, end);
	f->first = (uint8_t)first_of(s, start, end);
	n = scan_count(s, SCAN_STOP, start, end);
	f->stops = n > 3 ? 3 : (uint8_t)n;
	look_at_words(f, s, start, end, lexicon, v);
	if (user != NULL && user->n_longest > 0)
		f->user = match_user(s, start, end, user);
}
