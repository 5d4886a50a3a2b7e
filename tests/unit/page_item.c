/* SPDX-License-Identifier: ISC */
/* page_item: bullets, numbers on end and > make lists and quotations. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "page_item.h"

/* The roles of the blocks of a text that is all body: b, l or q. */
static void
expect(const char *text, const char *want)
{
	struct window w;
	struct page p;
	size_t i;
	char got;

	page_begin(&p);
	page_document(&p);
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), true);
	page_look(&p, &w, 0);
	assert(w.blocks.n == strlen(want));
	for (i = 0; i < w.blocks.n; i++)
		p.block[i].role = ROLE_BODY;
	page_items(&p, &w, w.blocks.n);
	for (i = 0; i < w.blocks.n; i++) {
		got = *model_role_names[p.block[i].role];
		if (got != want[i])
			printf("%s: block %zu is %c\n", text, i, got);
		assert(got == want[i]);
	}
	window_end(&w);
	page_end(&p);
}

int
main(void)
{
	expect("* Two eggs\n\n\xE2\x80\xA2 One leek\n\nSalt\n", "llb");
	expect("*Two* eggs\n\n-5 degrees\n\n-- \n", "bbb");
	expect("- Two eggs\n- One leek\n", "ll");
	expect("- No, he said, and went.\n\nShe did not go.\n", "bb");
	expect("1. Heat the oven.\n2. Wait.\n\n3) Eat.\n", "lll");
	expect("1. The box\n\nIt is deep.\n\n2. The soil\n\nIt is wet.\n", "bbbb");
	expect("7. Heat\n9. Wait\n", "bb");
	expect("1999. It was cold.\n2000. It was not.\n", "bb");
	expect("> Feed the soil and not the plant.\n\n> ls\n", "qb");
	expect("", "");
	return 0;
}
