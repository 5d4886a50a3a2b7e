/* SPDX-License-Identifier: ISC */
#include "address.h"
#include "choice.h"

enum {
	NEAR = 4,       /* turns around one whose speakers may speak it */
	OF_CAST = 4,    /* choices by what stands before */
	TWICE_NEAR = 8, /* turns in which who is no name speaks once more */
	SELDOM = 4,     /* times less often than another */

	/* What it costs .. */
	SELF = 8,       /* that somebody addresses himself */
	NOT_ACTING = 4, /* that it is not whom the paragraph is about */
	NOT_LAST = 2,   /* .. whom the words before it are about */
	UNSEEN = 4,     /* that it is somebody who is named only later */
	NAMELESS = 3,   /* that "the girl" is nobody of those named */
	SMALL_PART = 2, /* that it is somebody who speaks seldom */
	UNLIKE = 40     /* he is no "she" */
};

/* Who is no name and no "he": the narrator, "it", "they". */
static struct actor
other_actor(enum cue_kind pronoun, struct place place)
{
	return (struct actor) { UINT64_MAX - pronoun, 0, (uint8_t)pronoun, true,
		false, place };
}

/* Who the words of a turn's paragraph are about. */
static void
find_acting(struct scene *s, struct turn *t, size_t m)
{
	const struct mentions *all = s->mentions;
	const struct quote *q = s->text.quotes->quote;
	size_t start = s->text.block[q[t->first].block].start;
	size_t end = s->text.block[q[t->end - 1].last_block].end;
	const struct mention *found = NULL;

	while (m > 0 && all->mention[m - 1].start >= start)
		m--;
	for (; m < all->n && all->mention[m].start < end; m++) {
		if (!all->mention[m].subject)
			continue;
		if (found != NULL && all->mention[m].start > q[t->first].open)
			break;
		found = &all->mention[m];
	}
	if (found == NULL)
		return;
	t->acts_pronoun = found->pronoun;
	t->acts.id = found->person;
	t->acts.person = found->person;
	t->acts.sex = (uint8_t)person_sex(s->text.people, found->person);
	t->acts.known = person_is_known(s->text.people, found->person);
	t->acts.place = (struct place) { found->start, found->end };
}

static void
add_choice(struct turn *t, const struct actor *a, unsigned cost)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (t->choice[i].id == a->id)
			return;
	if (a->id == 0 || t->n == TURN_CHOICES)
		return;
	t->choice[t->n] = *a;
	t->cost[t->n++] = cost;
}

/* What it costs that an actor speaks a turn that does not name him. */
static unsigned
cost_of(const struct turn *t, const struct actor *a, size_t rank)
{
	unsigned cost = cast_cost(a, rank, (enum cue_kind)t->pronoun);

	if (t->acts.id != 0 && t->acts.id != a->id)
		cost += NOT_ACTING;
	if (t->acts_pronoun != CUE_NONE && a->sex != CUE_NONE
	    && a->sex != t->acts_pronoun)
		cost += NOT_ACTING;
	if (t->addressed != 0 && t->addressed == a->person)
		cost += SELF;
	return cost;
}

/* Adds who is spoken of before a turn. */
static void
choose_of_cast(struct scene *s, struct turn *t)
{
	const struct cast *c = s->cast;
	size_t i, rank = 0;
	unsigned cost;

	for (i = 0; i < c->n && t->n < OF_CAST; i++) {
		cost = cost_of(t, &c->actor[i], rank);
		if (t->led && i > 0)
			cost += NOT_LAST;
		rank++;
		if (cost < UNLIKE)
			add_choice(t, &c->actor[i], cost);
	}
}

/* Whether a speaker is a guess from another sentence, and no person. */
static bool
is_vague(const struct scene *s, const struct attribution *a)
{
	struct actor actor;

	if (a->how != HOW_CARRIED && a->how != HOW_SUBJECT)
		return false;
	if (cast_pronoun(&s->text, a->speaker) != CUE_NONE)
		return !choice_is_third(cast_pronoun(&s->text, a->speaker))
		    && cast_pronoun(&s->text, a->speaker) != CUE_FIRST;
	actor = cast_actor(s->cast, &s->text, a->speaker);
	return actor.person == 0 && actor.sex == CUE_NONE;
}

/* Reads what stands before a turn's words that tell, or before its speech. */
static void
read_before(struct scene *s, struct turn *t)
{
	const struct quote *q = &s->text.quotes->quote[t->first];
	const struct attribution *a = &s->of[t->told];
	struct cast *c = s->cast;
	size_t next = c->next;

	cast_read(c, &s->text, s->mentions, s->text.block[q->block].start);
	t->led = !t->next && c->next > next;
	cast_read(c, &s->text, s->mentions, t->is_told
	    && a->speaker.start > q->open ? a->speaker.start : q->open);
}

