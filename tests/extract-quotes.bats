#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
load helper

quotes=$BIN/extract-quotes

# spans CASE [OPTION...]: where CASE has quotations, mentions too, and of what
spans() {
	local case=$FIXTURES/extract-quotes/$1

	shift
	"$quotes" --kind=all "$@" <"$case.in" | cut -f 1-3,9 >got
	diff -u "$case.want" got
}

@test "finds the speaker before, behind and around a quotation" {
	golden extract-quotes attribution --header
}

@test "chooses between cues before and behind, and nouns of saying" {
	golden extract-quotes between --header
}

@test "pairs each style of marks, and no apostrophe, inch or attribute" {
	golden extract-quotes marks -j --to=tsv
}

@test "keeps the harm of an odd, lost or wrong mark where it is" {
	spans marks-odd -j --to=tsv
}

@test "finds quotations that span hard-wrapped lines" {
	spans marks-lines
}

@test "a name broken by a line end and indentation is one name" {
	printf '   "The pier stands," said %s Marta\n   Lindqvist.\n\n   %s\n' \
	    'the harbour master,' '"Not for long," Lindqvist said.' |
	    "$quotes" | cut -f 6 >"$BATS_TEST_TMPDIR/names"
	printf 'Marta Lindqvist\nMarta Lindqvist\n' |
	    cmp - "$BATS_TEST_TMPDIR/names"
}

@test "joins a quotation that is reopened in each paragraph" {
	golden extract-quotes paragraphs --header
}

@test "carries a speaker on, and takes who went on from the block before" {
	golden extract-quotes carried
}

@test "names the source: in passives, participles, labels, appositions, letters" {
	golden extract-quotes sources --header
}

@test "gives the turns of a dialogue in turn, and she is not he" {
	golden extract-quotes dialogue
}

@test "takes turns as whoever is addressed or acts does not, and to a break" {
	golden extract-quotes dialogue-turns
}

@test "gives a narrator no name, and his turns to nobody else" {
	golden extract-quotes dialogue-narrator
}

@test "gives the fullest name: surnames, initials, nicknames, particles" {
	golden extract-quotes names
}

@test "keeps a title that tells people of one surname apart" {
	golden extract-quotes names-shared
}

@test "finds whom a pronoun or an office means by who was spoken of" {
	golden extract-quotes pronouns
}

@test "takes what somebody goes by for a nickname, not for words said" {
	golden extract-quotes nickname --kind=all
}

@test "tells titles, nicknames and scare quotes from speech" {
	golden extract-quotes mentions --kind=all
}

@test "reads German, French, Spanish, Italian, Portuguese and Dutch" {
	golden extract-quotes languages -j --to=tsv
}

@test "reads German news: its verbs, their order, its small words" {
	golden extract-quotes german -j --to=tsv
}

@test "reads French news: its verbs, their order, its small words" {
	golden extract-quotes french -j --to=tsv
}

@test "reads Spanish news: its verbs, their order, its small words" {
	golden extract-quotes spanish -j --to=tsv
}

@test "reads Italian news: its verbs, their order, its small words" {
	golden extract-quotes italian -j --to=tsv
}

@test "reads Portuguese news: its verbs, their order, its small words" {
	golden extract-quotes portuguese -j --to=tsv
}

@test "reads Dutch news: its verbs, their order, its small words" {
	golden extract-quotes dutch -j --to=tsv
}

@test "reads Chinese, simplified and traditional" {
	golden extract-quotes chinese -j --to=tsv --kind=all
}

@test "reads Japanese" {
	golden extract-quotes japanese -j --to=tsv --kind=all
}

@test "adds a member to records and leaves the rest as it was" {
	golden extract-quotes json -j
}

@test "annotates every marked span with a verdict and its reason" {
	golden extract-quotes annotate -a
}

@test "prints only what --how and --kind ask for" {
	"$quotes" --how=colon,according \
	    <"$FIXTURES/extract-quotes/attribution.in" | cut -f 8 >got
	printf 'according\ncolon\n' >want
	same want got
	"$quotes" --kind=mention \
	    <"$FIXTURES/extract-quotes/mentions.in" | cut -f 4 | sort -u >got
	echo mention >want
	same want got
}

