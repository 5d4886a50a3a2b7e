/* SPDX-License-Identifier: ISC */
#include <limits.h>
#include <string.h>

#include "credit.h"
#include "date.h"
#include "feature.h"
#include "sample.h"
#include "utf8.h"
#include "word.h"

enum {
	WORD_BYTES = 5,    /* no word counts as shorter than that */
	TAIL_WORDS = 8,    /* the last ones, where a credit stands */
	DATE_BYTES = 160,  /* of a text that is searched for dates, at most */
	CHUNK_WORDS = 256  /* held at a time for the user's phrases */
};

const char *const feature_kinds[KINDS] = { "ad", "agency", "bio", "byline",
	"caption", "comments", "date", "heading", "legal", "more", "name",
	"nav", "notice", "offer", "post", "related", "share", "tags",
	"thread" };

/* part / whole in eighths: 0 if none is, else 1 and more. */
static unsigned
eighths(size_t part, size_t whole)
{
	return part == 0 ? 0 : (unsigned)(1 + 8 * part / (whole + 1));
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
	static const uint8_t lasts[UCHAR_MAX + 1] = {
		['?'] = LAST_QUESTION,
		['!'] = LAST_EXCLAMATION,
		[')'] = LAST_PAREN,
		[']'] = LAST_BRACKET,
	};

	return lasts[(unsigned char)s->text[end - 1]];
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

/*
 * Enters the places of the words that are telling; all of a sentence's go into
 * the vocabulary.
 */
static void
enter_telling(struct feature *f, const struct sample *sample,
    uint64_t telling, struct vocabulary *v)
{
	uint16_t place[SAMPLE_WORDS];
	size_t n = 0, i;

	for (; telling != 0; telling &= telling - 1)
		place[n++] = vocabulary_place(
		    sample->hash[scan_lowest(telling)]);
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

/*
 * Finds the function words that several letters make, each a word by itself:
 * leaves in *functions the bit of the first one, returns those of all.
 */
static uint64_t
join_letters(const struct sample *sample, const struct grammar *g,
    uint64_t *functions)
{
	uint64_t all = 0, bits;
	size_t i, len;

	for (i = 0; i < sample->n; i += len > 0 ? len : 1) {
		len = (sample->letters >> i & 1) != 0
		    ? grammar_letters(g, sample->hash + i, sample->n - i)
		    : *functions >> i & 1;
		bits = (((uint64_t)1 << len) - 1) << i;
		all |= bits;
		*functions &= ~bits;
		*functions |= (uint64_t)(len > 0) << i;
	}
	*functions &= all;
	return all;
}

/*
 * Counts the function words, which say nothing of what a text is about; returns
 * their bits.
 */
static uint64_t
enter_functions(struct feature *f, const struct sample *sample,
    const struct grammar *g)
{
	uint64_t functions = sample->functions, all = functions;
	size_t n;

	if (sample->letters != 0)
		all = join_letters(sample, g, &functions);
	n = scan_ones(all);
	f->n_functions = (uint8_t)n;
	f->functions = (uint8_t)eighths(n, sample->n);
	f->first_person = at_most(scan_ones(functions & sample->first), 2);
	f->second_person = at_most(scan_ones(functions & sample->second), 2);
	return all;
}

/* The last words by themselves, which no others are left out of. */
static struct lexicon_words
last_words(const struct sample *sample, size_t from)
{
	size_t n = sample->n - from;

	return (struct lexicon_words) { sample->hash + from, n, n,
		sample->alone >> from, sample->pairs >> from, n, n, 0 };
}

/* A heading over a thread is one over comments, too. */
static uint32_t
with_comments(uint32_t kinds)
{
	return kinds | (kinds >> KIND_THREAD & 1) << KIND_COMMENTS;
}

/* Enters the kinds of phrases that are met, also in the last words. */
static void
enter_phrases(struct feature *f, const struct sample *sample,
    const struct lexicon *lexicon)
{
	uint64_t words = ~sample->numbers & (((uint64_t)1 << sample->n) - 1);
	size_t n = sample->n, cut = sample->n_head;
	size_t from = n > TAIL_WORDS ? n - TAIL_WORDS : 0;
	size_t head = words != 0 ? scan_lowest(words) : 0;
	size_t tail = words != 0 ? scan_highest(words) + 1 : 0;
	struct lexicon_words all = { sample->hash, n, cut, sample->alone,
		sample->pairs, head < cut ? head : n, cut == n ? tail : n + 1,
		from }, last;
	struct lexicon_hits hits = { 0 };

	f->hits.bare = 1u << KIND_NAME | 1u << KIND_AGENCY;
	f->tail = lexicon_match_at(lexicon, &all, &f->hits);
	f->hits.any = with_comments(f->hits.any);
	f->hits.head = with_comments(f->hits.head);
	f->hits.whole = with_comments(f->hits.whole);
	if (from == 0)
		f->tail = f->hits.any;
	if (from >= cut || cut == n)
		return;
	last = last_words(sample, from);
	f->tail = lexicon_match_at(lexicon, &last, &hits);
}

/* Enters what the marks between words tell of pictures and dates. */
static void
enter_forms(struct feature *f, const struct sample *sample,
    const struct scan *s, size_t start, size_t end,
    const struct lexicon *lexicon)
{
	const uint32_t pictures = 1u << KIND_CAPTION | 1u << KIND_AGENCY;
	const unsigned marks = f->n_bytes > CREDIT_BYTES
	    ? 1u << SIGN_COPYRIGHT
	    : 1u << SIGN_COPYRIGHT | 1u << SIGN_ARROW | 1u << SIGN_COLON
	        | 1u << SIGN_PAREN;

	if ((f->tail & pictures) != 0 || (f->signs & marks) != 0)
		f->credit = (uint8_t)credit_forms(s, start, end, lexicon,
		    pictures);
	if (sample->n_numbers > 1 && f->n_bytes <= DATE_BYTES)
		f->date = (uint8_t)date_forms(scan_span(s, start, end));
}

/* Enters what a block has so many of. */
static void
enter_counts(struct feature *f, const struct sample *sample)
{
	size_t n = sample->n, n_words = sample->n_words;

	if (n_words > f->n_bytes / WORD_BYTES + 1)
		n_words = f->n_bytes / WORD_BYTES + 1;
	f->n_words = (uint32_t)n_words;
	f->words = (uint8_t)feature_bucket(n_words);
	f->stops = at_most(sample->n_stops, 3);
	f->sentences = (uint8_t)feature_bucket(sample->n_stops);
	if (sample->n_stops > 0)
		f->pace = (uint8_t)feature_bucket(n_words / sample->n_stops);
	f->marks = at_most(sample->n_marks, 3);
	f->hash = sample->chain;
	if (n > 0)
		f->opener = word_chain(0, sample->hash[0]);
	if (n > 1)
		f->opener = word_chain(f->opener, sample->hash[1]);
	f->signs = sample->signs;
	f->caps = (uint8_t)feature_quarters(sample->n_caps, n);
	f->numbers = (uint8_t)feature_quarters(sample->n_numbers, n);
	f->commas = (uint8_t)feature_bucket(sample->n_commas);
	f->parens = at_most(sample->n_parens, 2);
	f->n_seen = (uint8_t)n;
}

void
feature_forget(struct feature *f, unsigned unknown)
{
	if ((unknown & UNKNOWN_PHRASES) != 0) {
		memset(&f->hits, 0, sizeof f->hits);
		f->tail = 0;
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
	size_t start = (size_t)(text.p - s->text), end = start + text.n;
	struct sample sample;
	uint64_t functions;

	memset(f, 0, sizeof *f);
	if (text.n == 0)
		return;
	f->n_bytes = (uint32_t)text.n;
	f->ending = (uint8_t)ending_of(s, start, end);
	f->first = (uint8_t)first_of(s, start, end);
	f->last = (uint8_t)last_of(s, end);
	sample_of(&sample, s, start, end, words->grammar);
	enter_counts(f, &sample);
	if ((sample.alone | sample.pairs) != 0)
		enter_phrases(f, &sample, words->lexicon);
	enter_forms(f, &sample, s, start, end, words->lexicon);
	functions = enter_functions(f, &sample, words->grammar);
	enter_telling(f, &sample, sample.longer & ~functions, v);
	f->covered = (uint8_t)feature_quarters(
	    f->hits.covered + sample.n_numbers, sample.n);
	if (words->user.n_longest > 0)
		f->user = match_user(s, start, end, &words->user);
}
