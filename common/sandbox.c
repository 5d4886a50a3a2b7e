/* SPDX-License-Identifier: ISC */
#include "sandbox.h"

#ifndef __has_feature
#define __has_feature(x) 0
#endif

/* Sanitizers look at the process from outside, or start another one. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__ \
    || __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#undef SANDBOX
#define SANDBOX 0
#endif

/* Some C libraries come without the kernel's headers. */
#ifndef __has_include
#define __has_include(x) 1
#endif
#if defined __linux__ && (defined __x86_64__ || defined __aarch64__)
#define HAS_CALLS __has_include(<linux/seccomp.h>)
#else
#define HAS_CALLS 0
#endif

#if SANDBOX && HAS_CALLS

#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#ifdef __x86_64__
#define ARCH AUDIT_ARCH_X86_64
#else
#define ARCH AUDIT_ARCH_AARCH64
#endif

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* What must be 0 of an open's flags if it is to be for reading. */
#define WRITING (O_ACCMODE | O_CREAT | O_TRUNC)

/* A call that is let through where its argument & mask is value. */
struct rule {
	uint32_t call;
	unsigned arg; /* which */
	uint32_t mask, value;
};

/*
 * Calls come in the C libraries' several ways: glibc opens by openat, musl by
 * open where there is one. aarch64 has only the newer of each pair.
 */
static const struct rule plain[] = {
	{ .call = SYS_read },
	{ .call = SYS_write },
	{ .call = SYS_pread64 },
	{ .call = SYS_readv },
	{ .call = SYS_writev },
	{ .call = SYS_openat, 2, WRITING, O_RDONLY },
	{ .call = SYS_close },
	{ .call = SYS_lseek },
	{ .call = SYS_fstat },
	{ .call = SYS_newfstatat },
	{ .call = SYS_ppoll },
	{ .call = SYS_brk },
	{ .call = SYS_mmap, 2, PROT_EXEC, 0 },
	{ .call = SYS_mprotect, 2, PROT_EXEC, 0 },
	{ .call = SYS_mremap },
	{ .call = SYS_munmap },
	{ .call = SYS_madvise },
	{ .call = SYS_ioctl, 1, UINT32_MAX, TCGETS },
	{ .call = SYS_ioctl, 1, UINT32_MAX, TIOCGWINSZ },
	{ .call = SYS_fcntl, 1, UINT32_MAX, F_GETFL },
	{ .call = SYS_fcntl, 1, UINT32_MAX, F_SETFD },
	{ .call = SYS_clock_gettime },
	{ .call = SYS_getpid },
	{ .call = SYS_getrandom },
	{ .call = SYS_sysinfo }, /* by glibc's qsort */
	{ .call = SYS_futex },
	{ .call = SYS_rt_sigaction },
	{ .call = SYS_rt_sigprocmask },
	{ .call = SYS_rt_sigreturn },
	{ .call = SYS_restart_syscall },
	{ .call = SYS_exit },
	{ .call = SYS_exit_group },
	{ .call = SYS_seccomp }, /* narrows */
#ifdef SYS_statx
	{ .call = SYS_statx },
#endif
#ifdef __x86_64__
	{ .call = SYS_open, 1, WRITING, O_RDONLY },
	{ .call = SYS_stat },
	{ .call = SYS_lstat },
	{ .call = SYS_poll },
#endif
};

static const struct rule files[] = {
	{ .call = SYS_openat },
	{ .call = SYS_pwrite64 },
	{ .call = SYS_ftruncate },
	{ .call = SYS_fchmod },
	{ .call = SYS_umask },
	{ .call = SYS_fsync },
	{ .call = SYS_fcntl, 1, UINT32_MAX, F_SETLK },
	{ .call = SYS_fcntl, 1, UINT32_MAX, F_SETLKW },
	{ .call = SYS_getdents64 },
	{ .call = SYS_mkdirat },
	{ .call = SYS_unlinkat },
	{ .call = SYS_renameat },
	{ .call = SYS_renameat2 },
#ifdef __x86_64__
	{ .call = SYS_open },
	{ .call = SYS_mkdir },
	{ .call = SYS_unlink },
	{ .call = SYS_rename },
#endif
};

