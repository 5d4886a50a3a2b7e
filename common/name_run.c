/* SPDX-License-Identifier: ISC */
#include "block.h"
#include "capital.h"
#include "name_run.h"
#include "possessive.h"
#include "word.h"

enum {
	PARTICLES = 3,      /* "van der" and one more */
	SUFFIX_BYTES = 3,   /* the longest "Jr" */
	PREFIX_BYTES = 3,   /* the longest of "al-Amin" */
	INDENT_BYTES = 24,  /* the deepest indentation of a broken line */
	NICKNAME_BYTES = 24
};

static const char *const suffixes[] = { "II", "III", "IV", "Jr", "Sr" };

/* Whether a word is in a sorted list. */
static bool
is_one_of(struct span word, const char *const *list, size_t n)
{
	size_t i;

	for (i = 0; i < n && list[i][0] <= word.p[0]; i++)
		if (list[i][0] == word.p[0]
		    && span_equal(word, span_of(list[i])))
			return true;
	return false;
}

static inline bool
is_suffix(struct span w)
{
	char c = w.p[0];

	return (w.n <= SUFFIX_BYTES) & ((c == 'I') | (c == 'J') | (c == 'S'))
	    && is_one_of(w, suffixes, sizeof suffixes / sizeof suffixes[0]);
}

static size_t
pass_indent(const struct scan *s, size_t at, size_t to)
{
	size_t end = to - at < INDENT_BYTES ? to : at + INDENT_BYTES;

	while (at < end && (s->text[at] == ' ' || s->text[at] == '\t'))
		at++;
	return at;
}

/* Passes the space between two words of a name, or a break of the line. */
static size_t
pass_space(const struct scan *s, size_t at, size_t to)
{
	if (at < to && s->text[at] == ' ')
		return at + 1;
	if (at < to && s->text[at] == '\n')
		return pass_indent(s, at + 1, to);
	if (at + 1 < to && memcmp(s->text + at, "\r\n", 2) == 0)
		return pass_indent(s, at + 2, to);
	if (at + 1 < to && memcmp(s->text + at, "\xC2\xA0", 2) == 0)
		return at + 2;
	return at;
}

static bool
is_mark(const struct scan *s, size_t at)
{
	return scan_is(s, SCAN_MARK, at) || s->text[at] == '(';
}

/* Passes a nickname in marks or brackets, of one word: "(Tad) ". */
static size_t
pass_nickname(const struct scan *s, size_t at, size_t to)
{
	size_t word = at, end;

	if (at >= to || !is_mark(s, at))
		return at;
	while (word < to && !scan_is(s, SCAN_START, word) && word - at < 3)
		word++;
	if (word >= to || !scan_is(s, SCAN_START, word)
	    || !capital_is(s, word))
		return at;
	end = scan_word_end(s, word, to);
	if (end - word > NICKNAME_BYTES || end >= to
	    || (!is_mark(s, end) && s->text[end] != ')'))
		return at;
	while (end < to && !scan_is(s, SCAN_START, end)
	    && !block_is_space(s->text[end]))
		end++;
	word = pass_space(s, end, to);
	return word > end ? word : at;
}

/*
 * Passes particles, if a capital follows; where the language has other uses
 * for one, it must stand behind a given name.
 */
static size_t
pass_particles(const struct name_text *t, size_t at, size_t to, bool given)
{
	const struct scan *s = t->scan;
	size_t i, next = at, end;
	struct span word;

	for (i = 0; i < PARTICLES; i++) {
		if (next >= to || !scan_is(s, SCAN_START, next)
		    || capital_is(s, next))
			break;
		end = scan_word_end(s, next, to);
		word = scan_span(s, next, end);
		if (end < to && s->text[end] == '-' && i == 0
		    && word.n <= PREFIX_BYTES && end + 1 < to
		    && capital_is(s, end + 1))
			return end + 1;
		if (!capital_is_particle(word) || (!given
		    && cue_kind_of(t->cues, t->lang, word) != CUE_NONE))
			return at;
		next = pass_space(s, end, to);
	}
	return i > 0 && next < to && scan_is(s, SCAN_START, next)
	    && capital_is(s, next) ? next : at;
}

bool
name_cut_possessive(const struct scan *s, size_t start, size_t *end)
{
	size_t n = possessive_bytes((struct span) { s->text + start,
	    *end - start });

	*end -= n;
	return n > 0;
}

