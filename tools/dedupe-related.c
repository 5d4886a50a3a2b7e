/* SPDX-License-Identifier: ISC */
/*
 * dedupe-related - drops blocks that repeat, or are teasers of, others
 *
 * Reads documents block after block, and leaves out those that say again what
 * was said before: in the same words, as a cut-off beginning, or as a menu
 * trail around a title. Writes the rest as it came.
 *
 * Keeps in memory: 10 to 12 bytes for each different block, the latest 65,536
 * possible beginnings (some 16 MB), and one window of the document; with -a
 * or --removed 20 to 24 bytes more for each block, and all document ids.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "filter.h"
#include "program.h"
#include "repeat.h"
#include "shard.h"
#include "state.h"

enum {
	AGAINST = OPTION_LONG,
	APPLY,
	EMIT_KEYS,
	MIN_WORDS,
	PART,
	REDUCE,
	REMOVED,
	STATE,
	STATE_INFO,
	TIER
};

static const struct option_spec specs[] = {
	{ AGAINST, "against", "FILE",
	    "what is in this state counts as seen; repeatable" },
	{ APPLY, "apply", "DROPS",
	    "drop from the part what --reduce says; repeatable" },
	{ 'v', "dropped", NULL, "write what is dropped instead" },
	{ EMIT_KEYS, "emit-keys", NULL,
	    "write lines for --reduce: key, tab, value" },
	{ MIN_WORDS, "min-words", "N",
	    "never drop a block of fewer words (1)" },
	{ PART, "part", "N", "the input's number among its parts" },
	{ REDUCE, "reduce", NULL,
	    "read lines of --emit-keys, sorted, and write drops" },
	{ REMOVED, "removed", "FILE",
	    "append a TSV row to FILE for each block dropped" },
	{ STATE, "state", "FILE",
	    "what is in this state counts as seen;\n"
	    "in the end save in it all that was seen" },
	{ STATE_INFO, "state-info", "FILE", "say what is in a state" },
	{ TIER, "tier", "TIER,..",
	    "look only for exact, teaser, crumb repeats" },
	{ 0, NULL, NULL, NULL },
};

static const struct tool tool = {
	"dedupe-related",
	"Drops blocks that repeat, or are teasers of, what was seen before.",
	specs,
};

static const char *const tiers[] = { "exact", "teaser", "crumb", NULL };

static const char *const columns[] = { "doc", "start", "end", "verdict",
	"score", "tier", "match_doc", "match_start", "reason", "text", NULL };

static const char *const reasons[] = {
	[REPEAT_NEW] = "not seen before",
	[REPEAT_WORDLESS] = "too few words",
	[REPEAT_SAME] = "the same words",
	[REPEAT_BEGINNING] = "cut-off beginning",
	[REPEAT_HEADLINE] = "headline of a teaser",
	[REPEAT_TRAIL] = "trail around a title",
};

struct options {
	struct repeat_options repeat;
	bool dropped;             /* write what is dropped */
	const char **against;     /* .. */
	size_t n_against;
	const char *removed, *state, *state_info;
	struct shard_options shard;
};

/* The name and start of what a block repeats. */
static void
put_match(struct rows *rows, const struct repeats *r, const struct verdict *v)
{
	bool named = repeat_is_dropped(v);
	bool placed = named && v->match.start != REPEAT_NO_START;
	char name[POSITION_BYTES];
	struct span none = { NULL, 0 };

	rows_text(rows, "match_doc", ROWS_BOTH,
	    named ? repeats_match_name(r, v, name) : none);
	if (placed)
		rows_number(rows, "match_start", ROWS_BOTH, v->match.start);
	else
		rows_text(rows, "match_start", ROWS_BOTH, none);
}

