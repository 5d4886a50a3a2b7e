/* SPDX-License-Identifier: ISC */
/*
 * page_role - the role of each block, of those that its class has
 *
 * For page.c alone.
 */
#ifndef PAGE_ROLE_H
#define PAGE_ROLE_H

#include "page.h"

/* Enters the roles of n blocks whose classes are known. */
void page_roles(struct page *, size_t n);

#endif
