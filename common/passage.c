/* SPDX-License-Identifier: ISC */
#include "passage.h"

void
passage_sentence(struct passage *p, size_t k)
{
	p->low = clause_low(p->chunk, k);
	p->high = clause_high(p->chunk, k, p->n);
}

void
passage_look(struct passage *p, size_t k, size_t start, size_t stop)
{
	p->low = k - start > CLAUSE_REACH ? k - CLAUSE_REACH : start;
	p->high = stop - k > CLAUSE_REACH ? k + CLAUSE_REACH : stop;
}

bool
passage_is_inside(const struct passage *p, size_t k)
{
	const struct chunk *c = p->chunk + p->low, *end = p->chunk + k;

	for (; c < end; c++)
		if (p->token[c->first].type == TOKEN_WORD)
			return true;
	return false;
}

const struct token *
passage_gap(const struct passage *p, size_t i)
{
	if (!passage_is(p, i, CHUNK_STOP) || !p->token[p->chunk[i].first].gap)
		return NULL;
	return &p->token[p->chunk[i].first];
}
