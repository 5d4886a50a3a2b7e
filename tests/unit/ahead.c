/* SPDX-License-Identifier: ISC */
/* ahead: which beginnings are found to have their text behind them. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "ahead.h"

#define MANY 200000u

/* A text as ahead is shown it. */
struct text {
	struct checkpoints c;
	struct fingerprint f;
	struct ending ending;
};

static struct text
read_text(const char *words, enum ending_kind kind)
{
	static struct scan s;
	struct text t = { .ending = { kind, 0 } };

	scan_text(&s, words, strlen(words));
	t.f = fingerprint_of(&s, 0, s.len, &t.c);
	return t;
}

static void
wait_for(struct ahead *a, const struct text *t)
{
	ahead_wait(a, &t->c, t->f.all, t->f.n_words, &t->ending);
}

static void
meet(struct ahead *a, const struct text *t, size_t at)
{
	ahead_meet(a, &t->c, t->f.n_words, &t->ending,
	    t->ending.kind == ENDING_STOP, (struct place) { 1, at });
}

static bool
is_found(const struct ahead *a, const struct text *t)
{
	struct place place = { 0, 0 };

	return ahead_find(a, t->f.all, t->ending.kind, &place)
	    && (!a->found.places || place.doc == 1);
}

#define HEAD "one two three four five six seven eight "

/* Whether a text is found that waits for the other. */
static bool
is_beginning(const char *words, enum ending_kind kind, const char *of,
    enum ending_kind of_kind)
{
	struct text t = read_text(words, kind);
	struct text text = read_text(of, of_kind);
	struct ahead a;
	bool found;

	ahead_begin(&a, true);
	wait_for(&a, &t);
	meet(&a, &text, 5);
	ahead_settle(&a);
	found = is_found(&a, &t);
	ahead_end(&a);
	return found;
}

static void
test_beginnings(void)
{
	assert(is_beginning(HEAD, ENDING_ELLIPSIS, HEAD "nine", ENDING_OPEN));
	assert(is_beginning(HEAD, ENDING_OPEN, HEAD "nine", ENDING_STOP));
	assert(!is_beginning(HEAD, ENDING_OPEN, HEAD "nine", ENDING_OPEN));
	assert(!is_beginning(HEAD, ENDING_STOP, HEAD "nine", ENDING_STOP));
	assert(!is_beginning(HEAD "nine", ENDING_ELLIPSIS, HEAD "ten",
	    ENDING_STOP));
	/* A cut word: the other must be longer, or whole. */
	assert(is_beginning(HEAD "ni", ENDING_ELLIPSIS, HEAD "nine",
	    ENDING_STOP));
	assert(!is_beginning(HEAD "ni", ENDING_ELLIPSIS, HEAD "nine",
	    ENDING_ELLIPSIS));
	assert(is_beginning(HEAD "ni", ENDING_ELLIPSIS, HEAD "nine ten",
	    ENDING_ELLIPSIS));
	assert(!is_beginning(HEAD "nine", ENDING_MORE, HEAD "nine",
	    ENDING_MORE));
}

/* What was found is found however often it comes, and noted texts are, too. */
static void
test_found(void)
{
	struct text t = read_text(HEAD, ENDING_ELLIPSIS);
	struct text text = read_text(HEAD "nine", ENDING_STOP);
	struct text other = read_text(HEAD, ENDING_OPEN);
	struct ahead a;

	ahead_begin(&a, false);
	wait_for(&a, &t);
	wait_for(&a, &t);
	assert(!is_found(&a, &t));
	meet(&a, &text, 1);
	wait_for(&a, &t);
	meet(&a, &text, 2);
	assert(is_found(&a, &t) && !is_found(&a, &other));
	assert(a.n == 1);
	ahead_note(&a, other.f.all, ENDING_OPEN, (struct place) { 1, 0 });
	assert(is_found(&a, &other));
	ahead_end(&a);
}

/* The latest wait, and of those that begin alike the first few. */
static void
test_ring(void)
{
	struct text t, first = read_text(HEAD, ENDING_ELLIPSIS);
	struct text text = read_text(HEAD "nine ten", ENDING_STOP);
	struct ahead a;
	char words[100];
	unsigned i;

	ahead_begin(&a, false);
	wait_for(&a, &first);
	for (i = 0; i < MANY; i++) {
		sprintf(words, "w%u b c d e f g h i j", i);
		t = read_text(words, ENDING_ELLIPSIS);
		wait_for(&a, &t);
		if (i == AHEAD_RECORDS - 2) {
			meet(&a, &text, 1);
			assert(is_found(&a, &first));
		}
	}
	assert(a.n == AHEAD_RECORDS);
	for (i = 0; i < MANY; i += 97) {
		sprintf(words, "w%u b c d e f g h i j k", i);
		text = read_text(words, ENDING_STOP);
		meet(&a, &text, 1);
		sprintf(words, "w%u b c d e f g h i j", i);
		t = read_text(words, ENDING_ELLIPSIS);
		assert(is_found(&a, &t) == (i >= MANY - AHEAD_RECORDS));
	}
	ahead_end(&a);
}

static void
test_crowd(void)
{
	struct text t[AHEAD_SAME + 1], text;
	struct ahead a;
	char words[100];
	unsigned i;

	ahead_begin(&a, false);
	for (i = 0; i <= AHEAD_SAME; i++) {
		sprintf(words, HEAD "x%u", i);
		t[i] = read_text(words, ENDING_ELLIPSIS);
		wait_for(&a, &t[i]);
	}
	for (i = 0; i <= AHEAD_SAME; i++) {
		sprintf(words, HEAD "x%u y", i);
		text = read_text(words, ENDING_STOP);
		meet(&a, &text, 1);
		assert(is_found(&a, &t[i]) == (i < AHEAD_SAME));
	}
	wait_for(&a, &t[AHEAD_SAME]);
	meet(&a, &text, 1);
	assert(is_found(&a, &t[AHEAD_SAME]));
	ahead_end(&a);
}

int
main(void)
{
	test_beginnings();
	test_found();
	test_ring();
	test_crowd();
	return 0;
}
