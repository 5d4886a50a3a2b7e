/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "model.h"

const char *const model_zone_names[ZONE_PLACES + 1] = { "before", "content",
	"patch", "comments", "related", "after", "lead", NULL };

const char *const model_role_names[ROLES + 1] = { "ad", "body", "breadcrumb",
	"byline", "caption", "comments", "date", "heading", "legal", "list",
	"nav", "notice", "quote", "related", "share", "standfirst", "tags",
	"title", NULL };

static const char *const first_names[FIRSTS] = { "other", "lower", "upper",
	"digit", "mark", "bullet", "hash" };

static const char *const sign_names[SIGNS] = { "pipe", "arrow", "dot", "at",
	"copyright", "url", "hash", "money", "colon", "comma", "dash",
	"code", "paren" };

static const char *const last_names[LASTS] = { "other", "question",
	"exclamation", "paren", "bracket" };

static const char *const numbers[MODEL_PROSE] = { "0", "1", "2", "3", "4",
	"5", "6", "7", "8", "9", "10", "11", "12", "13" };

/* The groups of features; a feature's number is its group's first, and on. */
enum {
	F_NONE = 0,                          /* none.0 .. mark.9 */
	F_CAPS = F_NONE + ENDINGS * FEATURE_BUCKETS,
	F_NUMBERS = F_CAPS + FEATURE_QUARTERS,
	F_COVERED = F_NUMBERS + FEATURE_QUARTERS,
	F_STOPS = F_COVERED + FEATURE_QUARTERS,
	F_FIRST = F_STOPS + 4,
	F_ANY = F_FIRST + FIRSTS,
	F_HEAD = F_ANY + KINDS,
	F_WHOLE = F_HEAD + KINDS,
	F_SIGN = F_WHOLE + KINDS,
	F_SENTENCES = F_SIGN + SIGNS,
	F_COMMAS = F_SENTENCES + FEATURE_BUCKETS,
	F_PARENS = F_COMMAS + FEATURE_BUCKETS,
	F_MARKS = F_PARENS + 3,
	F_LAST = F_MARKS + 4,
	F_FUNCTIONS = F_LAST + LASTS,
	F_SELF = F_FUNCTIONS + FEATURE_EIGHTHS,
	F_YOU = F_SELF + 3,
	F_KNOWN = F_YOU + 3,
	F_THREAD = F_KNOWN + MODEL_KNOWN,
	F_TO_THREAD = F_THREAD + MODEL_THREAD,
	F_AGAIN = F_TO_THREAD + FEATURE_BUCKETS,
	F_BEFORE = F_AGAIN + 1,
	F_AFTER = F_BEFORE + FEATURE_BUCKETS,
	F_PREV = F_AFTER + FEATURE_BUCKETS,
	F_NEXT = F_PREV + 2 * FEATURE_BUCKETS,
	F_INDEX = F_NEXT + 2 * FEATURE_BUCKETS,
	F_LEFT = F_INDEX + FEATURE_BUCKETS,
	F_RUN = F_LEFT + FEATURE_BUCKETS,
	F_BEST = F_RUN + FEATURE_BUCKETS,
	F_BEST_SHARE = F_BEST + 3 * FEATURE_BUCKETS,
	F_BEST_PROSE = F_BEST_SHARE + MODEL_SHARE,
	F_TOPIC = F_BEST_PROSE + MODEL_PROSE,
	F_HEADLINE = F_TOPIC + MODEL_KNOWN,
	F_OPENER = F_HEADLINE + 4,
	F_COPIES = F_OPENER + FEATURE_BUCKETS,
	F_DOWN = F_COPIES + FEATURE_BUCKETS,
	F_INTO = F_DOWN + MODEL_SHARE,
	F_PACE = F_INTO + MODEL_SHARE,
	F_RHYTHM = F_PACE + FEATURE_BUCKETS,
	F_ZONE = F_RHYTHM + MODEL_RHYTHM,
	F_NEAR = F_ZONE + ZONE_PLACES,
	F_ECHO = F_NEAR + FEATURE_BUCKETS,
	F_LEAD = F_ECHO + FEATURE_QUARTERS,
	F_CRUMB,
	F_BIAS,
	F_END
};

/*
 * The table of features. "Bucket": a number by its binary digits, 0 to 9; the
 * window stands for the page.
 */
