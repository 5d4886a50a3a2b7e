/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "attribution.h"
#include "phrase.h"
#include "speech.h"

enum {
	REACH = 60,      /* tokens that a sentence is searched, each way */
	ADJACENT = 4,    /* tokens between a verb and what it introduces */
	SENTENCES_BACK = 4, /* that a pronoun's meaning is looked for in */
	FAR = 1000,      /* bytes of a paragraph that is read for the next */
	LABEL_WORDS = 6  /* of a speaker before a colon */
};

const char *const attribution_hows[] = { "none", "after", "before", "colon",
	"according", "subject", "carried", NULL };

/* A paragraph in work. */
struct reader {
	const struct sentence_text *in;
	const struct token *t;
	size_t n;
	size_t low, high; /* the sentence, as far as it is searched */
};

/* What was found for a quotation. */
struct candidate {
	struct phrase speaker, cue;
	size_t distance; /* tokens between it and the quotation */
	uint8_t how;
	bool strong;
};

static bool
is_type(const struct reader *r, size_t i, enum token_type type)
{
	return i < r->n && r->t[i].type == type;
}

static bool
is_kind(const struct reader *r, size_t i, enum cue_kind kind)
{
	return is_type(r, i, TOKEN_WORD) && r->t[i].kind == kind;
}

/* Whether the verb's subject, if any, is that of another verb. */
static bool
lacks_subject(const struct reader *r, size_t verb, size_t low)
{
	if (verb == low)
		return true;
	if (is_kind(r, verb, CUE_PARTICIPLE))
		return !is_kind(r, verb - 1, CUE_PASSIVE);
	return is_kind(r, verb - 1, CUE_INFINITIVE)
	    || is_kind(r, verb - 1, CUE_CONJUNCTION);
}

/* Whether a verb is passive: who "was asked" does not speak. */
static bool
is_passive(const struct reader *r, size_t verb, size_t low)
{
	size_t i = verb;

	while (i > low && is_kind(r, i - 1, CUE_ADVERB))
		i--;
	return i > low && is_kind(r, i - 1, CUE_PASSIVE);
}

static bool
is_finite(const struct reader *r, size_t at, size_t low)
{
	return phrase_is_cue(r->t, at, low)
	    || ((is_kind(r, at, CUE_AUX) || is_kind(r, at, CUE_PASSIVE))
	        && at > low && !r->t[at].upper);
}

/* The subject of the first verb before `verb` that has one of its own. */
static struct phrase
subject_of_another(const struct reader *r, size_t low, size_t verb)
{
	struct phrase p;
	size_t i;

	for (i = low; i < verb; i++) {
		if (!is_finite(r, i, low) || lacks_subject(r, i, low))
			continue;
		p = phrase_before(r->t, low, i);
		if (!phrase_is_empty(p))
			return p;
	}
	return phrase_first(r->t, low, verb);
}

static struct phrase
subject_of(const struct reader *r, size_t low, size_t verb, size_t high)
{
	struct phrase p = { 0, 0 };

	if (!lacks_subject(r, verb, low))
		p = phrase_before(r->t, low, verb);
	if (phrase_is_empty(p) && is_kind(r, verb, CUE_STRONG)
	    && (verb == low || !is_kind(r, verb - 1, CUE_INFINITIVE)))
		p = phrase_after(r->t, verb + 1, high);
	if (phrase_is_empty(p))
		p = subject_of_another(r, low, verb);
	return p;
}

static bool
is_cue(const struct reader *r, size_t at, size_t low)
{
	if (is_kind(r, at, CUE_PARTICIPLE))
		return true;
	return phrase_is_cue(r->t, at, low) && !is_passive(r, at, low);
}

/* "according to X", with the quotation on either side. */
static bool
take_source(const struct reader *r, size_t at, size_t high,
    struct candidate *c)
{
	struct phrase p = phrase_after(r->t, at + 1, high);

	if (phrase_is_empty(p))
		return false;
	*c = (struct candidate) { p, { at, at + 1 }, 0, HOW_ACCORDING, true };
	return true;
}

