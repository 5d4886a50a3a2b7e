/* SPDX-License-Identifier: ISC */
/* credit: whom a picture is from. */
#include <assert.h>
#include <string.h>

#include "credit.h"
#include "feature.h"
#include "tables.h"

static unsigned
forms(const char *text)
{
	const uint32_t kinds = 1u << KIND_CAPTION | 1u << KIND_AGENCY;
	struct scan s = { 0 };
	unsigned found;

	scan_text(&s, text, strlen(text));
	found = credit_forms(&s, 0, s.len, &phrases_table, kinds);
	scan_end(&s);
	return found;
}

int
main(void)
{
	assert(forms("Boats at low tide. Photo: Ada Brook") == CREDIT_LABEL);
	assert(forms("Boote bei Ebbe. Foto: Ada Brook/Reuters")
	    == (CREDIT_LABEL | CREDIT_SLASH));
	assert(forms("Boats at low tide (Picture: AFP)")
	    == (CREDIT_LABEL | CREDIT_PAREN));
	assert(forms("Boats at low tide (Reuters)") == CREDIT_PAREN);
	assert(forms("© Ada Brook") == CREDIT_SIGN);
	assert(forms("Ada Brook/Getty Images") == CREDIT_SLASH);
	assert(forms("The tide came late: nobody saw it.") == 0);
	assert(forms("The harbour and/or the pier (both)") == 0);
	assert(forms("(") == 0 && forms(")") == 0 && forms("/") == 0);
	return 0;
}
