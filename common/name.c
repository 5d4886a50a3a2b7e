/* SPDX-License-Identifier: ISC */
#include "block.h"
#include "capital.h"
#include "name_run.h"
#include "word.h"

enum { MOST_WORDS = 4 }; /* of a person's name */

#define KIND(kind) ((uint64_t)1 << (kind)) /* a bit of a set of kinds */
_Static_assert(CUE_QUOTATIVE < 64, "a bit for each kind");

static bool
is_given(const struct name_part *p)
{
	return p->initial | ((KIND(CUE_MALE) | KIND(CUE_FEMALE)) >> p->kind
	    & 1);
}

/* Whether the word may be part of a name wherever it stands. */
static bool
is_part(const struct name_run *run, size_t i)
{
	uint64_t kinds = KIND(CUE_NONE) | KIND(CUE_NOUN) | KIND(CUE_MALE)
	    | KIND(CUE_FEMALE) | KIND(CUE_STRONG) | KIND(CUE_WEAK);

	if (run->n == 1)
		kinds |= KIND(CUE_PAST);
	return (kinds >> run->part[i].kind & 1) != 0;
}

/* Whether a word of another meaning is a surname here: "Ann Young". */
static bool
is_surname(const struct name_run *run, size_t i)
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
first_part(const struct name_run *run, size_t last)
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

/* The hash of the words of a text that do not stand in a run's parts alone. */
static uint64_t
hash_between(const char *p, const char *end, uint64_t hash)
{
	struct span word;

	while (p < end) {
		while (p < end && (*p == '.' || block_is_space(*p)))
			p++;
		word = (struct span) { p, 0 };
		while (p < end && *p != '.' && !block_is_space(*p))
			p++;
		word.n = (size_t)(p - word.p);
		hash = word_chain(hash, word_hash(word));
	}
	return hash;
}

/*
 * What two names have in common if they are the same but for case. Where no
 * more than a stop and a space stand between the parts, these are the words;
 * else there are particles or a nickname.
 */
static uint64_t
hash_words(const struct scan *s, const struct name_part *first,
    const struct name_part *last)
{
	const struct name_part *p = first;
	uint64_t hash = first->hash;

	if (last - first < 2)
		return last == first ? hash : word_chain(hash, last->hash);
	for (; p < last && (p[1].start - p->end == 1
	    || (p[1].start - p->end == 2 && s->text[p->end] == '.')); p++)
		hash = word_chain(hash, p[1].hash);
	return p == last ? hash : hash_between(s->text + p->end,
	    s->text + last->end, hash);
}

static void
take(const struct name_text *t, const struct name_run *run, size_t first,
    size_t last, size_t end, struct name *name)
{
	const struct name_part *p = run->part;
	const struct scan *s = t->scan;

	name->start = p[first].start;
	name->end = p[end - 1].end;
	name->given = scan_span(s, p[first].start, p[first].end);
	name->surname = scan_span(s, p[last].start, p[last].end);
	name->given_hash = p[first].hash;
	name->surname_hash = p[last].hash;
	name->hash = hash_words(s, &p[first], &p[last]);
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

	while (at > 0 && block_is_space(s->text[at - 1]))
		at--;
	c = at > 0 ? s->text[at - 1] : '.';
	return !scan_is(s, SCAN_WORD, at - (at > 0)) && c != ',';
}

bool
name_begins(const struct name_text *t, const struct name *name)
{
	return name->leads_run && begins_sentence(t->scan, name->run);
}

void
name_of_word(const struct name_text *t, size_t at, size_t to,
    struct name *name)
{
	size_t end = scan_compound_end(t->scan, at, to);
	bool possessive = name_cut_possessive(t->scan, at, &end);
	struct span word = scan_span(t->scan, at, end);
	uint64_t hash = word_hash(word);

	*name = (struct name) { .start = at, .end = end, .given = word,
		.surname = word, .given_hash = hash, .surname_hash = hash,
		.hash = hash, .n_words = 1, .is_possessive = possessive,
		.ends_run = true };
}

/* Whether the first word of a run is a verb before its name: "Ask Ann". */
static bool
begins_with_verb(const struct name_run *run)
{
	return (run->part[0].kind == CUE_STRONG
	    || run->part[0].kind == CUE_WEAK) && is_given(&run->part[1]);
}

size_t
name_read(const struct name_text *t, size_t at, size_t to, struct name *name)
{
	size_t end, last, first;
	struct name_run run;

	name->start = name->end = name->n_words = 0;
	name->title = (struct span) { NULL, 0 };
	name->title_kind = CUE_NONE;
	name_run_read(t, at, to, &run);
	if (run.n > NAME_RUN_WORDS)
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
	name->run = at;
	name->leads_run = first == 0;
	if (last > 0 && first == 0 && begins_with_verb(&run)
	    && begins_sentence(t->scan, at))
		first++;
	if (last - first < MOST_WORDS || run.part[last].kind
	    == CUE_ORGANISATION)
		take(t, &run, first, last, end, name);
	return run.at;
}
