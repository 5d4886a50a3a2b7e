/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "edge.h"
#include "paragraph.h"
#include "unspaced.h"

_Static_assert(WINDOW_BYTES <= UINT32_MAX, "tokens have 32 bits of offsets");

enum {
	SIGNATURE_BYTES = 120, /* the longest line "- Ann Bell, mayor" */
	FAR = 1000          /* bytes of a paragraph that is read for the next */
};

/* The end of the paragraph that begins with block b: none is open there. */
static size_t
group_end(const struct quotes *q, size_t i, size_t b)
{
	size_t end = b;

	for (; i < q->n && q->quote[i].block <= end; i++)
		if (q->quote[i].last_block > end)
			end = q->quote[i].last_block;
	return end + 1;
}

/* Whether a block ends in a colon, of either width. */
static bool
ends_in_colon(const struct scan *s, const struct block *b)
{
	struct span text = block_trim(s, b);
	const char *end = text.p + text.n;

	return (text.n > 0 && end[-1] == ':')
	    || (text.n > 2 && memcmp(end - 3, "\xEF\xBC\x9A", 3) == 0);
}

static void
read_tokens(struct paragraph *p, const struct sentence_text *in,
    const struct block *b, size_t to, size_t *cursor, bool leads)
{
	if (in->cues->unspaced[in->lang])
		segment_read(&p->sentences, in, b->start, to, cursor);
	else
		vicinity_read(&p->sentences, in, b->start, to, cursor, leads);
}

/*
 * Reads the block before a paragraph that begins with quotation i, if it
 * leads to it ("She went on:") or holds none itself.
 */
static void
read_context(struct paragraph *p, const struct sentence_text *in,
    size_t i, const struct block *block)
{
	const struct quote *q = &in->quotes->quote[i];
	const struct block *b = &block[q->block];
	size_t start = b->start, cursor = i;
	bool leads, quotes;

	while (start < q->open && block_is_space(in->scan->text[start]))
		start++;
	if (start < q->open || q->block == 0 || b[-1].end - b[-1].start > FAR)
		return;
	leads = ends_in_colon(in->scan, b - 1);
	quotes = i > 0 && in->quotes->quote[i - 1].last_block == q->block - 1;
	if (quotes && !leads)
		return;
	if (!leads && !in->cues->unspaced[in->lang]) {
		sentence_gap(&p->sentences, b[-1].start, b[-1].end);
		return;
	}
	read_tokens(p, in, b - 1, b[-1].end, &cursor, true);
	if (!leads)
		sentence_stop(&p->sentences, b[-1].end);
}

/*
 * Reads the block behind a paragraph that ends with quotation i, if it is a
 * signature: a dash and a few words.
 */
static void
read_signature(struct paragraph *p, const struct sentence_text *in,
    size_t i, const struct block *block, size_t n_blocks)
{
	const struct quote *q = &in->quotes->quote[i];
	const struct block *b = &block[q->last_block];
	size_t cursor = i + 1;

	if (in->cues->unspaced[in->lang] || q->close < b->end
	    || q->last_block + 1 >= n_blocks
	    || b[1].end - b[1].start > SIGNATURE_BYTES
	    || !edge_is_dash(in->scan, b[1].start, b[1].end)
	    || scan_next(in->scan, SCAN_MARK, b[1].start, b[1].end)
	        < b[1].end)
		return;
	if (p->sentences.token[p->sentences.n - 1].type == TOKEN_STOP)
		p->sentences.n--;
	sentence_read(&p->sentences, in, b[1].start, b[1].end, &cursor);
}

size_t
paragraph_read(struct paragraph *p, const struct sentence_text *in, size_t i,
    const struct window *w)
{
	const struct quotes *q = in->quotes;
	const struct block *block = w->blocks.block;
	size_t end = group_end(q, i, q->quote[i].block), next = i, cursor = i;

	while (next < q->n && q->quote[next].block < end)
		next++;
	p->sentences.n = 0;
	read_context(p, in, i, block);
	p->n_context = p->sentences.n;
	read_tokens(p, in, &block[q->quote[i].block], block[end - 1].end,
	    &cursor, false);
	read_signature(p, in, next - 1, block, w->blocks.n);
	return next;
}

void
paragraph_end(struct paragraph *p)
{
	sentence_end(&p->sentences);
	memset(p, 0, sizeof *p);
}