static void
put_row(struct rows *rows, struct window *w, const struct block *b,
    const struct repeats *r, const struct verdict *v)
{
	bool dropped = repeat_is_dropped(v);

	rows_begin(rows);
	rows_number(rows, "start", ROWS_BOTH, window_offset(w, b->start));
	rows_number(rows, "end", ROWS_BOTH, window_offset(w, b->end));
	rows_text(rows, "verdict", ROWS_BOTH,
	    span_of(dropped ? "drop" : "keep"));
	rows_score(rows, "score", ROWS_BOTH, v->score);
	rows_text(rows, "tier", ROWS_BOTH,
	    span_of(dropped ? tiers[v->tier] : NULL));
	put_match(rows, r, v);
	rows_text(rows, "reason", ROWS_BOTH, span_of(reasons[v->reason]));
	rows_text(rows, "text", ROWS_BOTH,
	    scan_span(&w->scan, b->start, b->end));
	rows_end(rows);
}

static void
put_block(struct filter *f, const struct options *o, const struct repeats *r,
    size_t i)
{
	const struct block *b = &f->window.blocks.block[i];
	const struct verdict *v = repeats_verdict(r, i);

	if (o->removed != NULL && repeat_is_dropped(v))
		put_row(&f->removed, &f->window, b, r, v);
	if (f->common->annotate)
		put_row(&f->rows, &f->window, b, r, v);
	else if (repeat_is_dropped(v) == o->dropped)
		filter_keep(f, b);
}

static void
dedupe(struct filter *f, const struct options *o, struct repeats *r,
    struct shard *s)
{
	struct window *w;
	size_t n, i;

	while (filter_document(f)) {
		repeats_document(r, f->doc.name);
		shard_document(s, f);
		while ((w = filter_window(f)) != NULL) {
			n = repeats_judge(r, w);
			if (!shard_is_sound(s, f))
				break;
			for (i = 0; i < n && !o->shard.emit; i++)
				put_block(f, o, r, i);
			repeats_decided(r, n);
			filter_decided(f, n);
		}
	}
	shard_close(s, f);
}

/* Loads the states; false if one can't be used. */
static bool
load(struct repeats *r, const struct options *o)
{
	const char *reason;
	bool absent;
	size_t i;

	for (i = 0; i < o->n_against; i++) {
		reason = memory_load(&r->against, o->against[i],
		    repeats_file(r, o->against[i]), NULL);
		if (reason != NULL) {
			program_complain(o->against[i], 0, reason);
			return false;
		}
	}
	if (o->state == NULL)
		return true;
	reason = memory_load(&r->own, o->state, repeats_file(r, o->state),
	    &absent);
	if (reason == NULL || absent)
		return true;
	program_complain(o->state, 0, reason);
	return false;
}

/* Whether a state can be saved where it is to be: known before, not after. */
static bool
probe(const char *path)
{
	struct output_file file;
	int error = path == NULL ? 0 : output_create(&file, path);

	if (error != 0)
		program_complain(path, 0, strerror(error));
	else if (path != NULL)
		output_abandon(&file);
	return error == 0;
}

/* Saves the state, unless the run has failed; the status to end with. */
static int
save(const struct repeats *r, const struct options *o, int status)
{
	int error;

	if (o->state == NULL || status == PROGRAM_FAILED)
		return status;
	if ((error = memory_save(&r->own, o->state)) == 0)
		return status;
	program_complain(o->state, 0, strerror(error));
	return PROGRAM_FAILED;
}

static int
run(const struct common *common, const struct options *o)
{
	const struct product product = {
		.kind = o->shard.emit ? PRODUCT_LINES
		    : common->annotate ? PRODUCT_ROWS : PRODUCT_TEXT,
		.member = "blocks",
		.columns = columns,
		.removed = o->removed,
		.eager = true,
	};
	struct repeats r;
	struct shard shard = { 0 };
	struct filter f;
	int status = PROGRAM_FAILED;

	repeats_begin(&r, &o->repeat);
	if (probe(o->state) && load(&r, o)
	    && shard_begin(&shard, &o->shard, &r)) {
		filter_begin(&f, common, &product);
		dedupe(&f, o, &r, &shard);
		status = save(&r, o, filter_end(&f));
	}
	repeats_end(&r);
	shard_end(&shard);
	return status;
}