static bool
is_pronoun(const struct reader *r, struct phrase p)
{
	return r->t[p.first].kind >= CUE_HE && r->t[p.first].kind <= CUE_IT;
}

/*
 * Looks for who speaks between the sentence's beginning and token k: the
 * subject of the nearest cue; but a pronoun gives way to the subject of a
 * strong verb further off ("Smith said he called it ..").
 */
static bool
find_before(const struct reader *r, size_t k, struct candidate *c)
{
	struct phrase p;
	bool found = false;
	size_t i;

	for (i = k; i-- > r->low;) {
		if (found && is_type(r, i, TOKEN_QUOTE))
			break;
		if (!found && is_kind(r, i, CUE_SOURCE)
		    && take_source(r, i, k, c))
			return true;
		if (!is_cue(r, i, r->low)
		    || (found && !is_kind(r, i, CUE_STRONG)))
			continue;
		p = subject_of(r, r->low, i, k);
		if (phrase_is_empty(p) || (found && p.first >= c->cue.first))
			continue;
		*c = (struct candidate) { p, { i, i + 1 },
			found ? c->distance : k - i - 1, HOW_BEFORE,
			r->t[i].kind == CUE_STRONG };
		if (!is_pronoun(r, p))
			return true;
		found = true;
	}
	return found;
}

/* "Smith: .." */
static bool
find_label(const struct reader *r, size_t k, struct candidate *c)
{
	struct phrase p;

	if (k < r->low + 2 || !is_type(r, k - 1, TOKEN_COLON)
	    || k - r->low > LABEL_WORDS + 1)
		return false;
	p = phrase_after(r->t, r->low, k - 1);
	*c = (struct candidate) { p, { 0, 0 }, 0, HOW_COLON, true };
	return !phrase_is_empty(p) && r->t[p.first].upper;
}

/* "..", said Smith; "..", a déclaré Smith */
static bool
find_inverted(const struct reader *r, size_t i, struct candidate *c)
{
	size_t verb = i;
	struct phrase p;

	while (is_kind(r, verb, CUE_AUX) || is_kind(r, verb, CUE_ADVERB))
		verb++;
	if (verb >= r->high || !is_kind(r, verb, CUE_STRONG)
	    || r->t[verb].upper)
		return false;
	p = phrase_after(r->t, verb + 1, r->high);
	*c = (struct candidate) { p, { verb, verb + 1 }, 0, HOW_AFTER, true };
	return !phrase_is_empty(p);
}

/* Looks for who speaks between token k and the sentence's end. */
static bool
find_after(const struct reader *r, size_t k, struct candidate *c)
{
	size_t i = k + 1, at;
	struct phrase p;
	bool joined; /* the sentence goes on: "..", and Smith said .. */

	while (i < r->high && (is_type(r, i, TOKEN_COMMA)
	    || is_type(r, i, TOKEN_DASH)))
		i++;
	if (find_inverted(r, i, c))
		return true;
	joined = is_kind(r, i, CUE_CONJUNCTION);
	for (at = i; at < r->high && !is_type(r, at, TOKEN_QUOTE)
	    && !is_type(r, at, TOKEN_SEMICOLON); at++) {
		if (is_kind(r, at, CUE_SOURCE)
		    && take_source(r, at, r->high, c))
			return true;
		if (joined || !phrase_is_cue(r->t, at, i)
		    || is_passive(r, at, i))
			continue;
		p = phrase_before(r->t, i, at);
		if (phrase_is_empty(p))
			continue;
		*c = (struct candidate) { p, { at, at + 1 }, p.first - i,
			HOW_AFTER, r->t[at].kind == CUE_STRONG };
		return true;
	}
	return false;
}

/* Whether a quotation ends so that its sentence goes on: ",", "?", "!". */
static bool
leads_on(const struct reader *r, size_t k)
{
	const struct quote *q = &r->in->quotes->quote[r->t[k].quote];
	char last = r->in->scan->text[q->end - 1];

	return last == ',' || last == '?' || last == '!' || last == '-'
	    || is_type(r, k + 1, TOKEN_COMMA)
	    || is_type(r, k + 1, TOKEN_DASH);
}

