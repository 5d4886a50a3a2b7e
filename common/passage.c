/* SPDX-License-Identifier: ISC */
#include "passage.h"

void
passage_sentence(struct passage *p, size_t k)
{
	p->low = clause_low(p->chunk, k);
	p->high = clause_high(p->chunk, k, p->n);
}

bool
passage_is_inside(const struct passage *p, size_t k)
{
	size_t i;

	for (i = p->low; i < k; i++)
		if (p->token[p->chunk[i].first].type == TOKEN_WORD)
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

const struct quote *
passage_quote(const struct passage *p, size_t k)
{
	return &p->text->quotes->quote[p->token[p->chunk[k].first].quote];
}
