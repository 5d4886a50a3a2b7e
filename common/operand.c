/* SPDX-License-Identifier: ISC */
#include "operand.h"

void
operands_begin(struct operands *o, char **argv, size_t n,
    const char *files0_from)
{
	*o = (struct operands) { .argv = argv, .n = n };
	o->list.fd = -1;
	if (files0_from != NULL)
		o->list.error = input_open(&o->list, files0_from);
}

static enum operand_result
next_kept(struct operands *o, const char **name)
{
	if (o->at == o->kept.n)
		return o->list.error != 0 ? OPERAND_FAILED : OPERAND_END;
	*name = o->kept.p + o->at;
	o->at += strlen(*name) + 1;
	return **name == '\0' ? OPERAND_EMPTY : OPERAND_NAME;
}

static enum operand_result
next_of_list(struct operands *o, const char **name)
{
	const char *nul;
	size_t seen = 0;

	for (;;) {
		if (o->list.error != 0)
			return OPERAND_FAILED;
		nul = o->list.n == seen ? NULL
		    : memchr(o->list.p + seen, '\0', o->list.n - seen);
		if (nul != NULL || o->list.eof)
			break;
		seen = o->list.n;
		input_fill(&o->list, seen + 1);
	}
	if (nul == NULL && o->list.n == 0)
		return OPERAND_END;
	o->name.n = 0;
	buffer_add(&o->name, o->list.p,
	    nul == NULL ? o->list.n : (size_t)(nul - o->list.p));
	input_take(&o->list, nul == NULL ? o->list.n : o->name.n + 1);
	buffer_add(&o->name, "", 1);
	if (o->keep)
		buffer_span(&o->kept, buffer_bytes(&o->name));
	if (o->name.n == 1)
		return OPERAND_EMPTY;
	*name = o->name.p;
	return OPERAND_NAME;
}

enum operand_result
operands_next(struct operands *o, const char **name)
{
	if (o->again)
		return next_kept(o, name);
	if (o->list.name != NULL)
		return next_of_list(o, name);
	if (o->n == 0 && o->next == 0) {
		o->next = 1;
		*name = "-";
		return OPERAND_NAME;
	}
	if (o->next >= o->n)
		return OPERAND_END;
	*name = o->argv[o->next++];
	return OPERAND_NAME;
}

void
operands_rewind(struct operands *o)
{
	o->next = o->at = 0;
	o->again = o->list.name != NULL;
}

void
operands_end(struct operands *o)
{
	input_end(&o->list);
	buffer_end(&o->name);
	buffer_end(&o->kept);
}
