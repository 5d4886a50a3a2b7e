/* SPDX-License-Identifier: ISC */
/*
 * escape - how far a text goes on without a byte that has to be escaped
 */
#ifndef ESCAPE_H
#define ESCAPE_H

#include <stddef.h>

/* The number of leading bytes that are not below `low`, nor a, nor b. */
size_t escape_prefix(const char *p, size_t n, unsigned char low, char a,
    char b);

#endif
