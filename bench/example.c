/* SPDX-License-Identifier: ISC */
#include <err.h>
#include <math.h>
#include <stdlib.h>

#include "alloc.h"
#include "buffer.h"
#include "example.h"

#define COST 2.0          /* of a wrong block, by the root of its words .. */
#define COST_WORDS 400    /* .. at most so many */
#define BLOCKS 6000       /* larger pages are passed over */
#define SPLICED 0.3       /* share of articles that get a thread */
#define THREAD_LEAST 10   /* blocks of a thread .. */
#define THREAD_MORE 150   /* .. at most so many more */
#define GAP 20            /* blocks between an article and its thread */
#define CROPPED 0.3       /* share of pages cut down .. */
#define CROPPED_MORE 100  /* .. to 2 blocks of content and so many more .. */
#define AROUND 16         /* .. with at most so many on each side */
#define JOINED 0.15       /* share of pages made long .. */
#define JOINED_MORE 20    /* .. by at most so many others' contents */
#define PROSE_BYTES 80    /* of a paragraph, at least */
#define FOREIGN 0.12      /* share of pages copied without known words */
#define FIRST_DICE 88172645463325252u

static const char *const headings[] = { "Comments", "%d comments",
	"%d Comments", "Leave a comment", "Comments (%d)", "Leave a Reply",
	"%d responses to this post", "What do you think?", "Discussion",
	"Post a comment", "Join the conversation", "Reader comments",
	"Add a comment", "Reviews" };

#define N_HEADINGS (sizeof headings / sizeof headings[0])

void
examples_begin(struct examples *e)
{
	memset(e, 0, sizeof *e);
	e->text.fd = e->labels.fd = -1;
	e->dice = FIRST_DICE;
	page_begin(&e->look);
}

void
examples_end(struct examples *e)
{
	size_t i;

	for (i = 0; i < e->n; i++) {
		free(e->page[i].block);
		free(e->page[i].active);
	}
	for (i = 0; i < e->n_sources; i++) {
		free(e->source[i].text);
		free(e->source[i].label);
	}
	free(e->page);
	free(e->source);
	input_end(&e->text);
	input_end(&e->labels);
	page_end(&e->look);
}

/* Marsaglia's xorshift, 2003. */
double
example_draw(uint64_t *dice)
{
	*dice ^= *dice << 13;
	*dice ^= *dice >> 7;
	*dice ^= *dice << 17;
	return (double)(*dice >> 11) / 9007199254740992.0;
}

/* A whole number below n. */
static size_t
draw_below(struct examples *e, size_t n)
{
	return (size_t)(example_draw(&e->dice) * (double)n);
}

/* Reads a whole file; false if it is not there or longer than a window. */
static bool
read_whole(struct input *in, const char *dir, const char *id, const char *end)
{
	char name[4096];

	snprintf(name, sizeof name, "%s/%s%s", dir, id, end);
	if (input_open(in, name) != 0)
		return false;
	input_fill(in, WINDOW_BYTES + 1);
	if (in->error != 0)
		errx(2, "%s: %s", name, strerror(in->error));
	return in->n > 0 && in->n <= WINDOW_BYTES;
}

/* What a label lets a block be in; t: comments, by ourselves. */
static uint8_t
zones_of(char label)
{
	switch (label) {
	case '1':
		return 1 << ZONE_CONTENT;
	case '0':
		return EXAMPLE_ALL & ~(1 << ZONE_CONTENT);
	case 't':
		return 1 << ZONE_COMMENTS;
	default:
		return EXAMPLE_ALL;
	}
}

static void
add_block(struct example *to, const struct page_block *b, char label)
{
	struct example_block *block = &to->block[to->n++];
	double words = fmin(b->feature.n_words, COST_WORDS);

	to->active = alloc_grow(to->active, &to->cap_active,
	    to->n_active + MODEL_ACTIVE, sizeof *to->active);
	block->first = (uint32_t)to->n_active;
	block->n = (uint16_t)model_features(&b->feature, &b->place,
	    to->active + to->n_active);
	to->n_active += block->n;
	block->allowed = zones_of(label);
	block->right = zones_of(label == 't' ? '0' : label);
	block->cost = (float)(COST * sqrt(words));
	block->words = label == 'x' ? 0 : (float)b->feature.n_words;
}

/* Adds a page, unless its blocks are not as many as its labels. */
static bool
add_page(struct examples *e, const char *text, size_t n, const char *label,
    size_t n_labels, bool foreign)
{
	struct window w = { 0 };
	struct example *to;
	size_t i;

	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, n, true);
	n = w.blocks.n;
	if (n > 0 && n <= BLOCKS && n == n_labels) {
		e->page = alloc_grow(e->page, &e->cap, e->n + 1,
		    sizeof *e->page);
		to = &e->page[e->n++];
		memset(to, 0, sizeof *to);
		to->block = alloc_grow(to->block, &to->cap, n,
		    sizeof *to->block);
		page_document(&e->look);
		page_look(&e->look, &w, foreign);
		for (i = 0; i < n; i++)
			add_block(to, &e->look.block[i], label[i]);
		to->weight = (float)(1 / sqrt((double)n));
	}
	window_end(&w);
	return n > 0 && n <= BLOCKS && n == n_labels;
}