enum {
	RULE_STEPS = 5,  /* instructions of a rule, at most */
	OTHER_STEPS = 6, /* .. and of all others */
	STEPS = RULE_STEPS * (COUNT(plain) + COUNT(files)) + OTHER_STEPS,
	TO_END = 255     /* a jump to the last instruction, not yet known */
};

struct program {
	struct sock_filter step[STEPS];
	unsigned short n;
};

#define FIELD(name) ((uint32_t)offsetof(struct seccomp_data, name))

static void
put(struct program *p, uint16_t code, uint32_t k)
{
	p->step[p->n++] = (struct sock_filter) { code, 0, 0, k };
}

static void
load(struct program *p, uint32_t offset)
{
	put(p, BPF_LD | BPF_W | BPF_ABS, offset);
}

/* Passes over some steps if the value loaded is k, or if it is not. */
static void
jump(struct program *p, uint32_t k, uint8_t if_so, uint8_t if_not)
{
	p->step[p->n++] = (struct sock_filter) { BPF_JMP | BPF_JEQ | BPF_K,
		if_so, if_not, k };
}

/*
 * Both machines are little-endian: an argument's low half comes first. The
 * number of the call is loaded before and after.
 */
static void
check_argument(struct program *p, const struct rule *r)
{
	jump(p, r->call, 0, 4);
	load(p, FIELD(args) + r->arg * (uint32_t)sizeof(uint64_t));
	put(p, BPF_ALU | BPF_AND | BPF_K, r->mask);
	jump(p, r->value, TO_END, 0);
	load(p, FIELD(nr));
}

/* The rules that look at an argument, or those that look at none. */
static void
put_rules(struct program *p, const struct rule *r, size_t n, bool arguments)
{
	for (; n > 0; n--, r++)
		if (arguments && r->mask != 0)
			check_argument(p, r);
		else if (!arguments && r->mask == 0)
			jump(p, r->call, TO_END, 0);
}

/*
 * Calls of another machine's numbers (32-bit ones) are refused; x32 has
 * numbers of its own, which no rule has. The kernel walks through all for each
 * number when the filter is put on, so it is short: a step a call, mostly.
 */
static void
make(struct program *p, enum sandbox_permit permit)
{
	size_t n_files = permit == SANDBOX_FILES ? COUNT(files) : 0, i;

	load(p, FIELD(arch));
	jump(p, ARCH, 1, 0);
	put(p, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
	load(p, FIELD(nr));
	put_rules(p, plain, COUNT(plain), false);
	put_rules(p, files, n_files, false);
	put_rules(p, plain, COUNT(plain), true);
	put_rules(p, files, n_files, true);
	put(p, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
	for (i = 0; i < p->n; i++)
		if (p->step[i].jt == TO_END)
			p->step[i].jt = (uint8_t)(p->n - i - 1);
	put(p, BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
}

/*
 * By seccomp(2), not prctl(2): only so can it be said that no code of others
 * runs here, which spares the slow mode of the processor that a filter turns
 * on by default on kernels before 5.16.
 */
bool
sandbox_enter(enum sandbox_permit permit)
{
	struct program p = { .n = 0 };
	struct sock_fprog list = { 0, p.step };
	const unsigned mode = SECCOMP_SET_MODE_FILTER;

	make(&p, permit);
	list.len = p.n;
	(void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	return syscall(SYS_seccomp, mode, SECCOMP_FILTER_FLAG_SPEC_ALLOW,
	           &list) == 0
	    || (errno == EINVAL && syscall(SYS_seccomp, mode, 0, &list) == 0);
}

#else

bool
sandbox_enter(enum sandbox_permit permit)
{
	(void)permit;
	return false;
}

#endif
