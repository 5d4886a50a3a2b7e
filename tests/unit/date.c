/* SPDX-License-Identifier: ISC */
/* date: days and times in figures. */
#include <assert.h>

#include "date.h"

static unsigned
forms(const char *text)
{
	return date_forms(span_of(text));
}

int
main(void)
{
	assert(forms("5.11.2025") == DATE_DAY);
	assert(forms("Stand: 05.11.25") == DATE_DAY);
	assert(forms("2025-11-05") == DATE_DAY);
	assert(forms("11/25/2025") == DATE_DAY);
	assert(forms("2025年11月5日") == DATE_DAY);
	assert(forms("2025년 11월 5일") == DATE_DAY);
	assert(forms("06. 01. 2026, 14:59 Uhr") == (DATE_DAY | DATE_CLOCK));
	assert(forms("à 16h51") == DATE_CLOCK);
	assert(forms("9時30分") == DATE_CLOCK);
	assert(forms("7.57 Uhr") == DATE_CLOCK);
	assert(forms("4 November 2025") == 0);
	assert(forms("won by 3:2 against 1.5 million") == 0);
	assert(forms("45.13.2025") == 0);
	assert(forms("25:61") == 0);
	assert(forms("") == 0 && forms("12") == 0 && forms("1.2") == 0);
	assert(forms("99999999999999999999.11.2025") == 0);
	return 0;
}
