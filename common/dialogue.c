/* SPDX-License-Identifier: ISC */
#include "dialogue.h"

enum { /* what it costs .. */
	AGE = 3, AGE_IN_FICTION = 1, /* .. that others were named since */
	AGAIN = 4,       /* that somebody speaks in two turns together */
	AGAIN_LATER = 1, /* .. with words between these */
	THIRD = 3,       /* that a third one speaks */
	NOT_ASKED = 4    /* that another one than who is addressed speaks */
};

/* Of a speaker behind another one, whoever spoke before these. */
static unsigned
cost_of_next(const struct turn *t, const struct actor *last,
    const struct turn *last_turn, const struct actor *now)
{
	unsigned cost = 0;

	if (last->id == 0)
		return 0;
	if (now->id == last->id)
		cost += t->next ? AGAIN : AGAIN_LATER;
	if (t->next && last_turn->addressed != 0
	    && now->person != last_turn->addressed)
		cost += NOT_ASKED;
	if (t->next && t->addressed != 0 && last->person != t->addressed)
		cost += NOT_ASKED;
	return cost;
}

/* Of one who is a third behind two others; a sum without a branch. */
static inline unsigned
cost_of_third(const struct actor *before, const struct actor *last,
    const struct actor *now)
{
	return ((last->id != 0) & (before->id != 0) & (now->id != last->id)
	    & (now->id != before->id)) * (unsigned)THIRD;
}

/* The best way to the choices of turn i, from those of the two before. */
static void
step(struct turn *t, const struct turn *last, const struct turn *before,
    unsigned old[][TURN_CHOICES], unsigned new[][TURN_CHOICES])
{
	unsigned cost, least;
	size_t a, b, c, from;

	for (b = 0; b < last->n; b++)
		for (c = 0; c < t->n; c++) {
			least = UINT32_MAX;
			for (a = from = 0; a < before->n; a++) {
				cost = old[a][b] + cost_of_third(
				    &before->choice[a], &last->choice[b],
				    &t->choice[c]);
				from = cost < least ? a : from;
				least = cost < least ? cost : least;
			}
			t->from[b][c] = (uint8_t)from;
			new[b][c] = least + t->cost[c] + cost_of_next(t,
			    &last->choice[b], last, &t->choice[c]);
		}
}

/* Gives a turn its speaker: the quotations that borrowed one, his words. */
static void
give(struct scene *s, const struct turn *t, const struct actor *who)
{
	struct attribution *a;
	size_t i;

	for (i = t->first; i < t->end; i++) {
		a = &s->of[i];
		if (!a->speech)
			continue;
		a->person = who->person;
		if (t->is_told && !a->borrowed && a->how != HOW_NONE)
			continue;
		a->speaker = who->place;
		a->cue = (struct place) { 0, 0 };
		a->how = HOW_TURN;
	}
}

/* Chooses the speakers of the dialogue of turns first..end. */
static void
decide(struct scene *s, size_t first, size_t end)
{
	struct turn nobody = { .n = 1 }, *t = s->turns->turn, *last = &nobody;
	const struct turn *before = &nobody;
	unsigned cost[2][TURN_CHOICES][TURN_CHOICES] = { { { 0 } } };
	size_t i, a, b, best_a = 0, best_b = 0, from;

	for (i = first; i < end; i++) {
		step(&t[i], last, before, cost[i % 2], cost[(i + 1) % 2]);
		before = last;
		last = &t[i];
	}
	for (a = 0; a < before->n; a++)
		for (b = 0; b < last->n; b++)
			if (cost[end % 2][a][b]
			    < cost[end % 2][best_a][best_b]) {
				best_a = a;
				best_b = b;
			}
	for (i = end; i-- > first;) {
		give(s, &t[i], &t[i].choice[best_b]);
		t[i].choice[0] = t[i].choice[best_b];
		from = t[i].from[best_a][best_b];
		best_b = best_a;
		best_a = from;
	}
	for (i = end - first > 2 ? end - 2 : first; i < end; i++)
		cast_bring(s->cast, &t[i].choice[0], true);
}

