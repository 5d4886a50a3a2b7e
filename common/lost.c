/* SPDX-License-Identifier: ISC */
#include "lost.h"
#include "utf8.h"

enum {
	CLAUSE_WORDS = 16, /* a subject with its verb, at most */
	SHORT_WORD = 3     /* bytes of what a dot may cut short: "Mrs." */
};

static bool
is_pronoun(enum cue_kind kind)
{
	return kind >= CUE_HE && kind <= CUE_IT;
}

/* Whether a word may begin a speaker: a name, "the", "he". */
static bool
begins_speaker(struct span word, enum cue_kind kind)
{
	return kind == CUE_DETERMINER || is_pronoun(kind)
	    || (utf8_is_upper(word.p, word.n) && kind != CUE_CONJUNCTION
	        && kind != CUE_RELATIVE);
}

/* Whether only spaces and dots stand between two words. */
static bool
is_one_phrase(const struct scan *s, size_t from, size_t to)
{
	while (from < to && (s->text[from] == ' ' || s->text[from] == '\n'
	    || s->text[from] == '-' || s->text[from] == '.'))
		from++;
	return from == to;
}

/* Whether what follows a verb of saying is not what was said. */
static bool
is_closed(const struct cues *cues, size_t lang, const struct scan *s,
    size_t at, size_t to)
{
	struct span word;
	size_t start = at;
	enum cue_kind kind;

	if (!scan_word(s, &at, to, &word)
	    || !is_one_phrase(s, start, (size_t)(word.p - s->text))
	    || (start < to && s->text[start] == '.'))
		return true;
	kind = cue_kind_of(cues, lang, word);
	return kind == CUE_PREPOSITION || kind == CUE_LINK
	    || kind == CUE_TIME || kind == CUE_CONJUNCTION;
}

/* Whether a comma stands between two words: an apposition begins, or ends. */
static bool
is_comma(const struct scan *s, size_t from, size_t to)
{
	return from + 1 < to && s->text[from] == ','
	    && is_one_phrase(s, from + 1, to);
}

/* Whether a subject and its verb stand there: "Novak, the mayor, said". */
static bool
is_subject_first(const struct cues *cues, size_t lang, const struct scan *s,
    size_t at, size_t to)
{
	struct span word;
	size_t n, start, end = at;
	bool apposition = false;

	for (n = 0; n < CLAUSE_WORDS && scan_word(s, &at, to, &word); n++) {
		start = (size_t)(word.p - s->text);
		if (n > 0 && is_comma(s, end, start))
			apposition = !apposition;
		else if (!is_one_phrase(s, end, start))
			return false;
		end = at;
		if (n > 0 && cue_kind_of(cues, lang, word) == CUE_STRONG)
			return !apposition
			    && is_closed(cues, lang, s, at, to);
	}
	return false;
}

bool
lost_is_said(const struct cues *cues, size_t lang, const struct scan *s,
    size_t at, size_t to)
{
	struct span word;
	enum cue_kind kind;
	size_t start = at, end;

	if (!scan_word(s, &at, to, &word)
	    || !is_one_phrase(s, start, (size_t)(word.p - s->text)))
		return false;
	kind = cue_kind_of(cues, lang, word);
	if (begins_speaker(word, kind))
		return is_subject_first(cues, lang, s, start, to);
	end = at;
	return kind == CUE_STRONG && scan_word(s, &at, to, &word)
	    && is_one_phrase(s, end, (size_t)(word.p - s->text))
	    && begins_speaker(word, cue_kind_of(cues, lang, word));
}

size_t
lost_close(const struct cues *cues, size_t lang, const struct scan *s,
    size_t from, size_t to)
{
	size_t at;

	for (at = from; at + 1 < to; at++)
		if ((s->text[at] == ',' || s->text[at] == '?'
		        || s->text[at] == '!') && s->text[at + 1] == ' '
		    && lost_is_said(cues, lang, s, at + 1, to))
			return at + 1;
	return to;
}

bool
lost_is_last(const struct scan *s, size_t at, size_t to)
{
	size_t stop, start;

	while ((stop = scan_next(s, SCAN_STOP, at, to)) < to) {
		start = stop;
		while (start > at && scan_is(s, SCAN_WORD, start - 1))
			start--;
		at = stop + 1;
		if (stop - start > SHORT_WORD)
			return scan_next(s, SCAN_WORD, at, to) == to;
	}
	return true;
}
