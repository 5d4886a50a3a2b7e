/* SPDX-License-Identifier: ISC */
/*
 * address - whom the words of a quotation are spoken to
 */
#ifndef ADDRESS_H
#define ADDRESS_H

#include "person.h"
#include "quote.h"

/* The person whom a quotation addresses by name: "Well, Ann, ..". Or nobody. */
size_t address_find(const struct people *, const struct name_text *,
    const struct quote *);

#endif
