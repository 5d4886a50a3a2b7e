/* SPDX-License-Identifier: ISC */
#include "block.h"
#include "stop.h"
#include "utf8.h"

enum {
	SHORT_BYTES = 4 /* of a title or month that is cut short: "Capt." */
};

/* Whether a token is a word that ends at a byte. */
static bool
is_word_before(const struct token *t, size_t at)
{
	return t != NULL && t->type == TOKEN_WORD && t->end == at;
}

/* Whether the word behind a byte is one that begins sentences: "He", "The". */
static bool
begins_sentence(const struct sentence_text *in, size_t at, size_t to)
{
	const struct scan *s = in->scan;
	struct span word;
	enum cue_kind kind;

	if (at >= to || !block_is_space(s->text[at])
	    || !scan_word(s, &at, to, &word)
	    || !utf8_is_upper(word.p, word.n))
		return false;
	kind = cue_kind_of(in->cues, in->lang, word);
	return kind >= CUE_ADVERB && kind <= CUE_AGENT;
}

/* Whether a dot behind the last word belongs to that: "Mr.", "U.S.". */
static bool
is_abbreviated(const struct sentence_text *in, const struct token *t,
    size_t at, size_t to)
{
	if (!is_word_before(t, at))
		return false;
	if (t->end - t->start == 1)
		return t->upper && !begins_sentence(in, at + 1, to);
	return t->upper && t->end - t->start <= SHORT_BYTES
	    && (t->kind == CUE_TITLE || t->kind == CUE_MISTER
	        || t->kind == CUE_MISTRESS || t->kind == CUE_TIME);
}

/* Whether a dot before a word ends a sentence: "the end.Then .." */
static bool
lacks_space(const struct scan *s, const struct token *t, size_t at)
{
	return is_word_before(t, at) && t->end - t->start > 2
	    && scan_is(s, SCAN_UPPER, at + 1)
	    && !scan_is(s, SCAN_UPPER, at - 1)
	    && !scan_is(s, SCAN_DIGIT, at - 1);
}

bool
stop_ends_sentence(const struct sentence_text *in, const struct token *last,
    size_t at, size_t to)
{
	const struct scan *s = in->scan;
	const char *p = s->text;
	size_t next = at + 1;

	while (next < to && (p[next] & 0xC0) == 0x80)
		next++;
	if (next < to && scan_is(s, SCAN_STOP, next))
		return false;
	if (p[at] == '.' && (is_abbreviated(in, last, at, to)
	    || (next < to && (p[next] == ',' || p[next] == ')'))
	    || (next < to && scan_is(s, SCAN_WORD, next)
	        && !lacks_space(s, last, at))))
		return false;
	while (next < to && block_is_space(p[next]))
		next++;
	return next >= to || p[next] < 'a' || p[next] > 'z';
}
