/* SPDX-License-Identifier: ISC */
#include "setting.h"
#include "speech.h"
#include "tables.h"
#include "wording.h"

enum {
	NESTED = -4, /* the weight of what stands in other marks */
	HALF_SURE = 4 /* the weight that is half way from .5 to sure */
};

/* A fact's weight for speech, and what to say if it decided. */
struct weight {
	const char *reason;
	int weight;
};

/*
 * Single words are mostly names, titles or held at arm's length; nobody
 * mentions a whole sentence.
 */
static const struct weight weights[FACT_COUNT] = {
	[FACT_ONE_WORD] = { "one word", -3 },
	[FACT_FEW_WORDS] = { "few words", -2 },
	[FACT_SOME_WORDS] = { "some words", 0 },
	[FACT_SENTENCE_WORDS] = { "many words", 2 },
	[FACT_MANY_WORDS] = { "sentence", 6 },

	/* Capitals are for titles and names; talk has persons and verbs. */
	[FACT_TITLE_CASE] = { "title", -5 },
	[FACT_CAPITAL_WORD] = { "name", -4 },
	[FACT_NAME_LIKE] = { "name", -2 },
	[FACT_SMALL_START] = { "fragment", 2 },
	[FACT_CALL] = { "question or exclamation", 3 },
	[FACT_SPOKEN] = { "spoken words", 2 },
	[FACT_FINITE] = { "clause", 2 },
	[FACT_FOREIGN] = { "foreign words", -3 },
	[FACT_ADDRESS] = { "address", -2 },

	/*
	 * Who is said to say it says it, the more so the nearer the verb. A
	 * verb that does not follow closely may have another object.
	 */
	[FACT_AFTER] = { "attributed", 8 },
	[FACT_AFTER_INSIDE] = { "attributed", 5 },
	[FACT_AFTER_BARE] = { "attributed", 4 },
	[FACT_AFTER_FAR] = { "attributed", 1 },
	[FACT_SAYING_NEXT] = { "attributed", 6 },
	[FACT_SAYING_NEAR] = { "attributed", 5 },
	[FACT_SAYING_FAR] = { "attributed", 4 },
	[FACT_CALLING_NEXT] = { "attributed", 6 },
	[FACT_CALLING_NEAR] = { "attributed", 5 },
	[FACT_CALLING_FAR] = { "attributed", 4 },
	[FACT_THINKING] = { "attributed", 5 },
	[FACT_PARTICIPLE] = { "attributed", 6 },
	[FACT_COLON] = { "attributed", 4 },
	[FACT_SOURCE] = { "attributed", 4 },
	[FACT_SIGNATURE] = { "attributed", 4 },
	[FACT_SUBJECT] = { "a person acts", 0 },
	[FACT_CARRIED] = { "goes on", 2 },
	[FACT_CARRIED_INSIDE] = { "no speaker", -1 },
	[FACT_BORROWED] = { "goes on", 0 },
	[FACT_NOBODY] = { "no speaker", -1 },

	/* What leads to names and titles, and what leads to views. */
	[FACT_BESIDE_WORK] = { "title", -5 },
	[FACT_NEAR_WORK] = { "title", -2 },
	[FACT_NAMED] = { "name", -3 },
	[FACT_TERM] = { "term", -3 },
	[FACT_VIEW] = { "view", 2 },
	[FACT_POSSESSIVE] = { "title", -3 },
	[FACT_COMMA] = { "comma before", 2 },
	[FACT_PREPOSITION] = { "expression", -1 },
	[FACT_CUE] = { "cue before", 2 },
	[FACT_AUXILIARY] = { "predicate", 2 },
	[FACT_BRACKET] = { "gloss", -3 },

	/* A noun behind is told which it is: the "fast" lane. */
	[FACT_NOUN] = { "expression", -1 },
	[FACT_WORK] = { "title", -2 },
	[FACT_NICKNAME] = { "nickname", -4 },
	[FACT_BYLINE] = { "byline", -8 },
	[FACT_LABEL] = { "label", -3 },

	/* Headlines quote, and all their words may have capitals. */
	[FACT_REPORTED] = { "reported", 3 },
	[FACT_SPOKEN_OF] = { "reported", 2 },
	[FACT_BEHIND_COLON] = { "behind a colon", 1 },
	[FACT_AMONG_MENTIONS] = { "listed", -3 },
	[FACT_AMONG_SPEECH] = { "listed", 2 },
	[FACT_HEADING] = { "headline", -9 },
	[FACT_HEADLINE] = { "headline", 5 },
	[FACT_STANDS_ALONE] = { "stands alone", 6 },
	[FACT_BEGINS_PARAGRAPH] = { "stands alone", 2 },
};

static int
sum(uint64_t facts)
{
	int total = 0;

	for (; facts != 0; facts &= facts - 1)
		total += weights[scan_lowest(facts)].weight;
	return total;
}

/* The reason of the fact that weighs most for what was decided. */
static const char *
reason_of(uint64_t facts, bool speech)
{
	const char *reason = "attributed";
	int sign = speech ? 1 : -1, most = 0;
	const struct weight *w;

	for (; facts != 0; facts &= facts - 1) {
		w = &weights[scan_lowest(facts)];
		if (w->weight * sign > most) {
			most = w->weight * sign;
			reason = w->reason;
		}
	}
	return reason;
}

/*
 * Whether the facts of the sentence, which cost most to find and are all for
 * speech, may change what the others say together.
 */
static bool
is_open(int weight)
{
	return weight < 0 && weight + weights[FACT_REPORTED].weight
	    + weights[FACT_SPOKEN_OF].weight
	    + weights[FACT_BEHIND_COLON].weight >= 0;
}

double
speech_score(const struct attribution *a)
{
	int size = a->weight < 0 ? -a->weight : a->weight;

	return .5 + .5 * a->weight / (size + HALF_SURE);
}

void
speech_judge(struct attributions *as, const struct passage *p, size_t k,
    const struct block *b)
{
	const struct quote *q = passage_quote(p, k);
	struct attribution *a = &as->of[q - p->text->quotes->quote];
	const struct setting s = setting_of(as, p, k);
	uint64_t facts = wording_read(p->text, &hints_table, q, a->inside)
	    | setting_read(&s, as, b), more;

	a->weight = sum(facts);
	if (as->scored || is_open(a->weight)) {
		more = setting_read_sentence(&s);
		a->weight += sum(more);
		facts |= more;
	}
	a->speech = a->weight >= 0;
	a->reason = as->scored ? reason_of(facts, a->speech) : "";
	if (!a->speech) {
		a->speaker = a->cue = a->via = (struct place) { 0, 0 };
		a->how = HOW_NONE;
	}
}

void
speech_judge_nested(struct attribution *a)
{
	a->speech = false;
	a->weight = NESTED;
	a->reason = "nested";
}
