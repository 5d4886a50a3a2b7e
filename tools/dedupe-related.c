/* SPDX-License-Identifier: ISC */
/*
 * dedupe-related - drops blocks that repeat, or are teasers of, others
 *
 * Reads documents block after block, and leaves out those that say again what
 * was said before: in the same words, as a cut-off beginning, as a menu trail
 * around a title, or with a few words changed. Writes the rest as it came.
 *
 * Keeps in memory: 10 to 12 bytes for each different block, the latest 65,536
 * possible beginnings (some 16 MB) and blocks that others may be near to (some
 * 32 MB), and one window of the document; with -a or --removed 20 to 24 bytes
 * more for each block, and all document ids.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "dedupe.h"
#include "dedupe_state.h"
#include "program.h"
#include "repeat_row.h"
#include "sandbox.h"
#include "whole.h"

enum {
	AGAINST = OPTION_LONG,
	APPLY,
	DOCUMENTS,
	DROP_EMPTY,
	EMIT_KEYS,
	LEARN,
	MERGE,
	MIN_WORDS,
	NEAR_RECORDS_OPTION,
	PART,
	REDUCE,
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
	    "write before each block how often it occurs; needs\n"
	    "--learn" },
	{ DOCUMENTS, "documents", "[=SHARE]",
	    "drop all of a document of whose words this share\n"
	    "(0.8) is dropped" },
	{ DROP_EMPTY, "drop-empty", NULL,
	    "leave out documents that nothing is left of" },
	{ 'v', "dropped", NULL, "write what is dropped instead" },
	{ LEARN, "learn", NULL,
	    "read all first: what comes later counts, too" },
	{ 'M', "memory", "SIZE", "exit with 2 rather than use more memory" },
	{ MIN_WORDS, "min-words", "N",
	    "never drop a block of fewer words (1)" },
	{ REMOVED, "removed", "FILE",
	    "append a TSV row to FILE for each block dropped" },
	{ REPEATS, "repeats", "WHICH",
	    "of equal blocks keep the first (default) or none;\n"
	    "none needs --learn" },
	{ STATE, "state", "FILE",
	    "what is in this state counts as seen;\n"
	    "in the end save in it all that was seen" },
	{ TIER, "tier", "TIER,..",
	    "look only for exact, teaser, crumb, near repeats" },
	{ 0, NULL, NULL, NULL },
};

/* For many machines, for states, and to trade memory. */
static const struct option_spec more_specs[] = {
	{ APPLY, "apply", "DROPS",
	    "drop from the part what --reduce says; repeatable" },
	{ EMIT_KEYS, "emit-keys", NULL,
	    "write lines for --reduce: key, tab, value" },
	{ MERGE, "merge", "FILE",
	    "make this state part of that of --state, and read\n"
	    "no input; repeatable" },
	{ NEAR_RECORDS_OPTION, "near-records", "N",
	    "look for near repeats of the latest N blocks (65536)" },
	{ PART, "part", "N", "the input's number among its parts" },
	{ REDUCE, "reduce", NULL,
	    "read lines of --emit-keys, sorted, and write drops" },
	{ STATE_INFO, "state-info", "FILE", "say what is in a state" },
	{ STATE_MATCHES, "state-matches", NULL,
	    "save where each block stood, to name it later" },
	{ TEASER_RECORDS_OPTION, "teaser-records", "N",
	    "look for teasers of the latest N blocks (65536)" },
	{ 0, NULL, NULL, NULL },
};

static const struct tool tool = {
	.name = "dedupe-related",
	.purpose = "Drops blocks that repeat, or are teasers of, what was "
	           "seen before.",
	.options = specs,
	.more = more_specs,
};

/* What to do when there is not enough memory. */
static const char advice[] = "give more (--memory), keep less "
    "(--teaser-records, --near-records, no --annotate, --removed or "
    "--state-matches), or split the work over several runs (--emit-keys)";

static const char *const repeats[] = { "first", "none", NULL };

#define LEAST_SHARE 0.01 /* of a document that was seen */

struct options {
	struct repeat_options repeat;
	struct dedupe_options dedupe;
	bool drop_empty;
	struct dedupe_states state;
	const char *removed;
	struct shard_options shard;
};