static const struct group {
	const char *name;
	unsigned first, n;
	const char *const *values;
} groups[] = {
	/* how a block ends, by the bucket of its words */
	{ "none", F_NONE + ENDING_NONE * FEATURE_BUCKETS, FEATURE_BUCKETS,
	    numbers },
	{ "stop", F_NONE + ENDING_STOP * FEATURE_BUCKETS, FEATURE_BUCKETS,
	    numbers },
	{ "dots", F_NONE + ENDING_DOTS * FEATURE_BUCKETS, FEATURE_BUCKETS,
	    numbers },
	{ "colon", F_NONE + ENDING_COLON * FEATURE_BUCKETS, FEATURE_BUCKETS,
	    numbers },
	{ "mark", F_NONE + ENDING_MARK * FEATURE_BUCKETS, FEATURE_BUCKETS,
	    numbers },
	/* share of words with a capital, with a digit, in phrases: quarters */
	{ "caps", F_CAPS, FEATURE_QUARTERS, numbers },
	{ "numbers", F_NUMBERS, FEATURE_QUARTERS, numbers },
	{ "covered", F_COVERED, FEATURE_QUARTERS, numbers },
	/* stops of sentences, 3 at most */
	{ "stops", F_STOPS, 4, numbers },
	/* what it begins with */
	{ "first", F_FIRST, FIRSTS, first_names },
	/* phrases of a kind: in it, at its head, all of it (data/phrases) */
	{ "any", F_ANY, KINDS, feature_kinds },
	{ "head", F_HEAD, KINDS, feature_kinds },
	{ "whole", F_WHOLE, KINDS, feature_kinds },
	/* signs between its words (sign.h) */
	{ "sign", F_SIGN, SIGNS, sign_names },
	/* buckets: stops, words after which a comma stands */
	{ "sentences", F_SENTENCES, FEATURE_BUCKETS, numbers },
	{ "commas", F_COMMAS, FEATURE_BUCKETS, numbers },
	/* words in parentheses, quotation marks; the sign at its end */
	{ "parens", F_PARENS, 3, numbers },
	{ "marks", F_MARKS, 4, numbers },
	{ "last", F_LAST, LASTS, last_names },
	/*
	 * share of function words, in eighths; words of the first person, of
	 * the second, 2 at most (data/functions)
	 */
	{ "functions", F_FUNCTIONS, FEATURE_EIGHTHS, numbers },
	{ "self", F_SELF, 3, numbers },
	{ "you", F_YOU, 3, numbers },
	/* share of its telling words that other sentences have, in sixths */
	{ "known", F_KNOWN, MODEL_KNOWN, numbers },
	/*
	 * the prose over the last heading of comments, as a bucket and 1;
	 * blocks to the next one, as a bucket
	 */
	{ "thread", F_THREAD, MODEL_THREAD, numbers },
	{ "tothread", F_TO_THREAD, FEATURE_BUCKETS, numbers },
	/* the page has the same block elsewhere */
	{ "again", F_AGAIN, 1, numbers + 1 },
	/* words in sentences of the 3 blocks before, after: buckets */
	{ "before", F_BEFORE, FEATURE_BUCKETS, numbers },
	{ "after", F_AFTER, FEATURE_BUCKETS, numbers },
	/* words of the block before, after, and whether it ends in a stop */
	{ "prevnone", F_PREV, FEATURE_BUCKETS, numbers },
	{ "prevstop", F_PREV + MODEL_STOP, FEATURE_BUCKETS, numbers },
	{ "nextnone", F_NEXT, FEATURE_BUCKETS, numbers },
	{ "nextstop", F_NEXT + MODEL_STOP, FEATURE_BUCKETS, numbers },
	/* blocks before it and behind; blocks on end without prose: buckets */
	{ "index", F_INDEX, FEATURE_BUCKETS, numbers },
	{ "left", F_LEFT, FEATURE_BUCKETS, numbers },
	{ "run", F_RUN, FEATURE_BUCKETS, numbers },
	/*
	 * blocks to the best run of sentences (page_best.h), to the nearer end
	 * of it, since it: buckets
	 */
	{ "tobest", F_BEST + BEST_BEFORE * FEATURE_BUCKETS, FEATURE_BUCKETS,
	    numbers },
	{ "inbest", F_BEST + BEST_IN * FEATURE_BUCKETS, FEATURE_BUCKETS,
	    numbers },
	{ "pastbest", F_BEST + BEST_AFTER * FEATURE_BUCKETS, FEATURE_BUCKETS,
	    numbers },
	/*
	 * of the page: the share of prose that is in the run, in tenths; its
	 * words, as binary digits
	 */
	{ "bestshare", F_BEST_SHARE, MODEL_SHARE, numbers },
	{ "bestprose", F_BEST_PROSE, MODEL_PROSE, numbers },
	/*
	 * its telling words that the run has, in sixths; that the headline over
	 * the run has, 3 at most
	 */
	{ "topic", F_TOPIC, MODEL_KNOWN, numbers },
	{ "headline", F_HEADLINE, 4, numbers },
	/* other blocks that begin with the same two words, are the same */
	{ "opener", F_OPENER, FEATURE_BUCKETS, numbers },
	{ "copies", F_COPIES, FEATURE_BUCKETS, numbers },
	/* share of the page's blocks, of its words before it, in tenths */
	{ "down", F_DOWN, MODEL_SHARE, numbers },
	{ "into", F_INTO, MODEL_SHARE, numbers },
	/* words to a stop, as a bucket */
	{ "pace", F_PACE, FEATURE_BUCKETS, numbers },
	/* blocks to a turn of a pattern of shapes, as of teasers; 0: none */
	{ "rhythm", F_RHYTHM, MODEL_RHYTHM, numbers },
	/*
	 * for roles: its zone; blocks to the content's head; its words that
	 * sentences have, in quarters; first after the title; a trail
	 */
	{ "zone", F_ZONE, ZONE_PLACES, model_zone_names },
	{ "near", F_NEAR, FEATURE_BUCKETS, numbers },
	{ "echo", F_ECHO, FEATURE_QUARTERS, numbers },
	{ "lead", F_LEAD, 1, numbers + 1 },
	{ "crumb", F_CRUMB, 1, numbers + 1 },
	{ "bias", F_BIAS, 1, numbers + 1 },
};

