/* SPDX-License-Identifier: ISC */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "margin.h"

static const char text[] = "Home\n\n\"Rain\", she said, \"and snow.\"\n";

static void
note(struct margin *m, struct window *w, const char *verdict, const char *name,
    size_t start, size_t end)
{
	margin_note(m);
	margin_field(m, "start", span_of("77"));
	margin_field(m, "verdict", span_of(verdict));
	margin_field(m, "role", span_of(name));
	margin_field(m, "reason", span_of("so"));
	margin_field(m, "reason", span_of("so"));
	margin_field(m, "text", scan_span(&w->scan, start, end));
}

/* What is shown of two blocks, one with two notes on parts of it. */
static void
shows(bool coloured, const char *want)
{
	struct margin m = { 0 };
	struct window w = { 0 };
	struct output out;
	char got[1000];
	int fds[2];
	ssize_t n;

	assert(pipe(fds) == 0);
	output_begin(&out, fds[1]);
	margin_begin(&m, coloured);
	m.out = &out;
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, sizeof text - 1, true);
	assert(w.blocks.n == 2);
	margin_document(&m, span_of("page"), false);
	note(&m, &w, "drop", "nav", 0, 4);
	note(&m, &w, "keep", "page", 7, 11);
	note(&m, &w, "keep", "Ann", 25, 34);
	margin_show(&m, &w, 2);
	assert(output_close(&out) == 0);
	n = read(fds[0], got, sizeof got - 1);
	assert(n > 0);
	got[n] = '\0';
	assert(strcmp(got, want) == 0);
	close(fds[0]);
	window_end(&w);
	margin_end(&m);
}

int
main(void)
{
	assert(setenv("COLUMNS", "36", 1) == 0);
	shows(false,
	    "==> page <==\n"
	    "nav; so      - Home\n"
	    "\n"
	    "so           | \"Rain\", she said,\n"
	    "Ann; so      | \"and snow.\"\n");
	shows(true,
	    "\033[m\033[1m==> page <==\033[m\n"
	    "\033[m\033[2mnav; so\033[m      - \033[m\033[2mHome\033[m\n"
	    "\n"
	    "\033[m\033[2mso\033[m           | \033[m\033[2m\"\033[mRain"
	    "\033[m\033[2m\", she said,\033[m\n"
	    "\033[m\033[1mAnn\033[m\033[2m; so\033[m      | \033[m\033[2m\""
	    "\033[mand snow.\033[m\033[2m\"\033[m\n");
	return 0;
}
