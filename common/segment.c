/* SPDX-License-Identifier: ISC */
#include "alloc.h"
#include "segment.h"
#include "utf8.h"
#include "word.h"

enum {
	LONGEST = 6, /* characters of an entry */
	HIRAGANA = 0x3041, HIRAGANA_END = 0x309F,
	KATAKANA = 0x30A1, KATAKANA_END = 0x30FF, /* with the dot and dash */
	HAN = 0x3400, HAN_END = 0x9FFF,
	MIDDLE_DOT = 0xB7, ITERATION = 0x3005
};

static const struct {
	uint32_t code;
	uint8_t type;
} signs[] = { { 0xFF0C, TOKEN_COMMA }, { 0x3001, TOKEN_COMMA },
	{ ',', TOKEN_COMMA }, { 0xFF1A, TOKEN_COLON }, { ':', TOKEN_COLON },
	{ 0x3002, TOKEN_STOP }, { 0xFF01, TOKEN_STOP }, { 0xFF1F, TOKEN_STOP },
	{ '!', TOKEN_STOP }, { '?', TOKEN_STOP }, { 0xFF61, TOKEN_STOP },
	{ 0xFF1B, TOKEN_SEMICOLON }, { ';', TOKEN_SEMICOLON },
	{ 0xFF08, TOKEN_OPEN }, { '(', TOKEN_OPEN }, { 0x3010, TOKEN_OPEN },
	{ '[', TOKEN_OPEN }, { 0xFF09, TOKEN_CLOSE }, { ')', TOKEN_CLOSE },
	{ 0x3011, TOKEN_CLOSE }, { ']', TOKEN_CLOSE },
	{ 0x2014, TOKEN_DASH }, { 0x2015, TOKEN_DASH } };

static struct token *
add(struct sentences *s, enum token_type type, size_t start, size_t end)
{
	s->token = alloc_grow(s->token, &s->cap, s->n + 1, sizeof *s->token);
	s->token[s->n] = (struct token) {
		.start = (uint32_t)start,
		.end = (uint32_t)end,
		.type = (uint8_t)type,
		.kind = type == TOKEN_WORD ? CUE_NONE
		                           : (uint8_t)(TOKEN_SIGN + type),
	};
	return &s->token[s->n++];
}

static enum token_type
type_of(uint32_t code)
{
	size_t i;

	for (i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (signs[i].code == code)
			return (enum token_type)signs[i].type;
	return TOKEN_WORD;
}

static bool
is_ascii_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Reads the longest entry at a byte, or the one character there. */
static size_t
read_entry(struct sentences *out, const struct sentence_text *in, size_t at,
    size_t to)
{
	const char *text = in->scan->text;
	size_t ends[LONGEST], n = 0, end = at;
	enum cue_kind kind = CUE_NONE;
	uint32_t code;

	while (n < LONGEST && end < to) {
		end += utf8_read(text + end, to - end, &code, NULL);
		if (n > 0 && (code < MIDDLE_DOT || type_of(code) != TOKEN_WORD))
			break;
		ends[n++] = end;
	}
	while (n > 1 && kind == CUE_NONE)
		kind = cue_kind_of(in->cues, in->lang,
		    scan_span(in->scan, at, ends[--n]));
	if (kind == CUE_NONE) {
		n = 0;
		kind = cue_kind_of(in->cues, in->lang,
		    scan_span(in->scan, at, ends[0]));
	}
	add(out, TOKEN_WORD, at, ends[n])->kind = (uint8_t)kind;
	return ends[n];
}

static size_t
read_ascii(struct sentences *out, const struct sentence_text *in, size_t at,
    size_t to)
{
	const char *text = in->scan->text;
	size_t end = at;
	struct token *t;

	while (end < to && (is_ascii_word(text[end]) || (end + 1 < to
	    && (text[end] == '.' || text[end] == '-')
	    && is_ascii_word(text[end + 1]))))
		end++;
	t = add(out, TOKEN_WORD, at, end);
	t->digit = text[at] <= '9';
	t->upper = utf8_is_upper(text + at, end - at);
	return end;
}

static size_t
read_one(struct sentences *out, const struct sentence_text *in, size_t at,
    size_t to)
{
	const char *text = in->scan->text;
	enum token_type type;
	uint32_t code;
	size_t n;

	if (is_ascii_word(text[at]))
		return read_ascii(out, in, at, to);
	n = utf8_read(text + at, to - at, &code, NULL);
	type = type_of(code);
	if (type != TOKEN_WORD)
		add(out, type, at, at + n);
	else if (code == '.' && (at + 1 == to || block_is_space(text[at + 1])))
		add(out, TOKEN_STOP, at, at + n);
	else if (code > ' ' && code != 0x3000 && code != 0xA0)
		return read_entry(out, in, at, to);
	return at + n;
}

void
segment_read(struct sentences *out, const struct sentence_text *in,
    size_t from, size_t to, size_t *quote)
{
	const struct quotes *q = in->quotes;
	size_t at = from, end;

	while (at < to) {
		while (*quote < q->n && (q->quote[*quote].depth > 0
		    || q->quote[*quote].close <= at))
			++*quote;
		end = *quote < q->n && q->quote[*quote].open < to
		    ? q->quote[*quote].open : to;
		if (end <= at) {
			at = q->quote[*quote].close;
			add(out, TOKEN_QUOTE, q->quote[*quote].open, at)
			    ->quote = *quote;
			continue;
		}
		at = read_one(out, in, at, end);
	}
}

enum segment_script
segment_script(const struct sentence_text *in, const struct token *t)
{
	uint32_t code;

	if (t->type != TOKEN_WORD)
		return SCRIPT_OTHER;
	utf8_read(in->scan->text + t->start, t->end - t->start, &code, NULL);
	if (code >= HIRAGANA && code <= HIRAGANA_END)
		return SCRIPT_HIRAGANA;
	return code >= KATAKANA && code <= KATAKANA_END ? SCRIPT_KATAKANA
	                                                : SCRIPT_OTHER;
}

bool
segment_is_name(const struct sentence_text *in, size_t from, size_t to)
{
	const char *text = in->scan->text;
	uint32_t code;

	while (from < to) {
		from += utf8_read(text + from, to - from, &code, NULL);
		if (code != MIDDLE_DOT && code != ITERATION
		    && !(code >= KATAKANA && code <= KATAKANA_END)
		    && !(code >= HAN && code <= HAN_END))
			return false;
	}
	return true;
}
