/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "option.h"
#include "program.h"

/* The name of the option that the last argument belongs to. */
static const char *
current_name(const struct option_parser *p)
{
	const char *given = p->argv[optind - 1];

	if (given == p->arg && optind >= 2)
		given = p->argv[optind - 2];
	return given;
}

static _Noreturn void
wrong_arg(const struct option_parser *p, const char *reason)
{
	char message[512];

	snprintf(message, sizeof message, "option %.*s: %s",
	    (int)strcspn(current_name(p), "="), current_name(p), reason);
	program_misused(message, p->arg);
}

static uint64_t
number(const struct option_parser *p, uint64_t low, uint64_t high,
    const char *units)
{
	const char *unit;
	uint64_t value, factor = 1;
	char *end;

	errno = 0;
	if (p->arg[0] < '0' || p->arg[0] > '9')
		wrong_arg(p, "not a number");
	value = strtoull(p->arg, &end, 10);
	if (*end != '\0' && (unit = strchr(units, *end)) != NULL) {
		factor <<= 10 * (unit - units + 1);
		end++;
	}
	if (*end != '\0')
		wrong_arg(p, "not a number");
	if (errno == ERANGE || value > high / factor || value * factor < low)
		wrong_arg(p, "out of range");
	return value * factor;
}

uint64_t
option_number(const struct option_parser *p, uint64_t low, uint64_t high)
{
	return number(p, low, high, "");
}

uint64_t
option_size(const struct option_parser *p, uint64_t low, uint64_t high)
{
	return number(p, low, high, "KMGT");
}

double
option_share(const struct option_parser *p, double low, double high)
{
	double share;
	char *end;

	if (strspn(p->arg, "0123456789.") != strlen(p->arg))
		wrong_arg(p, "not a number");
	share = strtod(p->arg, &end);
	if (end == p->arg || *end != '\0')
		wrong_arg(p, "not a number");
	if (share < low || share > high)
		wrong_arg(p, "out of range");
	return share;
}

/* The index of n bytes in choices, or that of its null pointer. */
static size_t
find_choice(const char *s, size_t n, const char *const *choices)
{
	size_t i;

	for (i = 0; choices[i] != NULL; i++)
		if (strlen(choices[i]) == n && memcmp(choices[i], s, n) == 0)
			break;
	return i;
}

static _Noreturn void
wrong_choice(const struct option_parser *p, const char *const *choices)
{
	char reason[400] = "not one of";
	size_t i;

	for (i = 0; choices[i] != NULL; i++) {
		if (strlen(reason) + strlen(choices[i]) + 3 > sizeof reason)
			break;
		strcat(reason, i == 0 ? " " : ", ");
		strcat(reason, choices[i]);
	}
	wrong_arg(p, reason);
}

size_t
option_choice(const struct option_parser *p, const char *const *choices)
{
	size_t i = find_choice(p->arg, strlen(p->arg), choices);

	if (choices[i] == NULL)
		wrong_choice(p, choices);
	return i;
}

bool
option_list(const struct option_parser *p, const char **rest,
    const char *const *choices, size_t *index)
{
	size_t n;

	if (*rest == NULL)
		return false;
	n = strcspn(*rest, ",");
	*index = find_choice(*rest, n, choices);
	if (choices[*index] == NULL)
		wrong_choice(p, choices);
	*rest = (*rest)[n] == ',' ? *rest + n + 1 : NULL;
	return true;
}
