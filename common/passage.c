/* SPDX-License-Identifier: ISC */
#include "passage.h"

void
passage_sentence(struct passage *p, size_t k)
{
	p->low = k;
	while (p->low > 0 && k - p->low < PASSAGE_REACH
	    && p->token[p->low - 1].type != TOKEN_STOP)
		p->low--;
	p->high = k + 1;
	while (p->high < p->n && p->high - k < PASSAGE_REACH
	    && p->token[p->high].type != TOKEN_STOP)
		p->high++;
}

bool
passage_is_inside(const struct passage *p, size_t k)
{
	size_t i;

	for (i = p->low; i < k; i++)
		if (passage_is(p, i, TOKEN_WORD))
			return true;
	return false;
}