static void
put_count(struct output *out, const char *name, uint64_t n)
{
	char line[80];
	int len = snprintf(line, sizeof line, "%s\t%ju\n", name, (uintmax_t)n);

	output_write(out, line, (size_t)len);
}

/* --state-info: says what is in a state, if it is sound. */
static int
show_state(const char *path)
{
	uint64_t n[TIERS] = { 0 };
	struct state_section s;
	struct state_reader r;
	struct output out;

	if (state_open(&r, path)) {
		while (state_next_section(&r, &s) && state_skip(&r))
			n[s.kind == STATE_TEASER] += s.n_records;
		state_close(&r);
	}
	if (r.reason != NULL) {
		program_complain(path, 0, r.reason);
		return PROGRAM_FAILED;
	}
	output_begin(&out, STDOUT_FILENO);
	put_count(&out, "version", STATE_VERSION);
	put_count(&out, "exact", n[0]);
	put_count(&out, "teaser", n[1]);
	if (output_close(&out) == 0)
		return PROGRAM_OK;
	program_complain("standard output", 0, strerror(out.error));
	return PROGRAM_FAILED;
}

static void
choose_tiers(const struct option_parser *p, bool *tier)
{
	const char *rest = p->arg;
	size_t i;

	memset(tier, 0, TIERS * sizeof *tier);
	while (option_list(p, &rest, tiers, &i))
		tier[i] = true;
}

static void
add_against(struct options *o, size_t *cap, const char *path)
{
	o->against = alloc_grow(o->against, cap, o->n_against + 1,
	    sizeof *o->against);
	o->against[o->n_against++] = path;
}

/* Refuses what does not go together. */
static void
check(const struct common *common, const struct options *o)
{
	shard_check(&o->shard,
	    o->state != NULL ? "--state"
	        : o->state_info != NULL ? "--state-info"
	        : common->skip_existing ? "--skip-existing"
	                                : NULL,
	    o->n_against > 0 ? "--against"
	        : o->dropped ? "--dropped"
	        : o->removed != NULL ? "--removed"
	        : common->annotate ? "--annotate"
	        : common->on_error == ON_ERROR_PASS ? "--on-error=pass"
	                                            : NULL);
}

static void
parse(int argc, char **argv, struct common *common, struct options *o)
{
	struct option_parser p;
	size_t cap = 0;
	int c;

	option_begin(&p, &tool, argc, argv);
	while ((c = option_next(&p, common)) != -1)
		switch (c) {
		case AGAINST:
			add_against(o, &cap, p.arg);
			break;
		case APPLY:
			shard_add_apply(&o->shard, p.arg);
			break;
		case 'v':
			o->dropped = true;
			break;
		case EMIT_KEYS:
			o->shard.emit = true;
			break;
		case MIN_WORDS:
			o->repeat.min_words = option_number(&p, 1, UINT64_MAX);
			break;
		case PART:
			o->shard.part = (uint32_t)option_number(&p, 0,
			    POSITION_PART_MOST);
			o->shard.numbered = true;
			break;
		case REDUCE:
			o->shard.reduce = true;
			break;
		case REMOVED:
			o->removed = p.arg;
			break;
		case STATE:
			o->state = p.arg;
			break;
		case STATE_INFO:
			o->state_info = p.arg;
			break;
		case TIER:
			choose_tiers(&p, o->repeat.tier);
			break;
		}
	option_end(&p, common);
	o->repeat.places = common->annotate || o->removed != NULL
	    || shard_is_map(&o->shard);
	check(common, o);
}

int
main(int argc, char **argv)
{
	struct options o = { .repeat = { { true, true, true }, 1, false } };
	struct common common = { 0 };
	int status;

	program_begin(argv);
	parse(argc, argv, &common, &o);
	status = o.state_info != NULL ? show_state(o.state_info)
	    : o.shard.reduce          ? shard_reduce(&common)
	                              : run(&common, &o);
	free(o.against);
	free(o.shard.apply);
	return status;
}
