/* SPDX-License-Identifier: ISC */
/* model: features have room and names; sums are sums. */
#include <assert.h>
#include <string.h>

#include "role_sum.h"
#include "weights.h"

static struct model model;

static void
test_sums(void)
{
	static const char bytes[] = "bias.1 body\0001.5\0\0"
	                            "bias.1 list\0-2\0\0"
	                            "none.2 body\0001\0";
	struct feature f = { .words = 2 };
	struct model_place place = { .zone = ZONE_PLACES };
	uint16_t active[MODEL_ACTIVE];
	float roles[MODEL_ROLES];
	struct span bad;
	size_t n;

	assert(weights_model(&model, list_of(bytes, sizeof bytes), &bad));
	n = model_features(&f, &place, active);
	assert(n > 0 && n <= MODEL_ACTIVE);
	role_sums(&model, active, n, roles);
	assert(roles[ROLE_BODY] > 2.4f && roles[ROLE_BODY] < 2.6f);
	assert(roles[ROLE_LIST] < -1.9f && roles[ROLE_LIST] > -2.1f);
	assert(role_sum(&model, active, n, ROLE_BODY) == roles[ROLE_BODY]);
}

/*
 * Every feature there can be in a block, at once: they have room, and their
 * names are theirs alone.
 */
static void
test_room(void)
{
	const uint32_t kinds = ~0u >> (32 - KINDS);
	struct feature f;
	struct model_place place;
	uint16_t active[MODEL_ACTIVE];
	char name[MODEL_NAME];
	size_t n, i;

	memset(&f, 1, sizeof f);
	memset(&place, 1, sizeof place);
	f.hits = (struct lexicon_hits) { kinds, kinds, kinds, 0, 0 };
	f.signs = (1 << SIGNS) - 1;
	place.foreign = false;
	n = model_features(&f, &place, active);
	assert(n <= MODEL_ACTIVE);
	for (i = 0; i < n; i++) {
		assert(active[i] < MODEL_FEATURES);
		model_name(active[i], name);
		assert(strchr(name, '.') != NULL && strlen(name) > 2);
		assert(model_named(span_of(name)) == active[i]);
	}
	assert(model_named(span_of("stop")) == MODEL_FEATURES);
	assert(model_named(span_of("stop.10")) == MODEL_FEATURES);
	assert(model_named(span_of("nosuch.1")) == MODEL_FEATURES);
}

/* Where no list has the language, its words say nothing. */
static void
test_foreign(void)
{
	struct feature f = { .functions = 3, .first_person = 1,
		.second_person = 2 };
	struct model_place place = { .zone = ZONE_PLACES }, foreign = place;
	uint16_t active[MODEL_ACTIVE];
	size_t n = model_features(&f, &place, active);

	foreign.foreign = true;
	assert(model_features(&f, &foreign, active) + 3 == n);
}

static size_t
count_in(const uint16_t *active, size_t n, uint16_t feature)
{
	size_t i, found = 0;

	for (i = 0; i < n; i++)
		found += active[i] == feature;
	return found;
}

/* A block's features are its own and its stretch's, whatever its place. */
static void
test_parts(void)
{
	uint16_t all[MODEL_ACTIVE], part[MODEL_ACTIVE];
	struct model_place place = { .zone = ZONE_PLACES };
	struct feature f = { .words = 3 };
	uint8_t *bytes = (uint8_t *)&place;
	size_t n, n_own, i, at;

	for (at = 0; at < offsetof(struct model_place, zone); at++) {
		bytes[at] = 1;
		n = model_block(&f, &place, all);
		n_own = model_own(&f, &place, part);
		assert(n == n_own + model_stretch(&place, part + n_own));
		for (i = 0; i < n; i++)
			assert(count_in(all, n, part[i]) == 1);
	}
}

/* What does not change the key changes no feature of the stretch. */
static void
test_key(void)
{
	struct model_place place = { .zone = ZONE_PLACES }, other = place;
	uint16_t active[MODEL_ACTIVE];

	other.into = 1;
	assert(model_stretch_key(&place) != model_stretch_key(&other));
	memset((uint8_t *)&place + sizeof(uint64_t), 1,
	    sizeof place - sizeof(uint64_t));
	assert(model_stretch(&place, active)
	    == model_stretch(&(struct model_place) { 0 }, active));
}

int
main(void)
{
	test_sums();
	test_room();
	test_foreign();
	test_parts();
	test_key();
	return 0;
}
