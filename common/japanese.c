/* SPDX-License-Identifier: ISC */
#include "unspaced.h"

enum {
	ENDING = 5, /* tokens of a verb behind its stem */
	KANA_BYTES = 3,
	LABEL = 12  /* tokens of a name directly before a quotation */
};

static bool
is_cue(const struct line *l, size_t i)
{
	return line_is_kind(l, i, CUE_STRONG) || line_is_kind(l, i, CUE_WEAK);
}

static size_t
low_of(const struct line *l, size_t k)
{
	size_t low = k;

	while (low > 0 && k - low < UNSPACED_REACH
	    && !line_is(l, low - 1, TOKEN_STOP))
		low--;
	return low;
}

/* Whether a noun phrase begins only behind a token. */
static bool
is_border(const struct line *l, size_t i)
{
	const struct token *t = &l->token[i];

	if (t->type != TOKEN_WORD)
		return t->type != TOKEN_OPEN && t->type != TOKEN_CLOSE;
	return t->kind == CUE_PREPOSITION || t->kind == CUE_TOPIC
	    || t->kind == CUE_VERB || t->kind == CUE_CONJUNCTION
	    || t->kind == CUE_ADVERB || t->kind == CUE_TIME
	    || t->kind == CUE_PAST || t->kind == CUE_QUOTATIVE
	    || t->kind == CUE_SOURCE || is_cue(l, i);
}

/* The noun phrase that ends before `end`. */
static struct phrase
phrase_before(const struct line *l, size_t low, size_t end)
{
	size_t first = end;

	while (first > low && !is_border(l, first - 1))
		first--;
	while (first < end && line_is_kind(l, first, CUE_LINK))
		first++;
	return (struct phrase) { first, end };
}

/* Whether a phrase is of somebody: by its title, or a pronoun. */
static bool
is_somebody(const struct line *l, struct phrase who)
{
	uint8_t kind;

	if (phrase_is_empty(who))
		return false;
	if (line_is(l, who.end - 1, TOKEN_CLOSE))
		return true;
	kind = l->token[who.end - 1].kind;
	return kind == CUE_MISTER || kind == CUE_TITLE || kind == CUE_MAYOR
	    || kind == CUE_ORGANISATION
	    || (kind >= CUE_HE && kind <= CUE_IT);
}

/*
 * What has a topic's particle in first..end: the last that is somebody, else
 * the first.
 */
static struct phrase
topic_in(const struct line *l, size_t first, size_t end)
{
	struct phrase best = { end, end }, who;
	size_t i;

	for (i = end; i-- > first;) {
		if (!line_is_kind(l, i, CUE_TOPIC))
			continue;
		who = phrase_before(l, first, i);
		if (is_somebody(l, who))
			return who;
		if (!phrase_is_empty(who))
			best = who;
	}
	return best;
}

/* Whether a token is, or ends in, the ending of a verb. */
static bool
is_ended(const struct line *l, size_t i)
{
	const struct token *t = &l->token[i];
	size_t last = t->end - t->start > KANA_BYTES ? t->end - KANA_BYTES
	                                             : t->start;

	return cue_kind_of(l->text->cues, l->text->lang, scan_span(
	    l->text->scan, last, t->end)) == CUE_PAST
	    || line_is_kind(l, i, CUE_VERB);
}

/* The verb at v with its ending: "述べ" "ている". */
static struct phrase
verb_at(const struct line *l, size_t v)
{
	size_t end = v + 1;

	while (end < v + ENDING && end < l->n && !is_ended(l, end - 1)
	    && segment_script(l->text, &l->token[end]) == SCRIPT_HIRAGANA
	    && !line_is_kind(l, end, CUE_PREPOSITION)
	    && !line_is_kind(l, end, CUE_LINK)
	    && !line_is_kind(l, end, CUE_TOPIC))
		end++;
	return (struct phrase) { v, end };
}

static bool
give(const struct line *l, struct phrase who, struct phrase cue,
    enum speaker_how how, struct speaker *c)
{
	*c = (struct speaker) {
		.who = who,
		.cue = cue,
		.how = (uint8_t)how,
		.strong = true,
		.pronoun = line_is_pronoun(l, who),
	};
	return !phrase_is_empty(who);
}

/* The first verb of saying from i on in its sentence; n if there is none. */
static size_t
next_cue(const struct line *l, size_t i)
{
	size_t end = i + UNSPACED_REACH;

	for (; i < l->n && i < end && !line_is(l, i, TOKEN_STOP)
	    && !line_is(l, i, TOKEN_QUOTE); i++)
		if (is_cue(l, i))
			return i;
	return l->n;
}

/* Where the sentence goes on no further. */
static size_t
stop_from(const struct line *l, size_t i)
{
	while (i < l->n && !line_is(l, i, TOKEN_STOP)
	    && !line_is(l, i, TOKEN_QUOTE) && !line_is(l, i, TOKEN_COMMA))
		i++;
	return i;
}

/*
 * "語ったのは山田さんだ", by the verb at v; "山田さん。", with none, from `first` on.
 */
