/* SPDX-License-Identifier: ISC */
#include "section.h"

void
section_begin(struct section *s, bool with_text)
{
	*s = (struct section) { .with_text = with_text };
}

void
section_end(struct section *s)
{
	buffer_end(&s->heading);
	buffer_end(&s->text);
	buffer_end(&s->article);
	buffer_end(&s->tail);
}

void
section_document(struct section *s)
{
	s->open = s->pending = false;
	s->n = s->number = s->taken = s->bytes = 0;
	s->article.n = s->tail.n = s->heading.n = s->text.n = 0;
	s->tail_role = ROLES;
}

/* Whether blocks of the role stand under the article's headings. */
static bool
is_article(unsigned role)
{
	return role == ROLE_BODY || role == ROLE_LIST || role == ROLE_QUOTE;
}

/* Whether the block belongs to the heading before it, as a line under it. */
static bool
goes_on(const struct page_block *b)
{
	return b->role == ROLE_HEADING && b->mark == MARK_RULE;
}

bool
section_breaks(const struct section *s, const struct page *p,
    const struct window *w, size_t i)
{
	const struct page_block *b = &p->block[i];

	if (!s->open)
		return true;
	if (b->role == ROLE_HEADING)
		return !goes_on(b);
	if (b->marker)
		return true;
	if (s->bytes + w->blocks.block[i].start - s->taken >= SECTION_BYTES)
		return true;
	if (s->pending && s->role == ROLE_HEADING)
		return !is_article(b->role);
	return b->role != s->role;
}

void
section_leave(struct section *s, const struct window *w, size_t at)
{
	if (s->open && at > s->taken) {
		s->bytes += at - s->taken;
		if (s->with_text)
			buffer_span(&s->text,
			    scan_span(&w->scan, s->taken, at));
	}
	s->taken = 0;
}

void
section_close(struct section *s, struct window *w, size_t at)
{
	section_leave(s, w, at);
	s->taken = at;
	s->end = window_offset(w, at);
	if (s->pending)
		s->body_start = s->end;
	s->open = false;
}

static void
copy(struct buffer *to, struct span text)
{
	to->n = 0;
	buffer_span(to, text);
}

void
section_blank(struct section *s)
{
	s->number = s->n++;
	s->open = true;
	s->role = ROLE_BODY;
	s->level = 0;
	s->start = s->body_start = 0;
	s->bytes = s->text.n = s->heading.n = 0;
	s->pending = false;
}

/* Opens a section at block i, with the heading it brings or that stands. */
static void
open_at(struct section *s, const struct page *p, struct window *w, size_t i)
{
	const struct page_block *b = &p->block[i];
	struct span text = block_trim(&w->scan, &w->blocks.block[i]);
	size_t at = s->n == 0 ? 0 : w->blocks.block[i].start;

	section_blank(s);
	s->role = b->role;
	s->taken = at;
	if (s->number > 0)
		s->start = s->body_start = window_offset(w, at);
	s->pending = b->role == ROLE_HEADING || b->marker;
	if (b->role == ROLE_HEADING) {
		copy(&s->article, text);
		s->article_level = b->level;
	} else if (b->marker) {
		copy(&s->tail, text);
		s->tail_role = b->role;
	}
	if (b->role == ROLE_HEADING || is_article(b->role)) {
		copy(&s->heading, buffer_bytes(&s->article));
		s->level = s->article.n > 0 ? s->article_level : 0;
	} else if (b->role == s->tail_role) {
		copy(&s->heading, buffer_bytes(&s->tail));
	}
}

void
section_add(struct section *s, const struct page *p, struct window *w,
    size_t i)
{
	if (!s->open) {
		open_at(s, p, w, i);
		return;
	}
	if (s->pending && !goes_on(&p->block[i])) {
		s->role = p->block[i].role;
		s->body_start = window_offset(w, w->blocks.block[i].start);
		s->pending = false;
	}
}
