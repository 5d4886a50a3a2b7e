/* SPDX-License-Identifier: ISC */
/*
 * tables - makes tables of lists, for common/tables.h
 *
 *	tables NAME >NAME_table.c
 *
 * Run by the build, with the lists of data/NAME.*.txt linked in. Writes C:
 * the same list gives the same bytes. Ends with 1 at a bad row, having said
 * `file: row: reason`.
 */
#include <err.h>
#include <inttypes.h>
#include <stdio.h>

#include "cue_list.h"
#include "member.h"
#include "tables.h"
#include "weights.h"

/* One for each language of the cues. */
static void
put_flags(const char *member, const bool *x)
{
	size_t i;

	printf("\t.%s = {", member);
	for (i = 0; i < CUE_LANGS; i++)
		printf(" %d,", x[i]);
	puts(" },");
}

static void
put_cue_rows(const struct cues *c)
{
	const struct cue *row;
	size_t i, lang;

	puts("\t.row = {");
	for (i = 0; i < c->n_rows; i++) {
		row = &c->row[i];
		printf("\t{ {");
		for (lang = 0; lang < CUE_LANGS; lang++)
			printf(" %u,", row->kind[lang]);
		printf(" }, %d, %u },\n", row->begins, row->common);
	}
	printf("\t},\n\t.n_rows = %u,\n", c->n_rows);
}

static void
put_cue_suffixes(const struct cues *c)
{
	const struct cue_suffix *s;
	size_t i, k;

	puts("\t.suffix = {");
	for (i = 0; i < c->n_suffixes; i++) {
		s = &c->suffix[i];
		printf("\t{ {");
		for (k = 0; k < s->n; k++)
			printf(" %u,", s->bytes[k]);
		printf(" }, %u, %u },\n", s->n, s->kind);
	}
	printf("\t},\n\t.n_suffixes = %u,\n", c->n_suffixes);
	member_halves("suffixes", c->suffixes, sizeof c->suffixes);
	member_cells("suffix_last", c->suffix_last, sizeof c->suffix_last);
}

static void
put_pronouns(const struct cues *c)
{
	size_t lang, i;

	puts("\t.pronoun = {");
	for (lang = 0; lang < CUE_LANGS; lang++) {
		printf("\t{");
		for (i = 0; i < CUE_PRONOUNS; i++)
			printf(" { %u, %u },", c->pronoun[lang][i][0],
			    c->pronoun[lang][i][1]);
		puts(" },");
	}
	puts("\t},");
}

/* What holds for whole languages. */
static void
put_languages(const struct cues *c)
{
	size_t i;

	put_flags("elides", c->elides);
	put_flags("joins", c->joins);
	put_pronouns(c);
	put_flags("verb_second", c->verb_second);
	put_flags("unspaced", c->unspaced);
	put_flags("pro_drop", c->pro_drop);
	put_flags("capitals", c->capitals);
	printf("\t.lang = {");
	for (i = 0; i < CUE_LANGS; i++)
		printf(" \"%s\",", c->lang[i]);
	printf(" },\n\t.english = %u, .han = %u, .kana = %u,\n", c->english,
	    c->han, c->kana);
}

static bool
put_cues(struct list list, struct span *bad)
{
	static struct cues c;

	if (!cue_list_read(&c, list, bad))
		return false;
	puts("const struct cues cues_table = {");
	member_halves("factor", c.factor, sizeof c.factor);
	member_cells("place", c.place, sizeof c.place);
	put_cue_rows(&c);
	put_cue_suffixes(&c);
	put_languages(&c);
	puts("};");
	return true;
}

static bool
put_functions(struct list list, struct span *bad)
{
	static struct grammar g;

	if (!grammar_begin(&g, list, bad))
		return false;
	grammar_add_phrases(&g, list_of(phrases_list, phrases_list_n));
	puts("const struct grammar functions_table = {");
	member_bytes("kinds", g.kinds, sizeof g.kinds);
	member_cells("functions", g.functions, sizeof g.functions);
	puts("};");
	return true;
}

