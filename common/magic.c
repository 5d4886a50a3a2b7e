/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "block.h"
#include "magic.h"
#include "utf8.h"

struct magic {
	const char *bytes;
	size_t n;
	const char *refusal;
};

static const struct magic compressed[] = {
	{ "\x1F\x8B", 2, "this is gzip: use zcat FILE | .." },
	{ "\x28\xB5\x2F\xFD", 4, "this is zstd: use zstdcat FILE | .." },
	{ "BZh", 3, "this is bzip2: use bzcat FILE | .." },
	{ "\xFD" "7zXZ", 5, "this is xz: use xzcat FILE | .." },
};

const char *
magic_refusal(const char *p, size_t n)
{
	const struct magic *m = compressed;
	size_t i;

	for (i = 0; i < sizeof compressed / sizeof compressed[0]; i++, m++)
		if (n >= m->n && memcmp(p, m->bytes, m->n) == 0)
			return m->refusal;
	return NULL;
}

static bool
begins_with_word(const char *p, size_t n, const char *word)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++)
		if (i == n || (p[i] >= 'A' && p[i] <= 'Z' ? p[i] + 32 : p[i])
		    != word[i])
			return false;
	return true;
}

static bool
begins_with(const char *p, size_t n, const char *bytes)
{
	return n >= strlen(bytes) && memcmp(p, bytes, strlen(bytes)) == 0;
}

const char *
magic_advice(const char *p, size_t n, bool plain)
{
	if (utf8_has_bom(p, n)) {
		p += UTF8_BOM_BYTES;
		n -= UTF8_BOM_BYTES;
	}
	while (n > 0 && block_is_space(*p)) {
		p++;
		n--;
	}
	if (begins_with_word(p, n, "<!doctype")
	    || begins_with_word(p, n, "<html"))
		return "this looks like HTML: make text of it first, by "
		       "lynx -dump -nolist, w3m -dump or trafilatura";
	if (plain && begins_with(p, n, "{\""))
		return "this looks like JSON Lines: use -j";
	if (plain && begins_with(p, n, "WARC/1."))
		return "this looks like a WARC file: use --wet";
	return NULL;
}

bool
magic_is_common(char first)
{
	unsigned char c = (unsigned char)first;

	return (c > ' ' && c < 0x80 && strchr("<(BW{", c) == NULL)
	    || (c > 0xC0 && c < 0xEF);
}