/* Keeps a page's text for copies. */
static void
keep(struct examples *e, const char *id, const char *label, size_t n_labels)
{
	struct example_source *s;

	e->source = alloc_grow(e->source, &e->cap_sources, e->n_sources + 1,
	    sizeof *e->source);
	s = &e->source[e->n_sources++];
	s->text = alloc_string(e->text.p, e->text.n);
	s->n = e->text.n;
	s->label = alloc_string(label, n_labels);
	s->n_blocks = n_labels;
	snprintf(s->kind, sizeof s->kind, "%s", strrchr(id, '-') != NULL
	        ? strrchr(id, '-') + 1
	        : "");
}

/* Adds one form of a page. */
static void
read_form(struct examples *e, const char *dir, const char *id,
    const char *form, const char *labels, bool kept)
{
	char *label;
	size_t n, i;

	if (!read_whole(&e->text, dir, id, form)
	    || !read_whole(&e->labels, dir, id, labels)) {
		e->n_passed++;
		return;
	}
	n = e->labels.n / 2;
	label = alloc_array(n + 1, 1);
	for (i = 0; i < n; i++)
		label[i] = e->labels.p[2 * i];
	if (!add_page(e, e->text.p, e->text.n, label, n, false))
		e->n_passed++;
	else if (kept)
		keep(e, id, label, n);
	free(label);
	input_close(&e->text);
	input_close(&e->labels);
}

/* The text of a copy, and its labels. */
struct copy {
	struct buffer text, label;
};

static void
copy_block(struct copy *c, struct span text, char label)
{
	buffer_span(&c->text, text);
	buffer_string(&c->text, "\n\n");
	buffer_add(&c->label, &label, 1);
}

static void
copy_blocks(struct copy *c, const struct window *w, size_t from, size_t to,
    const char *label)
{
	for (; from < to; from++)
		copy_block(c, block_trim(&w->scan, &w->blocks.block[from]),
		    label != NULL ? label[from] : 't');
}

static void
copy_heading(struct examples *e, struct copy *c)
{
	const char *form = headings[draw_below(e, N_HEADINGS)];
	const char *sign = strchr(form, '%');
	size_t n = 2 + draw_below(e, draw_below(e, 200) + 1);
	char text[64];

	if (sign == NULL)
		snprintf(text, sizeof text, "%s", form);
	else
		snprintf(text, sizeof text, "%.*s%zu%s", (int)(sign - form),
		    form, n, sign + 2);
	copy_block(c, span_of(text), 't');
}

/* The content's first block, and behind its last. */
static void
find_content(const struct example_source *s, size_t *from, size_t *to)
{
	size_t i;

	*from = *to = 0;
	for (i = 0; i < s->n_blocks; i++) {
		if (s->label[i] != '1')
			continue;
		if (*to == 0)
			*from = i;
		*to = i + 1;
	}
}

/* Puts a stretch of a forum's posts behind an article. */
static void
splice(struct examples *e, struct copy *c, const struct example_source *page,
    const struct window *w, const struct example_source *forum,
    const struct window *posts)
{
	size_t from, to, end, n;

	find_content(page, &from, &end);
	end += draw_below(e, draw_below(e, GAP) + 1);
	if (end > page->n_blocks)
		end = page->n_blocks;
	find_content(forum, &from, &to);
	from += draw_below(e, draw_below(e, to - from) + 1);
	n = THREAD_LEAST + draw_below(e, THREAD_MORE);
	if (to - from > n)
		to = from + n;
	copy_blocks(c, w, 0, end, page->label);
	copy_heading(e, c);
	copy_blocks(c, posts, from, to, NULL);
	copy_blocks(c, w, end, page->n_blocks, page->label);
}

static void
add_spliced(struct examples *e, const struct example_source *page,
    const struct example_source *forum)
{
	struct window w = { 0 }, posts = { 0 };
	struct copy c = { 0 };

	window_begin(&w, BLOCKS_AUTO, false);
	window_begin(&posts, BLOCKS_AUTO, false);
	window_fill(&w, page->text, page->n, true);
	window_fill(&posts, forum->text, forum->n, true);
	splice(e, &c, page, &w, forum, &posts);
	add_page(e, c.text.p, c.text.n, c.label.p, c.label.n, false);
	window_end(&w);
	window_end(&posts);
	buffer_end(&c.text);
	buffer_end(&c.label);
}

/*
 * Cuts a page down to its content, or the head of it, and few blocks around
 * it: so short as what people paste, or as what was stripped before.
 */
