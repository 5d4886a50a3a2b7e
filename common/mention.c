/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "byte_mask.h"
#include "capital.h"
#include "contraction.h"
#include "mention.h"
#include "person_find.h"

enum {
	BLOCKS_BEFORE = 3, /* of a block with quotations, that are read */
	PRONOUN_BYTES = 7, /* the longest one: "she’s" */
	SMALL_BYTES = 12   /* the longest word that takes an object */
};

struct reading {
	struct mentions *out;
	const struct mention_text *in;
	const struct name_text *text;
	size_t from, to;   /* the words between two quotations */
	size_t named;      /* behind the last one named, or `from` */
	size_t last;       /* the last subject that is a name; n: none */
	bool acted;        /* the sentence has a subject with a verb */
};

/* The kind of a word of the text. */
static inline enum cue_kind
kind_of(const struct reading *r, struct span word)
{
	const struct scan *s = r->text->scan;

	return cue_kind_at(r->text->cues, r->text->lang,
	    word_hash_in(word, s->text + s->len));
}

/* The kind of the small word before a byte and a space, or CUE_NONE. */
static enum cue_kind
kind_before(const struct reading *r, size_t at)
{
	const struct scan *s = r->text->scan;
	size_t end, start;

	for (end = at; end > r->from && block_is_space(s->text[end - 1]);)
		end--;
	for (start = end; start > r->from && end - start < SMALL_BYTES
	    && scan_is(s, SCAN_WORD, start - 1);)
		start--;
	if (start == end || !scan_is(s, SCAN_START, start))
		return CUE_NONE;
	return kind_of(r, scan_span(s, start, end));
}

/* Whether the word before a name takes it as its object: "to Ann". */
static bool
is_object(const struct reading *r, size_t at)
{
	enum cue_kind kind = kind_before(r, at);

	return kind == CUE_LINK || kind == CUE_PREPOSITION
	    || kind == CUE_INFINITIVE || kind == CUE_PARTICIPLE
	    || (kind >= CUE_STRONG && kind <= CUE_MENTAL);
}

/* Whether a byte is the first of a sentence, or nobody was named in it yet. */
static bool
begins_sentence(const struct reading *r, size_t at)
{
	return r->named == r->from
	    || scan_next(r->text->scan, SCAN_STOP, r->named, at) < at;
}

/* Whether only space stands between a byte and the stop before it. */
static bool
follows_stop(const struct reading *r, size_t at)
{
	const struct scan *s = r->text->scan;

	while (at > r->from && block_is_space(s->text[at - 1]))
		at--;
	return at == r->from || !(scan_is(s, SCAN_WORD, at - 1)
	    || s->text[at - 1] == ',');
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
	kind = kind_of(r, word);
	return kind != CUE_NONE ? kind
	    : cue_guess(r->text->cues, r->text->lang, word);
}

/* Whether the subject of a verb stands before a word of that kind. */
static bool
is_verb(enum cue_kind kind)
{
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

	r->named = end;
	r->acted = true;
	m->pronoun = (uint8_t)sex;
	m->subject = true;
	if (r->last < r->out->n - 1)
		person_vote(r->in->people, r->out->mention[r->last].person,
		    sex);
	r->last = r->out->n;
}

/* Whether a word joins a second name to the one before: "Ann and Bo". */
static bool
joins(enum cue_kind kind)
{
	return kind >= CUE_CONJUNCTION && kind < CUE_LINK;
}

/*
 * Whether a name is the subject of its sentence: the first one there, or the
 * first that has a verb; a further one is that of a clause inside. What stands
 * behind it tells.
 */
static bool
is_subject(struct reading *r, size_t at, enum cue_kind behind)
{
	bool acts = is_verb(behind);

	if (begins_sentence(r, at)) {
		r->acted = acts || joins(behind);
		return !is_object(r, at);
	}
	if (r->acted || !acts)
		return false;
	r->acted = true;
	return true;
}

/*
 * Takes a name that is known; of single words those that stand inside a
 * sentence as a subject are taken in.
 */
