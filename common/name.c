/* SPDX-License-Identifier: ISC */
#include "capital.h"
#include "name.h"
#include "word.h"

enum {
	RUN_WORDS = 8,      /* longer runs are headlines */
	MOST_WORDS = 4,     /* of a person's name */
	PARTICLES = 3,      /* "van der" and one more */
	SUFFIX_BYTES = 3,   /* the longest "Jr" */
	PREFIX_BYTES = 3,   /* the longest of "al-Amin" */
	NICKNAME_BYTES = 24
};

#define KIND(kind) ((uint64_t)1 << (kind)) /* a bit of a set of kinds */
_Static_assert(CUE_QUOTATIVE < 64, "a bit for each kind");

struct part {
	size_t start, end;
	uint64_t hash;
	enum cue_kind kind;
	size_t next; /* behind its 's */
	bool initial, suffix, possessive;
};

struct run {
	struct part part[RUN_WORDS];
	size_t n, at; /* `at` is behind it */
	bool possessive;
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

static bool
is_suffix(struct span w)
{
	return w.n <= SUFFIX_BYTES && (w.p[0] == 'I' || w.p[0] == 'J'
	    || w.p[0] == 'S') && is_one_of(w, suffixes,
	        sizeof suffixes / sizeof suffixes[0]);
}

bool
name_is_title(enum cue_kind kind)
{
	return kind == CUE_TITLE || kind == CUE_MISTER
	    || kind == CUE_MISTRESS;
}

/* Passes the space between two words of a name. */
static size_t
pass_space(const struct scan *s, size_t at, size_t to)
{
	if (at < to && (s->text[at] == ' ' || s->text[at] == '\n'))
		return at + 1;
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
	    && s->text[end] != ' ' && s->text[end] != '\n')
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

/* Whether a word ends in 's; *end is then moved before that. */
static bool
cut_possessive(const struct scan *s, size_t start, size_t *end)
{
	size_t n = *end - start;
	const char *p = s->text + *end;

	if (p[-1] != 's')
		return false;
	if (n > 2 && p[-2] == '\'')
		*end -= 2;
	else if (n > 4 && memcmp(p - 4, "\xE2\x80\x99s", 4) == 0)
		*end -= 4;
	else
		return false;
	return true;
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
    struct part *part)
{
	const struct cue *cue;
	struct span word;

