/* SPDX-License-Identifier: ISC */
/*
 * copy - changed copies of the pages to learn from
 *
 * They are as pages can be that the set has too few of: an article with a
 * stretch of a forum's posts under a comments heading behind it, which are
 * comments; a page cut down to little more than its article; one without any,
 * as an error page is; a long page of many articles or posts, some with the
 * lines of a blog between them; a page as it looks in a language that no list
 * of words knows. Which ones is drawn by a generator that always starts alike.
 */
#ifndef COPY_H
#define COPY_H

#include "example.h"

/* Adds the copies of all pages that were kept as sources. */
void copy_all(struct examples *);

#endif