static int
run(const struct common *common, const struct options *o)
{
	const struct product product = {
		.kind = o->shard.emit ? PRODUCT_LINES
		    : common->annotate ? PRODUCT_ROWS : PRODUCT_TEXT,
		.member = "blocks",
		.columns = o->repeat.count ? repeat_counted_columns
		                           : repeat_columns,
		.removed = o->removed,
		.eager = true,
		.twice = o->repeat.learn,
		.whole = o->dedupe.share > 0,
		.drop_empty = o->drop_empty && !common->annotate,
		.makes_files = o->state.own != NULL,
	};
	struct repeats r;
	struct shard shard = { 0 };
	struct filter f;
	int status = PROGRAM_FAILED;

	repeats_begin(&r, &o->repeat);
	if (dedupe_state_load(&o->state, &r)
	    && shard_begin(&shard, &o->shard, &r)) {
		filter_begin(&f, common, &product);
		dedupe(&f, &r, &o->dedupe, &shard);
		status = dedupe_state_save(&o->state, &r, filter_end(&f));
	}
	repeats_end(&r);
	shard_end(&shard);
	return status;
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

/* Refuses what has no meaning without another option. */
static void
check_needs(const struct common *common, const struct options *o)
{
	if (o->state.merged.n > 0 && o->state.own == NULL)
		program_misused("--merge needs --state", NULL);
	if (o->state.merged.n > 0 && common->n_operands > 0)
		program_misused("--merge reads no input",
		    common->operands[0]);
	if (o->repeat.matches && o->state.own == NULL)
		program_misused("--state-matches needs --state", NULL);
	if (o->repeat.count && !o->repeat.learn)
		program_misused("--count needs --learn", NULL);
	if (o->repeat.none && !o->repeat.learn)
		program_misused("--repeats=none needs --learn", NULL);
}

/* Refuses what the parts of an input can't do. */
static void
check_shard(const struct common *common, const struct options *o)
{
	shard_check(&o->shard,
	    o->state.own != NULL         ? "--state"
	        : o->state.info != NULL  ? "--state-info"
	        : o->repeat.learn        ? "--learn"
	        : o->dedupe.share > 0    ? "--documents"
	        : common->skip_existing  ? "--skip-existing"
	                                 : NULL,
	    o->state.against.n > 0       ? "--against"
	        : o->dedupe.dropped      ? "--dropped"
	        : o->removed != NULL     ? "--removed"
	        : o->drop_empty          ? "--drop-empty"
	        : common->annotate       ? "--annotate"
	        : common->on_error == ON_ERROR_PASS ? "--on-error=pass"
	                                            : NULL);
}

/* Takes an option for states and for many machines; false if it is none. */
static bool
set_stored(struct options *o, const struct option_parser *p, int option)
{
	switch (option) {
	case AGAINST:
		dedupe_state_add(&o->state.against, p->arg);
		return true;
	case APPLY:
		shard_add_apply(&o->shard, p->arg);
		return true;
	case EMIT_KEYS:
		o->shard.emit = true;
		return true;
	case MERGE:
		dedupe_state_add(&o->state.merged, p->arg);
		return true;
	case PART:
		o->shard.part = (uint32_t)option_number(p, 0,
		    POSITION_PART_MOST);
		o->shard.numbered = true;
		return true;
	case REDUCE:
		o->shard.reduce = true;
		return true;
	case STATE:
		o->state.own = p->arg;
		return true;
	case STATE_INFO:
		o->state.info = p->arg;
		return true;
	case STATE_MATCHES:
		o->repeat.matches = true;
		return true;
	default:
		return false;
	}
}

/* Takes any other. */
static void
set(struct options *o, const struct option_parser *p, int option)
{
	switch (option) {
	case 'c':
		o->repeat.count = true;
		break;
	case DOCUMENTS:
		o->dedupe.share = p->arg == NULL
		    ? WHOLE_SHARE : option_share(p, LEAST_SHARE, 1);
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
		alloc_limit(option_size(p, 1, SIZE_MAX), advice);
		break;
	case MIN_WORDS:
		o->repeat.min_words = option_number(p, 1, UINT64_MAX);
		break;
	case NEAR_RECORDS_OPTION:
		o->repeat.near = option_number(p, 1, NEAR_MOST);
		break;
	case REMOVED:
		o->removed = p->arg;
		break;
	case REPEATS:
		o->repeat.none = option_choice(p, repeats) == 1;
		break;
	case TEASER_RECORDS_OPTION:
		o->repeat.teasers = option_number(p, 1, TEASER_MOST);
		break;
	case TIER:
		choose_tiers(p, o->repeat.tier);
		break;
	}
}

static void
parse(int argc, char **argv, struct common *common, struct options *o)
{
	struct option_parser p;
	int c;

	option_begin(&p, &tool, argc, argv);
	while ((c = option_next(&p, common)) != -1)
		if (!set_stored(o, &p, c))
			set(o, &p, c);
	option_end(&p, common);
	check_needs(common, o);
	check_shard(common, o);
	o->repeat.documents = o->dedupe.share > 0;
	o->repeat.named = common->annotate || o->removed != NULL
	    || o->repeat.documents || shard_is_map(&o->shard);
}

static int
work(const struct common *common, const struct options *o)
{
	sandbox_enter(o->state.info == NULL ? SANDBOX_FILES : SANDBOX_PLAIN);
	if (o->state.info != NULL)
		return dedupe_state_show(&o->state);
	if (o->shard.reduce)
		return shard_reduce(common);
	if (o->state.merged.n > 0)
		return dedupe_state_merge(&o->state, &o->repeat);
	return run(common, o);
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
	dedupe_state_end(&o.state);
	free(o.shard.apply);
	return status;
}