static void
put_hint_suffixes(const struct hints *h)
{
	const struct hint_suffix *s;
	size_t i, k;

	puts("\t.suffix = {");
	for (i = 0; i < h->n_suffixes; i++) {
		s = &h->suffix[i];
		printf("\t{ {");
		for (k = 0; k < s->n; k++)
			printf(" %u,", s->bytes[k]);
		printf(" }, %u, %u, %u },\n", s->n, s->lang, s->kind);
	}
	printf("\t},\n\t.n_suffixes = %u,\n", h->n_suffixes);
}

/* Their languages are those of the cues. */
static bool
put_hints(struct list list, struct span *bad)
{
	static struct cues c;
	static struct hints h;

	if (!cue_list_read(&c, list_of(cues_list, cues_list_n), bad))
		errx(1, "hints: a row of the cues is bad: tables cues");
	if (!hint_begin(&h, &c, list, bad))
		return false;
	puts("const struct hints hints_table = {");
	member_cells("may_be", h.may_be, sizeof h.may_be);
	member_halves("first", h.first, sizeof h.first);
	member_cells("entry", h.entry, sizeof h.entry);
	member_bytes("kind", h.kind[0], sizeof h.kind);
	put_hint_suffixes(&h);
	put_flags("ends", h.ends);
	puts("};");
	return true;
}

static bool
put_chain(struct list list, struct span *bad)
{
	static struct chain chain;

	if (!weights_chain(&chain, list, bad))
		return false;
	puts("const struct chain chain_table = {");
	member_shorts("row", chain.row[0].of, sizeof chain.row);
	member_shorts("awake", chain.awake[0][0].of, sizeof chain.awake);
	member_shorts("mix", chain.mix[0][0], sizeof chain.mix);
	member_shorts("step", chain.step[0], sizeof chain.step);
	puts("};");
	return true;
}

static bool
put_net(struct list list, struct span *bad)
{
	static struct net net;

	if (!weights_net(&net, list, bad))
		return false;
	puts("const struct net net_table = {");
	member_shorts("row", net.row[0].unit, sizeof net.row);
	member_shorts("mix", net.mix[0][0], sizeof net.mix);
	member_ints("mix_bias", net.mix_bias, sizeof net.mix_bias);
	member_floats("out", net.out[0], sizeof net.out);
	member_floats("step", net.step[0], sizeof net.step);
	puts("};");
	return true;
}

static void
put_sense_rows(const struct senses *s)
{
	const struct sense *row;
	size_t i, k;

	puts("\t.row = {");
	for (i = 0; i < SENSE_ROWS; i++) {
		row = &s->row[i];
		printf("\t{ {");
		for (k = 0; k < SENSE_TERMS; k++)
			printf(" %" PRIu32 ",", row->term[k]);
		printf(" }, %" PRIu32 " },\n", row->kind);
	}
	puts("\t},");
}

static bool
put_senses(struct list list, struct span *bad)
{
	static struct senses s;

	if (!sense_begin(&s, list, bad))
		return false;
	puts("const struct senses senses_table = {");
	member_halves("first", s.first, sizeof s.first);
	member_cells("entry", s.entry, sizeof s.entry);
	put_sense_rows(&s);
	puts("};");
	return true;
}

static bool
put_nicknames(struct list list, struct span *bad)
{
	static struct nicknames n;

	if (!nickname_begin(&n, list, bad))
		return false;
	puts("const struct nicknames nicknames_table = {");
	member_halves("first", n.first, sizeof n.first);
	member_cells("entry", n.entry, sizeof n.entry);
	member_cells("full", n.full, sizeof n.full);
	puts("};");
	return true;
}

static bool
put_divisions(struct list list, struct span *bad)
{
	static struct divisions d;

	if (!division_begin(&d, list, bad))
		return false;
	puts("const struct divisions divisions_table = {");
	member_halves("first", d.first, sizeof d.first);
	member_cells("entry", d.entry, sizeof d.entry);
	puts("};");
	return true;
}

static bool
put_page(struct list list, struct span *bad)
{
	static struct model model;

	if (!weights_model(&model, list, bad))
		return false;
	puts("const struct model page_table = {");
	member_floats("role", model.role[0], sizeof model.role);
	puts("};");
	return true;
}