#define N_GROUPS (sizeof groups / sizeof groups[0])
_Static_assert(F_END <= MODEL_FEATURES, "room for the features");

size_t
model_named(struct span name)
{
	struct span group = span_cut(&name, '.');
	size_t i, value;

	for (i = 0; i < N_GROUPS; i++)
		if (span_equal(group, span_of(groups[i].name)))
			break;
	if (i == N_GROUPS)
		return MODEL_FEATURES;
	value = span_index(name, groups[i].values, groups[i].n);
	return value < groups[i].n ? groups[i].first + value : MODEL_FEATURES;
}

/*
 * Appends the feature of a value, unless that is 0: bias.1 stands for all of
 * these.
 */
static inline size_t
add_value(uint16_t *active, size_t n, unsigned first, unsigned value)
{
	active[n] = (uint16_t)(first + value);
	return n + (value != 0);
}

/* What is seen of the block itself. */
static size_t
add_shape(const struct feature *f, uint16_t *active, size_t n)
{
	active[n++] = (uint16_t)(F_NONE + f->ending * FEATURE_BUCKETS
	    + f->words);
	n = add_value(active, n, F_CAPS, f->caps);
	n = add_value(active, n, F_NUMBERS, f->numbers);
	n = add_value(active, n, F_COVERED, f->covered);
	n = add_value(active, n, F_STOPS, f->stops);
	n = add_value(active, n, F_FIRST, f->first);
	n = model_add_bits(active, n, f->hits.any, F_ANY, 2);
	n = model_add_bits(active, n, f->hits.head, F_HEAD, 1);
	n = model_add_bits(active, n, f->hits.whole, F_WHOLE, 1);
	n = model_add_bits(active, n, f->signs, F_SIGN, 2);
	n = add_value(active, n, F_SENTENCES, f->sentences);
	n = add_value(active, n, F_COMMAS, f->commas);
	n = add_value(active, n, F_PARENS, f->parens);
	n = add_value(active, n, F_MARKS, f->marks);
	n = add_value(active, n, F_LAST, f->last);
	return add_value(active, n, F_PACE, f->pace);
}

