/* SPDX-License-Identifier: ISC */
/* drops: in order of the input, however they came, and none goes astray. */
#include <assert.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "dice.h"
#include "drops.h"

#define DOCUMENTS 40u
#define STARTS 25u

static char path[] = "/tmp/drops.XXXXXX";

/* Whether the block is dropped, and as what. */
static unsigned
kind_of(uint32_t doc, uint64_t start)
{
	return (unsigned)((doc * 31 + start * 17) % 5);
}

static void
put(struct output *out, uint32_t part, uint32_t doc, uint64_t start)
{
	static const char types[] = "etc";
	unsigned kind = kind_of(doc, start);
	struct drop d = { { part, doc, start }, { 0, 1, start + 7 }, 'e', 0 };

	if (kind > 2)
		return;
	d.type = types[kind];
	d.number = kind == 2 ? 12 : 0;
	drop_write(out, &d);
}

/* All drops of two parts, in disorder. */
static void
write_drops(void)
{
	struct output out;
	size_t n = DOCUMENTS * STARTS, i, at = dice_below(n);

	output_begin(&out, open(path, O_WRONLY | O_TRUNC));
	for (i = 0; i < n; i++) {
		at = (at + 7) % n;
		put(&out, 1, (uint32_t)(at / STARTS) + 1, at % STARTS);
		put(&out, 2, (uint32_t)(at / STARTS) + 1, at % STARTS);
	}
	assert(output_close(&out) == 0);
}

static void
meet(struct drops *d, uint32_t doc, uint64_t start)
{
	unsigned kind = kind_of(doc, start);
	struct position match;
	struct known k
	    = *drops_meet(d, start, start > 3 ? start - 3 : 0);

	assert(k.exact == (kind == 0) && k.teaser == (kind == 1));
	assert(!k.exact || k.same.start == start + 7);
	assert(!k.teaser || k.whole.start == start + 7);
	if (start < 3 || dice_below(3) == 0)
		return;
	assert(!drops_part(d, start - 3, 11, &match));
	assert(drops_part(d, start - 3, 12, &match)
	    == (kind_of(doc, start - 3) == 2));
	assert(!drops_part(d, start - 3, 13, &match));
}

static void
test_order(size_t most)
{
	struct drops d;
	uint32_t doc;
	uint64_t start;
	size_t line;

	write_drops();
	drops_begin(&d, 2);
	d.most = most;
	assert(drops_load(&d, path, &line) == NULL);
	drops_ready(&d);
	for (doc = 1; doc <= DOCUMENTS; doc++) {
		drops_document(&d, doc);
		for (start = 0; start < STARTS; start++)
			meet(&d, doc, start);
	}
	drops_close(&d);
	assert(d.reason == NULL);
	drops_end(&d);
}

/* Part 0 with the drops of these lines, at a document. */
static void
begin_lines(struct drops *d, const char *lines, uint32_t doc)
{
	struct output out;
	size_t line;

	output_begin(&out, open(path, O_WRONLY | O_TRUNC));
	output_string(&out, lines);
	assert(output_close(&out) == 0);
	drops_begin(d, 0);
	assert(drops_load(d, path, &line) == NULL);
	drops_ready(d);
	drops_document(d, doc);
}

/* One drop at document 1, start 0: what is asked for in its place. */
static const char *
ask(const char *lines, uint32_t doc, uint64_t start)
{
	struct drops d;
	const char *reason;

	begin_lines(&d, lines, doc);
	drops_meet(&d, start, 0);
	drops_close(&d);
	reason = d.reason;
	assert(reason == NULL || d.astray.doc == 1);
	drops_end(&d);
	return reason;
}

#define ONE \
	"000000.000000001.0000000000\te\t000000.000000001.0000000000\n"

static void
test_astray(void)
{
	assert(ask(ONE, 1, 0) == NULL);
	assert(ask(ONE, 1, 1) != NULL);
	assert(ask(ONE, 2, 0) != NULL);
	assert(ask(ONE ONE, 1, 0) != NULL);
	assert(ask("", 1, 0) == NULL);
}

#define HERE "000000.000000001.0000000000"
#define LIKE(type, match, share) \
	HERE "\t" type "\t000000.00000000" match ".0000000000\t" share "\n"

/* What a block is most like, of several drops in any order, some twice. */
static struct drop
ask_alike(const char *lines)
{
	struct drop alike;
	struct drops d;

	begin_lines(&d, lines, 1);
	alike = drops_meet(&d, 0, 0)->alike;
	drops_close(&d);
	assert(d.reason == NULL);
	drops_end(&d);
	return alike;
}

/* The largest share counts, then a veto, then the first match. */
static void
test_alike(void)
{
	struct drop a = ask_alike(LIKE("n", "1", "8000") LIKE("n", "2", "9000")
	    LIKE("v", "3", "8500") LIKE("n", "2", "9000"));

	assert(a.type == DROP_NEAR && a.number == 9000 && a.match.doc == 2);
	a = ask_alike(LIKE("v", "3", "9000") LIKE("n", "2", "9000"));
	assert(a.type == DROP_NEVER);
	a = ask_alike(LIKE("n", "3", "9000") LIKE("n", "2", "9000"));
	assert(a.type == DROP_NEAR && a.match.doc == 2);
	assert(ask_alike("").type == 0);
}

int
main(void)
{
	int fd = mkstemp(path);

	assert(fd >= 0);
	close(fd);
	test_order(DROPS_MOST);
	test_order(1);
	test_order(2);
	test_order(97);
	test_astray();
	test_alike();
	unlink(path);
	return 0;
}
