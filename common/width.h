/* SPDX-License-Identifier: ISC */
/*
 * width - how many columns of a terminal a character takes
 *
 * By Unicode's tables (14.0), the same in every locale. Ambiguous characters
 * are narrow.
 */
#ifndef WIDTH_H
#define WIDTH_H

#include <stdint.h>

/* 0 for marks on letters and joiners, 2 for East Asian wide ones, else 1. */
unsigned width_of(uint32_t code);

#endif
