/* SPDX-License-Identifier: ISC */
/*
 * date - days and times of day in figures, as pages write them
 *
 * Months and weekdays are words, which the lexicon has (data/phrases); what
 * figures tell by their form alone is found here, in whatever language:
 * 5.11.2025, 2025-11-05, 05/11/25, 2025年11月5日; 17:40, 7.57, 16h51, 9時30分.
 * Nothing here allocates or fails.
 */
#ifndef DATE_H
#define DATE_H

#include "span.h"

enum date_form {
	DATE_DAY = 1,  /* a day of a year */
	DATE_CLOCK = 2 /* hours and minutes */
};

/* The forms in a text, as bits. */
unsigned date_forms(struct span text);

#endif
