/* SPDX-License-Identifier: ISC */
/*
 * supports - stands before each file of a fuzzer's build: whether there are
 * vectors is asked of the harness
 */
int harness_supports(const char *what);
#define __builtin_cpu_supports harness_supports
