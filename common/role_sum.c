/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "role_sum.h"

/* Four weights, added up at once. */
typedef float quad __attribute__((vector_size(16)));

static inline quad
load(const float *p)
{
	quad q;

	memcpy(&q, p, sizeof q);
	return q;
}

void
role_sums(const struct model *m, const uint16_t *active, size_t n,
    float sum[MODEL_ROLES])
{
	quad a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 }, e = { 0 };
	const float *weight;
	size_t i;

	for (i = 0; i < n; i++) {
		weight = m->role[active[i]];
		a += load(weight);
		b += load(weight + 4);
		c += load(weight + 8);
		d += load(weight + 12);
		e += load(weight + 16);
	}
	memcpy(sum, &a, sizeof a);
	memcpy(sum + 4, &b, sizeof b);
	memcpy(sum + 8, &c, sizeof c);
	memcpy(sum + 12, &d, sizeof d);
	memcpy(sum + 16, &e, sizeof e);
}

float
role_sum(const struct model *m, const uint16_t *active, size_t n,
    enum model_role role)
{
	float sum = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += m->role[active[i]][role];
	return sum;
}
