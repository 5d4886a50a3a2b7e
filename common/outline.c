/* SPDX-License-Identifier: ISC */
typedef int outline_nothing;
