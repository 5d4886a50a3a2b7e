/* SPDX-License-Identifier: ISC */
/*
 * Sums over the blocks around one are kept up from block to block. The inputs
 * of mixing are taken in pairs, and so are its weights, for the sake of the
 * one instruction that multiplies and adds pairs of small numbers.
 */
#include <math.h>

#include "net.h"
#include "net_wide.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define HAVE_AVX2
#include <immintrin.h>
#endif

const char *const net_part_names[NET_PARTS + 1] = { "here", "prev", "next",
	"before", "after", "farbefore", "farafter", "allbefore", "allafter",
	NULL };

#define MANY 256 /* blocks; of more the mean counts */
/* Taken into each function that calls it, for that one's processor. */
#define ALWAYS __attribute__((always_inline))

/* Eight small numbers; sums that leave their bounds go round. */
typedef uint16_t oct __attribute__((vector_size(16)));

static inline oct
load(const int16_t *p)
{
	oct v;

	memcpy(&v, p, sizeof v);
	return v;
}

static int16_t
clip(int32_t x)
{
	return (int16_t)(x < 0 ? 0 : x > NET_MOST ? NET_MOST : x);
}

void
net_add(const struct net *net, const uint16_t *active, size_t n,
    const struct net_row *to, struct net_row *sum)
{
	oct a = load(to->unit), b = load(to->unit + 8), c = load(to->zone);
	const struct net_row *row;
	size_t i;

	for (i = 0; i < n; i++) {
		row = &net->row[active[i]];
		a += load(row->unit);
		b += load(row->unit + 8);
		c += load(row->zone);
	}
	memcpy(sum->unit, &a, sizeof a);
	memcpy(sum->unit + 8, &b, sizeof b);
	memcpy(sum->zone, &c, sizeof c);
}

void
net_see(const struct net_row *sum, struct net_units *unit,
    struct net_evidence *e)
{
	size_t i;

	for (i = 0; i < NET_UNITS; i++)
		unit->of[i] = clip(sum->unit[i]);
	for (i = 0; i < MODEL_ZONES; i++)
		e->zone[i] = (float)sum->zone[i] / NET_ONE;
	e->awake = 0;
}

/* A block's units at once, and half of them as sums or shares. */
typedef uint16_t units __attribute__((vector_size(2 * NET_UNITS)));
typedef int32_t sums __attribute__((vector_size(2 * NET_UNITS)));
typedef float shares __attribute__((vector_size(2 * NET_UNITS)));
typedef int16_t half __attribute__((vector_size(NET_UNITS)));

_Static_assert(16 * NET_MOST <= UINT16_MAX, "room for sums of 16 blocks");

/* Sums over the blocks around one. */
struct around {
	units before, after, far_before, far_after;
	sums all_before[2], all_after[2];
};

static inline ALWAYS void
take(units *v, const struct net_units *u)
{
	memcpy(v, u, sizeof *v);
}

static inline ALWAYS void
take_half(sums *v, const struct net_units *u, size_t i)
{
	half h;

	memcpy(&h, u->of + i * NET_UNITS / 2, sizeof h);
	*v = __builtin_convertvector(h, sums);
}

/* The sums around the place before the first block. */
static inline ALWAYS void
begin_around(struct around *a, const struct net_units *unit, size_t n)
{
	units u;
	sums s;
	size_t i;

	memset(a, 0, sizeof *a);
	for (i = 1; i < 20; i++) {
		take(&u, unit + i);
		if (i < 4)
			a->after += u;
		else
			a->far_after += u;
	}
	for (i = 0; i < 2 * n; i++) {
		take_half(&s, unit + i / 2, i % 2);
		a->all_after[i % 2] += s;
	}
}

/* Moves on to the block `u`. */
static inline ALWAYS void
move_around(struct around *a, const struct net_units *u)
{
	units in, out;
	sums s;
	size_t i;

	take(&in, u - 2);
	take(&out, u - 5);
	a->before += in - out;
	take(&in, u - 21);
	a->far_before += out - in;
	take(&in, u + 4);
	take(&out, u + 1);
	a->after += in - out;
	take(&out, u + 20);
	a->far_after += out - in;
	for (i = 0; i < 2; i++) {
		take_half(&s, u - 1, i);
		a->all_before[i] += s;
		take_half(&s, u, i);
		a->all_after[i] -= s;
	}
}

float
net_share(size_t n)
{
	if (n == 0)
		return 0;
	return n < MANY ? 0.25f / sqrtf((float)n) : 4 / (float)n;
}

/* Half of the units' shares of sums over all, at most what units can be. */
static inline ALWAYS void
put_shares(int16_t *to, const sums *sum, float share)
{
	shares x = __builtin_convertvector(*sum, shares) * share;
	sums more = x > (float)NET_MOST;
	sums whole = __builtin_convertvector(x, sums);
	half h;

	whole = (whole & ~more) | (NET_MOST & more);
	h = __builtin_convertvector(whole, half);
	memcpy(to, &h, sizeof h);
}

static inline ALWAYS void
put(int16_t in[NET_INPUTS], enum net_part part, const units *v)
{
	memcpy(in + part * NET_UNITS, v, sizeof *v);
}

