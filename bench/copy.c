/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "copy.h"

#define SPLICED 0.3       /* share of articles that get a thread */
#define THREAD_LEAST 10   /* blocks of a thread .. */
#define THREAD_MORE 150   /* .. at most so many more */
#define GAP 20            /* blocks between an article and its thread */
#define EMPTIED 0.07      /* share of pages that lose their content .. */
#define EMPTIED_MORE 40   /* .. and of the rest keep so many blocks a side .. */
#define EMPTIED_BYTES 60  /* .. none of them longer */
#define CROPPED 0.5       /* share of pages cut down .. */
#define CROPPED_MORE 100  /* .. to 2 blocks of content and so many more .. */
#define AROUND 16         /* .. with at most so many on each side */
#define JOINED 0.15       /* share of pages made long .. */
#define JOINED_MORE 20    /* .. by at most so many others' contents .. */
#define BLOG 0.2          /* .. share of these with lines between them */
#define PROSE_BYTES 80    /* of a paragraph, at least */
#define FOREIGN 0.2       /* share of pages copied without known words: .. */
#define PHRASES 0.4       /* .. of these, share that lack phrases alone .. */
#define STOPS 0.15        /* .. and that lack stops as well */

/* Headings over comments, and lines under a post; %d is any number. */
static const char *const headings[] = { "Comments", "%d comments",
	"%d Comments", "Leave a comment", "Comments (%d)", "Leave a Reply",
	"%d responses to this post", "What do you think?", "Discussion",
	"Post a comment", "Join the conversation", "Reader comments",
	"Add a comment", "Reviews" };
static const char *const posted[] = { "%d comments", "Comments (%d)",
	"Continue reading", "Read more", "Posted at %d:05 pm",
	"Posted by admin on March %d", "Permalink", "No comments yet",
	"Filed under: News", "Tags: water, roads", "Share this",
	"Leave a comment (%d)", "%d views", "Older entry" };

/* What pages say that have nothing else to say. */
static const char *const notices[] = { "404", "Page not found", "Error %d",
	"Sorry, the page you are looking for does not exist.",
	"It may have been moved or deleted.", "Access denied",
	"You do not have permission to view this page.", "Sign in",
	"Please log in or create a free account to continue reading.",
	"Email address", "Password", "Forgot your password?",
	"Checking your browser before accessing this site.",
	"Please enable JavaScript and cookies to continue.",
	"This content is not available in your region.",
	"No results were found. Please try another search.",
	"Service temporarily unavailable", "Your cart is empty.",
	"Something went wrong. Please try again later.",
	"Are you over 18? Please confirm your age to enter." };

#define N_NOTICES (sizeof notices / sizeof notices[0])
#define N_HEADINGS (sizeof headings / sizeof headings[0])
#define N_POSTED (sizeof posted / sizeof posted[0])

/* The text of a copy, and its labels. */
struct copy {
	struct buffer text, label;
};

/* A source, cut into its blocks, and where its content is. */
struct page_source {
	const struct example_source *of;
	struct window w;
	size_t from, to; /* the content's first block, and behind its last */
};

static void
open_source(struct page_source *s, const struct example_source *of)
{
	size_t i;

	memset(s, 0, sizeof *s);
	s->of = of;
	window_begin(&s->w, BLOCKS_AUTO, false);
	window_fill(&s->w, of->text, of->n, true);
	for (i = 0; i < of->n_blocks; i++) {
		if (of->label[i] != '1')
			continue;
		if (s->to == 0)
			s->from = i;
		s->to = i + 1;
	}
}

static void
close_source(struct page_source *s)
{
	window_end(&s->w);
}

/* What is not known of the language of a page: phrases, at least. */
static unsigned
draw_unknown(struct examples *e)
{
	double x = example_draw(&e->dice);

	return x < PHRASES  ? UNKNOWN_PHRASES
	    : x < 1 - STOPS ? UNKNOWN_PHRASES | UNKNOWN_GRAMMAR
	                    : UNKNOWN_PHRASES | UNKNOWN_GRAMMAR
	                         | UNKNOWN_STOPS;
}

/* Adds the copy to the examples, some as in an unknown language; ends it. */
static void
put_copy(struct examples *e, struct copy *c)
{
	bool foreign = example_draw(&e->dice) < FOREIGN;

	if (c->label.n > 0)
		examples_add(e, c->text.p, c->text.n, c->label.p, c->label.n,
		    foreign ? draw_unknown(e) : 0);
	buffer_end(&c->text);
	buffer_end(&c->label);
}

static void
copy_block(struct copy *c, struct span text, char label)
{
	buffer_span(&c->text, text);
	buffer_string(&c->text, "\n\n");
	buffer_add(&c->label, &label, 1);
}

/* Copies blocks with their labels, or with one for all. */
static void
copy_blocks(struct copy *c, const struct page_source *s, size_t from,
    size_t to, char label)
{
	for (; from < to && from < s->of->n_blocks; from++)
		copy_block(c, block_trim(&s->w.scan, &s->w.blocks.block[from]),
		    label != '\0' ? label : s->of->label[from]);
}

/* Copies a line, drawn, with a number in it. */
static void
copy_line(struct examples *e, struct copy *c, const char *const *lines,
    size_t n_lines, char label)
{
	const char *form = lines[example_below(e, n_lines)];
	const char *sign = strchr(form, '%');
	size_t n = 2 + example_below(e, example_below(e, 200) + 1);
	char text[64];

	if (sign == NULL)
		snprintf(text, sizeof text, "%s", form);
	else
		snprintf(text, sizeof text, "%.*s%zu%s", (int)(sign - form),
		    form, n, sign + 2);
	copy_block(c, span_of(text), label);
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
	at = example_below(e, n);
	for (i = 0; strcmp(e->source[i].kind, kind) != 0 || at-- > 0; i++)
		;
	return &e->source[i];
}

