/* SPDX-License-Identifier: ISC */
/*
 * train - learns data/net.zones.txt from pages whose articles are known
 *
 *	train [-x GROUP,..] DIR <ids >data/net.zones.txt
 *
 * Reads ids of pages, one a line; bench/example.h says what DIR has of each.
 * Those zones that no label tells apart are told by data/priors.zones.txt. The
 * same pages give the same weights. With -x the features of some groups
 * (common/model.c) are left out, to see what they are good for.
 */
#include <err.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "alloc.h"
#include "network.h"

#define ROUNDS 24      /* through all pages */
#define LIKELY 5       /* by likelihood alone, to begin with .. */
#define LIKELIHOOD 0.05 /* .. then by so much of it .. */
#define RISK 100       /* .. and the risk */
#define DROP 0.2       /* of features, overlooked at a time */
#define BATCH 8        /* pages for a step */
#define RATE 0.003     /* of the first steps .. */
#define STEADY 0.4     /* .. for this share of all; then it falls to 0 */
#define PI 3.14159265358979323846

/* The priors, as data/list.awk made them. */
extern const char priors_list[];
extern const size_t priors_list_n;

static struct examples examples;
static struct network network;

/* Puts the pages in another order. */
static void
shuffle(size_t *order, size_t n)
{
	size_t i, k, at;

	for (i = n; i > 1; i--) {
		k = (size_t)(example_draw(&examples.dice) * (double)i);
		at = order[i - 1];
		order[i - 1] = order[k];
		order[k] = at;
	}
}

/* The rate of steps after a share of all. */
static double
rate_at(double share)
{
	if (share < STEADY)
		return RATE;
	return RATE * 0.5
	    * (1 + cos(PI * (share - STEADY) / (1 - STEADY)));
}

/* Goes once through all pages; returns the loss of them. */
static double
learn_round(const size_t *order, unsigned round)
{
	size_t n = examples.n, i, k;
	double loss = 0;

	for (i = 0; i < n; i += k) {
		for (k = 0; k < BATCH && i + k < n; k++)
			loss += network_loss(&network,
			    &examples.page[order[i + k]]);
		network_step(&network, k,
		    rate_at((round + (double)i / (double)n) / ROUNDS));
	}
	return loss;
}

static void
learn(void)
{
	size_t *order = alloc_array(examples.n, sizeof *order), i;
	double loss = 0;
	unsigned round;

	for (i = 0; i < examples.n; i++)
		order[i] = i;
	for (round = 0; round < ROUNDS; round++) {
		shuffle(order, examples.n);
		if (round == LIKELY) {
			network.likelihood = LIKELIHOOD;
			network.risk = RISK;
		}
		loss = learn_round(order, round);
	}
	warnx("loss %.4f a page", loss / (double)examples.n);
	free(order);
}

/* Whether the feature's group is among names with commas between. */
static bool
is_among(size_t feature, struct span names)
{
	char name[MODEL_NAME];
	struct span group;

	model_name((unsigned)feature, name);
	*strchr(name, '.') = '\0';
	while (names.n > 0) {
		group = span_cut(&names, ',');
		if (span_equal(group, span_of(name)))
			return true;
	}
	return false;
}

/* Takes features away from a page. */
static void
leave_out(struct example *page, const bool out[MODEL_FEATURES])
{
	struct example_block *b;
	size_t i, k, n = 0, first;

	for (i = 0; i < page->n; i++) {
		b = &page->block[i];
		first = n;
		for (k = b->first; k < (size_t)b->first + b->n; k++)
			if (!out[page->active[k]])
				page->active[n++] = page->active[k];
		b->first = (uint32_t)first;
		b->n = (uint16_t)(n - first);
	}
	page->n_active = n;
}

/* Takes the features of groups away from all pages, and from the priors. */
static void
leave_out_groups(struct priors *priors, const char *names)
{
	static bool out[MODEL_FEATURES];
	size_t i;

	for (i = 0; i < MODEL_FEATURES; i++) {
		out[i] = is_among(i, span_of(names));
		if (out[i])
			memset(priors->zone[i], 0, sizeof priors->zone[i]);
	}
	for (i = 0; i < examples.n; i++)
		leave_out(&examples.page[i], out);
}

/* Marks the features that any page has. */
static void
find_seen(bool seen[MODEL_FEATURES])
{
	size_t i, k;

	for (i = 0; i < examples.n; i++)
		for (k = 0; k < examples.page[i].n_active; k++)
			seen[examples.page[i].active[k]] = true;
}

static void
put_head(void)
{
	puts("# SPDX-License-Identifier: ISC\n"
	    "# The network of common/net.c, in whole numbers; made by "
	    "`make model`.\n"
	    "# \"FEATURE unit\" and \"FEATURE zone\": 256 is 1; \"mix.N PART\""
	    ", \"mix.N zone\": 1024\n"
	    "# is 1; \"mix.N bias\" and steps, \"ZONE>NEXT\": 256 is 1. "
	    "Features: common/model.c.\n"
	    "# trained on WCXB (Web Content Extraction Benchmark), (c) 2026 "
	    "Murrough Foley,\n"
	    "# CC-BY-4.0; changed: flattened to text");
}

