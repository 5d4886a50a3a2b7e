/* SPDX-License-Identifier: ISC */
/* segment: Chinese and Japanese as tokens; unspaced: names in phrases. */
#include <assert.h>
#include <stdio.h>

#include "tables.h"
#include "unspaced.h"
#include "window.h"

struct text {
	struct window w;
	struct quotes q;
	struct sentences s;
};

static void
read(struct text *t, struct sentence_text *in, const struct cues *cues,
    const char *text)
{
	size_t quote = 0;

	*t = (struct text) { 0 };
	*in = (struct sentence_text) { &t->w.scan, cues, 0, &t->q };
	window_begin(&t->w, BLOCKS_AUTO, false);
	window_fill(&t->w, text, strlen(text), true);
	in->lang = cue_language(cues, &t->w.scan, 0, strlen(text));
	quote_find(&t->q, cues, in->lang, &t->w);
	segment_read(&t->s, in, 0, strlen(text), &quote);
}

static void
forget(struct text *t)
{
	sentence_end(&t->s);
	quote_end(&t->q);
	window_end(&t->w);
}

/* Checks the tokens of a text, with a bar between. */
static void
check(const struct cues *cues, const char *text, const char *want)
{
	struct sentence_text in;
	struct text t;
	char got[256];
	size_t i, n = 0;

	read(&t, &in, cues, text);
	for (i = 0; i < t.s.n; i++)
		n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s",
		    i > 0 ? "|" : "",
		    (int)(t.s.token[i].end - t.s.token[i].start),
		    text + t.s.token[i].start);
	if (strcmp(got, want) != 0)
		fprintf(stderr, "%s: %s, not %s\n", text, got, want);
	assert(strcmp(got, want) == 0);
	forget(&t);
}

/* Checks the name in a whole text, which is a speaker's phrase. */
static void
check_name(const struct cues *cues, const char *text, const char *want)
{
	struct sentence_text in;
	struct line l = { &in, NULL, 0 };
	struct span name;
	struct text t;

	read(&t, &in, cues, text);
	l.token = t.s.token;
	l.n = t.s.n;
	name = unspaced_name(&l, (struct phrase) { 0, l.n });
	if (!span_equal(name, span_of(want)))
		fprintf(stderr, "%s: %.*s, not %s\n", text, (int)name.n,
		    name.p, want);
	assert(span_equal(name, span_of(want)));
	forget(&t);
}

static void
test_tokens(const struct cues *cues)
{
	check(cues, "王强说：“好。”", "王|强|说|：|“好。”");
	check(cues, "小说的说法", "小说|的|说法");
	check(cues, "5日在会上指出", "5|日|在|会|上|指出");
	check(cues, "市長は「橋」と述べた。", "市長|は|「橋」|と|述べ|た|。");
	check(cues, "外交部 WTO 发言人", "外交部|WTO|发言人");
}

static void
test_names(const struct cues *cues)
{
	check_name(cues, "王强", "王强");
	check_name(cues, "外交部发言人林晓峰", "林晓峰");
	check_name(cues, "陈国栋教授", "陈国栋");
	check_name(cues, "美国总统布朗森", "布朗森");
	check_name(cues, "发言人", "");
	check_name(cues, "当地居民", "");
	check_name(cues, "トヨタ町の山本花子町長", "山本花子");
	check_name(cues, "スミス米国務長官", "スミス");
	check_name(cues, "市の担当者", "");
}

int
main(void)
{
	test_tokens(&cues_table);
	test_names(&cues_table);
	return 0;
}
