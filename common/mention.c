/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "capital.h"
#include "mention.h"
#include "person_find.h"
#include "utf8.h"

enum {
	BLOCKS_BEFORE = 3, /* of a block with quotations, that are read */
	PRONOUN_BYTES = 5, /* the longest one */
	ADDRESS_BYTES = 24 /* between a comma and a name: "my dear Mrs. " */
};

struct reading {
	struct mentions *out;
	const struct mention_text *in;
	const struct name_text *text;
	size_t from, to;   /* the words between two quotations */
	size_t last;       /* the last subject that is a name; n: none */
};

/* The last byte before `at` that is no space, or 0 where there is none. */
static unsigned char
byte_before(const struct reading *r, size_t at)
{
	while (at > r->from && block_is_space(r->text->scan->text[at - 1]))
		at--;
	return at > r->from ? (unsigned char)r->text->scan->text[at - 1] : 0;
}

/* Whether a sentence or what is as good as one begins at a byte. */
static bool
begins_sentence(const struct reading *r, size_t at)
{
	unsigned char c = byte_before(r, at);

	return c == 0 || c == '.' || c == '!' || c == '?' || c == ':'
	    || c == ';' || c == '*' || c == '_';
}

/* The kind of the small word behind a byte and a space, CUE_NONE if none. */
static enum cue_kind
kind_behind(const struct reading *r, size_t at)
{
	const struct scan *s = r->text->scan;
	struct span word;
	enum cue_kind kind;
	size_t end;

	if (at + 1 >= r->to || !block_is_space(s->text[at])
	    || !scan_is(s, SCAN_START, at + 1)
	    || capital_is(s, at + 1))
		return CUE_NONE;
	end = scan_word_end(s, at + 1, r->to);
	word = scan_span(s, at + 1, end);
	kind = cue_kind_of(r->text->cues, r->text->lang, word);
	return kind != CUE_NONE ? kind
	    : cue_guess(r->text->cues, r->text->lang, word);
}

static bool
precedes_verb(const struct reading *r, size_t at)
{
	enum cue_kind kind = kind_behind(r, at);

	return (kind >= CUE_STRONG && kind <= CUE_MENTAL)
	    || (kind >= CUE_PASSIVE && kind <= CUE_ADVERB)
	    || kind == CUE_PAST || kind == CUE_VERB;
}

static struct mention *
add(struct reading *r, size_t start, size_t end)
{
	struct mentions *m = r->out;

	m->mention = alloc_grow(m->mention, &m->cap, m->n + 1,
	    sizeof *m->mention);
	m->mention[m->n] = (struct mention) { .start = start, .end = end };
	return &m->mention[m->n++];
}

static void
add_pronoun(struct reading *r, size_t start, size_t end, enum cue_kind sex)
{
	struct mention *m = add(r, start, end);

	m->pronoun = (uint8_t)sex;
	m->subject = true;
	if (r->last < r->out->n - 1)
		person_vote(r->in->people, r->out->mention[r->last].person,
		    sex);
	r->last = r->out->n;
}

/*
 * Takes a name that is known; of single words those that stand inside a
 * sentence as a subject are taken in.
 */
static void
add_name(struct reading *r, size_t at, const struct name *name)
{
	bool first = begins_sentence(r, at);
	bool acts = precedes_verb(r, name->end);
	size_t number = person_find(r->in->people, name);
	struct mention *m;

	if (number != 0 && name->n_words == 1 && name->title.n == 0)
		person_meet(r->in->people, r->text, name);
	if (number == 0 && !(acts && !first) && !name_is_given(name))
		return;
	if (number == 0)
		number = person_meet(r->in->people, r->text, name);
	if (number == 0)
		return;
	m = add(r, name->start, name->end);
	m->person = number;
	m->subject = acts || (first && name->end < r->to
	    && r->text->scan->text[name->end] != ',');
	r->last = m->subject ? r->out->n - 1 : r->last;
}

/* Whether a capitalised word is a title behind an article: "the King". */
static bool
is_title_alone(const struct reading *r, size_t at, size_t end)
{
	const struct scan *s = r->text->scan;
	size_t start = at;

	while (start > r->from && s->text[start - 1] == ' ')
		start--;
	while (start > r->from && scan_is(s, SCAN_WORD, start - 1)
	    && !scan_is(s, SCAN_START, start))
		start--;
	return start < at && cue_kind_of(r->text->cues, r->text->lang,
	    scan_span(s, start, scan_word_end(s, start, at)))
	    == CUE_DETERMINER && name_is_title(cue_kind_of(r->text->cues,
	        r->text->lang, scan_span(s, at, end)));
}

/* Takes the word at a byte if it is "he" or "she"; whether it is. */
static bool
read_pronoun(struct reading *r, size_t at)
{
	const struct scan *s = r->text->scan;
	size_t end = scan_word_end(s, at, r->to);
	struct span word = scan_span(s, at, end);
	const struct cue *cue;
	enum cue_kind kind;

	if (word.n > PRONOUN_BYTES)
		return false;
	cue = cue_find(r->text->cues, word_hash_in(word, s->text + s->len));
	kind = cue == NULL ? CUE_NONE
	    : (enum cue_kind)cue->kind[r->text->lang];
	if (kind != CUE_HE && kind != CUE_SHE)
		return false;
	add_pronoun(r, at, end, kind);
	return true;
}

