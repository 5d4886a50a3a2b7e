/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "capital.h"
#include "cast.h"
#include "person_find.h"
#include "word.h"

enum {
	OBJECT_RANK = 1,  /* where somebody comes who is no subject */
	RANK_COST = 1,    /* of each actor spoken of since */
	SILENT_COST = 2,  /* of who did not speak last */
	UNKNOWN_COST = 3, /* of a sex that is not known */
	STRANGE_COST = 3, /* of what may be no person */
	APPOSITION_BYTES = 80, /* of one that is looked at behind a name */
	OTHER_COST = 40   /* of the other sex, of what is no person */
};

/* Ids of those who have no name: their word's hash with the highest bit. */
static const uint64_t described = (uint64_t)1 << 63;

void
cast_begin(struct cast *c)
{
	memset(c, 0, sizeof *c);
}

void
cast_begin_window(struct cast *c)
{
	size_t i;

	c->next = 0;
	for (i = 0; i < c->n; i++)
		c->actor[i].place = (struct place) { 0, 0 };
}

void
cast_bring(struct cast *c, const struct actor *actor, bool subject)
{
	struct actor kept = *actor;
	size_t i, at;

	if (actor->id == 0)
		return;
	for (i = 0; i < c->n && c->actor[i].id != kept.id; i++)
		continue;
	if (i < c->n && kept.place.end == 0)
		kept.place = c->actor[i].place;
	if (i == c->n && c->n < CAST_COUNT)
		c->n++;
	if (i == CAST_COUNT)
		i--;
	at = subject ? 0 : i < OBJECT_RANK ? i : OBJECT_RANK;
	memmove(&c->actor[at + 1], &c->actor[at],
	    (i - at) * sizeof kept);
	c->actor[at] = kept;
}

static struct actor
named(const struct mention_text *t, size_t person, struct place place)
{
	return (struct actor) { person, person,
		(uint8_t)person_sex(t->people, person),
		person_is_known(t->people, person), false, place };
}

static void
read_mention(struct cast *c, const struct mention_text *t,
    const struct mention *m)
{
	const struct actor *meant;
	struct actor actor;

	if (m->pronoun != CUE_NONE) {
		meant = cast_choose(c, (enum cue_kind)m->pronoun);
		if (meant == NULL)
			return;
		actor = *meant;
	} else {
		actor = named(t, m->person,
		    (struct place) { m->start, m->end });
		if (!m->subject && actor.sex == CUE_NONE)
			return;
	}
	cast_bring(c, &actor, m->subject);
}

void
cast_read(struct cast *c, const struct mention_text *t,
    const struct mentions *m, size_t to)
{
	for (; c->next < m->n && m->mention[c->next].start < to; c->next++)
		read_mention(c, t, &m->mention[c->next]);
}

unsigned
cast_cost(const struct actor *a, size_t rank, enum cue_kind pronoun)
{
	unsigned cost = (unsigned)rank * RANK_COST;

	if (!a->known)
		cost += STRANGE_COST;
	if (pronoun == CUE_NONE)
		return a->sex == CUE_IT ? cost + OTHER_COST : cost;
	if (a->sex == CUE_NONE)
		return cost + UNKNOWN_COST;
	return a->sex == pronoun ? cost : cost + OTHER_COST;
}

const struct actor *
cast_choose(const struct cast *c, enum cue_kind pronoun)
{
	const struct actor *best = NULL;
	unsigned cost, least = OTHER_COST;
	size_t i, rank = 0;

	for (i = 0; i < c->n; i++) {
		cost = cast_cost(&c->actor[i], rank * c->age, pronoun);
		if (c->speaker != 0 && c->speaker != c->actor[i].id)
			cost += SILENT_COST;
		if (cost < least) {
			best = &c->actor[i];
			least = cost;
		}
		rank++;
	}
	return best;
}

enum cue_kind
cast_pronoun(const struct mention_text *t, struct place p)
{
	enum cue_kind kind = cue_kind_of(t->name.cues, t->name.lang,
	    scan_span(t->name.scan, p.start, p.end));

	return kind >= CUE_HE && kind <= CUE_IT ? kind : CUE_NONE;
}

/* Whether a noun phrase goes on behind its noun with a word of this kind. */
static bool
ends_head(enum cue_kind kind)
{
	return kind >= CUE_RELATIVE && kind <= CUE_AGENT;
}

/* The word that says what somebody is: "captain" of "the captain of". */
static struct span
head_of(const struct mention_text *t, struct place p)
{
	struct span word, head = { NULL, 0 };
	enum cue_kind kind;
	size_t at = p.start;

	while (scan_word(t->name.scan, &at, p.end, &word)) {
		kind = cue_kind_of(t->name.cues, t->name.lang, word);
		if (head.n > 0 && ends_head(kind))
			break;
		head = word;
	}
	return head;
}

/* The person called "the Hatter", "the Captain": in fiction a name. */
static size_t
person_called(const struct mention_text *t, struct span head)
{
	const struct scan *s = t->name.scan;
	size_t at = (size_t)(head.p - s->text), number;
	struct name name;

	if (!t->fiction || head.n == 0 || !capital_is(s, at))
		return 0;
	name_of_word(&t->name, at, at + head.n, &name);
	if (name.is_possessive)
		return 0;
	number = person_find(t->people, &name);
	return number != 0 ? number : person_meet(t->people, &t->name, &name);
}