/* What is known of its neighbours. */
static size_t
add_neighbours(const struct model_place *p, uint16_t *active, size_t n)
{
	n = add_value(active, n, F_BEFORE, p->before);
	n = add_value(active, n, F_AFTER, p->after);
	if (p->prev < MODEL_EDGE)
		active[n++] = (uint16_t)(F_PREV + p->prev);
	if (p->next < MODEL_EDGE)
		active[n++] = (uint16_t)(F_NEXT + p->next);
	n = add_value(active, n, F_RUN, p->run);
	return add_value(active, n, F_RHYTHM, p->rhythm);
}

/* The parts of a block's features: model_stretch's, model_own's. */
enum part { STRETCH = 1, OWN = 2 };

/* What is known of it by the page. */
static inline size_t
add_place(const struct model_place *p, uint16_t *active, size_t n,
    unsigned parts)
{
	if ((parts & OWN) != 0)
		n = add_value(active, n, F_KNOWN, p->known);
	if ((parts & STRETCH) != 0) {
		n = add_value(active, n, F_THREAD, p->thread);
		n = add_value(active, n, F_TO_THREAD, p->to_thread);
	}
	if ((parts & OWN) != 0)
		n = add_value(active, n, F_AGAIN - 1, p->again);
	if ((parts & STRETCH) != 0) {
		n = add_value(active, n, F_INDEX, p->index);
		n = add_value(active, n, F_LEFT, p->left);
		active[n++] = (uint16_t)(F_BEST + p->best * FEATURE_BUCKETS
		    + p->best_far);
	}
	if ((parts & OWN) != 0) {
		n = add_value(active, n, F_TOPIC, p->topic);
		n = add_value(active, n, F_HEADLINE, p->headline);
		n = add_value(active, n, F_OPENER, p->opener);
		n = add_value(active, n, F_COPIES, p->copies);
	}
	if ((parts & STRETCH) == 0)
		return n;
	n = add_value(active, n, F_DOWN, p->down);
	return add_value(active, n, F_INTO, p->into);
}

size_t
model_page(const struct model_place *p, uint16_t *active)
{
	size_t n = 0;

	n = add_value(active, n, F_BEST_SHARE, p->best_share);
	n = add_value(active, n, F_BEST_PROSE, p->best_prose);
	active[n++] = F_BIAS;
	return n;
}

/* What is seen of a block and its neighbours, and the parts of its place. */
static inline size_t
add_block(const struct feature *f, const struct model_place *p,
    uint16_t *active, unsigned parts)
{
	size_t n = add_shape(f, active, 0);

	if (!p->foreign) {
		active[n++] = (uint16_t)(F_FUNCTIONS + f->functions);
		n = add_value(active, n, F_SELF, f->first_person);
		n = add_value(active, n, F_YOU, f->second_person);
	}
	n = add_neighbours(p, active, n);
	n = add_place(p, active, n, parts);
	if (p->zone < ZONE_PLACES)
		active[n++] = (uint16_t)(F_ZONE + p->zone);
	if (p->has_near) {
		active[n++] = (uint16_t)(F_NEAR + p->near);
		active[n++] = (uint16_t)(F_ECHO + p->echo);
	}
	n = add_value(active, n, F_LEAD - 1, p->lead);
	return add_value(active, n, F_CRUMB - 1, p->crumb);
}

size_t
model_block(const struct feature *f, const struct model_place *p,
    uint16_t *active)
{
	return add_block(f, p, active, STRETCH | OWN);
}

size_t
model_stretch(const struct model_place *p, uint16_t *active)
{
	return add_place(p, active, 0, STRETCH);
}

size_t
model_own(const struct feature *f, const struct model_place *p,
    uint16_t *active)
{
	return add_block(f, p, active, OWN);
}

size_t
model_features(const struct feature *f, const struct model_place *p,
    uint16_t *active)
{
	size_t n = model_page(p, active);

	return n + model_block(f, p, active + n);
}

void
model_name(unsigned feature, char *to)
{
	const char *name = "", *value = "";
	size_t i, n;

	for (i = 0; i < N_GROUPS; i++) {
		if (feature - groups[i].first >= groups[i].n)
			continue;
		name = groups[i].name;
		value = groups[i].values[feature - groups[i].first];
	}
	n = strlen(name);
	memcpy(to, name, n);
	to[n] = '.';
	memcpy(to + n + 1, value, strlen(value) + 1);
}