/* What the block `u` is seen with, n blocks before it and m behind. */
static inline ALWAYS void
set_inputs(const struct around *a, const struct net_units *u, size_t n,
    size_t m, int16_t in[NET_INPUTS])
{
	float before = net_share(n), after = net_share(m);
	units v;
	size_t i;

	memcpy(in + NET_HERE * NET_UNITS, &u[0], sizeof *u);
	memcpy(in + NET_PREV * NET_UNITS, &u[-1], sizeof *u);
	memcpy(in + NET_NEXT * NET_UNITS, &u[1], sizeof *u);
	v = a->before >> 2;
	put(in, NET_BEFORE, &v);
	v = a->after >> 2;
	put(in, NET_AFTER, &v);
	v = a->far_before >> 4;
	put(in, NET_FAR_BEFORE, &v);
	v = a->far_after >> 4;
	put(in, NET_FAR_AFTER, &v);
	for (i = 0; i < 2; i++) {
		put_shares(in + NET_ALL_BEFORE * NET_UNITS
		    + i * NET_UNITS / 2, &a->all_before[i], before);
		put_shares(in + NET_ALL_AFTER * NET_UNITS
		    + i * NET_UNITS / 2, &a->all_after[i], after);
	}
}

static void
mix_plain(const struct net *net, const int16_t in[NET_INPUTS],
    int32_t sum[NET_MIXED])
{
	memcpy(sum, net->mix_bias, sizeof net->mix_bias);
	pair_sum_plain(sum, in, NET_INPUTS / 2, net->mix);
}

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static void
mix_avx2(const struct net *net, const int16_t in[NET_INPUTS],
    int32_t sum[NET_MIXED])
{
	memcpy(sum, net->mix_bias, sizeof net->mix_bias);
	pair_sum_avx2(sum, in, NET_INPUTS / 2, net->mix);
}
#endif

/* Four numbers added up at once. */
typedef float quad __attribute__((vector_size(16)));

/* Weighs the mixed numbers for the zones. */
static inline ALWAYS void
weigh(const struct net *net, const int32_t sum[NET_MIXED],
    struct net_evidence *e)
{
	quad a, b, w, v;
	size_t k;

	memcpy(&a, e->zone, sizeof a);
	memcpy(&b, e->zone + 4, sizeof b);
	for (k = 0; k < NET_MIXED; k++) {
		if (sum[k] <= 0)
			continue;
		e->awake |= (uint16_t)(1 << k);
		v = (quad) { 0 } + (float)sum[k] * NET_SCALE;
		memcpy(&w, net->out[k], sizeof w);
		a += w * v;
		memcpy(&w, net->out[k] + 4, sizeof w);
		b += w * v;
	}
	memcpy(e->zone, &a, sizeof a);
	memcpy(e->zone + 4, &b, sizeof b);
}

typedef void mixer(const struct net *, const int16_t in[NET_INPUTS],
    int32_t sum[NET_MIXED]);

static inline ALWAYS void
mix_by(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride, mixer *mix)
{
	int16_t in[NET_INPUTS];
	int32_t sum[NET_MIXED];
	struct around around;
	size_t i;

	begin_around(&around, unit, n);
	for (i = 0; i < n; i++) {
		move_around(&around, unit + i);
		set_inputs(&around, unit + i, i, n - 1 - i, in);
		mix(net, in, sum);
		weigh(net, sum, e);
		e = (struct net_evidence *)(void *)((char *)e + stride);
	}
}

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static void
net_mix_avx2(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride)
{
	mix_by(net, unit, n, e, stride, mix_avx2);
}
#endif

bool
net_mix_by(enum pair_way way, const struct net *net,
    const struct net_units *unit, size_t n, struct net_evidence *e,
    size_t stride)
{
	if (way == PAIR_VNNI)
		return net_mix_wide(net, unit, n, e, stride);
#ifdef HAVE_AVX2
	if (way == PAIR_AVX2 && __builtin_cpu_supports("avx2")) {
		net_mix_avx2(net, unit, n, e, stride);
		return true;
	}
#endif
	if (way == PAIR_PLAIN)
		mix_by(net, unit, n, e, stride, mix_plain);
	return way == PAIR_PLAIN;
}

void
net_mix(const struct net *net, const struct net_units *unit, size_t n,
    struct net_evidence *e, size_t stride)
{
	enum pair_way way = PAIR_VNNI;

	while (!net_mix_by(way, net, unit, n, e, stride))
		way--;
}

void
net_explain(const struct net *net, const uint16_t *active, size_t n,
    const struct net_units *unit, const struct net_evidence *e,
    enum model_zone zone, enum model_zone against, float *says)
{
	float slope[NET_UNITS] = { 0 };
	size_t i, k, m;

	for (k = 0; k < NET_UNITS; k++)
		for (m = 0; m < NET_MIXED && unit->of[k] > 0; m++)
			if ((e->awake >> m & 1) != 0)
				slope[k] += (float)net->mix[k / 2][m][k % 2]
				    / NET_MIX_ONE * (net->out[m][zone]
				        - net->out[m][against]);
	for (i = 0; i < n; i++) {
		says[i] = (float)(net->row[active[i]].zone[zone]
		    - net->row[active[i]].zone[against]);
		for (k = 0; k < NET_UNITS; k++)
			says[i] += (float)net->row[active[i]].unit[k] * slope[k];
		says[i] /= NET_ONE;
	}
}
