#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# metamorphic - runs that must agree with each other, over all fixtures

load helper

@test "line endings, pipes, records, streams and rows agree" {
	! nm "$BIN/strip-boilerplate" | grep -qE '__asan_init|__gcov' ||
		skip "on the plain build, for time"
	"$BATS_TEST_DIRNAME/metamorphic"
}
