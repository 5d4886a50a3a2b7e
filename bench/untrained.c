/* SPDX-License-Identifier: ISC */
/*
 * untrained - a network without weights, in the place of the built one
 *
 * For build/train, and for folds of bench/crossval: so they need no network
 * to be there before they make one, and features may change in between.
 */
#include "tables.h"

const struct net net_table = { .mix_bias = { 0 } };