/* Whether a phrase tells of somebody new: "a girl". */
static bool
is_indefinite(const struct mention_text *t, struct place p)
{
	static const char *const words[] = { "a", "an", "another", "ein",
		"eine", "einer", "one", "some", "un", "una", "une", "um", "uma",
		"een" };
	size_t at = p.start, i;
	struct span word = { NULL, 0 };
	uint64_t hash;

	scan_word(t->name.scan, &at, p.end, &word);
	hash = word_hash(word);
	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strlen(words[i]) == word.n
		    && word_hash(span_of(words[i])) == hash)
			return true;
	return false;
}

/* Somebody who has no name here: "the girl", "a clerk". */
static struct actor
described_as(const struct mention_text *t, struct span head, struct place p)
{
	enum cue_kind kind = cue_kind_of(t->name.cues, t->name.lang, head);
	struct actor a = { .known = true, .place = p };

	if (head.n == 0)
		return a;
	a.id = word_hash(head) | described;
	a.sex = (uint8_t)cue_sex(t->name.cues, t->name.lang, head);
	a.general = (kind == CUE_MAN || kind == CUE_WOMAN
	    || kind == CUE_MISTER || kind == CUE_MISTRESS)
	    && !is_indefinite(t, p);
	return a;
}

static bool
is_title(const struct mention_text *t, struct span word)
{
	return word.n > 0
	    && cue_kind_of(t->name.cues, t->name.lang, word) == CUE_TITLE;
}

static void
add_role(struct cast *c, struct span word, size_t person)
{
	struct role role = { word_hash(word), person };
	size_t i;

	for (i = 0; i < CAST_ROLES; i++)
		if (c->role[i].word == role.word
		    && c->role[i].person == role.person)
			return;
	c->role[c->n_roles++ % CAST_ROLES] = role;
}

/*
 * Learns the office of a person in the part of a noun phrase before a comma:
 * "the spokesman Ian Vale", "a spokesman for the port".
 */
static void
learn_role(struct cast *c, const struct mention_text *t, struct place p,
    size_t person)
{
	struct span word, last = { NULL, 0 };
	size_t at = p.start;
	enum cue_kind kind;

	while (scan_word(t->name.scan, &at, p.end, &word)) {
		kind = cue_kind_of(t->name.cues, t->name.lang, word);
		if (ends_head(kind) || (is_title(t, last)
		    && capital_is(t->name.scan,
		        (size_t)(word.p - t->name.scan->text))))
			break;
		last = word;
	}
	if (is_title(t, last))
		add_role(c, last, person);
}

/* The same for all of it, and for what stands behind it in apposition. */
static void
learn_roles(struct cast *c, const struct mention_text *t, struct place p,
    size_t person)
{
	const struct scan *s = t->name.scan;
	struct place part = { p.start, p.start };

	for (; part.start < p.end; part.start = ++part.end) {
		while (part.end < p.end && s->text[part.end] != ',')
			part.end++;
		learn_role(c, t, part, person);
	}
	if (p.end >= s->len || s->text[p.end] != ',')
		return;
	part = (struct place) { p.end + 1, p.end + 1 };
	while (part.end < s->len && part.end - p.end < APPOSITION_BYTES
	    && s->text[part.end] != ',')
		part.end++;
	learn_role(c, t, part, person);
}

/* The only person with an office that a phrase ends with, or nobody. */
static size_t
find_role(const struct cast *c, const struct mention_text *t, struct span head,
    struct place p)
{
	size_t i, person = 0;
	uint64_t hash;

	if (head.n == 0 || head.p + head.n != t->name.scan->text + p.end
	    || !is_title(t, head) || is_indefinite(t, p))
		return 0;
	hash = word_hash(head);
	for (i = 0; i < CAST_ROLES; i++) {
		if (c->role[i].word != hash || c->role[i].person == person)
			continue;
		if (person != 0)
			return 0;
		person = c->role[i].person;
	}
	return person;
}

/* In fiction, the last actor of a rank: "the Captain". */
static size_t
find_rank(const struct cast *c, const struct mention_text *t, struct span head)
{
	uint32_t hash;
	size_t i;

	if (!t->fiction || head.n == 0)
		return 0;
	hash = (uint32_t)word_hash(head);
	for (i = 0; i < c->n; i++)
		if (c->actor[i].person != 0 && person_rank(t->people,
		        c->actor[i].person) == hash)
			return c->actor[i].person;
	return 0;
}

struct actor
cast_actor(struct cast *c, const struct mention_text *t, struct place p)
{
	size_t person = person_in(t->people, &t->name, p.start, p.end);
	struct span head;

	if (person != 0) {
		learn_roles(c, t, p, person);
		return named(t, person, p);
	}
	head = head_of(t, p);
	person = find_role(c, t, head, p);
	if (person == 0)
		person = find_rank(c, t, head);
	if (person == 0)
		person = person_called(t, head);
	return person != 0 ? named(t, person, p) : described_as(t, head, p);
}
