/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "dialogue.h"

enum {
	TURNS = 2,         /* votes for a dialogue that are no accident */
	NEAR = 4,          /* turns around one whose speakers may speak it */
	OF_CAST = 4,       /* choices by what stands before */
	TWICE_NEAR = 8,    /* .. if they are described, not named, once more */
	BREAK_BLOCKS = 3,  /* without speech, that end a dialogue */
	BREAK_BYTES = 1200, /* of these */

	/* What it costs .. */
	AGAIN = 4,         /* that somebody speaks in two turns together */
	AGAIN_LATER = 1,   /* .. with words between these */
	THIRD = 3,         /* that a third one speaks */
	SELF = 8,          /* that somebody addresses himself */
	NOT_ASKED = 4,     /* that another one than who is addressed speaks */
	NOT_ACTING = 4,    /* .. than whom the paragraph is about */
	NOT_LAST = 2,      /* .. than whom the words before it are about */
	UNSEEN = 5,        /* that it is somebody who is named only later */
	NAMELESS = 3,      /* that "the girl" is nobody of those named */
	SELDOM = 4,        /* times less often than another .. */
	SMALL_PART = 2,    /* .. spoke who speaks */
	NOBODY = 12,
	UNLIKE = 40        /* he is no "she" */
};

struct scene {
	struct dialogue *d;
	struct attribution *of;
	struct mention_text text;
};

/* Whether quotation i has a speaker told by words of its paragraph. */
static bool
tells(const struct attribution *a, size_t i)
{
	return a[i].speech && !a[i].borrowed && a[i].how != HOW_NONE
	    && a[i].speaker.end > a[i].speaker.start && a[i].origin == i;
}

static bool
is_same_place(const struct attribution *a, const struct attribution *b)
{
	return a->speaker.start == b->speaker.start;
}

/* Whether a quotation is the first thing in its block. */
static bool
leads_block(const struct scene *s, const struct quote *q)
{
	size_t at = s->text.block[q->block].start;

	while (at < q->open && block_is_space(s->text.name.scan->text[at]))
		at++;
	return at == q->open;
}

/* Whether quotation i goes on with a turn. */
static bool
goes_on(const struct scene *s, const struct turn *t, size_t i)
{
	const struct quote *q = s->text.quotes->quote;

	return q[i].block <= q[t->end - 1].last_block
	    && (!t->is_told || !tells(s->of, i)
	        || is_same_place(&s->of[i], &s->of[t->told]));
}

/* Lists the turns. */
static void
find_turns(struct scene *s)
{
	struct dialogue *d = s->d;
	const struct quotes *q = s->text.quotes;
	struct turn *t = NULL;
	size_t i;

	d->n = 0;
	for (i = 0; i < q->n; i++) {
		if (!s->of[i].speech || q->quote[i].depth > 0)
			continue;
		if (t == NULL || !goes_on(s, t, i)) {
			d->turn = alloc_grow(d->turn, &d->cap, d->n + 1,
			    sizeof *d->turn);
			t = &d->turn[d->n++];
			*t = (struct turn) { .first = i };
		}
		if (!t->is_told && tells(s->of, i)) {
			t->told = i;
			t->is_told = true;
		}
		t->end = i + 1;
	}
}

/* How turns i - 1 and i lie to each other. */
static void
join(struct scene *s, size_t i)
{
	const struct quote *q = s->text.quotes->quote;
	struct turn *t = &s->d->turn[i];
	size_t last, block = q[t->first].block;

	t->begins = i == 0;
	if (i == 0)
		return;
	last = q[t[-1].end - 1].last_block;
	t->next = block <= last + 1;
	t->begins = !t->next && (block - last > BREAK_BLOCKS
	    || s->text.block[block].start - s->text.block[last].end > BREAK_BYTES);
}

/* Neighbours that tell: a turn, or the same speaker? "He" may be anybody. */
static void
vote(struct scene *s)
{
	const struct scan *scan = s->text.name.scan;
	const struct attribution *a, *b;
	const struct turn *t;
	size_t i;

	for (i = 1; i < s->d->n; i++) {
		t = &s->d->turn[i];
		if (!t->next || !t[-1].is_told || !t->is_told
		    || !leads_block(s, &s->text.quotes->quote[t->first])
		    || !leads_block(s, &s->text.quotes->quote[t[-1].first]))
			continue;
		a = &s->of[t[-1].told];
		b = &s->of[t->told];
		if (span_equal(scan_span(scan, a->speaker.start,
		        a->speaker.end), scan_span(scan, b->speaker.start,
		        b->speaker.end)))
			s->d->n_runs++;
		else if (a->pronoun == b->pronoun)
			s->d->n_turns++;
	}
}