/* Whether a word may be "he" or "she" by its first byte, small or not. */
static bool
may_be_pronoun(const struct reading *r, size_t at)
{
	char c = r->text->scan->text[at];

	if (c >= 'A' && c <= 'Z')
		c = (char)(c | 0x20);
	return cue_may_be_pronoun(r->text->cues, r->text->lang, c);
}

static size_t
read_capital(struct reading *r, size_t at)
{
	const struct scan *s = r->text->scan;
	struct name name;
	size_t end;

	if (may_be_pronoun(r, at) && read_pronoun(r, at))
		return scan_word_end(s, at, r->to);
	end = name_read(r->text, at, r->to, &name);
	if (name.n_words == 0 && r->in->fiction && end == scan_word_end(s, at,
	        r->to) && is_title_alone(r, at, end))
		name_of_word(r->text, at, end, &name);
	if (name.n_words > 0)
		add_name(r, at, &name);
	return end;
}

/*
 * Reads the words of a cell from `at` on, up to the first name; where to go
 * on. Small words matter in fiction only; most are no pronouns by their first
 * byte, and cost no more than a look at that.
 */
static size_t
read_cell(struct reading *r, size_t at)
{
	const struct scan *s = r->text->scan;
	const uint64_t *mask = s->cell[at / 64].mask;
	uint64_t capitals = mask[SCAN_UPPER] | mask[SCAN_HIGH], first = 0;
	uint64_t starts = mask[SCAN_START] & ~(uint64_t)0 << at % 64;
	size_t base = at - at % 64;

	if (r->to - base < 64)
		starts &= ~(~(uint64_t)0 << (r->to - base));
	if (r->in->fiction)
		first = r->text->cues->pronoun_first[r->text->lang];
	else
		starts &= capitals;
	for (; starts != 0; starts &= starts - 1) {
		at = base + scan_lowest(starts);
		if ((capitals >> at % 64 & 1) != 0 && capital_is(s, at))
			return read_capital(r, at);
		if ((first >> (unsigned char)s->text[at] % 64 & 1) != 0)
			read_pronoun(r, at);
	}
	return base + 64;
}

static void
read_words(struct reading *r)
{
	size_t at = r->from;

	r->last = r->out->n;
	while (at < r->to)
		at = read_cell(r, at);
}

/* Reads from..to, which quotations may interrupt. */
static void
read_block(struct reading *r, size_t from, size_t to)
{
	const struct quotes *q = r->in->quotes;
	const struct quote *quote;

	r->from = from;
	for (; r->out->quote < q->n; r->out->quote++) {
		quote = &q->quote[r->out->quote];
		if (quote->open >= to)
			break;
		if (quote->depth > 0 || quote->close <= from)
			continue;
		r->to = quote->open;
		if (r->to > r->from)
			read_words(r);
		r->from = quote->close;
	}
	r->to = to;
	if (r->to > r->from)
		read_words(r);
}

void
mention_begin(struct mentions *m)
{
	m->n = m->block = m->quote = 0;
}

void
mention_read(struct mentions *m, const struct mention_text *in, size_t i)
{
	struct reading r = { .out = m, .in = in, .text = &in->name };
	const struct quote *q = &in->quotes->quote[i];

	if (q->block > m->block + BLOCKS_BEFORE)
		m->block = q->block - BLOCKS_BEFORE;
	for (; m->block <= q->last_block; m->block++)
		read_block(&r, in->block[m->block].start,
		    in->block[m->block].end);
}

/* Whether a byte behind a name ends it as an address: "Ann, .." "Ann!" */
static bool
ends_address(const struct scan *s, size_t at, size_t to)
{
	return at >= to || s->text[at] == ',' || s->text[at] == '!'
	    || s->text[at] == '?' || s->text[at] == '.'
	    || s->text[at] == ';' || s->text[at] == '-'
	    || (unsigned char)s->text[at] >= 0x80;
}

/* Whether only "my dear" stands between the last comma and a name. */
static bool
begins_address(const struct name_text *t, size_t from, size_t at)
{
	const struct scan *s = t->scan;
	enum cue_kind kind;
	size_t i = at;
	struct span word;

	while (i > from && at - i < ADDRESS_BYTES && (s->text[i - 1] == ' '
	    || scan_is(s, SCAN_WORD, i - 1)))
		i--;
	if (i > from && s->text[i - 1] != ',')
		return false;
	while (scan_word(s, &i, at, &word)) {
		kind = cue_kind_of(t->cues, t->lang, word);
		if (kind != CUE_ADJECTIVE && kind != CUE_DETERMINER
		    && word.n > 2)
			return false;
	}
	return true;
}

size_t
mention_addressed(const struct people *people, const struct name_text *t,
    const struct quote *q)
{
	size_t at = q->start, end, number;
	struct name name;

	while ((at = capital_next(t->scan, at, q->end)) < q->end) {
		end = name_read(t, at, q->end, &name);
		if (name.n_words > 0 && !name.is_possessive
		    && ends_address(t->scan, name.end, q->end)
		    && begins_address(t, q->start, at)) {
			number = person_find(people, &name);
			if (number != 0)
				return number;
		}
		at = end;
	}
	return 0;
}

void
mention_end(struct mentions *m)
{
	free(m->mention);
	memset(m, 0, sizeof *m);
}
