/* SPDX-License-Identifier: ISC */
/*
 * extract-quotes - one record for each quotation: the words, who said them
 *
 * Reads documents, writes a row or an object for each quotation. Memory holds
 * a window of the document, its latest names, and what the formats need.
 */
#include <stdlib.h>

#include "attribution.h"
#include "filter.h"
#include "person.h"
#include "program.h"
#include "speech.h"

enum { OPTION_HOW = OPTION_LONG, OPTION_KIND };

static const struct option_spec option_table[] = {
	{ OPTION_HOW, "how", "HOW,..", "only those attributed by these "
	    "patterns:\nafter before colon according dash "
	    "subject\nturn carried none" },
	{ OPTION_KIND, "kind", "KIND", "speech (default), mention or all" },
	{ 0, NULL, NULL, NULL },
};

static const struct tool tool = {
	"extract-quotes",
	"Writes a record for each quotation: its words, who said them, the "
	    "verb that\nsays so, and where it stands.",
	option_table,
};

static const char *const columns[] = { "doc", "start", "end", "kind",
	"speaker", "name", "cue", "how", "text", NULL };
static const char *const columns_annotated[] = { "doc", "start", "end",
	"verdict", "score", "kind", "speaker", "name", "cue", "how", "reason",
	"text", NULL };
static const char *const kinds[] = { "speech", "mention", "all", NULL };

struct options {
	struct common common;
	bool kind[2];          /* speech, mention: printed */
	bool how[HOW_COUNT];   /* printed */
};

/* The last speaker of a sex; text keeps the name while its window goes. */
struct heard {
	struct span name;
	char text[2 * PERSON_BYTES];
};

struct extractor {
	struct filter filter;
	const struct options *options;
	struct cues cues;
	struct people people;
	struct quotes quotes;
	struct attributions attributions;
	size_t lang;
	bool lang_known, begun;
	struct heard he, she;      /* whom pronouns may mean */
};

static void
remember(struct extractor *e, struct span name, enum cue_kind sex)
{
	if (name.n == 0)
		return;
	if (sex != CUE_SHE)
		e->he.name = name;
	if (sex != CUE_HE)
		e->she.name = name;
}

/* Keeps a name for the next window. */
static void
keep(struct heard *heard)
{
	if (heard->name.n > sizeof heard->text)
		heard->name.n = 0;
	if (heard->name.n > 0)
		memmove(heard->text, heard->name.p, heard->name.n);
	heard->name.p = heard->text;
}

/* The name of a person in the text, and his or her sex if that is told. */
static struct span
name_at(struct extractor *e, struct place who, enum cue_kind *sex)
{
	const struct scan *s = &e->filter.window.scan;
	struct span name = person_name(&e->people, e->lang, s, who.start,
	    who.end);

	*sex = cue_sex(&e->cues, e->lang, scan_span(s, who.start, who.end));
	if (*sex == CUE_NONE)
		*sex = cue_sex(&e->cues, e->lang, name);
	return name;
}

/* The name of whom a quotation is given to, or nothing. */
static struct span
resolve(struct extractor *e, size_t i)
{
	const struct attribution *a = &e->attributions.of[i];
	const struct scan *s = &e->filter.window.scan;
	struct span speaker = scan_span(s, a->speaker.start, a->speaker.end);
	enum cue_kind pronoun = cue_kind_of(&e->cues, e->lang, speaker), sex;
	struct heard *heard = pronoun == CUE_SHE ? &e->she : &e->he;
	struct span name;

	if (speaker.n == 0)
		return speaker;
	if (a->origin < i)
		return e->attributions.of[a->origin].name;
	if (e->cues.unspaced[e->lang])
		return a->name;
	if (pronoun != CUE_HE && pronoun != CUE_SHE) {
		name = name_at(e, a->speaker, &sex);
		remember(e, name, sex);
		return name;
	}
	name = name_at(e, a->antecedent, &sex);
	if (name.n == 0 || (sex != CUE_NONE && sex != pronoun))
		return heard->name;
	remember(e, name, pronoun);
	return name;
}