/* Who is no name and no "he": the narrator, "it", "they". */
static struct actor
other_actor(enum cue_kind pronoun, struct place place)
{
	return (struct actor) { UINT64_MAX - pronoun, 0, (uint8_t)pronoun, true,
		false, place };
}

static bool
is_third(enum cue_kind pronoun)
{
	return pronoun == CUE_HE || pronoun == CUE_SHE;
}

/* Who the words of a turn's paragraph are about. */
static void
find_acting(struct scene *s, struct turn *t, size_t m)
{
	const struct mentions *all = &s->d->mentions;
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
	if (a->id == 0 || t->n == DIALOGUE_CHOICES)
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
	const struct cast *c = &s->d->cast;
	size_t i, rank = 0;
	unsigned cost;

	for (i = 0; i < c->n && t->n < OF_CAST; i++) {
		cost = cost_of(t, &c->actor[i], rank);
		if (t->led && i > 0)
			cost += NOT_LAST;
		rank += cast_cost(&c->actor[i], 0, (enum cue_kind)t->pronoun)
		    < UNLIKE;
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
		return !is_third(cast_pronoun(&s->text, a->speaker))
		    && cast_pronoun(&s->text, a->speaker) != CUE_FIRST;
	actor = cast_actor(&s->d->cast, &s->text, a->speaker);
	return actor.person == 0 && actor.sex == CUE_NONE;
}

/* Looks at a turn: who speaks, or may do so by what stands before it. */
static void
read_turn(struct scene *s, struct turn *t)
{
	const struct quote *q = &s->text.quotes->quote[t->first];
	const struct attribution *a = &s->of[t->told];
	const struct mentions *m = &s->d->mentions;
	struct cast *c = &s->d->cast;
	size_t i, from, next = c->next;

	for (i = t->first; i < t->end && t->addressed == 0; i++)
		t->addressed = mention_addressed(s->text.people,
		    &s->text.name, &s->text.quotes->quote[i]);
	from = t->is_told && a->speaker.start > q->open ? a->speaker.start
	                                                : q->open;
	cast_read(c, &s->text, m, s->text.block[q->block].start);
	t->led = !t->next && c->next > next;
	cast_read(c, &s->text, m, from);
	t->n = 0;
	if (t->is_told && is_vague(s, a))
		t->is_told = false;
	if (t->is_told) {
		t->pronoun = (uint8_t)cast_pronoun(&s->text, a->speaker);
		if (!is_third((enum cue_kind)t->pronoun)) {
			t->choice[t->n++] = t->pronoun != CUE_NONE
			    ? other_actor((enum cue_kind)t->pronoun,
			        a->speaker)
			    : cast_actor(&s->d->cast, &s->text, a->speaker);
			t->cost[0] = 0;
			if (t->choice[0].general) {
				t->cost[0] = NAMELESS;
				t->pronoun = t->choice[0].sex;
				choose_of_cast(s, t);
				return;
			}
			cast_bring(c, &t->choice[0], true);
			return;
		}
		if (c->next < m->n
		    && m->mention[c->next].start == a->speaker.start)
			c->next++;
	} else {
		find_acting(s, t, c->next);
	}
	choose_of_cast(s, t);
	if (t->acts.id != 0)
		cast_bring(c, &t->acts, true);
}

/* Whether who is only described speaks in another turn near that one. */
static bool
is_told_twice(const struct scene *s, size_t first, size_t end,
    const struct turn *t)
{
	const struct turn *all = s->d->turn;
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
	struct turn *t = &s->d->turn[i], *near;
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

static unsigned
cost_of_change(const struct turn *t, const struct actor *before,
    const struct actor *last, const struct turn *last_turn,
    const struct actor *now)
{
	unsigned cost = 0;

	if (last->id == 0)
		return 0;
	if (now->id == last->id)
		cost += t->next ? AGAIN : AGAIN_LATER;
	else if (before->id != 0 && now->id != before->id)
		cost += THIRD;
	if (t->next && last_turn->addressed != 0
	    && now->person != last_turn->addressed)
		cost += NOT_ASKED;
	if (t->next && t->addressed != 0 && last->person != t->addressed)
		cost += NOT_ASKED;
	return cost;
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

/* The best way to the choices of turn i, from those of the two before. */
static void
step(struct turn *t, const struct turn *last, const struct turn *before,
    unsigned old[][DIALOGUE_CHOICES], unsigned new[][DIALOGUE_CHOICES])
{
	unsigned cost;
	size_t a, b, c;

	for (b = 0; b < last->n; b++)
		for (c = 0; c < t->n; c++) {
			new[b][c] = UINT32_MAX;
			for (a = 0; a < before->n; a++) {
				cost = old[a][b] + t->cost[c] + cost_of_change(
				    t, &before->choice[a], &last->choice[b],
				    last, &t->choice[c]);
				if (cost < new[b][c]) {
					new[b][c] = cost;
					t->from[b][c] = (uint8_t)a;
				}
			}
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
	struct turn nobody = { .n = 1 }, *t = s->d->turn, *last = &nobody;
	const struct turn *before = &nobody;
	unsigned cost[2][DIALOGUE_CHOICES][DIALOGUE_CHOICES] = { { { 0 } } };
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
		cast_bring(&s->d->cast, &t[i].choice[0], true);
}

static void
find_by_turns(struct scene *s)
{
	const struct actor nobody = { 0 };
	struct turn *t = s->d->turn;
	size_t i, first, end;

	for (first = 0; first < s->d->n; first = end) {
		for (end = first; end < s->d->n
		    && (end == first || !t[end].begins); end++)
			read_turn(s, &t[end]);
		for (i = first; i < end; i++) {
			if (!t[i].is_told || t[i].pronoun != CUE_NONE)
				choose_of_turns(s, first, end, i);
			weigh_parts(s, &t[i]);
			if (t[i].n == 0) {
				t[i].choice[0] = nobody;
				t[i].cost[0] = NOBODY;
				t[i].n = 1;
			}
		}
		decide(s, first, end);
	}
}

/* Counts who speaks by name, before any pronoun is looked at. */
static void
find_told(struct scene *s)
{
	const struct turn *t = s->d->turn;
	size_t i;

	for (i = 0; i < s->d->n; i++)
		if (t[i].is_told && !s->of[t[i].told].pronoun)
			person_speaks(s->text.people, cast_actor(&s->d->cast, &s->text,
			    s->of[t[i].told].speaker).person);
}

/* Finds who speaks a quotation by its speaker's own words. */
static void
find_one(struct scene *s, size_t i)
{
	struct attribution *a = &s->of[i];
	struct cast *c = &s->d->cast;
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
	cast_read(c, &s->text, &s->d->mentions, a->speaker.start);
	pronoun = cast_pronoun(&s->text, a->speaker);
	if (!is_third(pronoun)) {
		if (pronoun != CUE_NONE)
			return;
		actor = cast_actor(c, &s->text, a->speaker);
		person_speaks(s->text.people, actor.person);
	} else {
		meant = cast_choose(c, pronoun);
		if (meant == NULL)
			return;
		actor = *meant;
		person_vote(s->text.people, actor.person, pronoun);
	}
	a->person = actor.person;
	cast_bring(c, &actor, true);
}

void
dialogue_begin(struct dialogue *d)
{
	d->n_turns = d->n_runs = 0;
	cast_begin(&d->cast);
}

/* In news, mentions matter where a pronoun speaks; in fiction everywhere. */
static void
read_mentions(struct scene *s)
{
	const struct attribution *a;
	size_t i;

	mention_begin(&s->d->mentions);
	for (i = 0; i < s->text.quotes->n; i++) {
		a = &s->of[i];
		if (s->text.fiction || (a->pronoun && a->origin == i))
			mention_read(&s->d->mentions, &s->text, i);
	}
}

void
dialogue_find(struct dialogue *d, struct attribution *of,
    const struct quotes *q, struct people *people,
    const struct name_text *text, const struct block *block)
{
	struct scene s = { d, of, { *text, people, q, block, false } };
	size_t i;

	find_turns(&s);
	for (i = 0; i < d->n; i++)
		join(&s, i);
	vote(&s);
	s.text.fiction = d->n_turns >= TURNS && d->n_turns > d->n_runs;
	read_mentions(&s);
	cast_begin_window(&d->cast);
	if (s.text.fiction) {
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
	free(d->turn);
	memset(d, 0, sizeof *d);
}
