/* SPDX-License-Identifier: ISC */
#include "label.h"

bool
label_find(const struct passage *p, size_t k, struct speaker *c)
{
	size_t noun;

	if (k < p->low + 2 || !passage_is(p, k - 1, CHUNK_COLON))
		return false;
	noun = clause_main(p->chunk, p->low, k - 1);
	if (noun == CHUNK_NONE)
		noun = clause_inverted(p->chunk, p->low, k - 1);
	if (!speaker_is_somebody(p, noun) && passage_is(p, k - 2, CHUNK_NOUN))
		noun = k - 2;
	if (!speaker_is_somebody(p, noun))
		noun = clause_main(p->chunk, p->low, k - 1);
	if (noun == CHUNK_NONE || p->chunk[noun].kind == CUE_IT)
		return false;
	speaker_give(c, p, noun, k - 1, HOW_COLON);
	return true;
}

bool
label_of_heading(const struct passage *p, size_t k, struct speaker *c)
{
	size_t i = p->low;

	if (p->low != p->start || !passage_is(p, i, CHUNK_NOUN))
		return false;
	for (i++; passage_is(p, i, CHUNK_PREPOSITION)
	    && passage_is(p, i + 1, CHUNK_NOUN);)
		i += 2;
	if (i >= k || !passage_is(p, i, CHUNK_COLON)
	    || !(p->chunk[p->low].upper
	        || p->chunk[p->low].kind == CUE_ORGANISATION))
		return false;
	speaker_give(c, p, p->low, i, HOW_COLON);
	return true;
}

bool
label_of_credit(const struct passage *p, size_t k, struct speaker *c)
{
	if (k < p->low + 3 || !passage_is(p, k - 1, CHUNK_COLON)
	    || !passage_is(p, k - 2, CHUNK_NOUN) || !p->chunk[k - 2].upper
	    || !passage_is(p, k - 3, CHUNK_DASH))
		return false;
	speaker_give(c, p, k - 2, k - 1, HOW_COLON);
	return true;
}

bool
label_of_signature(const struct passage *p, size_t first, size_t i,
    struct speaker *c)
{
	if (i == first || !passage_is(p, i - 1, CHUNK_DASH)
	    || !passage_is(p, i, CHUNK_NOUN) || !p->chunk[i].upper)
		return false;
	speaker_give(c, p, i, i - 1, HOW_DASH);
	return i + 1 == p->high || passage_is(p, i + 1, CHUNK_COMMA)
	    || passage_is(p, i + 1, CHUNK_QUOTE);
}