/* Whether words stand between the sentence's beginning and token k. */
static bool
is_inside(const struct reader *r, size_t k)
{
	size_t i;

	for (i = r->low; i < k; i++)
		if (is_type(r, i, TOKEN_WORD))
			return true;
	return false;
}

/* The best of what the sentence has to say. */
static bool
find_in_sentence(const struct reader *r, size_t k, struct candidate *c)
{
	struct candidate after, before;
	bool has_after = find_after(r, k, &after);
	bool has_before = find_before(r, k, &before);

	if (has_after && (!has_before
	    || (leads_on(r, k) && after.distance == 0 && after.strong
	        && (before.distance > ADJACENT || !before.strong))))
		*c = after;
	else if (has_before)
		*c = before;
	else
		return find_label(r, k, c);
	return true;
}

static struct place
place_of(const struct reader *r, struct phrase p)
{
	if (phrase_is_empty(p))
		return (struct place) { 0, 0 };
	return (struct place) { r->t[p.first].start, r->t[p.end - 1].end };
}

/* Sets low and high to the sentence around token k, within reach. */
static void
find_sentence(struct reader *r, size_t k)
{
	r->low = k;
	while (r->low > 0 && k - r->low < REACH
	    && r->t[r->low - 1].type != TOKEN_STOP)
		r->low--;
	r->high = k + 1;
	while (r->high < r->n && r->high - k < REACH
	    && r->t[r->high].type != TOKEN_STOP)
		r->high++;
}

/* Looks in the sentence before, then in the one behind. */
static bool
find_nearby(struct reader *r, size_t k, struct candidate *c)
{
	size_t low = r->low, high = r->high;
	bool found = false;

	if (low > 1) {
		find_sentence(r, low - 2);
		r->high = low - 1;
		found = find_before(r, low - 1, c);
	}
	if (!found && high + 1 < r->n && !is_inside(r, k)) {
		find_sentence(r, high + 1);
		r->low = high + 1;
		found = find_after(r, high, c);
	}
	r->low = low;
	r->high = high;
	c->how = HOW_CARRIED;
	return found;
}

/*
 * Whom a pronoun at token i may mean: the subject of the nearest sentence
 * before it in the paragraph that is about a name. Behind a quotation, that
 * one's speaker is more likely.
 */
static struct place
find_antecedent(const struct reader *r, size_t i)
{
	struct reader before = *r;
	struct phrase p;
	bool quoted;
	size_t n;

	for (n = 0; n < SENTENCES_BACK && i > 1; n++) {
		while (i > 0 && !is_type(r, i - 1, TOKEN_STOP))
			i--;
		if (i < 2)
			break;
		find_sentence(&before, i -= 2);
		quoted = is_type(r, before.low, TOKEN_QUOTE);
		p = phrase_first(r->t, before.low + quoted, i + 1);
		if (!phrase_is_empty(p) && !is_pronoun(r, p)
		    && r->t[p.end - 1].upper)
			return place_of(r, p);
		if (quoted)
			break;
	}
	return (struct place) { 0, 0 };
}

static void
attribute(struct reader *r, size_t k, const struct attribution *last,
    bool in_paragraph, struct attribution *a)
{
	struct candidate c;
	bool found;

	find_sentence(r, k);
	found = find_in_sentence(r, k, &c);
	if (!found && (last == NULL || !in_paragraph))
		found = find_nearby(r, k, &c);
	if (!found && last != NULL) {
		*a = *last;
		a->inside = is_inside(r, k);
		a->how = HOW_CARRIED;
		return;
	}
	if (!found) {
		c = (struct candidate) { .how = HOW_SUBJECT };
		c.speaker = phrase_first(r->t, r->low, k);
		found = !phrase_is_empty(c.speaker);
	}
	a->inside = is_inside(r, k);
	a->how = found ? c.how : HOW_NONE;
	a->distance = found ? c.distance : 0;
	a->speaker = found ? place_of(r, c.speaker) : (struct place) { 0, 0 };
	a->cue = found ? place_of(r, c.cue) : (struct place) { 0, 0 };
	if (found && is_pronoun(r, c.speaker))
		a->antecedent = find_antecedent(r, c.speaker.first);
	if (last != NULL && a->how == HOW_BEFORE
	    && a->cue.start == last->cue.start && last->how == HOW_AFTER)
		a->how = HOW_CARRIED;
}