/* The slots of a table that are taken. */
static void
put_slots(const char *name, const struct lexicon_table *t)
{
	size_t i;

	printf("static const struct lexicon_slot %s[%zu] = {\n", name, t->cap);
	for (i = 0; i < t->cap; i++)
		if (t->slot[i].tag != 0)
			printf("\t[%zu] = { 0x%" PRIx32 ", 0x%" PRIx32 " },\n",
			    i, t->slot[i].tag, t->slot[i].what);
	puts("};\n");
}

/* Nothing ever writes to a lexicon that is const. */
static void
member_slots(const char *name, const struct lexicon_table *t)
{
	printf("\t.%s = { (struct lexicon_slot *)%s, .n = %zu, .cap = %zu },\n",
	    name, name, t->n, t->cap);
}

static void
put_lexicon(const struct lexicon *lx)
{
	put_slots("alone", &lx->alone);
	put_slots("longer", &lx->longer);
	puts("const struct lexicon phrases_table = {");
	member_slots("alone", &lx->alone);
	member_slots("longer", &lx->longer);
	printf("\t.n_longest = %zu,\n", lx->n_longest);
	member_cells("has_alone", lx->has_alone, sizeof lx->has_alone);
	member_cells("has_pair", lx->has_pair, sizeof lx->has_pair);
	puts("};");
}

static bool
put_phrases(struct list list, struct span *bad)
{
	struct lexicon lx;
	bool good;

	lexicon_begin(&lx);
	good = lexicon_add_list(&lx, list, feature_kinds, KINDS, bad);
	if (good)
		put_lexicon(&lx);
	lexicon_end(&lx);
	return good;
}

static const struct table {
	const char *name, *list;
	const size_t *n;
	bool (*put)(struct list, struct span *bad);
	const char *reason; /* what is wrong with a row that is bad */
} tables[] = {
	{ "chain", chain_list, &chain_list_n, put_chain,
	    "unknown weight, or not the numbers it takes" },
	{ "cues", cues_list, &cues_list_n, put_cues,
	    "unknown kind, or more than common/cue.h has room for" },
	{ "divisions", divisions_list, &divisions_list_n, put_divisions,
	    "unknown kind, another kind elsewhere, or more than "
	    "common/division.h has room for" },
	{ "functions", functions_list, &functions_list_n, put_functions,
	    "unknown kind, or not 1 to 4 words" },
	{ "hints", hints_list, &hints_list_n, put_hints,
	    "unknown kind or language, more than two words, or more than "
	    "common/hint.h has room for" },
	{ "net", net_list, &net_list_n, put_net,
	    "unknown weight, or not the numbers it takes" },
	{ "nicknames", nicknames_list, &nicknames_list_n, put_nicknames,
	    "not a word for a word, or more than common/nickname.h has "
	    "room for" },
	{ "page", page_list, &page_list_n, put_page,
	    "unknown weight, or not a number" },
	{ "senses", senses_list, &senses_list_n, put_senses,
	    "unknown kind, no single word, or too many" },
	{ "phrases", phrases_list, &phrases_list_n, put_phrases,
	    "unknown kind, or not 1 to 64 words" },
};

/* Says what is wrong with the row whose entry is given. */
static void
warn_row(const struct table *t, struct span entry)
{
	struct list list = list_of(entry.p,
	    *t->n - (size_t)(entry.p - t->list));
	struct list_row row;

	list_next(&list, &row);
	warnx("%s.%s.txt: %s: %s", t->name, row.lang.p, entry.p, t->reason);
}

static int
put_table(const struct table *t)
{
	struct span bad;

	printf("/* Made by data/tables.c: edit data/%s.*.txt instead. */\n"
	    "#include \"tables.h\"\n\n", t->name);
	if (!t->put(list_of(t->list, *t->n), &bad)) {
		warn_row(t, bad);
		return 1;
	}
	if (fflush(stdout) != 0)
		err(2, "standard output");
	return 0;
}

int
main(int argc, char **argv)
{
	size_t i;

	for (i = 0; argc == 2 && i < sizeof tables / sizeof tables[0]; i++)
		if (strcmp(argv[1], tables[i].name) == 0)
			return put_table(&tables[i]);
	fputs("usage: tables NAME >NAME_table.c\n", stderr);
	return 2;
}
