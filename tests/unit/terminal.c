/* SPDX-License-Identifier: ISC */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "terminal.h"

static void
copies(const char *text, const char *want)
{
	char *copy = terminal_copy(text);

	assert(strcmp(copy, want) == 0);
	free(copy);
}

int
main(void)
{
	size_t bad;

	copies("", "");
	copies("plain caf\xC3\xA9 \\", "plain caf\xC3\xA9 \\");
	copies("\033[31mred", "\\x1B[31mred");
	copies("a\tb\n\x7F", "a\\x09b\\x0A\\x7F");
	copies("\xC2\x9B" "31m", "\\xC2\\x9B31m");
	copies("\xE2\x80\xAE" "cba", "\\xE2\\x80\\xAE" "cba");
	copies("\xE2\x80", "\\xE2\\x80");
	copies("\xFF\xE9t", "\\xFF\\xE9t");
	assert(terminal_prefix("ab\033", 3, &bad) == 2 && bad == 1);
	assert(terminal_prefix("ab", 2, &bad) == 2 && bad == 0);
	assert(terminal_prefix("\0", 1, &bad) == 0 && bad == 1);
	assert(setenv("COLUMNS", "132", 1) == 0 && terminal_columns() == 132);
	assert(setenv("COLUMNS", "wide", 1) == 0 && terminal_columns() > 0);
	assert(setenv("COLUMNS", "99999999", 1) == 0
	    && terminal_columns() <= TERMINAL_MOST);
	assert(setenv("TERM", "xterm", 1) == 0 && unsetenv("NO_COLOR") == 0);
	assert(terminal_has_colour());
	assert(setenv("NO_COLOR", "", 1) == 0 && terminal_has_colour());
	assert(setenv("NO_COLOR", "1", 1) == 0 && !terminal_has_colour());
	assert(unsetenv("NO_COLOR") == 0 && setenv("TERM", "dumb", 1) == 0);
	assert(!terminal_has_colour());
	assert(unsetenv("TERM") == 0 && !terminal_has_colour());
	return 0;
}
