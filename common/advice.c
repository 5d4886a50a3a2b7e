/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "advice.h"
#include "block.h"
#include "terminal.h"

/* Says which members there are, since the one with the text is not. */
static const char *
names(struct advice *a, struct json_scanner *scanner, struct span line,
    const char *key)
{
	size_t n;

	a->text.n = 0;
	buffer_string(&a->text, "no text under \"");
	buffer_string(&a->text, key);
	buffer_string(&a->text, "\": name its member by -k; there is ");
	n = a->text.n;
	json_add_names(scanner, line, &a->text);
	if (a->text.n == n)
		buffer_string(&a->text, "none");
	buffer_add(&a->text, "", 1);
	free(a->shown);
	a->shown = terminal_copy(a->text.p);
	return a->shown;
}

const char *
advice_of(struct advice *a, struct json_scanner *scanner, const char *reason,
    struct span line, const struct json_keys *keys)
{
	struct span s = block_trimmed(line);

	if (s.n > 0 && *s.p == '[')
		return "a JSON array: make a line of each record, as by "
		       "jq -c '.[]'";
	if (s.n == 1 && *s.p == '{')
		return "a JSON object of several lines: make one line of "
		       "each, as by jq -c .";
	if (strcmp(reason, "no text") == 0)
		return names(a, scanner, s, keys->name[JSON_TEXT]);
	return reason;
}

void
advice_end(struct advice *a)
{
	buffer_end(&a->text);
	free(a->shown);
	*a = (struct advice) { 0 };
}
