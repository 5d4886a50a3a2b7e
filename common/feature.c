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
	CHUNK_WORDS = 256, /* held at a time for the user's phrases */
	LETTER_LEAD = 0xE0 /* of scripts whose letters may be words */
};

const char *const feature_kinds[KINDS] = { "ad", "bio", "byline", "caption",
	"comments", "date", "heading", "legal", "more", "nav", "notice",
	"offer", "related", "share", "tags", "thread" };

/* The words of a part of a block. */
struct sample {
	uint64_t hash[HEAD_WORDS + TAIL_WORDS];
	uint64_t longer, letters; /* bits of telling words, of letters */
	size_t n, n_caps, n_numbers, n_commas, n_parens;
	size_t head, tail; /* from the first to behind the last non-number */
};

_Static_assert(HEAD_WORDS + TAIL_WORDS <= 64, "a bit for each word");

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

/* part / whole in eighths: 0 if none is, else 1 and more. */
static unsigned
eighths(size_t part, size_t whole)
{
	return part == 0 ? 0 : (unsigned)(1 + 8 * part / (whole + 1));
}

bool
feature_is_sentence(const struct feature *f)
{
	return f->ending == ENDING_STOP && f->n_words >= SENTENCE_WORDS;
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

	sample->longer |= (uint64_t)is_telling(word) << sample->n;
	sample->letters |= (uint64_t)((unsigned char)word.p[0] >= LETTER_LEAD)
	    << sample->n;
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

static void
add_gap(struct feature *f, struct sample *sample, const char *p, size_t n)
{
	uint16_t bits = sign_bits(p, n);

	f->signs |= bits;
	sample->n_commas += bits >> SIGN_COMMA & 1;
	sample->n_parens += bits >> SIGN_PAREN & 1;
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
			add_gap(f, sample, s->text + before, gap);
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
	    || (sign_bits(p, end - start) & 1 << SIGN_DOT) != 0)
		return FIRST_BULLET;
	return FIRST_OTHER;
}

