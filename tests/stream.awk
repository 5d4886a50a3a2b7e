# SPDX-License-Identifier: ISC
# stream - invented documents that repeat, tease and trail each other
#
#	awk -v documents=400 -v seed=1 -f stream.awk
#
# Writes them one behind the other, each ended by a line with a form feed; the
# same for the same seed, in every awk.

function dice(sides) { # 0 .. sides - 1
	seed = (seed * 16807) % 2147483647
	return seed % sides
}

function pick(list,   words, n) {
	n = split(list, words, " ")
	return words[1 + dice(n)]
}

function capital(word) {
	return toupper(substr(word, 1, 1)) substr(word, 2)
}

function clause(   adjective, noun) {
	adjective = pick("old quiet narrow second muddy northern tidal broken")
	noun = pick("ferry mill pier chapel lighthouse orchard bridge quarry")
	return "the " adjective " " noun " " \
	    pick("near behind above below beside") " " \
	    pick("Holm Ostvik Tarn Bellmuir Skerry Vanning Corrow") " " \
	    pick("opened closed flooded burned moved reopened sank") " " \
	    pick("on after before since until") " " \
	    pick("Monday Tuesday Friday harvest winter dawn midnight") " " \
	    (2 + dice(97)) " " pick("boats goats barrels letters crates hens")
}

function sentence(   s, n) {
	s = capital(clause())
	for (n = dice(3); n > 0; n--)
		s = s ", " pick("and while but because") " " clause()
	return s pick(". . . ! ?")
}

function headline() {
	return capital(pick("harbour council island village school")) " " \
	    pick("sells closes paints rents guards mends") " the " \
	    pick("old last second northern") " " \
	    pick("ferry mill pier chapel lighthouse") " in " \
	    pick("Holm Ostvik Tarn Bellmuir Skerry") " " (1900 + dice(99))
}

function make_story(s,   n, p) {
	title[s] = headline()
	paragraphs[s] = 2 + dice(5)
	for (p = 0; p < paragraphs[s]; p++) {
		text[s, p] = sentence()
		for (n = dice(4); n > 0; n--)
			text[s, p] = text[s, p] " " sentence()
	}
}

function cut(s,   words, n, i, t) { # the beginning of a paragraph
	n = split(text[s, dice(paragraphs[s])], words, " ")
	n = 6 + dice(n - 6)
	for (i = 1; i <= n; i++)
		t = t (i > 1 ? " " : "") words[i]
	if (dice(3) == 0)
		t = substr(t, 1, length(t) - 1 - dice(2))
	return t
}

function put(block) {
	printf "%s\n\n", block
}

function put_entry(s) {
	if (dice(3) > 0)
		put(dice(2) ? title[s] : toupper(title[s]))
	put(cut(s) pick("... ... [...] : . ,") \
	    (dice(3) == 0 ? " Read more" : ""))
	if (dice(4) == 0)
		put(cut(s))
}

function put_crumb(s,   way) {
	way = dice(6)
	if (way == 0)
		put("Home > News > " title[s])
	else if (way == 1)
		put("Home World News " title[s])
	else if (way == 2)
		put(title[s] " | Harbour Times")
	else if (way == 3)
		put(title[s] " - Harbour Times - News")
	else if (way == 4)
		put("News :: " text[s, 0] " | Times")
	else
		put("Home > " title[s] " > Page 2 > Print")
}

function put_furniture() {
	put(pick("Share Print Menu") " " pick("this page story"))
	if (dice(2))
		put(toupper("Sign up for our morning letter"))
	if (dice(4) == 0)
		put("* * *")
}

function put_story(s,   p) {
	put(title[s])
	for (p = 0; p < paragraphs[s]; p++)
		if (dice(9) > 0)
			put(dice(20) ? text[s, p] : toupper(text[s, p]))
}

BEGIN {
	stories = int(documents / 3) + 1
	for (s = 0; s < stories; s++)
		make_story(s)
	for (d = 0; d < documents; d++) {
		s = dice(stories)
		put_furniture()
		if (dice(2))
			put_crumb(s)
		for (n = dice(4); n > 0; n--)
			put_entry(dice(stories))
		if (dice(5) > 0)
			put_story(s)
		if (dice(3) == 0)
			put_crumb(dice(2) ? s : dice(stories))
		for (n = dice(6); n > 0; n--)
			put_entry(dice(stories))
		if (dice(3) == 0)
			put_story(dice(stories))
		print "\f"
	}
}
