/* SPDX-License-Identifier: ISC */
#include "sign.h"
#include "utf8.h"

enum { LOOKED_AT = 32 /* bytes of a gap between words */ };

static uint16_t
bit_of_high(uint32_t code)
{
	switch (code) {
	case 0xA9: case 0xAE: case 0x2117: case 0x2122:
		return 1 << SIGN_COPYRIGHT;
	case 0xBB: case 0x203A: case 0x2192: case 0x25B6: case 0x25B8:
		return 1 << SIGN_ARROW;
	case 0xB7: case 0x2022: case 0x30FB: case 0x2219: case 0x25CF:
		return 1 << SIGN_DOT;
	case 0xFF5C: case 0x2502:
		return 1 << SIGN_PIPE;
	case 0x2013: case 0x2014:
		return 1 << SIGN_DASH;
	case 0xA3: case 0xA5: case 0x20AC: case 0x20B9:
		return 1 << SIGN_MONEY;
	case 0xFF1A:
		return 1 << SIGN_COLON;
	case 0x60C: case 0x3001: case 0xFF0C:
		return 1 << SIGN_COMMA;
	case 0xFF08:
		return 1 << SIGN_PAREN;
	default:
		return 0;
	}
}

static uint16_t
bit_of(const char *p, size_t n)
{
	switch (p[0]) {
	case '|':
		return 1 << SIGN_PIPE;
	case '>':
		return 1 << SIGN_ARROW;
	case '/':
		return n > 1 && p[1] == '/' ? 1 << SIGN_URL : 1 << SIGN_ARROW;
	case '@':
		return 1 << SIGN_AT;
	case '#':
		return 1 << SIGN_HASH;
	case '$':
		return 1 << SIGN_MONEY;
	case ':':
		return 1 << SIGN_COLON;
	case ',':
		return 1 << SIGN_COMMA;
	case '-':
		return n > 1 && p[1] == ' ' ? 1 << SIGN_DASH : 0;
	case '*':
		return 1 << SIGN_DOT;
	case '{': case '}': case ';': case '=':
		return 1 << SIGN_CODE;
	case '(':
		return 1 << SIGN_PAREN;
	default:
		return 0;
	}
}

uint16_t
sign_bits(const char *p, size_t n)
{
	uint16_t bits = 0;
	uint32_t code;
	size_t i, len;

	for (i = 0; i < n && i < LOOKED_AT; i += len) {
		len = 1;
		if ((unsigned char)p[i] < 0x80) {
			bits |= bit_of(p + i, n - i);
			continue;
		}
		len = utf8_read(p + i, n - i, &code, NULL);
		bits |= bit_of_high(code);
	}
	return bits;
}
