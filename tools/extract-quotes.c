/* SPDX-License-Identifier: ISC */
/*
 * extract-quotes - one record for each quotation: the words, who said them
 *
 * Reads documents, writes a row or an object for each quotation. Memory holds
 * a window of the document, its latest names, and what the formats need.
 */
#include <stdlib.h>

#include "attribution.h"
#include "dialogue.h"
#include "filter.h"
#include "program.h"
#include "speech.h"
#include "tables.h"

enum { OPTION_HOW = OPTION_LONG, OPTION_KIND };

static const struct option_spec option_table[] = {
	{ OPTION_HOW, "how", "HOW,..", "only those attributed by these "
	    "patterns:\nafter before colon according dash "
	    "subject\nturn carried none" },
	{ OPTION_KIND, "kind", "KIND", "speech (default), mention or all" },
	{ 0, NULL, NULL, NULL },
};

static const struct tool tool = {
	.name = "extract-quotes",
	.purpose = "Writes a record for each quotation: its words, who said "
	           "them, the verb that\nsays so, and where it stands.",
	.options = option_table,
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

struct extractor {
	struct filter filter;
	const struct options *options;
	struct people people;
	struct quotes quotes;
	struct attributions attributions;
	size_t lang;
	bool lang_known, begun;
	struct dialogue dialogue;
};

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
	rows_text(r, "name", ROWS_BOTH, a->name.n > 0 ? a->name
	    : person_name(&e->people, a->person));
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

/* Learns the language of the document by its first window with quotations. */
static void
learn_language(struct extractor *e)
{
	const struct window *w = &e->filter.window;
	const struct block *b = w->blocks.block;

	if (!e->lang_known)
		e->lang = cue_language(&cues_table, &w->scan,
		    b[e->quotes.quote[0].block].start,
		    b[w->blocks.n - 1].end);
	e->lang_known = true;
}

/*
 * Whether names matter: somebody speaks, or may do so in a further window. No
 * rule looks for names where words are not spaced.
 */
static bool
needs_names(const struct extractor *e)
{
	const struct window *w = &e->filter.window;
	const struct attribution *a = e->attributions.of;
	size_t i;

	if (cues_table.unspaced[e->lang])
		return false;
	if (!w->last || w->blocks_before > 0)
		return true;
	for (i = 0; i < e->quotes.n; i++)
		if (a[i].speaker.end > a[i].speaker.start)
			return true;
	return false;
}

/* Learns the names of the window's text, and finds whom each speaker means. */
static void
find_persons(struct extractor *e)
{
	const struct window *w = &e->filter.window;
	const struct block *b = w->blocks.block;
	struct name_text text = { &cues_table, e->lang, &w->scan };

	person_learn(&e->people, &text, b[0].start, b[w->blocks.n - 1].end);
	dialogue_find(&e->dialogue, e->attributions.of, &e->quotes,
	    &e->people, &text, b);
}

/* Makes room for names, once there is a mark to look at. */
static void
begin(struct extractor *e)
{
	person_begin(&e->people);
	e->lang = cues_table.english;
	e->begun = true;
}

/* Writes the quotations of a window; how many blocks are decided. */
static size_t
extract_window(struct extractor *e)
{
	struct filter *f = &e->filter;
	struct sentence_text text = { &f->window.scan, &cues_table, 0,
		&e->quotes };
	const struct quote *q;
	size_t n, i;

	if (scan_next(text.scan, SCAN_MARK, 0, text.scan->len)
	    == text.scan->len)
		return f->window.blocks.n;
	if (!e->begun)
		begin(e);
	n = quote_find(&e->quotes, &cues_table, e->lang, &f->window);
	if (e->quotes.n == 0)
		return n;
	learn_language(e);
	text.lang = e->lang;
	attribution_find(&e->attributions, &text, &f->window);
	if (needs_names(e))
		find_persons(e);
	for (i = 0; i < e->quotes.n; i++) {
		q = &e->quotes.quote[i];
		if (q->block >= n)
			break;
		write_quote(e, i);
	}
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
	struct extractor e = { .options = options,
		.attributions.scored = options->common.annotate };

	filter_begin(&e.filter, &options->common, &product);
	while (filter_document(&e.filter)) {
		person_forget(&e.people);
		quote_begin(&e.quotes);
		dialogue_begin(&e.dialogue);
		e.lang = cues_table.english;
		e.lang_known = false;
		while (filter_window(&e.filter) != NULL)
			filter_decided(&e.filter, extract_window(&e));
	}
	dialogue_end(&e.dialogue);
	attribution_end(&e.attributions);
	quote_end(&e.quotes);
	person_end(&e.people);
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
