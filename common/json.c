/* SPDX-License-Identifier: ISC */
#include "json.h"
#include "json_string.h"

struct cursor {
	const char *p, *end;
	struct buffer *nesting;
	size_t depth;
};

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
skip_space(struct cursor *c)
{
	while (c->p < c->end && is_space(*c->p))
		c->p++;
}

/* Takes a character, white space before it; false if another comes. */
static bool
take(struct cursor *c, char wanted)
{
	skip_space(c);
	if (c->p == c->end || *c->p != wanted)
		return false;
	c->p++;
	return true;
}

static bool
take_string(struct cursor *c, struct span *s)
{
	const char *start, *end;

	skip_space(c);
	start = c->p;
	if (c->p == c->end || *c->p != '"'
	    || (end = json_string_skip(start + 1, c->end)) == NULL)
		return false;
	*s = (struct span) { start, (size_t)(end - start) };
	c->p = end;
	return true;
}

static bool
skip_digits(struct cursor *c)
{
	const char *start = c->p;

	while (c->p < c->end && *c->p >= '0' && *c->p <= '9')
		c->p++;
	return c->p > start;
}

static bool
skip_number(struct cursor *c)
{
	if (c->p < c->end && *c->p == '-')
		c->p++;
	if (c->p < c->end && *c->p == '0')
		c->p++;
	else if (!skip_digits(c))
		return false;
	if (c->p < c->end && *c->p == '.') {
		c->p++;
		if (!skip_digits(c))
			return false;
	}
	if (c->p < c->end && (*c->p == 'e' || *c->p == 'E')) {
		c->p++;
		if (c->p < c->end && (*c->p == '+' || *c->p == '-'))
			c->p++;
		return skip_digits(c);
	}
	return true;
}

static bool
skip_word(struct cursor *c, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(c->end - c->p) < n || memcmp(c->p, word, n) != 0)
		return false;
	c->p += n;
	return true;
}

static void
push(struct cursor *c, bool object)
{
	unsigned bit = 1u << c->depth % 8;
	char *byte;

	if (c->depth / 8 == c->nesting->n)
		buffer_add(c->nesting, "", 1);
	byte = &c->nesting->p[c->depth / 8];
	*byte = (char)(object ? (unsigned char)*byte | bit
	                      : (unsigned char)*byte & ~bit);
	c->depth++;
}

static bool
in_object(const struct cursor *c)
{
	size_t at = c->depth - 1;

	return (c->nesting->p[at / 8] >> at % 8 & 1) != 0;
}

static bool
take_key(struct cursor *c, struct span *key)
{
	return take_string(c, key) && take(c, ':');
}

/*
 * Passes what begins a value: a scalar whole, of an object or array up to
 * its first value. *open says that a value must follow.
 */
static bool
enter_value(struct cursor *c, bool *open)
{
	struct span ignored;

	*open = false;
	skip_space(c);
	if (c->p == c->end)
		return false;
	switch (*c->p) {
	case '"':
		return take_string(c, &ignored);
	case 't':
		return skip_word(c, "true");
	case 'f':
		return skip_word(c, "false");
	case 'n':
		return skip_word(c, "null");
	case '{':
		c->p++;
		if (take(c, '}'))
			return true;
		push(c, *open = true);
		return take_key(c, &ignored);
	case '[':
		c->p++;
		if (take(c, ']'))
			return true;
		push(c, false);
		*open = true;
		return true;
	default:
		return skip_number(c);
	}
}

/* Behind a value inside others: closes what ends, or begins the next. */
static bool
leave_value(struct cursor *c)
{
	struct span ignored;

	while (c->depth > 0) {
		if (take(c, ','))
			return !in_object(c) || take_key(c, &ignored);
		if (!take(c, in_object(c) ? '}' : ']'))
			return false;
		c->depth--;
	}
	return true;
}

static bool
take_value(struct cursor *c, struct span *value)
{
	const char *start;
	bool open;

	skip_space(c);
	start = c->p;
	do {
		if (!enter_value(c, &open))
			return false;
		if (!open && !leave_value(c))
			return false;
	} while (c->depth > 0);
	*value = (struct span) { start, (size_t)(c->p - start) };
	return true;
}

/* Which of the keys this is, JSON_KEYS if none. */
static int
find_key(struct json_scanner *s, struct span key, const struct json_keys *keys)
{
	struct span name = { key.p + 1, key.n - 2 };
	int i;

	if (memchr(name.p, '\\', name.n) != NULL)
		name = json_string_decode(key, &s->key);
	for (i = 0; i < JSON_KEYS; i++)
		if (keys->name[i] != NULL
		    && span_equal(name, span_of(keys->name[i])))
			break;
	return i;
}

static const char *
note_value(struct json_record *r, int i, struct span value)
{
	if (i == JSON_KEYS)
		return NULL;
	if (r->value[i].p != NULL && i == JSON_TEXT)
		return "the text comes twice";
	if (r->value[i].p != NULL && i == JSON_ID)
		return "the id comes twice";
	r->value[i] = value;
	return NULL;
}

const char *
json_scan(struct json_scanner *s, struct span line,
    const struct json_keys *keys, struct json_record *r)
{
	struct cursor c = { line.p, line.p + line.n, &s->nesting, 0 };
	const char *reason;
	struct span key, value;

	*r = (struct json_record) { 0 };
	s->nesting.n = 0;
	if (!take(&c, '{'))
		return "not a JSON object";
	if (!take(&c, '}')) {
		do {
			if (!take_key(&c, &key) || !take_value(&c, &value))
				return "not valid JSON";
			reason = note_value(r, find_key(s, key, keys), value);
			if (reason != NULL)
				return reason;
			r->end = (size_t)(c.p - line.p);
		} while (take(&c, ','));
		if (!take(&c, '}'))
			return "not valid JSON";
	}
	skip_space(&c);
	if (c.p != c.end)
		return "not valid JSON: more after the object";
	if (r->value[JSON_TEXT].p == NULL)
		return "no text";
	if (r->value[JSON_TEXT].p[0] != '"')
		return "the text is no string";
	return NULL;
}

void
json_add_names(struct json_scanner *s, struct span line, struct buffer *to)
{
	struct cursor c = { line.p, line.p + line.n, &s->nesting, 0 };
	struct span key, value;
	int n = 0;

	s->nesting.n = 0;
	if (!take(&c, '{'))
		return;
	while (take_key(&c, &key)) {
		buffer_string(to, n > 0 ? ", " : "");
		if (n++ == JSON_NAMES) {
			buffer_string(to, "..");
			return;
		}
		buffer_span(to, key);
		if (!take_value(&c, &value) || !take(&c, ','))
			return;
	}
}

void
json_end(struct json_scanner *s)
{
	buffer_end(&s->nesting);
	buffer_end(&s->key);
}
