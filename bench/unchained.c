/* SPDX-License-Identifier: ISC */
/*
 * unchained - a chain without weights, in the place of the built one
 *
 * For build/roles, which makes one, so that features may change in between.
 */
#include "tables.h"

const struct chain chain_table = { .step = { { 0 } } };
