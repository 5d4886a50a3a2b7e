/* SPDX-License-Identifier: ISC */
#include <sys/stat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "destination.h"

bool
destination_climbs(const char *path)
{
	const char *p = path;

	while (p != NULL) {
		p += *p == '/';
		if (p[0] == '.' && p[1] == '.' && (p[2] == '/' || p[2] == '\0'))
			return true;
		p = strchr(p, '/');
	}
	return false;
}

char *
destination_path(const char *dir, const char *operand)
{
	size_t size;
	char *path;

	while (*operand == '/')
		operand++;
	size = strlen(dir) + strlen(operand) + 2;
	path = alloc_array(size, 1);
	snprintf(path, size, "%s/%s", dir, operand);
	return path;
}

bool
destination_exists(const char *dir, const char *operand)
{
	char *path = destination_path(dir, operand);
	struct stat info;
	bool exists = stat(path, &info) == 0;

	free(path);
	return exists;
}