/* Takes who is told to speak; but "he" and "the girl" may be several. */
static void
read_told(struct scene *s, struct turn *t)
{
	const struct attribution *a = &s->of[t->told];
	const struct mentions *m = s->mentions;
	struct cast *c = s->cast;

	t->pronoun = (uint8_t)cast_pronoun(&s->text, a->speaker);
	if (choice_is_third((enum cue_kind)t->pronoun)) {
		if (c->next < m->n
		    && m->mention[c->next].start == a->speaker.start)
			c->next++;
		choose_of_cast(s, t);
		return;
	}
	t->choice[0] = t->pronoun != CUE_NONE
	    ? other_actor((enum cue_kind)t->pronoun, a->speaker)
	    : cast_actor(c, &s->text, a->speaker);
	t->cost[0] = t->choice[0].general ? NAMELESS : 0;
	t->n = 1;
	if (t->choice[0].general) {
		t->pronoun = t->choice[0].sex;
		choose_of_cast(s, t);
	} else {
		cast_bring(c, &t->choice[0], true);
	}
}

void
choice_read(struct scene *s, struct turn *t)
{
	size_t i;

	for (i = t->first; i < t->end && t->addressed == 0; i++)
		t->addressed = address_find(s->text.people, &s->text.name,
		    &s->text.quotes->quote[i]);
	read_before(s, t);
	t->n = 0;
	t->is_told = t->is_told && !is_vague(s, &s->of[t->told]);
	if (t->is_told) {
		read_told(s, t);
		return;
	}
	find_acting(s, t, s->cast->next);
	choose_of_cast(s, t);
	if (t->acts.id != 0)
		cast_bring(s->cast, &t->acts, true);
}

/* Whether who is only described speaks in another turn near that one. */
static bool
is_told_twice(const struct scene *s, size_t first, size_t end,
    const struct turn *t)
{
	const struct turn *all = s->turns->turn;
	size_t i = (size_t)(t - all), k;

	k = i < first + TWICE_NEAR ? first : i - TWICE_NEAR;
	for (; k < end && k <= i + TWICE_NEAR; k++)
		if (k != i && all[k].is_told && all[k].n == 1
		    && all[k].choice[0].id == t->choice[0].id)
			return true;
	return false;
}

/* Adds whom a neighbouring turn addresses. */
static void
add_addressed(struct scene *s, struct turn *t, size_t person)
{
	struct actor a = { person, person,
		(uint8_t)person_sex(s->text.people, person), true, false,
		{ 0, 0 } };

	add_choice(t, &a, cost_of(t, &a, 0) + UNSEEN);
}

/* Adds those who speak, or are addressed, in the turns around turn i. */
static void
choose_of_turns(struct scene *s, size_t first, size_t end, size_t i)
{
	struct turn *t = &s->turns->turn[i], *near;
	size_t d, side;

	for (d = 1; d <= NEAR; d++)
		for (side = 0; side < 2; side++) {
			if (side == 0 ? i < first + d : i + d >= end)
				continue;
			near = side == 0 ? t - d : t + d;
			if (near->is_told && near->n == 1
			    && (near->choice[0].person != 0
			        || is_told_twice(s, first, end, near)))
				add_choice(t, &near->choice[0], cost_of(t,
				    &near->choice[0], 0) + UNSEEN);
			if (d == 1 && near->addressed != 0)
				add_addressed(s, t, near->addressed);
		}
}

/* Who speaks seldom is a less likely speaker than who speaks often. */
static void
weigh_parts(struct scene *s, struct turn *t)
{
	size_t i, most = 0, n;

	for (i = 0; i < t->n; i++) {
		n = person_spoken(s->text.people, t->choice[i].person);
		most = n > most ? n : most;
	}
	for (i = 0; i < t->n; i++)
		if (person_spoken(s->text.people, t->choice[i].person)
		    < most / SELDOM)
			t->cost[i] += SMALL_PART;
}

void
choice_finish(struct scene *s, size_t first, size_t end, size_t i)
{
	const struct actor nobody = { 0 };
	struct turn *t = &s->turns->turn[i];

	if (!t->is_told || choice_is_third((enum cue_kind)t->pronoun))
		choose_of_turns(s, first, end, i);
	weigh_parts(s, t);
	if (t->n > 0)
		return;
	t->choice[0] = nobody;
	t->cost[0] = 0;
	t->n = 1;
}