static enum feature_last
last_of(const struct scan *s, size_t end)
{
	switch (s->text[end - 1]) {
	case '?':
		return LAST_QUESTION;
	case '!':
		return LAST_EXCLAMATION;
	case ')':
		return LAST_PAREN;
	case ']':
		return LAST_BRACKET;
	default:
		return LAST_OTHER;
	}
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

/* Enters the places of the telling words; all of a sentence's go into the
 * vocabulary. */
static void
enter_telling(struct feature *f, const struct sample *sample,
    struct vocabulary *v)
{
	uint16_t place[HEAD_WORDS + TAIL_WORDS];
	uint64_t bits = sample->longer;
	size_t n = 0, i;

	for (; bits != 0; bits &= bits - 1)
		place[n++] = vocabulary_place(
		    sample->hash[scan_lowest(bits)]);
	for (i = 0; i < n && i < FEATURE_TELLING; i++)
		f->telling[i] = place[i];
	f->n_telling = (uint8_t)i;
	if (feature_is_sentence(f))
		vocabulary_add(v, place, n);
}

static uint8_t
at_most(size_t n, size_t most)
{
	return (uint8_t)(n < most ? n : most);
}

/* Counts the function words, which say nothing of what a text is about. */
static void
enter_functions(struct feature *f, struct sample *sample,
    const struct grammar *g)
{
	size_t first = 0, second = 0, n = 0, i, len;

	for (i = 0; i < sample->n; i += len) {
		len = (sample->letters >> i & 1) != 0
		    ? grammar_letters(g, sample->hash + i, sample->n - i)
		    : grammar_is_function(g, sample->hash[i]);
		n += len;
		if (len == 0) {
			len = 1;
			continue;
		}
		sample->longer &= ~((((uint64_t)1 << len) - 1) << i);
		first += grammar_is_first(g, sample->hash[i]);
		second += grammar_is_second(g, sample->hash[i]);
	}
	f->n_functions = (uint8_t)n;
	f->functions = (uint8_t)eighths(n, sample->n);
	f->first_person = at_most(first, 2);
	f->second_person = at_most(second, 2);
}

static void
enter_phrases(struct feature *f, const struct sample *sample, size_t n_head,
    const struct lexicon *lexicon)
{
	size_t n = sample->n;

	lexicon_match(lexicon, sample->hash, n_head, n_head, sample->head,
	    n_head == n ? sample->tail : n + 1, &f->hits);
	lexicon_match(lexicon, sample->hash + n_head, n - n_head, n - n_head,
	    n, n, &f->hits);
	f->hits.any |= (f->hits.any >> KIND_THREAD & 1) << KIND_COMMENTS;
	f->hits.head |= (f->hits.head >> KIND_THREAD & 1) << KIND_COMMENTS;
	f->hits.whole |= (f->hits.whole >> KIND_THREAD & 1) << KIND_COMMENTS;
	f->covered = (uint8_t)feature_quarters(
	    f->hits.covered + sample->n_numbers, n);
}

static void
enter_sample(struct feature *f, const struct sample *sample)
{
	size_t n = sample->n, i;

	for (i = 0; i < n; i++) {
		f->hash = word_chain(f->hash, sample->hash[i]);
		if (i < 2)
			f->opener = f->hash;
	}
	f->caps = (uint8_t)feature_quarters(sample->n_caps, n);
	f->numbers = (uint8_t)feature_quarters(sample->n_numbers, n);
	f->commas = (uint8_t)feature_bucket(sample->n_commas);
	f->parens = at_most(sample->n_parens, 2);
	f->n_seen = (uint8_t)n;
}

/* Looks at the words of a block, one by one where it is not long. */
static void
look_at_words(struct feature *f, const struct scan *s, size_t at, size_t end,
    const struct feature_words *words, struct vocabulary *v)
{
	struct sample sample;
	size_t n_head;

	memset(&sample.longer, 0, sizeof sample - sizeof sample.hash);
	take_words(f, &sample, s, &at, end, HEAD_WORDS);
	n_head = sample.n;
	if (n_head == HEAD_WORDS) {
		if (end - at > TAIL_BYTES)
			at = end - TAIL_BYTES;
		take_words(f, &sample, s, &at, end, TAIL_WORDS);
	}
	enter_sample(f, &sample);
	enter_phrases(f, &sample, n_head, words->lexicon);
	enter_functions(f, &sample, words->grammar);
	enter_telling(f, &sample, v);
}

void
feature_forget(struct feature *f, unsigned unknown)
{
	if ((unknown & UNKNOWN_PHRASES) != 0) {
		memset(&f->hits, 0, sizeof f->hits);
		f->covered = f->numbers;
	}
	if ((unknown & UNKNOWN_GRAMMAR) != 0) {
		f->functions = f->n_functions = 0;
		f->first_person = f->second_person = 0;
	}
	if ((unknown & UNKNOWN_STOPS) != 0 && f->ending == ENDING_STOP)
		f->ending = ENDING_NONE;
	if ((unknown & UNKNOWN_STOPS) != 0)
		f->stops = f->sentences = f->pace = 0;
}

void
feature_of(struct feature *f, const struct scan *s, const struct block *b,
    const struct feature_words *words, struct vocabulary *v)
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
	f->last = (uint8_t)last_of(s, end);
	n = scan_count(s, SCAN_STOP, start, end);
	f->stops = at_most(n, 3);
	f->sentences = (uint8_t)feature_bucket(n);
	f->pace = n > 0 ? (uint8_t)feature_bucket(f->n_words / n) : 0;
	f->marks = at_most(scan_count(s, SCAN_MARK, start, end), 3);
	look_at_words(f, s, start, end, words, v);
	if (words->user.n_longest > 0)
		f->user = match_user(s, start, end, &words->user);
}
