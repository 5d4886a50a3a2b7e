/* SPDX-License-Identifier: ISC */
/*
 * reduce_near: in any order of the lines of a key the same drops, each with
 * the text before it that it is most like.
 */
#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dice.h"
#include "reduce_near.h"

#define MOST 60   /* blocks */
#define WORDS 40  /* of each */

static char path[] = "/tmp/reduce_near.XXXXXX";

static struct key_line line[MOST];

static void
set_line(struct key_line *k, uint32_t number)
{
	k->type = KEY_NEAR;
	k->at = (struct position) { 0, number, 0 };
	k->ending = ENDING_STOP;
	k->n_terms = WORDS;
	k->print_and_term[0] = number;
}

/* A text, or another that was held with a few of its words changed. */
static void
make_line(struct key_line *k, uint32_t number)
{
	size_t i, changed = dice_below(6);
	const struct key_line *old = &line[dice_below(number)];

	set_line(k, number);
	for (i = 0; i < WORDS; i++)
		k->print_and_term[1 + i] = number % 4 == 1
		    ? dice() & TERM_WORD : old->print_and_term[1 + i];
	if (number % 4 == 3)
		k->print_and_term[0] = old->print_and_term[0];
	else if (number % 4 != 1)
		while (changed-- > 0)
			k->print_and_term[1 + dice_below(WORDS)]
			    = dice() & TERM_WORD;
}

/* The drops of the lines in the order, as text. */
static size_t
reduce(const size_t *order, size_t n, char *text, size_t size)
{
	static struct reduce_near r;
	struct waiting w = { .n = 0 };
	struct output out;
	size_t i;
	ssize_t got;
	int fd;

	output_begin(&out, open(path, O_WRONLY | O_TRUNC));
	for (i = 0; i < n; i++)
		assert(reduce_near_take(&r, &w, &line[order[i]]) == NULL);
	reduce_near_end_key(&r, &w, &out);
	assert(output_close(&out) == 0);
	waiting_end(&w);
	reduce_near_end(&r);
	memset(&r, 0, sizeof r);
	fd = open(path, O_RDONLY);
	got = read(fd, text, size);
	close(fd);
	assert(got >= 0 && (size_t)got < size);
	return (size_t)got;
}

static int
compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorts the lines of a text of n bytes, into list. */
static size_t
sort_text(char *text, size_t n, char **list)
{
	size_t n_lines = 0;
	char *p;

	text[n] = '\0';
	for (p = strtok(text, "\n"); p != NULL; p = strtok(NULL, "\n"))
		list[n_lines++] = p;
	qsort(list, n_lines, sizeof *list, compare_lines);
	return n_lines;
}

static void
test_order(size_t n)
{
	static char one[20000], two[20000];
	char *a[MOST], *b[MOST];
	size_t order[MOST], i, j, swap, n_a, n_b, round;

	for (i = 0; i < n; i++)
		order[i] = i;
	n_a = sort_text(one, reduce(order, n, one, sizeof one), a);
	assert(n < 8 || n_a > 0);
	for (round = 0; round < 20; round++) {
		for (i = n - 1; i > 0; i--) {
			j = dice_below(i + 1);
			swap = order[i];
			order[i] = order[j];
			order[j] = swap;
		}
		n_b = sort_text(two, reduce(order, n, two, sizeof two), b);
		assert(n_a == n_b);
		for (i = 0; i < n_a; i++)
			assert(strcmp(a[i], b[i]) == 0);
	}
}

/* A place that is there twice is found where it can be. */
static void
test_twice(void)
{
	static struct reduce_near r;
	struct waiting w = { .n = 0 };

	assert(reduce_near_take(&r, &w, &line[1]) == NULL);
	assert(reduce_near_take(&r, &w, &line[1]) == reduce_twice);
	waiting_end(&w);
	reduce_near_end(&r);
}

int
main(void)
{
	uint32_t i;
	int fd = mkstemp(path);

	assert(fd >= 0);
	close(fd);
	set_line(&line[0], 0);
	for (i = 0; i < WORDS; i++)
		line[0].print_and_term[1 + i] = dice() & TERM_WORD;
	for (i = 1; i < MOST; i++)
		make_line(&line[i], i);
	test_order(2);
	test_order(9);
	test_order(REDUCE_NEAR);
	test_order(REDUCE_NEAR + 1);
	test_order(MOST);
	test_twice();
	unlink(path);
	return 0;
}