static bool
find_cleft(const struct line *l, size_t first, size_t v, struct speaker *c)
{
	struct phrase who, cue = { first, first };
	size_t end;

	if (v < l->n) {
		cue = verb_at(l, v);
		first = cue.end + 1;
		if (!line_is_kind(l, cue.end, CUE_LINK)
		    || !line_is_kind(l, first, CUE_TOPIC))
			return false;
		first += 1 + line_is(l, first + 1, TOKEN_COMMA);
	}
	end = stop_from(l, first);
	while (end > first && (line_is_kind(l, end - 1, CUE_PAST)
	    || line_is_kind(l, end - 1, CUE_VERB)
	    || line_is_kind(l, end - 1, CUE_PREPOSITION)
	    || line_is_kind(l, end - 1, CUE_TOPIC)))
		end--;
	who = phrase_before(l, first, end);
	return who.first == first && is_somebody(l, who)
	    && give(l, who, cue, HOW_AFTER, c);
}

/* "「..」と話した女性は": the topic that the verb at v tells of. */
static bool
find_teller(const struct line *l, size_t v, struct speaker *c)
{
	struct phrase cue = verb_at(l, v), who = { cue.end, cue.end };

	while (who.end < l->n && !is_border(l, who.end))
		who.end++;
	return line_is_kind(l, who.end, CUE_TOPIC) && is_somebody(l, who)
	    && give(l, who, cue, HOW_AFTER, c);
}

/* "「..」と述べた", with its subject on either side; "「..」としている". */
static bool
find_quoted(const struct line *l, size_t low, size_t k, struct speaker *c)
{
	size_t v = next_cue(l, k + 2);
	struct phrase who;

	if (!line_is_kind(l, k + 1, CUE_QUOTATIVE))
		return false;
	if (v == l->n && find_cleft(l, k + 2, v, c))
		return true;
	if (v == l->n)
		v = k + 1;
	who = topic_in(l, k + 2, v);
	if (!phrase_is_empty(who))
		return give(l, who, verb_at(l, v), HOW_AFTER, c);
	if (find_cleft(l, k + 2, v, c) || find_teller(l, v, c))
		return true;
	if (v == k + 1 && l->token[v].end - l->token[v].start <= KANA_BYTES)
		return false;
	return give(l, topic_in(l, low, k), verb_at(l, v), HOW_BEFORE, c);
}

/* "山田氏によると、「..」" */
static bool
find_source(const struct line *l, size_t low, size_t k, struct speaker *c)
{
	size_t i;

	for (i = k; i-- > low && !line_is(l, i, TOKEN_QUOTE);)
		if (line_is_kind(l, i, CUE_SOURCE))
			return give(l, phrase_before(l, low, i),
			    (struct phrase) { i, i + 1 }, HOW_ACCORDING, c);
	return false;
}

/* "山田社長「..」"; "山田：「..」" */
static bool
find_label(const struct line *l, size_t low, size_t k, struct speaker *c)
{
	size_t end = k - (k > low && line_is(l, k - 1, TOKEN_COLON));
	struct phrase who = phrase_before(l, low, end), none = { k, k };

	if (who.first != low || end - low > LABEL
	    || line_is_kind(l, k + 1, CUE_LINK)
	    || (end == k && !is_somebody(l, who)))
		return false;
	return give(l, who, none, HOW_COLON, c);
}

/* "山田氏はこう述べた。「..」" */
static bool
find_announced(const struct line *l, size_t low, struct speaker *c)
{
	size_t start, v;

	if (low < 2 || !line_is(l, low - 1, TOKEN_STOP))
		return false;
	start = low_of(l, low - 1);
	for (v = low - 1; v-- > start;)
		if (is_cue(l, v))
			return v > start
			    && (line_is_kind(l, v - 1, CUE_ADVERB))
			    && give(l, topic_in(l, start, v), verb_at(l, v),
			        HOW_BEFORE, c);
	return false;
}

/* "「..」。山田氏はこう述べた。" */
static bool
find_summed_up(const struct line *l, size_t k, struct speaker *c)
{
	size_t first = k + 1, v;

	while (line_is(l, first, TOKEN_STOP))
		first++;
	v = next_cue(l, first);
	return first > k + 1 - line_is_stopped(l, k) && v < l->n && v > first
	    && line_is_kind(l, v - 1, CUE_ADVERB)
	    && (find_cleft(l, first, v, c) || give(l, topic_in(l, first, v),
	        verb_at(l, v), HOW_AFTER, c));
}

/* "「..」（山田社長）" */
static bool
find_signature(const struct line *l, size_t k, struct speaker *c)
{
	size_t end = k + 2;
	struct phrase who;

	if (!line_is(l, k + 1, TOKEN_OPEN))
		return false;
	while (end < l->n && end < k + LABEL && !line_is(l, end, TOKEN_CLOSE))
		end++;
	who = (struct phrase) { k + 2, end };
	return line_is(l, end, TOKEN_CLOSE) && is_somebody(l, who)
	    && give(l, who, (struct phrase) { end, end }, HOW_DASH, c);
}

bool
japanese_speaker(const struct line *l, size_t k, struct speaker *c)
{
	size_t low = low_of(l, k);

	*c = (struct speaker) { .how = HOW_NONE };
	if (find_quoted(l, low, k, c))
		return true;
	if (line_is_kind(l, k + 1, CUE_QUOTATIVE) && c->cue.end > 0)
		return find_source(l, low, k, c);
	return find_signature(l, k, c) || find_source(l, low, k, c)
	    || find_label(l, low, k, c)
	    || (k == low && (find_announced(l, low, c)
	        || find_summed_up(l, k, c)));
}
