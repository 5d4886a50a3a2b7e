/* SPDX-License-Identifier: ISC */
/*
 * member - writes a member of a table as C: an array of so many bytes
 *
 * All to standard output. Whatever dimensions the array has, C takes its
 * numbers one after the other.
 */
#ifndef MEMBER_H
#define MEMBER_H

#include <stddef.h>
#include <stdint.h>

void member_bytes(const char *name, const uint8_t *, size_t size);
void member_cells(const char *name, const uint64_t *, size_t size);
void member_floats(const char *name, const float *, size_t size);
void member_halves(const char *name, const uint16_t *, size_t size);
void member_ints(const char *name, const int32_t *, size_t size);
void member_shorts(const char *name, const int16_t *, size_t size);

#endif
