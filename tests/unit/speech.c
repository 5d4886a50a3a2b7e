/* SPDX-License-Identifier: ISC */
/* speech: what is said, and what only stands in marks. */
#include <assert.h>

#include "attribution.h"
#include "speech.h"
#include "tables.h"

/* Checks the kind of the text's last quotation that stands in no other. */
static void
check(const char *lang, const char *text, bool speech)
{
	struct attributions as = { 0 };
	struct window w = { 0 };
	struct quotes q = { 0 };
	struct sentence_text in = { &w.scan, &cues_table, 0, &q };
	const struct attribution *a;
	double score;
	size_t i;

	in.lang = cue_lang(&cues_table, span_of(lang));
	assert(in.lang < CUE_LANGS);
	window_begin(&w, BLOCKS_AUTO, false);
	window_fill(&w, text, strlen(text), true);
	quote_find(&q, &cues_table, in.lang, &w);
	attribution_find(&as, &in, &w);
	assert(as.n == q.n && as.n > 0);
	for (i = as.n - 1; i > 0 && q.quote[i].depth > 0; i--)
		;
	a = &as.of[i];
	score = speech_score(a);
	assert(a->speech == speech);
	assert(a->reason != NULL && score > 0 && score < 1);
	assert((score >= .5) == speech);
	assert(speech || a->how == HOW_NONE);
	attribution_end(&as);
	quote_end(&q);
	window_end(&w);
}

static void
speech(const char *text)
{
	check("en", text, true);
}

static void
mention(const char *text)
{
	check("en", text, false);
}

static void
test_sentences(void)
{
	speech("“No,” said Bell.");
	speech("“Never!” Bell cried.");
	speech("Bell shook his head. “Never.”");
	speech("Nobody moved.\n\n“We will wait here until it is light again.”");
	speech("The sign at the gate was gone. “I put it up,” Bell said.");
	speech("Bell said: “The water came over the wall at four.”");
}

static void
test_fragments(void)
{
	speech("Bell called the plan “reckless.”");
	speech("Bell said that it was a “disaster” for the town.");
	speech("Critics have called the film “slow but honest.”");
	speech("The mayor described the bridge as “a ruin.”");
	speech("The union attacked what it called a “rigged” vote.");
	speech("Bell would not discuss claims that it was “stolen.”");
}

static void
test_titles(void)
{
	mention("Bell starred in the film “The Long Night Ferry” last year.");
	mention("Bell said on WHAR's “Good Morning Harbour” that he was ill.");
	mention("In her new book, “The Salt Road,” Bell says she was poor.");
	mention("“The Salt Road,” by Ann Bell, is out on Monday.");
	mention("They played “Night Ferry” twice.");
	mention("Bell is the author of a memoir titled “Cold Water.”");
	mention("Shows like “Harbour Lights” and “Salt” are back on Monday.");
	mention("The “Night Ferry” star was late.");
}

static void
test_names(void)
{
	mention("Paul “Skipper” Adeyemi plays a smuggler.");
	mention("Bell is known as “the Grocer” in every port.");
	mention("The ship was named “Annabel” in May.");
	mention("The town has a new “super” market.");
	mention("They met an old friend, and the word “friend” is too kind.");
	mention("A group that is called “Clean Harbour” sued.");
}

static void
test_headlines(void)
{
	mention("Film Fans Flock to ‘The Long Night Ferry’\n\n"
	    "It was late.");
	speech("Bell: Bridge Plan Is ‘A Total Disaster’ For Our Town");
	speech("Mayor Calls Bridge Plan ‘Reckless’ In Angry Speech");
	mention("“It was late,” said Bell. “We went home.”\n\n"
	    "‘Late and tired’\n\nThe next day it rained.");
}

static void
test_lists(void)
{
	mention("The film “Salt” won, and so did “Night” and “Ferry.”");
	speech("Bell called it “dull,” “sad” and “too long.”");
}

static void
test_german(void)
{
	check("de", "„Das ist gut“, sagte Bell.", true);
	check("de", "Bell nannte den Plan „völlig verfehlt“.", true);
	check("de", "Der Plan sei „nicht zu halten“, so Bell.", true);
	check("de", "Bell sprach mit der Zeitung „Hafenblatt“ darüber.",
	    false);
	check("de", "Das Nachrichtenmagazin „Anker“ erscheint am Montag.",
	    false);
	check("de", "Er spielt in der Band „Salz der See“ mit.", false);
	check("de", "Sie gehört zum sogenannten „Hafenkreis“ der Stadt.",
	    false);
	check("de", "Die Gruppe „Friends of the Harbour“ ist klein.", false);
}

static void
test_others(void)
{
	check("fr", "Le film « La Nuit du port » sort lundi.", false);
	check("fr", "Il a dénoncé un projet « dangereux », a déclaré Bell.",
	    true);
	check("es", "La novela titulada «La noche del puerto» es larga.",
	    false);
	check("it", "Il romanzo intitolato «La notte del porto» è lungo.",
	    false);
	check("nl", "Zij speelt in de film “De lange nacht” mee.", false);
	check("pt", "O filme “A noite do porto” estreia na segunda.", false);
}

static void
test_nested(void)
{
	struct attribution a = { .speech = true };

	speech_judge_nested(&a);
	assert(!a.speech && speech_score(&a) < .5);
}

int
main(void)
{
	test_sentences();
	test_fragments();
	test_titles();
	test_names();
	test_headlines();
	test_lists();
	test_german();
	test_others();
	test_nested();
	return 0;
}
