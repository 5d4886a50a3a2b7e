/* SPDX-License-Identifier: ISC */
/*
 * chain_name - the names of chain's features: model's, and those behind them
 *
 * Nothing here allocates or fails.
 */
#ifndef CHAIN_NAME_H
#define CHAIN_NAME_H

#include "chain.h"

/* The number of a feature, by its name; CHAIN_FEATURES if it is none's. */
size_t chain_named(struct span name);

/* Writes a feature's name and a NUL to `to`, MODEL_NAME bytes at most. */
void chain_name(unsigned feature, char *to);

#endif
