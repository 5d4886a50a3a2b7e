/* SPDX-License-Identifier: ISC */
/*
 * weights - reads the weights of net and model from their lists
 *
 * Rows name a weight as model_name does; data/net.zones.txt says how. Only
 * the build reads them (data/tables.c) and tests do. Nothing here allocates.
 */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include "chain.h"

/* Reads the network; false if a row is bad, with *bad set to its entry. */
bool weights_net(struct net *, struct list, struct span *bad);

/* Reads the weights of classes; false if a row is bad, with *bad its entry. */
bool weights_chain(struct chain *, struct list, struct span *bad);

/* Reads the weights of roles; false if a row is bad, with *bad its entry. */
bool weights_model(struct model *, struct list, struct span *bad);

#endif