	part->start = at;
	part->kind = CUE_NONE;
	part->suffix = false;
	part->end = scan_compound_end(t->scan, at, to);
	if (t->cues->elides[t->lang])
		part->start += cue_elided(t->cues, t->lang,
		    scan_span(t->scan, at, part->end));
	part->next = part->end;
	part->possessive = cut_possessive(t->scan, part->start, &part->end);
	word = scan_span(t->scan, part->start, part->end);
	part->hash = word_hash_in(word, t->scan->text + t->scan->len);
	part->initial = word.n == 1 && is_initial(t, part->end, to);
	if (part->initial)
		return;
	part->suffix = is_suffix(word);
	cue = cue_find(t->cues, part->hash);
	if (cue != NULL)
		part->kind = (enum cue_kind)cue->kind[t->lang];
	if (part->kind == CUE_NONE && first)
		part->kind = cue_guess(t->cues, t->lang, word);
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
find_part(const struct name_text *t, const struct part *p, size_t to)
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

/* The same; most words stand behind a space, and are another capital or tell
 * at once that the name ends. */
static inline size_t
next_part(const struct name_text *t, const struct part *p, size_t to)
{
	const char *behind = t->scan->text + p->end;

	if (p->end + PREFIX_BYTES + 1 < to && *behind == ' ') {
		if (behind[1] >= 'A' && behind[1] <= 'Z')
			return p->end + 1;
		if (is_other(behind + 1))
			return p->end;
	}
	return find_part(t, p, to);
}

static void
read_run(const struct name_text *t, size_t at, size_t to, struct run *run)
{
	struct part spare, *part;
	size_t next;

	for (run->n = 0;; at = next) {
		part = run->n < RUN_WORDS ? &run->part[run->n] : &spare;
		read_part(t, at, to, run->n == 0, part);
		run->n++;
		next = part->possessive ? part->end : next_part(t, part, to);
		if (next == part->end)
			break;
	}
	run->at = part->next;
	run->possessive = part->possessive;
}

static bool
is_given(const struct part *p)
{
	return p->initial || p->kind == CUE_MALE || p->kind == CUE_FEMALE;
}

/* Whether the word may be part of a name wherever it stands. */
static bool
is_part(const struct run *run, size_t i)
{
	uint64_t kinds = KIND(CUE_NONE) | KIND(CUE_NOUN) | KIND(CUE_MALE)
	    | KIND(CUE_FEMALE) | KIND(CUE_STRONG) | KIND(CUE_WEAK);

	if (run->n == 1)
		kinds |= KIND(CUE_PAST);
	return (kinds >> run->part[i].kind & 1) != 0;
}

/* Whether a word of another meaning is a surname here: "Ann Young". */
static bool
is_surname(const struct run *run, size_t i)
{
	enum cue_kind kind = run->part[i].kind;

	if (i == 0)
		return false;
	if (run->part[i - 1].kind == CUE_MISTER
	    || run->part[i - 1].kind == CUE_MISTRESS)
		return kind == CUE_MISTER || kind == CUE_ADJECTIVE;
	return is_given(&run->part[i - 1]) && (name_is_title(kind)
	    || kind == CUE_ADJECTIVE || kind == CUE_ORGANISATION
	    || kind == CUE_TIME || kind == CUE_ADVERB);
}

/* The first part of the name that ends with part `last`. */
static size_t
first_part(const struct run *run, size_t last)
{
	bool organisation = run->part[last].kind == CUE_ORGANISATION
	    && !is_surname(run, last);
	size_t first = last, i;

	while (first > 0 && (is_part(run, first - 1) || (organisation
	    && run->part[first - 1].kind == CUE_ORGANISATION)))
		first--;
	if (organisation || is_given(&run->part[first]))
		return first;
	for (i = first + 1; i < last && last - first > 1; i++)
		if (is_given(&run->part[i]) && !run->part[i].initial)
			return i;
	return first;
}

static void
take(const struct name_text *t, const struct run *run, size_t first,
    size_t last, size_t end, struct name *name)
{
	const struct part *p = run->part;
	const struct scan *s = t->scan;

	name->start = p[first].start;
	name->end = p[end - 1].end;
	name->given = scan_span(s, p[first].start, p[first].end);
	name->surname = scan_span(s, p[last].start, p[last].end);
	name->given_hash = p[first].hash;
	name->surname_hash = p[last].hash;
	name->n_words = last - first + 1;
	name->given_kind = p[first].kind;
	name->has_suffix = end > last + 1;
	if (name->has_suffix && name->end < s->len
	    && s->text[name->end] == '.'
	    && scan_is(s, SCAN_WORD, name->end - 1)
	    && s->text[name->end - 1] == 'r')
		name->end++;
	name->is_organisation = p[last].kind == CUE_ORGANISATION
	    && !is_surname(run, last);
	name->is_possessive = run->possessive && end == run->n;
	name->ends_run = end == run->n;
	if (first > 0 && name_is_title(p[first - 1].kind)) {
		name->title = scan_span(s, p[first - 1].start,
		    p[first - 1].end);
		name->title_kind = p[first - 1].kind;
		name->title_hash = p[first - 1].hash;
	}
}

/* Whether a sentence begins at a byte, or a quotation. */
static bool
begins_sentence(const struct scan *s, size_t at)
{
	char c;

	while (at > 0 && (s->text[at - 1] == ' ' || s->text[at - 1] == '\n'))
		at--;
	c = at > 0 ? s->text[at - 1] : '.';
	return !scan_is(s, SCAN_WORD, at - (at > 0)) && c != ',';
}

void
name_of_word(const struct name_text *t, size_t at, size_t to,
    struct name *name)
{
	size_t end = scan_compound_end(t->scan, at, to);

	name->is_possessive = cut_possessive(t->scan, at, &end);
	name->start = at;
	name->end = end;
	name->given = name->surname = scan_span(t->scan, at, end);
	name->given_hash = name->surname_hash = word_hash(name->given);
	name->n_words = 1;
	name->ends_run = true;
}

/* Whether the first word of a run is a verb before its name: "Ask Ann". */
static bool
begins_with_verb(const struct run *run)
{
	return (run->part[0].kind == CUE_STRONG
	    || run->part[0].kind == CUE_WEAK) && is_given(&run->part[1]);
}

size_t
name_read(const struct name_text *t, size_t at, size_t to, struct name *name)
{
	size_t end, last, first;
	struct run run;

	*name = (struct name) { .n_words = 0 };
	read_run(t, at, to, &run);
	if (run.n > RUN_WORDS)
		return run.at;
	for (end = run.n; end > 1 && run.part[end - 1].suffix;)
		end--;
	last = end - 1;
	end = run.n;
	if (run.part[last].initial
	    || !capital_is(t->scan, run.part[last].start))
		return run.at;
	if (!is_part(&run, last) && !is_surname(&run, last)
	    && (run.part[last].kind != CUE_ORGANISATION || run.n > last + 1))
		return run.at;
	first = first_part(&run, last);
	name->begins = first == 0 && begins_sentence(t->scan, at);
	if (last > 0 && name->begins && begins_with_verb(&run))
		first++;
	if (last - first < MOST_WORDS || run.part[last].kind
	    == CUE_ORGANISATION)
		take(t, &run, first, last, end, name);
	return run.at;
}