@test "complains of a pattern or kind that does not exist" {
	status_is 2 "$quotes" --how=loudly </dev/null
	status_is 2 "$quotes" --kind=noise </dev/null
}

@test "counts offsets in code points with --offsets=chars" {
	printf '“Über,” sagte Änne Öst.' |
	    "$quotes" --offsets=chars | cut -f 2,3 >got
	printf '1\t6\n' >want
	same want got
}

@test "gives the same for a text, a record and a stream of documents" {
	local in=$FIXTURES/extract-quotes/attribution.in

	"$quotes" "$in" | cut -f 2- >want
	"$quotes" <"$in" | cut -f 2- >got
	same want got
	{ cat "$in"; printf '\0'; cat "$FIXTURES/extract-quotes/mentions.in"
	    printf '\0'; cat "$in"; } | "$quotes" -0 | tr -d '\0' |
	    sed -n 's/^[13]	//p' >got
	cat want want | cmp - got
}

@test "keeps a document's names and marks from the next one" {
	printf '%s\0%s\0' '»Gut«, sagte Mara Voss. Mara Voss ging.' \
	    '“Yes,” said Voss.' | "$quotes" -0 | tr -d '\0' |
	    cut -f 1,6 >got
	printf '1\tMara Voss\n2\tVoss\n' >want
	same want got
}

@test "finds a quotation that begins in one window and ends in the next" {
	{
		awk 'BEGIN { for (i = 0; i < 20000; i++)
			print "A line of the long report number " i " ends here.\n" }'
		printf '“We are done,” said Ada Novak.\n\n'
		awk 'BEGIN { for (i = 0; i < 20000; i++)
			print "A line of the long report number " i " ends here.\n" }'
		printf '“Still done,” said Novak.\n'
	} >long
	"$quotes" long | cut -f 4-6,9 >got
	printf 'speech\t%s\t%s\t%s\n' 'Ada Novak' 'Ada Novak' 'We are done,' \
	    Novak 'Ada Novak' 'Still done,' >want
	same want got
}

@test "knows a full name from a window in which nobody speaks" {
	{
		echo 'Maren Oldsworth has a boat, the "Tall Ship" of old.'
		echo
		awk 'BEGIN { for (i = 0; i < 30000; i++)
			print "A line of the long report number " i " ends here.\n" }'
		echo '"We sail at dawn," said Oldsworth.'
	} >long
	"$quotes" --kind=all long | cut -f 4-6,9 >got
	printf '%s\t%s\t%s\t%s\n' mention '' '' 'Tall Ship' \
	    speech Oldsworth 'Maren Oldsworth' 'We sail at dawn,' >want
	diff -u want got
}

@test "takes no longer than it should for bytes that are all marks" {
	for mark in '"' "'" '“' '”' '« ' "s' " '“a ' '"a ' "'a " '“‘«„「' '" ' \
	    "' \"" '6" ' '=" ' '“a, said ' '“a” said, "b'"' "; do
		yes "$mark" | tr -d '\n' | head -c 1000000 >hostile
		status_is 0 timeout 60 "$quotes" --kind=all hostile
	done
}

@test "takes no longer than it should for names without end" {
	for words in 'Ann Bell, ' 'Ann ' 'van der ' 'Mr. ' 'Ann Bell met Bo Bell. ' \
	    '“A, Ann Bo,” he said. ' '“A,” said Ann Bell. “B,” he said. '; do
		yes "$words“Yes, Ann,” he said." | head -c 2000000 >hostile
		status_is 0 timeout 60 "$quotes" hostile
		yes "“Yes, Ann,” he said.

$words" | head -c 2000000 >hostile
		status_is 0 timeout 60 "$quotes" hostile
	done
	awk 'BEGIN { for (i = 0; i < 60000; i++)
		printf "“Go,” said A%dx B%dx.\n\n", i, i % 5000 }' >hostile
	status_is 0 timeout 60 "$quotes" hostile
}

@test "ends on a name that hyphens seem to join to what is no word of it" {
	for name in a--a-A 山山-A; do
		printf '"%s H' "$name" >hostile
		status_is 0 timeout 10 "$quotes" hostile
	done
}

@test "reads no chunk behind the last one" {
	printf 'k"f”s. M.he h l'\''?A -d)l she l\n' >page
	status_is 0 "$quotes" -a --kind=all page
}