/* Whether a letter that ends at a byte stands for a name: "A. Bell". */
static bool
is_initial(const struct name_text *t, size_t end, size_t to)
{
	return (end < to && t->scan->text[end] == '.')
	    || cue_kind_of(t->cues, t->lang, scan_span(t->scan, end - 1, end))
	    == CUE_NONE;
}

static void
read_part(const struct name_text *t, size_t at, size_t to, bool first,
    struct name_part *part)
{
	struct span word;

	part->start = at;
	part->kind = CUE_NONE;
	part->suffix = false;
	part->end = scan_compound_end(t->scan, at, to);
	if (t->cues->elides[t->lang])
		part->start += cue_elided(t->cues, t->lang,
		    scan_span(t->scan, at, part->end));
	part->next = part->end;
	part->possessive = name_cut_possessive(t->scan, part->start,
	    &part->end);
	word = scan_span(t->scan, part->start, part->end);
	part->hash = word_hash_in(word, t->scan->text + t->scan->len);
	part->initial = word.n == 1 && is_initial(t, part->end, to);
	if (part->initial)
		return;
	part->suffix = is_suffix(word);
	part->kind = cue_kind_at(t->cues, t->lang, part->hash);
	if (first & (part->kind == CUE_NONE)
	    & cue_may_be_guessed(t->cues, t->lang, word))
		part->kind = cue_kind_of_suffix(t->cues, t->lang, word);
}

/* Whether no name goes on with the small word there, by its first bytes. */
static bool
is_other(const char *p)
{
	return p[0] >= 'a' && p[0] <= 'z' && !capital_may_be_particle(p)
	    && p[1] != '-' && p[2] != '-' && p[PREFIX_BYTES] != '-';
}

/* Where the word behind a part of a name begins, if it goes on with it. */
static size_t
find_part(const struct name_text *t, const struct name_part *p, size_t to)
{
	const struct scan *s = t->scan;
	size_t at = p->end, next;
	bool given = p->kind == CUE_MALE || p->kind == CUE_FEMALE;

	if (at < to && s->text[at] == '.' && (p->initial || p->suffix
	    || name_is_title(p->kind)))
		at++;
	else if (at + 4 < to && s->text[at] == ','
	    && (memcmp(s->text + at, ", Jr", 4) == 0
	        || memcmp(s->text + at, ", Sr", 4) == 0))
		at++;
	next = pass_space(s, at, to);
	if (next == at && !p->initial)
		return p->end;
	next = pass_nickname(s, next, to);
	if (next < to && scan_is(s, SCAN_START, next)
	    && capital_is(s, next))
		return next;
	if (name_is_title(p->kind))
		return p->end;
	at = pass_particles(t, next, to, given);
	return at > next ? at : p->end;
}

/*
 * Whether a name may go on over what stands behind a part, but for a space: it
 * hardly ever does, and so this is one question.
 */
static inline bool
goes_over(const struct name_part *p, const char *behind)
{
	char c = behind[0], next = behind[2];

	return (c == '\n') | (c == '\r') | (c == '\xC2') | p->initial
	    | ((c == '.') & (p->suffix | name_is_title(p->kind)))
	    | ((c == ',') & ((next == 'J') | (next == 'S')));
}

/*
 * The same; most words stand behind a space, and are another capital or tell
 * at once that the name ends.
 */
static inline size_t
next_part(const struct name_text *t, const struct name_part *p, size_t to)
{
	const char *behind = t->scan->text + p->end;

	if (p->end + PREFIX_BYTES + 1 >= to)
		return find_part(t, p, to);
	if (*behind == ' ') {
		if (behind[1] >= 'A' && behind[1] <= 'Z')
			return p->end + 1;
		if (is_other(behind + 1))
			return p->end;
	} else if (!goes_over(p, behind)) {
		return p->end;
	}
	return find_part(t, p, to);
}

void
name_run_read(const struct name_text *t, size_t at, size_t to,
    struct name_run *run)
{
	struct name_part spare, *part;
	size_t next;

	for (run->n = 0;; at = next) {
		part = run->n < NAME_RUN_WORDS ? &run->part[run->n] : &spare;
		read_part(t, at, to, run->n == 0, part);
		run->n++;
		next = part->possessive ? part->end : next_part(t, part, to);
		if (next == part->end)
			break;
	}
	run->at = part->next;
	run->possessive = part->possessive;
}
