/* SPDX-License-Identifier: ISC */
/*
 * calls - what can be made to fail: the names that shim and faults share
 */
#ifndef CALLS_H
#define CALLS_H

enum call {
	CALL_READ,
	CALL_WRITE,
	CALL_PREAD,
	CALL_PWRITE,
	CALL_OPEN,
	CALL_CLOSE,
	CALL_FSYNC,
	CALL_FTRUNCATE,
	CALL_RENAME,
	CALL_MKDIR,
	CALL_MKSTEMP,
	CALL_ENTROPY,
	CALL_ALLOC,
	CALLS
};

static const char *const call_names[CALLS] = { "read", "write", "pread",
	"pwrite", "open", "close", "fsync", "ftruncate", "rename", "mkdir",
	"mkstemp", "entropy", "alloc" };

#endif
