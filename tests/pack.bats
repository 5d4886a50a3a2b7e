#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
#
# pack - what is installed and given away: completions, install and uninstall,
# the tarball, static programs, the Debian package's version

load helper

ROOT=$BATS_TEST_DIRNAME/..

# The completions of all tools, as TOOL.SHELL.
complete_all() {
	local tool shell

	for tool in $TOOLS; do
		"$ROOT/completion/options" "$BIN/$tool" >"$tool.rows"
		for shell in bash fish zsh; do
			awk -v "tool=$tool" -f "$ROOT/completion/$shell.awk" \
				"$tool.rows" >"$tool.$shell"
		done
	done
}

# The long options of --help-all, sorted, and the letters.
options() {
	"$BIN/$1" --help-all | sed -n 's/^  [- ].\{3\}\(--[a-z0-9-]*\).*/\1/p' |
		sort
}

letters() {
	"$BIN/$1" --help-all | sed -n 's/^  \(-.\), --.*/\1/p' | sort
}

# offered LINE...: what bash offers for the last of these words
offered() {
	bash -c 'source "./$1.bash"
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		$(complete -p "$1" | sed "s/.*-F \([^ ]*\) .*/\1/")
		printf "%s\n" "${COMPREPLY[*]}"' bash "$@"
}

# offers WANT LINE...: bash offers just this
offers() {
	local want=$1

	shift
	offered "$@" >got
	printf '%s\n' "$want" | diff -u - got
}

@test "every option is in the completions of each shell" {
	complete_all
	for tool in $TOOLS; do
		options "$tool" >long
		letters "$tool" >short
		[ "$(wc -l <long)" -gt 20 ]
		offered "$tool" - | tr ' ' '\n' | tr -d = | sort >got
		sort long short | diff - got
		sed -n 's/.* -l \([^ ]*\).*/--\1/p' "$tool.fish" | sort |
			diff long -
		sed -n 's/.* -s \([^ ]*\).*/-\1/p' "$tool.fish" | sort |
			diff short -
		sed -n 's/^\t\([^[]*\)\[.*/\1/p' "$tool.zsh" |
			grep -oE -- "--[a-z0-9-]+=?-?}?'?$" |
			grep -oE -- '--[a-z0-9-]*[a-z0-9]' | sort | diff long -
		grep -oE -- '[{]-.' "$tool.zsh" | tr -d '{' | sort |
			diff short -
	done
}

@test "the choices of an option are those that the tool takes" {
	complete_all
	for tool in $TOOLS; do
		offers 'text null jsonl tsv' "$tool" --to =
		offers 'auto para line' "$tool" --blocks ''
		offers 'skip' "$tool" --on-error = s
		awk -F '\t' '$5 != "-" { n = split($5, of, " ")
			for (i = 1; i <= n; i++) print $2, of[i] }' \
			"$tool.rows" >choices
		while read -r option choice; do
			status_is 0 "$BIN/$tool" -j "--$option=$choice" \
				--help
			for shell in bash fish zsh; do
				grep -q -- "$option.*$choice\|'.*$choice" \
					"$tool.$shell"
			done
		done <choices
	done
	offers 'precision' strip-boilerplate -p pr
	offers 'exact teaser crumb near' dedupe-related --tier =
	offers 'first none' dedupe-related --repeats =
	offers 'speech mention all' extract-quotes --kind =
	"$BIN/split-sections" --list-roles | tr '\n' ' ' >roles
	for tool in split-sections:select strip-boilerplate:keep \
		strip-boilerplate:drop; do
		offers "$(sed 's/ $//' roles)" "${tool%:*}" "--${tool#*:}" =
	done
}

@test "bash completes lists, files, and nothing where there is nothing" {
	complete_all
	mkdir dir
	touch file
	offers 'title,body' strip-boilerplate --keep = title,bo
	offers 'dir' strip-boilerplate -d d
	offers 'dir' strip-boilerplate --output-dir = ''
	offers 'file' strip-boilerplate f
	offers 'file' strip-boilerplate --phrases 'fi'
	offers '' strip-boilerplate -t ''
	offers '' dedupe-related --documents =
	offers 'file' dedupe-related --documents f
	offers 'file' extract-quotes -j -- 'fi'
	offers '' extract-quotes -j -- -
}