/* The end of the paragraph that begins with block b: where no quotation is
 * open. */
static size_t
group_end(const struct quotes *q, size_t i, size_t b)
{
	size_t end = b;

	for (; i < q->n && q->quote[i].block <= end; i++)
		if (q->quote[i].last_block > end)
			end = q->quote[i].last_block;
	return end + 1;
}

/* The last byte of a block that is no space; 0 if there is none. */
static char
last_byte(const struct scan *s, const struct block *b)
{
	struct span text = block_trim(s, b);

	return text.n > 0 ? text.p[text.n - 1] : '\0';
}

/*
 * Reads the block before a paragraph that begins with quotation i, if it
 * leads to it ("She went on:") or holds none itself.
 */
static void
read_context(struct attributions *as, const struct sentence_text *in,
    size_t i, const struct block *block)
{
	const struct quote *q = &in->quotes->quote[i];
	const struct block *b = &block[q->block];
	size_t start = b->start, cursor = i;
	bool leads, quotes;

	while (start < q->open && block_is_space(in->scan->text[start]))
		start++;
	if (start < q->open || q->block == 0 || b[-1].end - b[-1].start > FAR)
		return;
	leads = last_byte(in->scan, b - 1) == ':';
	quotes = i > 0 && in->quotes->quote[i - 1].last_block == q->block - 1;
	if (quotes && !leads)
		return;
	sentence_read(&as->sentences, in, b[-1].start, b[-1].end, &cursor);
	if (!leads)
		sentence_stop(&as->sentences, b[-1].end);
}

static void
attribute_group(struct attributions *as, struct reader *r,
    const struct block *blocks, const struct attribution **last)
{
	const struct quote *q;
	struct attribution *a;
	bool in_paragraph = false; /* `last` is of this one */
	size_t k;

	r->t = as->sentences.token;
	r->n = as->sentences.n;
	for (k = 0; k < r->n; k++) {
		if (r->t[k].type != TOKEN_QUOTE)
			continue;
		q = &r->in->quotes->quote[r->t[k].quote];
		a = &as->of[r->t[k].quote];
		attribute(r, k, *last, in_paragraph, a);
		speech_judge(a, q, r->in, &blocks[q->block]);
		if (!a->speech)
			continue;
		*last = a->how != HOW_NONE && a->how != HOW_SUBJECT ? a : NULL;
		in_paragraph = true;
	}
}

void
attribution_find(struct attributions *as, const struct sentence_text *in,
    const struct window *w)
{
	struct reader r = { .in = in };
	const struct attribution *last = NULL;
	const struct quotes *q = in->quotes;
	const struct block *block = w->blocks.block;
	size_t i, next, end, cursor;

	as->of = alloc_grow(as->of, &as->cap, q->n, sizeof *as->of);
	as->n = q->n;
	if (q->n > 0)
		memset(as->of, 0, q->n * sizeof *as->of);
	for (i = 0; i < q->n; i = next) {
		end = group_end(q, i, q->quote[i].block);
		for (next = i; next < q->n && q->quote[next].block < end;)
			next++;
		as->sentences.n = 0;
		cursor = i;
		read_context(as, in, i, block);
		sentence_read(&as->sentences, in,
		    block[q->quote[i].block].start, block[end - 1].end,
		    &cursor);
		attribute_group(as, &r, block, &last);
	}
}

void
attribution_end(struct attributions *as)
{
	sentence_end(&as->sentences);
	free(as->of);
	memset(as, 0, sizeof *as);
}