static void
write_quote(struct extractor *e, size_t i)
{
	const struct quote *q = &e->quotes.quote[i];
	const struct attribution *a = &e->attributions.of[i];
	struct window *w = &e->filter.window;
	struct rows *r = &e->filter.rows;
	const struct scan *s = &w->scan;
	bool printed = e->options->kind[!a->speech] && e->options->how[a->how];
	bool annotated = e->options->common.annotate;

	if (!printed && !annotated)
		return;
	rows_begin(r);
	rows_number(r, "start", ROWS_BOTH, window_offset(w, q->start));
	rows_number(r, "end", ROWS_BOTH, window_offset(w, q->end));
	if (annotated) {
		rows_text(r, "verdict", ROWS_BOTH,
		    span_of(printed ? "keep" : "drop"));
		rows_score(r, "score", ROWS_BOTH, speech_score(a));
	}
	rows_text(r, "kind", ROWS_BOTH, span_of(kinds[!a->speech]));
	rows_text(r, "speaker", ROWS_BOTH,
	    scan_span(s, a->speaker.start, a->speaker.end));
	if (a->speaker.end > a->speaker.start) {
		rows_number(r, "speaker_start", ROWS_JSON,
		    window_offset(w, a->speaker.start));
		rows_number(r, "speaker_end", ROWS_JSON,
		    window_offset(w, a->speaker.end));
	}
	rows_text(r, "name", ROWS_BOTH, a->name);
	rows_text(r, "cue", ROWS_BOTH,
	    scan_span(s, a->cue.start, a->cue.end));
	rows_text(r, "how", ROWS_BOTH, span_of(speaker_hows[a->how]));
	if (annotated)
		rows_text(r, "reason", ROWS_BOTH, span_of(a->reason));
	rows_text(r, "text", ROWS_BOTH, scan_span(s, q->start, q->end));
	if (a->via.end > a->via.start)
		rows_text(r, "via", ROWS_JSON,
		    scan_span(s, a->via.start, a->via.end));
	rows_end(r);
}

/* Learns the names of the window's text, and its language if need be. */
static void
learn(struct extractor *e)
{
	const struct window *w = &e->filter.window;
	const struct block *b = w->blocks.block;
	size_t from = b[e->quotes.quote[0].block].start;
	size_t to = b[w->blocks.n - 1].end;

	if (!e->lang_known)
		e->lang = cue_language(&e->cues, &w->scan, from, to);
	e->lang_known = true;
	person_learn(&e->people, e->lang, &w->scan, b[0].start, to);
}

/* Makes the tables, once there is a mark to look at. */
static void
begin(struct extractor *e)
{
	cue_begin(&e->cues);
	person_begin(&e->people, &e->cues);
	e->lang = e->cues.english;
	e->begun = true;
}

/* Writes the quotations of a window; how many blocks are decided. */
static size_t
extract_window(struct extractor *e)
{
	struct filter *f = &e->filter;
	struct sentence_text text = { &f->window.scan, &e->cues, 0,
		&e->quotes };
	const struct quote *q;
	size_t n, i;

	if (scan_next(text.scan, SCAN_MARK, 0, text.scan->len)
	    == text.scan->len)
		return f->window.blocks.n;
	if (!e->begun)
		begin(e);
	n = quote_find(&e->quotes, &e->cues, e->lang, &f->window);
	if (e->quotes.n == 0)
		return n;
	learn(e);
	text.lang = e->lang;
	attribution_find(&e->attributions, &text, &f->window);
	for (i = 0; i < e->quotes.n; i++) {
		q = &e->quotes.quote[i];
		if (q->block >= n)
			break;
		e->attributions.of[i].name = resolve(e, i);
		write_quote(e, i);
	}
	keep(&e->he);
	keep(&e->she);
	return n;
}

static int
extract(const struct options *options)
{
	const struct product product = {
		.kind = PRODUCT_ROWS,
		.member = options->common.annotate ? "blocks" : "quotes",
		.columns = options->common.annotate ? columns_annotated
		                                    : columns,
	};
	struct extractor e = { .options = options };

	filter_begin(&e.filter, &options->common, &product);
	while (filter_document(&e.filter)) {
		person_forget(&e.people);
		quote_begin(&e.quotes);
		attribution_begin(&e.attributions);
		e.he.name.n = e.she.name.n = 0;
		e.lang = e.cues.english;
		e.lang_known = false;
		while (filter_window(&e.filter) != NULL)
			filter_decided(&e.filter, extract_window(&e));
	}
	attribution_end(&e.attributions);
	quote_end(&e.quotes);
	person_end(&e.people);
	cue_end(&e.cues);
	return filter_end(&e.filter);
}

static void
parse(struct options *o, int argc, char **argv)
{
	struct option_parser p;
	size_t i;
	int c;

	o->kind[0] = true;
	for (i = 0; i < HOW_COUNT; i++)
		o->how[i] = true;
	option_begin(&p, &tool, argc, argv);
	while ((c = option_next(&p, &o->common)) != -1)
		switch (c) {
		case OPTION_HOW:
			memset(o->how, 0, sizeof o->how);
			while (option_list(&p, &p.arg, speaker_hows, &i))
				o->how[i] = true;
			break;
		case OPTION_KIND:
			i = option_choice(&p, kinds);
			o->kind[0] = i != 1;
			o->kind[1] = i != 0;
			break;
		}
	option_end(&p, &o->common);
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };

	program_begin(argv);
	parse(&options, argc, argv);
	return extract(&options);
}
