/* SPDX-License-Identifier: ISC */
#include "address.h"
#include "capital.h"
#include "person_find.h"

enum {
	ADDRESS_BYTES = 24 /* between a comma and a name: "my dear Mrs. " */
};

/* Whether a byte behind a name ends it as an address: "Ann, .." "Ann!" */
static bool
ends_address(const struct scan *s, size_t at, size_t to)
{
	return at >= to || s->text[at] == ',' || s->text[at] == '!'
	    || s->text[at] == '?' || s->text[at] == '.'
	    || s->text[at] == ';' || s->text[at] == '-'
	    || (unsigned char)s->text[at] >= 0x80;
}

/* Whether only "my dear" stands between the last comma and a name. */
static bool
begins_address(const struct name_text *t, size_t from, size_t at)
{
	const struct scan *s = t->scan;
	enum cue_kind kind;
	size_t i = at;
	struct span word;

	while (i > from && at - i < ADDRESS_BYTES && (s->text[i - 1] == ' '
	    || scan_is(s, SCAN_WORD, i - 1)))
		i--;
	if (i > from && s->text[i - 1] != ',')
		return false;
	while (scan_word(s, &i, at, &word)) {
		kind = cue_kind_of(t->cues, t->lang, word);
		if (kind != CUE_ADJECTIVE && kind != CUE_DETERMINER
		    && word.n > 2)
			return false;
	}
	return true;
}

size_t
address_find(const struct people *people, const struct name_text *t,
    const struct quote *q)
{
	size_t at = q->start, end, number;
	struct name name;

	while ((at = capital_next(t->scan, at, q->end)) < q->end) {
		end = name_read(t, at, q->end, &name);
		if (name.n_words > 0 && !name.is_possessive
		    && ends_address(t->scan, name.end, q->end)
		    && begins_address(t, q->start, at)) {
			number = person_find(people, &name);
			if (number != 0)
				return number;
		}
		at = end;
	}
	return 0;
}