static void
add_name(struct reading *r, size_t at, const struct name *name)
{
	enum cue_kind behind = kind_behind(r, name->end);
	bool acts = is_verb(behind), subject;
	size_t number = person_find(r->in->people, name);
	struct mention *m;

	if (number != 0 && name->n_words == 1 && name->title.n == 0)
		person_meet(r->in->people, r->text, name);
	if (number == 0 && !name_is_given(name)
	    && (!acts || follows_stop(r, at)))
		return;
	if (number == 0)
		number = person_meet(r->in->people, r->text, name);
	if (number == 0)
		return;
	subject = !name->is_possessive && is_subject(r, at, behind);
	r->named = name->is_possessive ? r->named : name->end;
	if (behind == CUE_STRONG)
		person_speaks(r->in->people, number);
	m = add(r, name->start, name->end);
	m->person = number;
	m->subject = subject;
	r->last = !m->subject ? r->last : acts ? r->out->n - 1 : r->out->n;
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
	return start < at && kind_of(r, scan_span(s, start, scan_word_end(s,
	    start, at))) == CUE_DETERMINER
	    && name_is_title(kind_of(r, scan_span(s, at, end)));
}

/* The kind of a short word, or of a pronoun with a verb: "she's". */
static inline enum cue_kind
kind_of_short(const struct reading *r, size_t at, size_t end)
{
	const struct scan *s = r->text->scan;
	struct span word = scan_span(s, at, end);

	if (word.n > PRONOUN_BYTES)
		return CUE_NONE;
	word.n = contraction_stem(word, s->text + s->len);
	return kind_of(r, word);
}

static bool
is_third(enum cue_kind kind)
{
	return kind == CUE_HE || kind == CUE_SHE;
}

static size_t
read_capital(struct reading *r, size_t at)
{
	const struct scan *s = r->text->scan;
	size_t end = scan_word_end(s, at, r->to);
	enum cue_kind kind = kind_of_short(r, at, end);
	struct name name;

	if (is_third(kind))
		add_pronoun(r, at, end, kind);
	if (kind >= CUE_ADVERB && kind <= CUE_SOURCE && end - at > 1)
		return end; /* "The", "In", "He" */
	end = name_read(r->text, at, r->to, &name);
	if (name.n_words == 0 && r->in->fiction && end == scan_word_end(s, at,
	        r->to) && is_title_alone(r, at, end))
		name_of_word(r->text, at, end, &name);
	if (name.n_words > 0)
		add_name(r, at, &name);
	return end;
}

/* Takes the small word there, if it is a pronoun that is a subject. */
static void
read_small(struct reading *r, size_t at)
{
	size_t end = scan_word_end(r->text->scan, at, r->to);
	enum cue_kind kind = kind_of_short(r, at, end);

	if (is_third(kind))
		add_pronoun(r, at, end, kind);
}

/* Takes the word there; where to go on. */
static size_t
read_word(struct reading *r, size_t at)
{
	if (capital_is(r->text->scan, at))
		return read_capital(r, at);
	read_small(r, at);
	return at + 1;
}

/* The bytes of a cell with which a pronoun may begin, by the first two. */
static uint64_t
pronouns(const struct reading *r, size_t i)
{
	const struct scan *s = r->text->scan;
	const uint8_t (*pair)[2] = r->text->cues->pronoun[r->text->lang];
	uint64_t found = 0, rest = s->cell[i].mask[SCAN_START];
	size_t at = i * 64;

	if (s->len - at > 64) {
		for (; (*pair)[0] != 0; pair++)
			found |= byte_pairs(s->text + at, (char)(*pair)[0],
			    (char)(*pair)[1]);
		return found;
	}
	for (; rest != 0; rest &= rest - 1)
		found |= (uint64_t)cue_may_be_pronoun(r->text->cues,
		    r->text->lang, scan_span(s, at + scan_lowest(rest),
		        s->len)) << scan_lowest(rest);
	return found;
}

static void
read_words(struct reading *r)
{
	uint64_t bits, mask = ~(uint64_t)0 << r->from % 64;
	const struct scan_cell *cell = r->text->scan->cell;
	size_t i, word, at = r->from;

	r->last = r->out->n;
	r->named = r->from;
	for (i = r->from / 64; i * 64 < r->to; i++, mask = ~(uint64_t)0) {
		bits = mask & cell[i].mask[SCAN_START]
		    & (cell[i].mask[SCAN_UPPER] | cell[i].mask[SCAN_HIGH]
		        | pronouns(r, i));
		for (; bits != 0; bits &= bits - 1) {
			word = i * 64 + scan_lowest(bits);
			if (word >= r->to)
				return;
			if (word >= at)
				at = read_word(r, word);
		}
	}
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

void
mention_end(struct mentions *m)
{
	free(m->mention);
	memset(m, 0, sizeof *m);
}