@test "zsh and fish read their completions" {
	complete_all
	command -v zsh >/dev/null || command -v fish >/dev/null ||
		skip "no zsh, no fish"
	for tool in $TOOLS; do
		! command -v zsh >/dev/null || zsh -f -n "$tool.zsh"
		command -v fish >/dev/null || continue
		HOME=$PWD fish -c "source $tool.fish
			complete -C '$tool --'" | cut -f 1 | tr -d = |
			sort -u >offered
		options "$tool" | diff - offered
		HOME=$PWD fish -c "source $tool.fish
			complete -C '$tool --blocks='" | cut -f 1 | sort >got
		printf -- '--blocks=%s\n' auto line para | diff - got
	done
}

@test "uninstall removes what install wrote" {
	local b=${BIN%/bin} file

	b=$(cd "$b" && pwd)
	status_is 0 make -C "$ROOT" "B=$b" "DESTDIR=$PWD/dest" PREFIX=/usr \
		install
	for tool in $TOOLS; do
		for file in "bin/$tool" "share/man/man1/$tool.1" \
			"share/bash-completion/completions/$tool" \
			"share/fish/vendor_completions.d/$tool.fish" \
			"share/zsh/site-functions/_$tool"; do
			[ -s "dest/usr/$file" ]
		done
	done
	[ -s dest/usr/share/man/man5/dedupe-related.5 ]
	[ -s dest/usr/share/man/man7/copydesk-recipes.7 ]
	[ -x dest/usr/share/doc/copydesk/examples/cluster/over-ssh ]
	status_is 0 make -C "$ROOT" "B=$b" "DESTDIR=$PWD/dest" PREFIX=/usr \
		uninstall
	[ -z "$(find dest ! -type d)" ]
}

@test "the version is the same wherever it stands" {
	local version

	version=$(sed -n 's/^VERSION = //p' "$ROOT/Makefile")
	[ -n "$version" ]
	for tool in $TOOLS; do
		[ "$("$BIN/$tool" --version)" = "$tool (copydesk) $version" ]
	done
	[ "$(sed -n 's/^## \([^ ]*\).*/\1/p' "$ROOT/CHANGELOG.md" |
		head -n 1)" = "$version" ]
	[ -e "$ROOT/debian/changelog" ] || return 0
	sed -n '1s/^copydesk (\(.*\)-[^-]*) .*/\1/p' "$ROOT/debian/changelog" |
		diff - <(echo "$version")
}

# once: these build for themselves, so one run of them is enough
once() {
	[ "${BUILD-}" = "${BUILD%asan}" ] || skip "done with the plain build"
}

@test "the tarball has all files but Debian's, and the same bytes twice" {
	once
	[ -e "$ROOT/.git" ] || skip "no git work tree"
	status_is 0 make -C "$ROOT" "B=$PWD/one" dist
	(umask 077 && make -C "$ROOT" "B=$PWD/two" dist) >out
	cmp one/*.gz two/*.gz
	git -C "$ROOT" ls-files -z ':!debian' | tr '\0' '\n' | sort >want
	tar --quoting-style=literal -tzf one/*.gz |
		sed 's/^copydesk-[0-9.]*[/]//' | sort | diff want -
	tar -xzf one/*.gz
	status_is 0 make -C copydesk-* -n all
}

@test "static programs need no library and do the same" {
	once
	command -v musl-gcc >/dev/null || skip "no musl-gcc"
	status_is 0 make -C "$ROOT" static
	for tool in $TOOLS; do
		"$BIN/$tool" -a "$FIXTURES/demo/page.txt" >want
		"$ROOT/build/static/$tool" -a "$FIXTURES/demo/page.txt" >got
		same want got
		status_is 1 ldd "$ROOT/build/static/$tool"
	done
}
