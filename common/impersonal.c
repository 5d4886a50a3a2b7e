/* SPDX-License-Identifier: ISC */
#include "impersonal.h"

size_t
impersonal_source(const struct passage *p, size_t noun, size_t v)
{
	size_t i = p->low;

	if (p->chunk[noun].kind != CUE_IT
	    || !p->text->cues->verb_second[p->text->lang])
		return noun;
	if (passage_is(p, noun + 1, CHUNK_PREPOSITION)
	    && passage_is(p, noun + 2, CHUNK_NOUN))
		return noun + 2;
	while (i < v && (passage_is(p, i, CHUNK_ADVERB)
	    || passage_is(p, i, CHUNK_COORDINATOR)))
		i++;
	return i + 1 < v && passage_is(p, i, CHUNK_PREPOSITION)
	    && passage_is(p, i + 1, CHUNK_NOUN) ? i + 1 : noun;
}