/* A weight as a whole number. */
static long
whole(float weight, int one)
{
	return lroundf(weight * (float)one);
}

struct row {
	char text[256];
	size_t n;
};

/* Appends numbers; false if all are zero. */
static bool
add_numbers(struct row *row, const float *weight, size_t n, int one)
{
	bool any = false;
	size_t i;

	for (i = 0; i < n; i++) {
		row->n += (size_t)snprintf(row->text + row->n,
		    sizeof row->text - row->n, "%c%ld", i > 0 ? ' ' : '\t',
		    whole(weight[i], one));
		any |= whole(weight[i], one) != 0;
	}
	return any;
}

#define ROWS (2 * MODEL_FEATURES + NET_MIXED * (NET_PARTS + 2) + ZONES * ZONES)

struct table {
	struct row row[ROWS];
	size_t n;
};

static struct table table;

/* Adds a row of numbers, if they are not all zero. */
static void
add_row(const char *name, const char *of, const float *weight, size_t n,
    int one)
{
	struct row *row = &table.row[table.n];

	row->n = (size_t)snprintf(row->text, sizeof row->text, "%s %s", name,
	    of);
	table.n += add_numbers(row, weight, n, one);
}

static void
add_features(const struct network_weights *w)
{
	char name[MODEL_NAME];
	unsigned i;

	for (i = 0; i < MODEL_FEATURES; i++) {
		model_name(i, name);
		if (name[0] == '.')
			continue;
		add_row(name, "unit", w->unit[i], NET_UNITS, NET_ONE);
		add_row(name, "zone", w->zone[i], ZONES, NET_ONE);
	}
}

static void
add_mixed(const struct network_weights *w)
{
	char name[MODEL_NAME];
	size_t i, part;

	for (i = 0; i < NET_MIXED; i++) {
		snprintf(name, sizeof name, "mix.%zu", i);
		for (part = 0; part < NET_PARTS; part++)
			add_row(name, net_part_names[part],
			    w->mix[i] + part * NET_UNITS, NET_UNITS,
			    NET_MIX_ONE);
		add_row(name, "bias", &w->mix_bias[i], 1, NET_ONE);
		add_row(name, "zone", w->out[i], ZONES, NET_MIX_ONE);
	}
}

static void
add_steps(const struct network_weights *w)
{
	const char *const *names = model_zone_names;
	struct row *row;
	size_t i, k;

	for (i = 0; i < ZONES; i++)
		for (k = 0; k < ZONES; k++) {
			row = &table.row[table.n++];
			row->n = (size_t)snprintf(row->text,
			    sizeof row->text, "%s>%s", names[i], names[k]);
			if (w->step[i][k] <= NET_NEVER)
				strcpy(row->text + row->n, "\tnever");
			else
				add_numbers(row, &w->step[i][k], 1, NET_ONE);
		}
}

/* In the order of the bytes before the tab. */
static int
compare_rows(const void *a, const void *b)
{
	const char *p = ((const struct row *)a)->text;
	const char *q = ((const struct row *)b)->text;

	for (; *p == *q && *p != '\t'; p++, q++)
		;
	return (*p == '\t' ? 0 : *p) - (*q == '\t' ? 0 : *q);
}

static void
put_weights(const struct network_weights *w)
{
	size_t i;

	add_features(w);
	add_mixed(w);
	add_steps(w);
	qsort(table.row, table.n, sizeof table.row[0], compare_rows);
	put_head();
	for (i = 0; i < table.n; i++)
		puts(table.row[i].text);
	if (fflush(stdout) != 0)
		err(2, "standard output");
}

static int
usage(void)
{
	fputs("usage: train [-x GROUP,..] DIR <ids >net.zones.txt\n", stderr);
	return 2;
}

int
main(int argc, char **argv)
{
	static bool seen[MODEL_FEATURES];
	static struct priors priors;
	const char *without = "";
	struct span bad;
	size_t i;
	int c;

	while ((c = getopt(argc, argv, "x:")) != -1)
		if (c == 'x')
			without = optarg;
		else
			return usage();
	if (argc - optind != 1)
		return usage();
	if (!priors_begin(&priors, list_of(priors_list, priors_list_n), &bad))
		errx(2, "priors: %.*s", (int)bad.n, bad.p);
	examples_begin(&examples);
	examples_read(&examples, stdin, argv[optind]);
	warnx("%zu pages, %zu passed over", examples.n, examples.n_passed);
	for (i = 0; i < examples.n; i++)
		priors_settle(&priors, &examples.page[i]);
	leave_out_groups(&priors, without);
	network_begin(&network, &priors, &examples.dice);
	network.drop = DROP;
	learn();
	find_seen(seen);
	network_forget(&network, seen);
	put_weights(&network.mean);
	network_end(&network);
	examples_end(&examples);
	return 0;
}
