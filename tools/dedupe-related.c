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
#include "dedupe.h"
#include "inventory.h"
#include "merge.h"
#include "program.h"
#include "repeat_row.h"
#include "whole.h"

enum {
	AGAINST = OPTION_LONG,
	DOCUMENTS,
	DROP_EMPTY,
	LEARN,
	MERGE,
	MIN_WORDS,
	NEAR_RECORDS_OPTION,
	REMOVED,
	REPEATS,
	STATE,
	STATE_INFO,
	STATE_MATCHES,
	TEASER_RECORDS_OPTION,
	TIER
};

static const struct option_spec specs[] = {
	{ AGAINST, "against", "FILE",
	    "what is in this state counts as seen; repeatable" },
	{ 'c', "count", NULL,
	    "write before each block how often it occurs; needs\n--learn" },
	{ DOCUMENTS, "documents", "[=SHARE]",
	    "drop all of a document of whose words this share\n"
	    "(0.8) is dropped" },
	{ DROP_EMPTY, "drop-empty", NULL,
	    "leave out documents that nothing is left of" },
	{ 'v', "dropped", NULL, "write what is dropped instead" },
	{ LEARN, "learn", NULL,
	    "read all first: what comes later counts, too" },
	{ 'M', "memory", "SIZE", "exit with 2 rather than use more memory" },
	{ MERGE, "merge", "FILE",
	    "make this state part of that of --state, and read\n"
	    "no input; repeatable" },
	{ MIN_WORDS, "min-words", "N",
	    "never drop a block of fewer words (1)" },
	{ NEAR_RECORDS_OPTION, "near-records", "N",
	    "look for near repeats of the latest N blocks (65536)" },
	{ REMOVED, "removed", "FILE",
	    "append a TSV row to FILE for each block dropped" },
	{ REPEATS, "repeats", "WHICH",
	    "of equal blocks keep the first (default) or none;\n"
	    "none needs --learn" },
	{ STATE, "state", "FILE",
	    "what is in this state counts as seen;\n"
	    "in the end save in it all that was seen" },
	{ STATE_INFO, "state-info", "FILE", "say what is in a state" },
	{ STATE_MATCHES, "state-matches", NULL,
	    "save where each block stood, to name it later" },
	{ TEASER_RECORDS_OPTION, "teaser-records", "N",
	    "look for teasers of the latest N blocks (65536)" },
	{ TIER, "tier", "TIER,..",
	    "look only for exact, teaser, crumb, near\n"
	    "repeats" },
	{ 0, NULL, NULL, NULL },
};

static const struct tool tool = {
	"dedupe-related",
	"Drops blocks that repeat, or are teasers of, what was seen before.",
	specs,
};

/* What to do when there is not enough memory. */
static const char advice[] = "give more (--memory), keep less "
    "(--teaser-records, --near-records, no --annotate, --removed or "
    "--state-matches), or split the work over several runs (--emit-keys)";

static const char *const repeats[] = { "first", "none", NULL };

#define LEAST_SHARE 0.01 /* of a document that was seen */

struct paths {
	const char **path;
	size_t n, cap;
};

struct options {
	struct repeat_options repeat;
	struct dedupe_options dedupe;
	bool drop_empty;
	struct paths against, merged;
	const char *removed, *state, *state_info;
};

/* Loads the states; false if one can't be used. */
static bool
load(struct repeats *r, const struct options *o)
{
	const char *reason, *path;
	bool absent;
	size_t i;

	for (i = 0; i < o->against.n; i++) {
		path = o->against.path[i];
		reason = memory_load(&r->against, path, &r->sources,
		    repeats_file(r, path), NULL);
		if (reason != NULL) {
			program_complain(path, 0, reason);
			return false;
		}
	}
	if (o->state == NULL)
		return true;
	reason = memory_load(&r->own, o->state, &r->sources,
	    repeats_file(r, o->state), &absent);
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
	error = memory_save(&r->own, o->state,
	    o->repeat.matches ? &r->sources : NULL);
	if (error == 0)
		return status;
	program_complain(o->state, 0, strerror(error));
	return PROGRAM_FAILED;
}

static int
run(const struct common *common, const struct options *o)
{
	const struct product product = {
		.kind = common->annotate ? PRODUCT_ROWS : PRODUCT_TEXT,
		.member = "blocks",
		.columns = o->repeat.count ? repeat_counted_columns
		                           : repeat_columns,
		.removed = o->removed,
		.eager = true,
		.twice = o->repeat.learn,
		.whole = o->dedupe.share > 0,
		.drop_empty = o->drop_empty && !common->annotate,
	};
	struct repeats r;
	struct filter f;
	int status = PROGRAM_FAILED;

	repeats_begin(&r, &o->repeat);
	if (probe(o->state) && load(&r, o)) {
		filter_begin(&f, common, &product);
		dedupe(&f, &r, &o->dedupe);
		status = save(&r, o, filter_end(&f));
	}
	repeats_end(&r);
	return status;
}

