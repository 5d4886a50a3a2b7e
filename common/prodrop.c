/* SPDX-License-Identifier: ISC */
#include "prodrop.h"

/* The cue behind quotation k, or k. */
static size_t
cue_behind(const struct passage *p, size_t k)
{
	size_t i = k + 1;

	if (passage_is(p, i, CHUNK_COMMA))
		i++;
	return i < p->high && chunk_is_cue(&p->chunk[i]) ? i : k;
}

/* The cue before quotation k, or k: "afirma que ".."". */
static size_t
cue_before(const struct passage *p, size_t k)
{
	size_t i = k;

	while (i > p->low + 1 && (passage_is(p, i - 1, CHUNK_THAT)
	    || passage_is(p, i - 1, CHUNK_COLON)))
		i--;
	return i > p->low && chunk_is_cue(&p->chunk[i - 1]) ? i - 1 : k;
}

struct phrase
prodrop_cue(const struct passage *p, size_t k)
{
	size_t i = k;

	if (p->text->cues->pro_drop[p->text->lang])
		i = cue_behind(p, k);
	if (p->text->cues->pro_drop[p->text->lang] && i == k)
		i = cue_before(p, k);
	if (i == k)
		return (struct phrase) { 0, 0 };
	return (struct phrase) { p->chunk[i].head, p->chunk[i].head + 1 };
}
