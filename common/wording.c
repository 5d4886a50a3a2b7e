/* SPDX-License-Identifier: ISC */
#include "utf8.h"
#include "word.h"
#include "wording.h"

enum {
	FEW = 3,            /* words that may be a mere expression */
	SOME = 7,           /* words that may be less than a sentence */
	LONG = 14,          /* words of a short sentence */
	TITLE_WORDS = 12,   /* of the longest title */
	HEADLINE_WORDS = 5, /* of the shortest headline */
	HEADLINE_OTHERS = 1, /* words in it that are small in no title */
	WORDS_READ = LONG + 1, /* further words tell nothing more */
	FIRST_CASELESS = 0xD7 /* byte in UTF-8, from Hebrew on */
};

struct words {
	size_t n;
	size_t n_small;      /* "of", "the": small in titles too */
	size_t n_others;     /* .. and those that would have a capital there */
	bool own;            /* joining words */
	bool foreign;        /* .. of other languages, before any own */
	bool capital, small; /* the first letter; neither: has no case */
	bool spoken, finite;
};

/* Kinds of words: those that make a clause, that join, small in titles. */
#define FINITE (CUE_AUXILIARIES | CUE_PRONOUNS)
#define JOINING (CUE_DETERMINERS | CUE_RANGE(CUE_LINK, CUE_AGENT))
#define SMALL (JOINING | CUE_SET(CUE_INFINITIVE) \
    | CUE_RANGE(CUE_CONJUNCTION, CUE_COORDINATOR))

/* Whether a word begins with a letter of the scripts that have two cases. */
static bool
has_case(struct span word)
{
	return (unsigned char)word.p[0] < FIRST_CASELESS;
}

/* Whether a word joins others in some language, and is none in this one. */
static bool
is_foreign(const struct cue *cue, size_t own)
{
	size_t lang;

	for (lang = 0; lang < CUE_LANGS && cue->kind[own] == CUE_NONE; lang++)
		if (cue_is_of(cue->kind[lang], JOINING))
			return true;
	return false;
}

static inline void
read_word(struct words *w, const struct sentence_text *in,
    const struct hints *hints, struct span word)
{
	const struct scan *s = in->scan;
	uint64_t hash = word_hash_in(word, s->text + s->len);
	const struct cue *cue = cue_find(in->cues, hash);
	uint8_t kind = cue == NULL ? CUE_NONE : cue->kind[in->lang];
	bool capital = utf8_is_upper(word.p, word.n)
	    | (word.p[0] >= '0' && word.p[0] <= '9');
	bool small = cue_is_of(kind, SMALL);

	if (w->n++ == 0) {
		w->capital = capital;
		w->small = !capital && has_case(word);
	}
	w->n_small += !capital & small;
	w->n_others += !capital & !small;
	w->own |= cue_is_of(kind, JOINING);
	if (cue != NULL && !w->own && !w->foreign)
		w->foreign = is_foreign(cue, in->lang);
	w->finite |= cue_is_of(kind, FINITE);
	w->spoken |= hints != NULL
	    && hint_find(hints, in->lang, hash) == HINT_SPOKEN;
}

/* Reads words, but none once more than `most_others` are small in no title. */
static struct words
read_words(const struct sentence_text *in, const struct hints *hints,
    size_t at, size_t end, size_t most_others)
{
	struct words w = { 0 };
	struct span word;

	while (w.n < WORDS_READ && w.n_others <= most_others
	    && scan_word(in->scan, &at, end, &word))
		read_word(&w, in, hints, word);
	return w;
}

static bool
is_title(const struct words *w)
{
	return w->n > 1 && w->n <= TITLE_WORDS && w->capital
	    && w->n_others == 0;
}

static bool
is_address(struct span text)
{
	return text.n > 1 && (text.p[0] == '@' || text.p[0] == '#')
	    && memchr(text.p, ' ', text.n) == NULL;
}

static uint64_t
length_fact(size_t n)
{
	return fact_if(true, n <= 1 ? FACT_ONE_WORD
	    : n <= FEW ? FACT_FEW_WORDS
	    : n <= SOME ? FACT_SOME_WORDS
	    : n <= LONG ? FACT_SENTENCE_WORDS
	    : FACT_MANY_WORDS);
}

uint64_t
wording_read(const struct sentence_text *in, const struct hints *hints,
    const struct quote *q, bool inside)
{
	struct words w = read_words(in, hints, q->start, q->end, WORDS_READ);
	struct span text = scan_span(in->scan, q->start, q->end);
	char last = text.n > 0 ? text.p[text.n - 1] : ' ';
	bool title = is_title(&w);

	return length_fact(w.n)
	    | fact_if(title, FACT_TITLE_CASE)
	    | fact_if(w.n == 1 && w.capital, FACT_CAPITAL_WORD)
	    | fact_if(inside && !title && w.n > 1 && w.n <= LONG && w.capital
	          && !w.finite && !w.spoken, FACT_NAME_LIKE)
	    | fact_if(w.small, FACT_SMALL_START)
	    | fact_if(last == '!' || last == '?', FACT_CALL)
	    | fact_if(w.spoken, FACT_SPOKEN)
	    | fact_if(w.finite, FACT_FINITE)
	    | fact_if(w.foreign && !w.own, FACT_FOREIGN)
	    | fact_if(is_address(text), FACT_ADDRESS);
}

bool
wording_is_headline(const struct sentence_text *in, size_t start, size_t end)
{
	struct words w = read_words(in, NULL, start, end, HEADLINE_OTHERS);

	return w.n >= HEADLINE_WORDS
	    && w.n_others <= HEADLINE_OTHERS
	    && w.n_small * 2 < w.n;
}