static void
find_by_turns(struct scene *s)
{
	struct turn *t = s->turns->turn;
	size_t i, first, end;

	for (first = 0; first < s->turns->n; first = end) {
		for (end = first; end < s->turns->n
		    && (end == first || !t[end].begins); end++)
			choice_read(s, &t[end]);
		for (i = first; i < end; i++)
			choice_finish(s, first, end, i);
		decide(s, first, end);
	}
}

/* Counts who speaks by name, before any pronoun is looked at. */
static void
find_told(struct scene *s)
{
	const struct turn *t = s->turns->turn;
	const struct attribution *a;
	struct actor actor;
	size_t i;

	for (i = 0; i < s->turns->n; i++) {
		a = &s->of[t[i].told];
		if (!t[i].is_told || a->pronoun)
			continue;
		actor = cast_actor(s->cast, &s->text, a->speaker);
		person_speaks(s->text.people, actor.person);
	}
}

/* The actor whom a pronoun means that speaks quotation i, or null. */
static const struct actor *
find_meant(struct scene *s, size_t i, enum cue_kind pronoun)
{
	const struct quote *q = &s->text.quotes->quote[i];
	const struct actor *meant;

	if (i == 0 || q[-1].last_block != q->block)
		s->cast->speaker = 0;
	mention_read(s->mentions, &s->text, i);
	cast_read(s->cast, &s->text, s->mentions, s->of[i].speaker.start);
	meant = cast_choose(s->cast, pronoun);
	if (meant != NULL)
		person_vote(s->text.people, meant->person, pronoun);
	return meant;
}

/* Finds who speaks a quotation by its speaker's own words. */
static void
find_one(struct scene *s, size_t i)
{
	struct attribution *a = &s->of[i];
	const struct actor *meant;
	enum cue_kind pronoun;
	struct actor actor;

	a->person = 0;
	if (a->speaker.start == a->speaker.end)
		return;
	if (a->origin < i) {
		a->person = s->of[a->origin].person;
		return;
	}
	pronoun = cast_pronoun(&s->text, a->speaker);
	if (choice_is_third(pronoun)) {
		meant = find_meant(s, i, pronoun);
		if (meant == NULL)
			return;
		actor = *meant;
	} else {
		if (pronoun != CUE_NONE)
			return;
		actor = cast_actor(s->cast, &s->text, a->speaker);
		person_speaks(s->text.people, actor.person);
	}
	a->person = actor.person;
	s->cast->speaker = actor.id;
	cast_bring(s->cast, &actor, true);
}

void
dialogue_begin(struct dialogue *d)
{
	turn_begin(&d->turns);
	cast_begin(&d->cast);
}

void
dialogue_find(struct dialogue *d, struct attribution *of,
    const struct quotes *q, struct people *people,
    const struct name_text *text, const struct block *block)
{
	struct scene s = { of, &d->turns, &d->cast, &d->mentions,
		{ *text, people, q, block, false } };
	const struct turn_text turns = { of, q, text->scan, block };
	size_t i;

	turn_find(&d->turns, &turns);
	s.text.fiction = turn_is_usual(&d->turns);
	mention_begin(&d->mentions);
	cast_begin_window(&d->cast);
	d->cast.age = s.text.fiction ? AGE_IN_FICTION : AGE;
	if (s.text.fiction) {
		for (i = 0; i < q->n; i++)
			mention_read(&d->mentions, &s.text, i);
		find_told(&s);
		find_by_turns(&s);
	} else {
		for (i = 0; i < q->n; i++)
			find_one(&s, i);
	}
}

void
dialogue_end(struct dialogue *d)
{
	mention_end(&d->mentions);
	turn_end(&d->turns);
}
