/* SPDX-License-Identifier: ISC */
#include "page_role.h"
#include "role_sum.h"

/* The roles of what is around an article and is none of its parts. */
#define OTHERS ~(MODEL_ARTICLE | 1u << ROLE_TITLE | 1u << ROLE_BYLINE \
    | 1u << ROLE_CAPTION)

/* The roles that a block of each class may have, as bits. */
static const uint32_t class_roles[CLASSES] = {
	[CLASS_BEFORE] = OTHERS,
	[CLASS_LEAD] = OTHERS,
	[CLASS_INSIDE] = OTHERS,
	[CLASS_AFTER] = OTHERS,
	[CLASS_TITLE] = 1u << ROLE_TITLE,
	[CLASS_STANDFIRST] = 1u << ROLE_STANDFIRST,
	[CLASS_BYLINE] = 1u << ROLE_BYLINE,
	[CLASS_DATE] = 1u << ROLE_DATE,
	[CLASS_HEADING] = 1u << ROLE_HEADING,
	[CLASS_BODY] = 1u << ROLE_BODY | 1u << ROLE_LIST | 1u << ROLE_QUOTE,
	[CLASS_CAPTION] = 1u << ROLE_CAPTION,
};

/* How much more speaks for the block's class than for any other. */
static float
class_lead(const struct chain_block *way)
{
	int most = -CHAIN_ONE * 256, i;

	for (i = 0; i < CLASSES; i++)
		if (i != way->class && (way->allowed >> i & 1) != 0
		    && way->says[i] > most)
			most = way->says[i];
	most = way->says[way->class] - most;
	return most > 0 ? (float)most / CHAIN_ONE : 0;
}

/* The zone that a block's role is found by: what is no content is in none. */
static uint8_t
role_zone(unsigned zone, unsigned class)
{
	static const uint8_t others[] = { [CLASS_BEFORE] = ZONE_BEFORE,
		[CLASS_LEAD] = ZONE_LEAD, [CLASS_INSIDE] = ZONE_PATCH,
		[CLASS_AFTER] = ZONE_AFTER };

	if (class >= sizeof others)
		return ZONE_CONTENT;
	return zone == ZONE_CONTENT ? others[class] : (uint8_t)zone;
}

/*
 * Whether a block is plain prose, which is weighed for nothing: no list and no
 * quotation looks so.
 */
static bool
is_plain(const struct page_block *b)
{
	const struct feature *f = &b->feature;

	return feature_is_sentence(f) && f->first != FIRST_BULLET
	    && f->first != FIRST_HASH && f->first != FIRST_MARK
	    && f->covered < 2 && !b->place.again
	    && (f->hits.head >> KIND_MORE & 1) == 0;
}

/* The role of a block of its class: the one with the most evidence. */
static void
find_role(struct page *p, struct page_block *b, const struct chain_block *way)
{
	uint32_t roles = class_roles[way->class]
	    | (uint32_t)(b->feature.first == FIRST_HASH
	        && way->class == CLASS_BODY) << ROLE_HEADING;
	float lead = class_lead(way), sum[MODEL_ROLES], best = NET_NEVER;
	uint16_t active[MODEL_ACTIVE];
	size_t role;

	b->score = lead / (1 + lead);
	if ((roles & (roles - 1)) == 0) {
		b->role = (uint8_t)scan_lowest(roles);
		return;
	}
	b->place.zone = role_zone(b->zone, way->class);
	if (way->class == CLASS_BODY && is_plain(b)) {
		b->role = ROLE_BODY;
		return;
	}
	role_sums(p->model, active,
	    model_features(&b->feature, &b->place, active), sum);
	for (role = 0; role < ROLES; role++)
		if ((roles >> role & 1) != 0 && sum[role] > best) {
			best = sum[role];
			b->role = (uint8_t)role;
		}
}

/* Whether the block is the heading over comments or related stories. */
static bool
is_marker(const struct page_block *b)
{
	uint32_t head = b->feature.hits.head;

	if (feature_is_sentence(&b->feature))
		return false;
	return (b->role == ROLE_COMMENTS && (head >> KIND_COMMENTS & 1) != 0)
	    || (b->role == ROLE_RELATED && (head >> KIND_RELATED & 1) != 0);
}

/* The role of a class where only the article is told from all else. */
static uint8_t
rough_role(unsigned class)
{
	return (CHAIN_ARTICLE >> class & 1) != 0
	    ? (uint8_t)scan_lowest(class_roles[class])
	    : ROLE_NAV;
}

void
page_roles(struct page *p, size_t n)
{
	uint8_t last = p->role;
	struct page_block *b;
	size_t i;

	for (i = 0; i < n; i++) {
		b = &p->block[i];
		if (p->rough)
			b->role = rough_role(p->way[i].class);
		else
			find_role(p, b, &p->way[i]);
		b->marker = b->role != last && is_marker(b);
		last = b->role;
	}
}
