/* SPDX-License-Identifier: ISC */
#include <sys/stat.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "litter.h"

bool
litter_lock(int fd)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct stat st;

	(void)fcntl(fd, F_SETLKW, &lock);
	return fstat(fd, &st) < 0 || st.st_nlink > 0;
}

/* Whether name is that of a file written aside, as output_create makes it. */
static bool
is_aside(const char *name, const char *base)
{
	size_t n = strlen(base);

	return name[0] == '.' && strncmp(name + 1, base, n) == 0
	    && name[n + 1] == '.' && strlen(name) == n + strlen("..XXXXXX");
}

static void
remove_unlocked(int dir, const char *name)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int fd = openat(dir, name,
	    O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		return;
	if (fcntl(fd, F_SETLK, &lock) == 0)
		unlinkat(dir, name, 0);
	close(fd);
}

void
litter_sweep(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash == NULL ? path : slash + 1;
	char *name = slash == NULL
	    ? alloc_string(".", 1)
	    : alloc_string(path, (size_t)(base - path));
	DIR *dir = opendir(name);
	struct dirent *entry;

	free(name);
	if (dir == NULL)
		return;
	while ((entry = readdir(dir)) != NULL)
		if (is_aside(entry->d_name, base))
			remove_unlocked(dirfd(dir), entry->d_name);
	closedir(dir);
}