/* --state-info: says what is in a state, if it is sound. */
static int
show_state(const char *path)
{
	struct output out;
	const char *reason;

	output_begin(&out, STDOUT_FILENO);
	if ((reason = inventory_write(&out, path)) != NULL) {
		program_complain(path, 0, reason);
		return PROGRAM_FAILED;
	}
	if (output_close(&out) == 0)
		return PROGRAM_OK;
	program_complain("standard output", 0, strerror(out.error));
	return PROGRAM_FAILED;
}

/* --merge: makes one state of several. */
static int
merge(const struct options *o)
{
	const struct repeat_options *repeat = &o->repeat;
	struct sources sources = { 0 };
	struct memory memory;
	struct merge m = { .path = o->merged.path, .n = o->merged.n,
		.memory = &memory, .sources = &sources };
	const char *reason;

	memory_begin(&memory, repeat->teasers, repeat->near, repeat->matches);
	if ((reason = merge_states(&m, o->state)) != NULL)
		program_complain(m.culprit, 0, reason);
	memory_end(&memory);
	sources_end(&sources);
	return reason == NULL ? PROGRAM_OK : PROGRAM_FAILED;
}

static void
choose_tiers(const struct option_parser *p, bool *tier)
{
	const char *rest = p->arg;
	size_t i;

	memset(tier, 0, TIERS * sizeof *tier);
	while (option_list(p, &rest, repeat_tiers, &i))
		tier[i] = true;
}

static void
add_path(struct paths *p, const char *path)
{
	p->path = alloc_grow(p->path, &p->cap, p->n + 1, sizeof *p->path);
	p->path[p->n++] = path;
}

/* Refuses what does not go together. */
static void
check(const struct common *common, const struct options *o)
{
	if (o->merged.n > 0 && o->state == NULL)
		program_misused("--merge needs --state", NULL);
	if (o->merged.n > 0 && common->n_operands > 0)
		program_misused("--merge reads no input",
		    common->operands[0]);
	if (o->repeat.matches && o->state == NULL)
		program_misused("--state-matches needs --state", NULL);
	if (o->repeat.count && !o->repeat.learn)
		program_misused("--count needs --learn", NULL);
	if (o->repeat.none && !o->repeat.learn)
		program_misused("--repeats=none needs --learn", NULL);
}

static void
parse(int argc, char **argv, struct common *common, struct options *o)
{
	struct option_parser p;
	int c;

	option_begin(&p, &tool, argc, argv);
	while ((c = option_next(&p, common)) != -1)
		switch (c) {
		case AGAINST:
			add_path(&o->against, p.arg);
			break;
		case 'c':
			o->repeat.count = true;
			break;
		case DOCUMENTS:
			o->dedupe.share = p.arg == NULL
			    ? WHOLE_SHARE
			    : option_share(&p, LEAST_SHARE, 1);
			break;
		case DROP_EMPTY:
			o->drop_empty = true;
			break;
		case 'v':
			o->dedupe.dropped = true;
			break;
		case LEARN:
			o->repeat.learn = true;
			break;
		case 'M':
			alloc_limit(option_size(&p, 1, SIZE_MAX), advice);
			break;
		case MERGE:
			add_path(&o->merged, p.arg);
			break;
		case MIN_WORDS:
			o->repeat.min_words = option_number(&p, 1, UINT64_MAX);
			break;
		case NEAR_RECORDS_OPTION:
			o->repeat.near = option_number(&p, 1, NEAR_MOST);
			break;
		case REMOVED:
			o->removed = p.arg;
			break;
		case REPEATS:
			o->repeat.none = option_choice(&p, repeats) == 1;
			break;
		case STATE:
			o->state = p.arg;
			break;
		case STATE_INFO:
			o->state_info = p.arg;
			break;
		case STATE_MATCHES:
			o->repeat.matches = true;
			break;
		case TEASER_RECORDS_OPTION:
			o->repeat.teasers = option_number(&p, 1, TEASER_MOST);
			break;
		case TIER:
			choose_tiers(&p, o->repeat.tier);
			break;
		}
	option_end(&p, common);
	check(common, o);
	o->repeat.documents = o->dedupe.share > 0;
	o->repeat.named = common->annotate || o->removed != NULL
	    || o->repeat.documents;
}

static int
work(const struct common *common, const struct options *o)
{
	if (o->state_info != NULL)
		return show_state(o->state_info);
	return o->merged.n > 0 ? merge(o) : run(common, o);
}

int
main(int argc, char **argv)
{
	struct options o = { .repeat = { .tier = { true, true, true, true },
		.min_words = 1, .teasers = TEASER_RECORDS,
		.near = NEAR_RECORDS } };
	struct common common = { 0 };
	int status;

	program_begin(argv);
	alloc_limit(SIZE_MAX, advice);
	parse(argc, argv, &common, &o);
	status = work(&common, &o);
	free(o.against.path);
	free(o.merged.path);
	return status;
}
