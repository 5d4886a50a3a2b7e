/* SPDX-License-Identifier: ISC */
/* destination: no operand leaves the directory. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "destination.h"

static void
expect(const char *dir, const char *operand, const char *want)
{
	char *path = destination_path(dir, operand);

	assert(strcmp(path, want) == 0);
	free(path);
}

int
main(void)
{
	char dir[] = "/tmp/copydesk.XXXXXX";

	expect("out", "a/b.txt", "out/a/b.txt");
	expect("out", "/a/b.txt", "out/a/b.txt");
	expect("out", "///a", "out/a");
	expect("/out/", "./a", "/out//./a");
	assert(destination_climbs(".."));
	assert(destination_climbs("../a"));
	assert(destination_climbs("a/.."));
	assert(destination_climbs("a/../b"));
	assert(destination_climbs("/../a"));
	assert(destination_climbs("a//../b"));
	assert(!destination_climbs(""));
	assert(!destination_climbs("a"));
	assert(!destination_climbs("..a/b.."));
	assert(!destination_climbs("a/...//b"));
	assert(!destination_climbs("./a/./b/"));
	assert(mkdtemp(dir) != NULL);
	assert(destination_exists("/tmp", strrchr(dir, '/')));
	assert(!destination_exists(dir, "a"));
	assert(rmdir(dir) == 0);
	return 0;
}
