/* SPDX-License-Identifier: ISC */
/*
 * role_sum - adds up what a block's features say of its role
 *
 * Nothing here allocates or fails.
 */
#ifndef ROLE_SUM_H
#define ROLE_SUM_H

#include "model.h"

/* Adds up the weights of the active features. */
void role_sums(const struct model *, const uint16_t *active, size_t n,
    float sum[MODEL_ROLES]);

/* The sum for one role alone. */
float role_sum(const struct model *, const uint16_t *active, size_t n,
    enum model_role);

#endif
