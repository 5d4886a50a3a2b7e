#!/usr/bin/env bats
# SPDX-License-Identifier: ISC
# What split-sections takes the parts of an article for, on invented pages.

load helper

# role_of PAGE TEXT: the role of the block that begins so
role_of() {
	"$BIN/split-sections" -a <"$1" | awk -F '\t' -v want="$2" \
		'index($8, want) == 1 { print $6; exit }'
}

# is PAGE ROLE TEXT: fails unless the block that begins so has the role
is() {
	local got
	got=$(role_of "$1" "$3")
	[ "$got" = "$2" ] || {
		echo "$3: $got, not $2"
		return 1
	}
}

english() {
	cat <<-'END'
	Home

	News

	Weather

	Subscribe

	Ferry to the islands will sail through the winter

	The council has found the money for two boats a day, but not for the bar.

	By Martin Holloway

	Published 4 November 2025, 17:40

	The ferry between Orrinmouth and the outer islands will sail through the winter for the first time in twelve years, the council decided on Tuesday evening.

	Two boats a day will leave the old pier, at seven in the morning and at half past four in the afternoon, on every day but Christmas.

	The Lady Aud at the old pier in Orrinmouth last week. Photo: Martin Holloway/AFP

	Islanders had asked for the boats since the mail plane was sold in spring. "We were cut off from October to March," said Ailsa Drummond, who keeps the shop on Great Holm.

	What it will cost

	A ticket will be four pounds, half of what the summer boat asks, and children under twelve will travel free. The council pays the rest.

	The bar on the boat stays closed. It was never full in winter, the shipping company said, and the crew is needed on deck.

	Read more

	Privacy policy
	END
}

german() {
	cat <<-'END'
	Startseite

	Politik

	Sport

	Abo

	Fähre zu den Inseln fährt auch im Winter

	Von Friederike Lammers

	05.11.2025, 14:30 Uhr

	Die Fähre zwischen Ostenmoor und den äußeren Inseln wird zum ersten Mal seit zwölf Jahren auch im Winter fahren, wie der Rat am Dienstagabend beschloss.

	Zwei Schiffe am Tag sollen vom alten Anleger ablegen, um sieben Uhr morgens und um halb fünf am Nachmittag, an jedem Tag außer Weihnachten.

	Das Schiff am alten Anleger in Ostenmoor. © Friederike Lammers/dpa

	Die Inselbewohner hatten seit dem Frühjahr darum gebeten. „Wir waren von Oktober bis März abgeschnitten“, sagte die Ladenbesitzerin Elke Brodersen.

	Die Bar auf dem Schiff bleibt geschlossen. Sie war im Winter nie voll, teilte die Reederei mit, und die Mannschaft wird an Deck gebraucht.

	Impressum

	Datenschutz
	END
}

@test "title, standfirst, byline and date of an English page" {
	english >page
	is page title "Ferry to the islands"
	is page standfirst "The council has found"
	is page byline "By Martin Holloway"
	is page date "Published 4 November"
	is page body "The ferry between"
}

@test "a caption between two paragraphs is told by its credit" {
	english >page
	is page caption "The Lady Aud"
	is page body "Two boats a day"
	is page body "Islanders had asked"
}

@test "a heading stands between two runs of prose" {
	english >page
	is page heading "What it will cost"
}

@test "title, byline, date and caption of a German page" {
	german >page
	is page title "Fähre zu den Inseln"
	is page byline "Von Friederike Lammers"
	is page date "05.11.2025"
	is page caption "Das Schiff am alten Anleger"
}

@test "a caption goes from what strip-boilerplate keeps" {
	english | "$BIN/strip-boilerplate" >got
	[ "$(grep -c 'Lady Aud' got)" = 0 ]
	[ "$(grep -c 'By Martin' got)" = 0 ]
	grep -q 'What it will cost' got
}

@test "a line that the page has many times is no heading" {
	english >page
	awk '{ print } /\.$/ { print ""; print "Article content";
		print ""; print "Article content" }' page >often
	[ "$(grep -c 'Article content' often)" -ge 10 ]
	"$BIN/strip-boilerplate" <often >got
	[ "$(grep -c 'Article content' got)" = 0 ]
}

@test "strip-boilerplate keeps what --select of its roles does, everywhere" {
	local roles=title,standfirst,heading,body,list,quote text
	for text in "$FIXTURES"/s*/*.in; do
		"$BIN/strip-boilerplate" <"$text" >want
		"$BIN/split-sections" -s $roles <"$text" >got
		same want got
		"$BIN/strip-boilerplate" --to=jsonl <"$text" >want
		"$BIN/split-sections" --to=jsonl -s $roles <"$text" >got
		same want got
	done
}