static void
add_cropped(struct examples *e, const struct example_source *page)
{
	struct window w = { 0 };
	struct copy c = { 0 };
	size_t from, to, before, after, most;

	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, page->text, page->n, true);
	find_content(page, &from, &to);
	before = draw_below(e, draw_below(e, AROUND) + 1);
	after = draw_below(e, draw_below(e, AROUND) + 1);
	most = 2 + draw_below(e, draw_below(e, CROPPED_MORE) + 1);
	copy_blocks(&c, &w, from > before ? from - before : 0, from,
	    page->label);
	copy_blocks(&c, &w, from, to - from > most ? from + most : to,
	    page->label);
	copy_blocks(&c, &w, to, to + after < page->n_blocks
	        ? to + after
	        : page->n_blocks, page->label);
	add_page(e, c.text.p, c.text.n, c.label.p, c.label.n, false);
	window_end(&w);
	buffer_end(&c.text);
	buffer_end(&c.label);
}

/* A page of a kind, drawn; null if there is none. */
static const struct example_source *
draw_source(struct examples *e, const char *kind)
{
	size_t i, n = 0, at;

	for (i = 0; i < e->n_sources; i++)
		n += strcmp(e->source[i].kind, kind) == 0;
	if (n == 0)
		return NULL;
	at = draw_below(e, n);
	for (i = 0; strcmp(e->source[i].kind, kind) != 0 || at-- > 0; i++)
		;
	return &e->source[i];
}

/* Whether a block is a paragraph: it ends in a stop and is no short line. */
static bool
is_prose(struct span text)
{
	return text.n >= PROSE_BYTES && strchr(".!?", text.p[text.n - 1])
	    != NULL;
}

/* The content of a page as a part of a longer one; its prose alone. */
static void
copy_content(struct copy *c, const struct example_source *page, bool prose)
{
	struct window w = { 0 };
	struct span text;
	size_t from, to;

	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, page->text, page->n, true);
	find_content(page, &from, &to);
	for (; from < to; from++) {
		text = block_trim(&w.scan, &w.blocks.block[from]);
		if (!prose || is_prose(text))
			copy_block(c, text, prose ? '1' : page->label[from]);
	}
	window_end(&w);
}

/*
 * Makes one long page of the contents of several, half of the time inside of
 * what stands around the first one's: as books, reports and transcripts are.
 * The others are of the same kind or the prose of forums, for a change of
 * voice alone does not end an article.
 */
static void
add_joined(struct examples *e, const struct example_source *page)
{
	bool alone = example_draw(&e->dice) < 0.5, voice;
	const struct example_source *other;
	struct window w = { 0 };
	struct copy c = { 0 };
	size_t from, to, n;

	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, page->text, page->n, true);
	find_content(page, &from, &to);
	copy_blocks(&c, &w, alone ? from : 0, to, page->label);
	for (n = 1 + draw_below(e, draw_below(e, JOINED_MORE) + 1); n > 0; n--) {
		voice = example_draw(&e->dice) < 0.5;
		other = draw_source(e, voice ? "forum" : page->kind);
		if (other != NULL)
			copy_content(&c, other, voice);
	}
	copy_blocks(&c, &w, to, alone ? to : page->n_blocks, page->label);
	add_page(e, c.text.p, c.text.n, c.label.p, c.label.n, false);
	window_end(&w);
	buffer_end(&c.text);
	buffer_end(&c.label);
}

static void
add_copies(struct examples *e)
{
	const struct example_source *s, *forum;
	size_t i;

	for (i = 0; i < e->n_sources; i++) {
		s = &e->source[i];
		forum = draw_source(e, "forum");
		if (strcmp(s->kind, "article") == 0 && forum != NULL
		    && example_draw(&e->dice) < SPLICED)
			add_spliced(e, s, forum);
		if (example_draw(&e->dice) < CROPPED)
			add_cropped(e, s);
		if (example_draw(&e->dice) < JOINED)
			add_joined(e, s);
		if (example_draw(&e->dice) < FOREIGN)
			add_page(e, s->text, s->n, s->label, s->n_blocks,
			    true);
	}
}

/* Makes the weights of the pages 1 on the average. */
static void
level(struct examples *e)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < e->n; i++)
		sum += (double)e->page[i].weight;
	for (i = 0; i < e->n; i++)
		e->page[i].weight *= (float)((double)e->n / sum);
}

void
examples_read(struct examples *e, FILE *ids, const char *dir)
{
	char *id = NULL;
	size_t cap = 0;
	ssize_t n;

	while ((n = getline(&id, &cap, ids)) > 0) {
		if (id[n - 1] == '\n')
			id[n - 1] = '\0';
		read_form(e, dir, id, ".txt", ".labels", true);
		read_form(e, dir, id, ".wet", ".wet.labels", false);
	}
	free(id);
	add_copies(e);
	level(e);
}
