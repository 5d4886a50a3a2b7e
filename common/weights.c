/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "chain_name.h"
#include "weights.h"

/* Reads one whole number; false if the text is none or out of bounds. */
static bool
read_number(struct span *text, long most, long *number)
{
	struct span part = span_cut(text, ' ');
	long sign = 1, n = 0;
	size_t i = 0;

	if (part.n > 0 && part.p[0] == '-') {
		sign = -1;
		i = 1;
	}
	if (i == part.n)
		return false;
	for (; i < part.n; i++) {
		if (part.p[i] < '0' || part.p[i] > '9' || n > most)
			return false;
		n = 10 * n + part.p[i] - '0';
	}
	*number = sign * n;
	return n <= most;
}

/* Reads n numbers for consecutive places, or for every second one. */
static bool
read_row(struct span text, int16_t *to, size_t n)
{
	long number;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!read_number(&text, INT16_MAX, &number))
			return false;
		to[i] = (int16_t)number;
	}
	return text.n == 0;
}

/* "content>after", and its weight or "never". */
static bool
read_step(struct net *net, struct span name, struct span text)
{
	struct span left = span_cut(&name, '>');
	size_t from = span_index(left, model_zone_names, ZONES);
	size_t to = span_index(name, model_zone_names, ZONES);
	int16_t weight;

	if (from == ZONES || to == ZONES)
		return false;
	if (span_equal(text, span_of("never"))) {
		net->step[from][to] = NET_NEVER;
		return true;
	}
	if (!read_row(text, &weight, 1))
		return false;
	net->step[from][to] = (float)weight / NET_ONE;
	return true;
}

/* The weights of one part's units in a mixed number. */
static bool
read_part(struct net *net, size_t at, size_t part, struct span text)
{
	int16_t weight[NET_UNITS];
	size_t i, k;

	if (!read_row(text, weight, NET_UNITS))
		return false;
	for (i = 0; i < NET_UNITS; i++) {
		k = part * NET_UNITS + i;
		net->mix[k / 2][at][k % 2] = weight[i];
	}
	return true;
}

/* "here", "bias" or "zone" of a mixed number. */
static bool
read_mix(struct net *net, size_t at, struct span name, struct span text)
{
	size_t part = span_index(name, net_part_names, NET_PARTS), i;
	int16_t weight[MODEL_ZONES] = { 0 };

	if (part < NET_PARTS)
		return read_part(net, at, part, text);
	if (span_equal(name, span_of("bias"))) {
		if (!read_row(text, weight, 1))
			return false;
		net->mix_bias[at] = weight[0] * NET_MIX_ONE;
		return true;
	}
	if (!span_equal(name, span_of("zone"))
	    || !read_row(text, weight, ZONES))
		return false;
	for (i = 0; i < ZONES; i++)
		net->out[at][i] = (float)weight[i] / NET_MIX_ONE;
	return true;
}

/* "stop.5 unit", "stop.5 zone", "mix.3 here" and the like. */
static bool
read_weights(struct net *net, struct span name, struct span text)
{
	struct span left = span_cut(&name, ' '), of = left;
	size_t feature = model_named(left);
	long at;

	if (feature < MODEL_FEATURES) {
		if (span_equal(name, span_of("unit")))
			return read_row(text, net->row[feature].unit, NET_UNITS);
		return span_equal(name, span_of("zone"))
		    && read_row(text, net->row[feature].zone, ZONES);
	}
	left = span_cut(&of, '.');
	return span_equal(left, span_of("mix"))
	    && read_number(&of, NET_MIXED - 1, &at)
	    && read_mix(net, (size_t)at, name, text);
}

bool
weights_net(struct net *net, struct list list, struct span *bad)
{
	struct list_row row;
	bool good;

	memset(net, 0, sizeof *net);
	while (list_next(&list, &row)) {
		good = memchr(row.entry.p, '>', row.entry.n) != NULL
		    ? read_step(net, row.entry, row.kind)
		    : read_weights(net, row.entry, row.kind);
		if (!good) {
			*bad = row.entry;
			return false;
		}
	}
	return true;
}

/* A number for each class, or "never". */
static bool
read_classes(struct span text, int16_t to[CHAIN_ROOM])
{
	struct span part;
	size_t i;

	for (i = 0; i < CLASSES; i++) {
		part = span_cut(&text, ' ');
		if (span_equal(part, span_of("never")))
			to[i] = CHAIN_NEVER;
		else if (!read_row(part, &to[i], 1))
			return false;
	}
	return text.n == 0;
}

/* "mix.here 3" and its classes, "step.title" and those behind it. */
static bool
read_chain(struct chain *c, struct span name, struct span text)
{
	struct span group = span_cut(&name, '.'), of = span_cut(&name, ' ');
	size_t class = span_index(of, chain_class_names, CLASSES);
	size_t part = span_index(of, chain_part_names, CHAIN_PARTS), at;
	int16_t weight[CHAIN_ROOM];
	long unit;

	if (span_equal(group, span_of("step")))
		return class < CLASSES && read_classes(text, c->step[class]);
	if (!span_equal(group, span_of("mix")) || part == CHAIN_PARTS
	    || !read_number(&name, CHAIN_UNITS - 1, &unit)
	    || !read_classes(text, weight))
		return false;
	at = part * CHAIN_UNITS + (size_t)unit;
	for (class = 0; class < CLASSES; class++)
		c->mix[at / 2][class][at % 2] = weight[class];
	return true;
}

bool
weights_chain(struct chain *c, struct list list, struct span *bad)
{
	struct span left, name;
	struct list_row row;
	size_t feature;
	bool good;

	memset(c, 0, sizeof *c);
	while (list_next(&list, &row)) {
		name = row.entry;
		left = span_cut(&name, ' ');
		feature = chain_named(left);
		if (feature == CHAIN_FEATURES)
			good = read_chain(c, row.entry, row.kind);
		else if (span_equal(name, span_of("unit")))
			good = read_row(row.kind, c->row[feature].unit,
			    CHAIN_UNITS);
		else
			good = span_equal(name, span_of("class"))
			    && read_classes(row.kind, c->row[feature].of);
		if (!good) {
			*bad = row.entry;
			return false;
		}
	}
	chain_sum_awake(c);
	return true;
}

/* The feature that the row before named, as rows of one stand together. */
struct memory {
	struct span name;
	size_t feature;
};

/* The place of a weight: "run.1 heading"; null if it is none. */
static float *
weight_named(struct model *m, struct span name, struct memory *last)
{
	struct span left = span_cut(&name, ' ');
	size_t index = span_index(name, model_role_names, ROLES);

	if (!span_equal(left, last->name))
		*last = (struct memory) { left, model_named(left) };
	if (last->feature == MODEL_FEATURES || index == ROLES)
		return NULL;
	return &m->role[last->feature][index];
}

bool
weights_model(struct model *m, struct list list, struct span *bad)
{
	struct memory last = { { NULL, 0 }, MODEL_FEATURES };
	struct list_row row;
	float *weight;
	char *end;

	memset(m, 0, sizeof *m);
	while (list_next(&list, &row)) {
		weight = weight_named(m, row.entry, &last);
		if (weight != NULL)
			*weight = strtof(row.kind.p, &end);
		if (weight == NULL || *end != '\0') {
			*bad = row.entry;
			return false;
		}
	}
	return true;
}
