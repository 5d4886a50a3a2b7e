#!/usr/bin/env bats
# SPDX-License-Identifier: ISC

load helper

strips() {
	golden strip-boilerplate "$1"
}

page() {
	echo "$FIXTURES/strip-boilerplate/$1.in"
}

# words: one a line
words() {
	tr -s '[:space:]' '\n' | sed '/^$/d'
}

# wrap: breaks lines before column 73, at spaces only
wrap() {
	awk '{ line = ""; used = 0
		for (i = 1; i <= NF; i++) {
			word = $i
			gsub(/[\200-\277]/, "", word)
			n = length(word)
			if (used > 0 && used + 1 + n > 72) {
				print line
				line = ""
				used = 0
			}
			line = used > 0 ? line " " $i : $i
			used += n + (used > 0)
		}
		print line }'
}

# keeps_words COMMAND..: the words kept of every page are still those after
# the command. Not of pages that have a block a line.
keeps_words() {
	for text in "$FIXTURES"/strip-boilerplate/*.in; do
		grep -q '^$' "$text" || continue
		"$BIN/strip-boilerplate" <"$text" | words >want
		"$@" <"$text" | "$BIN/strip-boilerplate" | words >got
		same want got
	done
}

# counts OPTION..: for every page, the number of words kept
counts() {
	for text in "$FIXTURES"/strip-boilerplate/*.in; do
		"$BIN/strip-boilerplate" "$@" <"$text" | wc -w
	done
}

# never_more FILE FILE: no number of the first is greater than its twin
never_more() {
	paste "$1" "$2" | awk '$1 > $2 { print FNR ": " $0; bad = 1 }
		END { exit bad }'
}

@test "a news page leaves headline, standfirst, body and the heading in it" {
	strips news
}

@test "comments under a recipe are cut" {
	strips comments
}

@test "lines of a WET text are blocks, the title alone is kept" {
	strips wet
}

@test "a list inside the article is kept" {
	strips list
}

@test "a German page needs no option" {
	strips german
}

@test "a Japanese page needs no option" {
	strips japanese
}

@test "one sentence that no lexicon knows is kept" {
	strips one
}

@test "a title and two short sentences are kept" {
	strips stub
}

@test "a notice of two sentences is found among menus" {
	strips short
}

@test "a Russian page needs no option" {
	strips russian
}

@test "a Chinese page needs no option" {
	strips chinese
}

@test "a blog post is kept without archive, tags and comment form" {
	strips blog
}

@test "questions and answers are the content, not votes and names" {
	strips questions
}

@test "a page of every kind keeps its content, and little else" {
	"$FIXTURES/../../bench/pages" >rows
	tail -n +2 rows | awk '
		$1 == "all," || $1 == "table" { next }
		$3 > .15 * $2 || $4 > .25 * $2 { print; bad = 1 }
		END { exit bad || NR < 30 }'
}

@test "a book is kept whole" {
	awk 'BEGIN {
		print "The Ferryman of Orrin\n\nChapter I\n"
		for (n = 1; n < 900; n++)
			print "\"I have rowed this river for " n " years,\" said " \
			    "the old man to me; \"and what do you think I have " \
			    "got for it, my friend?\" I told him that I did not " \
			    "know, for I had come by the road no. " n ".\n"
	}' >book
	"$BIN/strip-boilerplate" <book >got
	[ "$(wc -w <got)" -ge $(($(wc -w <book) - 20)) ]
	"$BIN/strip-boilerplate" -t .9 <book >got
	[ "$(wc -w <got)" -ge $(($(wc -w <book) - 20)) ]
}

@test "a bare menu leaves nothing" {
	strips menu
	[ ! -s got ]
}

@test "an error page leaves nothing" {
	strips error
	[ ! -s got ]
}

@test "a login wall leaves nothing" {
	strips login
	[ ! -s got ]
}

@test "a page that is not found leaves nothing" {
	strips notfound
	[ ! -s got ]
}

@test "a wall before the article leaves nothing" {
	strips wall
	[ ! -s got ]
}

@test "stripping twice changes nothing" {
	for case in news comments wet list german japanese one stub short \
		russian chinese blog; do
		"$BIN/strip-boilerplate" <"$(page $case)" >once
		"$BIN/strip-boilerplate" <once >twice
		same once twice
	done
}

@test "--dropped writes what is left out, in order" {
	"$BIN/strip-boilerplate" -v <"$(page one)" >got
	printf 'Home\n\nContact\n\nLog in\n' >want
	same want got
}

@test "kept and dropped blocks together are the page's" {
	for text in "$FIXTURES"/strip-boilerplate/*.in; do
		grep . <"$text" | sort >want
		{ "$BIN/strip-boilerplate" <"$text"
		  "$BIN/strip-boilerplate" -v <"$text"; } | sed '/^$/d' |
			sort >got
		same want got
	done
}

@test "what is kept stands in the page's order" {
	for text in "$FIXTURES"/strip-boilerplate/*.in; do
		"$BIN/strip-boilerplate" <"$text" >got
		awk 'FILENAME == "got" { if ($0 != "") kept[++n] = $0; next }
			i < n && $0 == kept[i + 1] { i++ }
			END { exit i < n }' got "$text"
	done
}

@test "--keep=byline keeps who wrote it" {
	"$BIN/strip-boilerplate" --keep=byline <"$(page news)" >got
	grep -qx 'By Mara Oduya' got
}

@test "--drop=title,standfirst leaves the body" {
	"$BIN/strip-boilerplate" --drop=title,standfirst <"$(page news)" >got
	head -n 1 got | grep -q '^The herring fleet'
}

@test "a role that does not exist is a usage error" {
	status_is 2 "$BIN/strip-boilerplate" --keep=headline
	grep -q 'not one of ad, body' err
}

@test "a phrase of --phrases drops its block in any case and spacing" {
	printf 'SLEEPING  cars\n' >phrases
	"$BIN/strip-boilerplate" -f phrases <"$(page wet)" >got
	[ "$(grep -c 'sleeping cars' got)" = 0 ]
	grep -q '^Tickets go on sale' got
}

@test "a phrase matches whole words only" {
	printf 'sleep\n' >phrases
	"$BIN/strip-boilerplate" -f phrases <"$(page wet)" >got
	grep -q 'sleeping cars' got
}

@test "a phrase with ! keeps its block, and wins" {
	printf 'timetable\n!harbour tram\n' >phrases
	"$BIN/strip-boilerplate" -f phrases <"$(page wet)" >got
	grep -qx 'New Timetable for the Harbour Tram' got
}

@test "a line of --phrases without a word is refused" {
	printf 'a phrase\n...\n' >phrases
	status_is 2 "$BIN/strip-boilerplate" -f phrases </dev/null
	says 'strip-boilerplate: phrases:2: no word in the phrase'
}

@test "a phrase of more than 64 words is refused" {
	yes word | head -n 65 | tr '\n' ' ' >phrases
	status_is 2 "$BIN/strip-boilerplate" -f phrases </dev/null
	says 'strip-boilerplate: phrases:1: more than 64 words in the phrase'
}

@test "--phrases names a file that is not there" {
	status_is 2 "$BIN/strip-boilerplate" -f absent </dev/null
	says 'strip-boilerplate: absent: No such file or directory'
}

@test "--profile=balanced is what no option is" {
	for text in "$FIXTURES"/strip-boilerplate/*.in; do
		"$BIN/strip-boilerplate" <"$text" >want
		"$BIN/strip-boilerplate" -p balanced <"$text" >got
		same want got
		"$BIN/strip-boilerplate" -t 0.5 <"$text" >got
		same want got
	done
}

@test "--profile=recall keeps no less, --profile=precision no more" {
	counts -p precision >few
	counts >usual
	counts --profile=recall >many
	never_more few usual
	never_more usual many
	run cmp -s few many
	[ "$status" = 1 ]
}

@test "a higher --threshold never keeps more, from 0 to 1" {
	counts -t 1 >before
	for share in .8 .6 .4 .2 0; do
		counts --threshold=$share >after
		never_more before after
		mv after before
	done
}

@test "the profiles are thresholds by name" {
	for pair in precision:.9 balanced:.5 recall:.1; do
		"$BIN/strip-boilerplate" -p ${pair%:*} <"$(page forum)" >want
		"$BIN/strip-boilerplate" -t ${pair#*:} <"$(page forum)" >got
		same want got
	done
}

@test "tells why where the title would be behind all that is sure enough" {
	page=$FIXTURES/strip-boilerplate/guestbook.page
	"$BIN/strip-boilerplate" -a -p precision <"$page" >got
	"$BIN/strip-boilerplate" -p precision <"$page" >kept
	[ "$(cut -f 4 got | grep -c keep)" -eq "$(grep -c . kept)" ]
}

@test "the later of --profile and --threshold holds" {
	"$BIN/strip-boilerplate" -p recall <"$(page forum)" >want
	"$BIN/strip-boilerplate" -t 1 -p recall <"$(page forum)" >got
	same want got
	"$BIN/strip-boilerplate" -p precision -t .1 <"$(page forum)" >got
	same want got
}

@test "a profile or a threshold that is none is a usage error" {
	for wrong in -t -t2 -t1.01 -t-1 -tx -t.5x -tnan -t0,5 '-t ' -p -px \
		-pPRECISION --threshold= --profile=; do
		status_is 2 "$BIN/strip-boilerplate" "$wrong" <"$(page one)"
		[ ! -s out ]
		[ "$(wc -l <err)" = 2 ]
		tail -n 1 err | grep -qx "Try 'strip-boilerplate --help'."
	done
	status_is 2 "$BIN/strip-boilerplate" -t 7 </dev/null
	head -n 1 err | grep -q 'out of range: 7$'
	status_is 2 "$BIN/strip-boilerplate" -p best </dev/null
	head -n 1 err | grep -q 'not one of balanced, precision, recall: best$'
}

@test "every reason names a zone and features with their weights, or a mark" {
	local feature='[a-z]+(\.[a-z0-9]+)? [+-][0-9]+\.[0-9]'
	local mark='(hash|underline|number|column|rule|paper|thread)'
	cat "$FIXTURES"/strip-boilerplate/*.in |
		"$BIN/strip-boilerplate" -a | cut -f 7 >reasons
	[ -s reasons ]
	grep -vE "^[a-z]+( $feature)+(; ($feature( $feature)*|$mark))?\$" reasons &&
		return 1
	cut -d ' ' -f 1 reasons | sort -u >zones
	for zone in before content comments related after; do
		grep -qx $zone zones
	done
}

@test "--annotate has a row for each block, with verdict and role" {
	"$BIN/strip-boilerplate" -a --header <"$(page one)" | cut -f 1-4,6 >got
	printf 'doc\tstart\tend\tverdict\trole\n-\t0\t4\tdrop\tnav\n' >want
	printf -- '-\t6\t13\tdrop\tnav\n-\t15\t99\tkeep\tbody\n' >>want
	printf -- '-\t101\t107\tdrop\tnav\n' >>want
	same want got
}

@test "--annotate -j adds the member blocks and leaves the text" {
	echo '{"text":"Home\n\nContact us","n":1.0}' |
		"$BIN/strip-boilerplate" -ja >got
	grep -q '^{"text":"Home\\n\\nContact us","n":1.0,"blocks":\[{"start":0' got
}

@test "--removed appends a row for each block dropped" {
	"$BIN/strip-boilerplate" --removed=gone <"$(page one)" >got
	same "$FIXTURES/strip-boilerplate/one.want" got
	[ "$(cut -f 4 gone | sort | uniq -c | tr -s ' ')" = ' 3 drop' ]
}

@test "CRLF stays CRLF" {
	sed 's/$/\r/' <"$(page news)" | "$BIN/strip-boilerplate" >got
	sed 's/$/\r/' <"$FIXTURES/strip-boilerplate/news.want" >want
	same want got
}

@test "CRLF changes nothing else, on any page" {
	for text in "$FIXTURES"/strip-boilerplate/*.in; do
		"$BIN/strip-boilerplate" <"$text" | sed 's/$/\r/' >want
		sed 's/$/\r/' <"$text" | "$BIN/strip-boilerplate" >got
		same want got
	done
}

@test "the words kept do not depend on blank lines" {
	keeps_words grep .
	keeps_words sed 's/^$/\n/'
}

@test "the words kept do not depend on indentation" {
	keeps_words sed 's/^./   &/; s/$/  /'
}

@test "the words kept do not depend on hard-wrapped lines" {
	keeps_words wrap
}

@test "a byte order mark is dropped with the menu" {
	{ printf '\357\273\277'; cat "$(page one)"; } |
		"$BIN/strip-boilerplate" >got
	same "$FIXTURES/strip-boilerplate/one.want" got
}

@test "a page of a stream does not change the next" {
	for case in news menu wet; do
		cat "$(page $case)"
		printf '\0'
	done | "$BIN/strip-boilerplate" -0 >got
	for case in news menu wet; do
		cat "$FIXTURES/strip-boilerplate/$case.want"
		printf '\0'
	done >want
	same want got
}

@test "a text of many windows comes out as its record does" {
	awk 'BEGIN { for (i = 0; i < 30000; i++)
		printf "Paragraph %d of the long text says that the number " \
		    "before %d was smaller by one.\n\n", i, i }' >long
	"$BIN/strip-boilerplate" <long >text
	"$BIN/strip-boilerplate" --to=jsonl long | "$BIN/strip-boilerplate" -j \
		--to=text >record
	same text record
	[ "$(grep -c . text)" -gt 29000 ]
}

# shape NAME N: a text of N parts that no page has
shape() {
	awk -v name="$1" -v n="$2" 'BEGIN {
		said = "The council said on Monday that the bridge is closed."
		for (i = 0; i < n; i++)
			if (name == "letters") print "a\n"
			else if (name == "letter lines") print "a"
			else if (name == "one title") print "The same title\n"
			else if (name == "titles") print "Title", i, "of all\n"
			else if (name == "phrases") print "Read more\n"
			else if (name == "in turn") print (i % 2 ? "Home" : said) "\n"
			else if (name == "comments") print "Comments\n\nReply\n"
			else if (name == "marks") print "\"\302\253\342\200\235!?\n"
			else if (name == "bad bytes") print "\351 \303 \200\377.\n"
			else if (name == "NULs") printf "a%cb%c\n", 0, 0
			else if (name == "carriage returns") printf "a\r"
			else if (name == "sentences") printf "%s ", said
			else if (name == "bars") printf "a | "
			else if (name == "nested") printf "([{<"
			else if (name == "no space") printf "x"
	}'
}

@test "is not slowed down by any shape of text" {
	local n=300000 most=20 # seconds of processor time, each takes under 1
	case ${BUILD-} in *asan) n=20000;; esac
	for name in letters 'letter lines' 'one title' titles phrases \
		'in turn' comments marks 'bad bytes' NULs 'carriage returns' \
		sentences bars nested 'no space'; do
		shape "$name" $n >in
		# shellcheck disable=SC2016
		status_is 0 sh -c 'ulimit -t "$1"; exec "$0" <in' \
			"$BIN/strip-boilerplate" $most
		[ ! -s err ]
		[ "$(wc -c <out)" -le "$(($(wc -c <in) + 1))" ]
	done
}