/* Puts a stretch of a forum's posts behind an article. */
static void
add_spliced(struct examples *e, const struct example_source *page,
    const struct example_source *forum)
{
	struct page_source s, posts;
	struct copy c = { 0 };
	size_t end, from, n;

	open_source(&s, page);
	open_source(&posts, forum);
	end = s.to + example_below(e, example_below(e, GAP) + 1);
	from = posts.from + example_below(e,
	    example_below(e, posts.to - posts.from) + 1);
	n = THREAD_LEAST + example_below(e, THREAD_MORE);
	copy_blocks(&c, &s, 0, end, '\0');
	copy_line(e, &c, headings, N_HEADINGS, 't');
	copy_blocks(&c, &posts, from, posts.to - from > n ? from + n
	                                                  : posts.to, 't');
	copy_blocks(&c, &s, end, page->n_blocks, '\0');
	put_copy(e, &c);
	close_source(&s);
	close_source(&posts);
}

/*
 * Cuts a page down to its content, or the head of it, and few blocks around
 * it: so short as what people paste, or as what was stripped before.
 */
static void
add_cropped(struct examples *e, const struct example_source *page)
{
	struct page_source s;
	struct copy c = { 0 };
	size_t before, after, most;

	open_source(&s, page);
	before = example_below(e, example_below(e, AROUND) + 1);
	after = example_below(e, example_below(e, AROUND) + 1);
	most = 2 + example_below(e, example_below(e, CROPPED_MORE) + 1);
	copy_blocks(&c, &s, s.from > before ? s.from - before : 0, s.from,
	    '\0');
	copy_blocks(&c, &s, s.from, s.to - s.from > most ? s.from + most
	                                                 : s.to, '\0');
	copy_blocks(&c, &s, s.to, s.to + after, '\0');
	put_copy(e, &c);
	close_source(&s);
}

/* Copies the short ones of some blocks that are none of the article's. */
static void
copy_furniture(struct copy *c, const struct page_source *s, size_t from,
    size_t to)
{
	const struct block *b = s->w.blocks.block;

	for (; from < to && from < s->of->n_blocks; from++)
		if (s->of->label[from] == '0'
		    && b[from].end - b[from].start <= EMPTIED_BYTES)
			copy_blocks(c, s, from, from + 1, '\0');
}

/*
 * Takes the content out of a page, and puts a few notices in: an error page, a
 * login wall, a bare menu.
 */
static void
add_emptied(struct examples *e, const struct example_source *page)
{
	struct page_source s;
	struct copy c = { 0 };
	size_t before, after, n;

	open_source(&s, page);
	before = example_below(e, example_below(e, EMPTIED_MORE) + 1);
	after = example_below(e, example_below(e, EMPTIED_MORE) + 1);
	copy_furniture(&c, &s, 0, before < s.from ? before : s.from);
	for (n = example_below(e, 6); n > 0; n--)
		copy_line(e, &c, notices, N_NOTICES, '0');
	copy_furniture(&c, &s, s.of->n_blocks - s.to > after
	        ? s.of->n_blocks - after
	        : s.to, s.of->n_blocks);
	put_copy(e, &c);
	close_source(&s);
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
	struct page_source s;
	struct span text;
	size_t i;

	open_source(&s, page);
	for (i = s.from; i < s.to; i++) {
		text = block_trim(&s.w.scan, &s.w.blocks.block[i]);
		if (!prose || is_prose(text))
			copy_block(c, text, prose ? '1' : page->label[i]);
	}
	close_source(&s);
}

/*
 * Makes one long page of the contents of several, half of the time inside of
 * what stands around the first one's: as books, reports and transcripts are,
 * or a blog's front page, with a few lines under each post. The others are of
 * the same kind or the prose of forums, for a change of voice alone does not
 * end an article.
 */
static void
add_joined(struct examples *e, const struct example_source *page)
{
	bool alone = example_draw(&e->dice) < 0.5, voice;
	bool blog = example_draw(&e->dice) < BLOG;
	const struct example_source *other;
	struct page_source s;
	struct copy c = { 0 };
	size_t n = 1 + example_below(e, example_below(e, JOINED_MORE) + 1), k;

	open_source(&s, page);
	copy_blocks(&c, &s, alone ? s.from : 0, s.to, '\0');
	for (; n > 0; n--) {
		for (k = blog ? 1 + example_below(e, 3) : 0; k > 0; k--)
			copy_line(e, &c, posted, N_POSTED, '0');
		voice = example_draw(&e->dice) < 0.5;
		other = draw_source(e, voice ? "forum" : page->kind);
		if (other != NULL)
			copy_content(&c, other, voice);
	}
	copy_blocks(&c, &s, s.to, alone ? s.to : page->n_blocks, '\0');
	put_copy(e, &c);
	close_source(&s);
}

void
copy_all(struct examples *e)
{
	const struct example_source *s, *forum;
	size_t i;

	for (i = 0; i < e->n_sources; i++) {
		s = &e->source[i];
		forum = draw_source(e, "forum");
		if (strcmp(s->kind, "article") == 0 && forum != NULL
		    && example_draw(&e->dice) < SPLICED)
			add_spliced(e, s, forum);
		if (example_draw(&e->dice) < EMPTIED)
			add_emptied(e, s);
		if (example_draw(&e->dice) < CROPPED)
			add_cropped(e, s);
		if (example_draw(&e->dice) < JOINED)
			add_joined(e, s);
		if (example_draw(&e->dice) < FOREIGN)
			examples_add(e, s->text, s->n, s->label, s->n_blocks,
			    draw_unknown(e));
	}
}
