/* SPDX-License-Identifier: ISC */
/* operand: names from the command line and from a list. */
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "operand.h"

static void
expect_name(struct operands *o, const char *want)
{
	const char *name = NULL;

	assert(operands_next(o, &name) == OPERAND_NAME);
	assert(strcmp(name, want) == 0);
}

static void
expect_end(struct operands *o)
{
	const char *name = NULL;

	assert(operands_next(o, &name) == OPERAND_END);
	assert(operands_next(o, &name) == OPERAND_END);
	operands_end(o);
}

static void
test_arguments(void)
{
	char a[] = "a", dash[] = "-", b[] = "b c";
	char *argv[] = { a, dash, b, NULL };
	struct operands o;

	operands_begin(&o, argv, 3, NULL);
	expect_name(&o, "a");
	expect_name(&o, "-");
	expect_name(&o, "b c");
	expect_end(&o);
	operands_begin(&o, argv + 3, 0, NULL);
	expect_name(&o, "-");
	expect_end(&o);
}

/* Makes a list of these bytes and starts on it. */
static void
begin_list(struct operands *o, const char *bytes, size_t n)
{
	static char path[32];
	int fd;

	strcpy(path, "/tmp/copydesk.XXXXXX");
	fd = mkstemp(path);
	assert(fd >= 0 && write(fd, bytes, n) == (ssize_t)n);
	close(fd);
	operands_begin(o, NULL, 0, path);
	unlink(path);
}

static void
test_list(void)
{
	static char many[600000];
	struct operands o;
	const char *name;
	size_t i;

	begin_list(&o, "", 0);
	expect_end(&o);
	begin_list(&o, "a\nb\0\0-\0last", 11);
	expect_name(&o, "a\nb");
	assert(operands_next(&o, &name) == OPERAND_EMPTY);
	expect_name(&o, "-");
	expect_name(&o, "last");
	expect_end(&o);
	for (i = 0; i < sizeof many; i++)
		many[i] = i % 3 == 2 ? '\0' : 'n';
	begin_list(&o, many, sizeof many);
	for (i = 0; i < sizeof many / 3; i++)
		expect_name(&o, "nn");
	expect_end(&o);
}

static void
test_rewind(void)
{
	char one[] = "one", two[] = "two", *argv[] = { one, two, NULL };
	struct operands o;
	const char *name;

	operands_begin(&o, argv, 2, NULL);
	expect_name(&o, "one");
	operands_rewind(&o);
	expect_name(&o, "one");
	expect_name(&o, "two");
	expect_end(&o);
	begin_list(&o, "a\0\0last", 7);
	o.keep = true;
	expect_name(&o, "a");
	assert(operands_next(&o, &name) == OPERAND_EMPTY);
	expect_name(&o, "last");
	assert(operands_next(&o, &name) == OPERAND_END);
	operands_rewind(&o);
	expect_name(&o, "a");
	assert(operands_next(&o, &name) == OPERAND_EMPTY);
	expect_name(&o, "last");
	expect_end(&o);
}

static void
test_failure(void)
{
	struct operands o;
	const char *name;

	operands_begin(&o, NULL, 0, "/nowhere/list");
	assert(operands_next(&o, &name) == OPERAND_FAILED);
	assert(o.list.error == ENOENT);
	operands_end(&o);
	operands_begin(&o, NULL, 0, "/tmp");
	assert(operands_next(&o, &name) == OPERAND_FAILED);
	assert(o.list.error == EISDIR);
	operands_end(&o);
}

int
main(void)
{
	test_arguments();
	test_list();
	test_rewind();
	test_failure();
	return 0;
}
