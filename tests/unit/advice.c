/* SPDX-License-Identifier: ISC */
#include <assert.h>
#include <string.h>

#include "advice.h"

static const struct json_keys keys = { { "text", "id", NULL } };
static struct json_scanner scanner;
static struct advice advice;

/* What is said of a bad record holds these words. */
static void
says(const char *line, const char *words)
{
	struct span s = span_of(line);
	struct json_record record;
	const char *reason = json_scan(&scanner, s, &keys, &record);

	assert(reason != NULL);
	reason = advice_of(&advice, &scanner, reason, s, &keys);
	assert(strstr(reason, words) != NULL);
}

int
main(void)
{
	says("[{\"text\":\"a\"}]", "jq -c '.[]'");
	says(" [\r", "jq -c '.[]'");
	says("{ ", "jq -c .");
	says("text", "not a JSON object");
	says("{\"text\":1}", "the text is no string");
	says("{\"text\":\"a\"", "not valid JSON");
	says("{}", "no text under \"text\": name its member by -k; "
	    "there is none");
	says("{\"url\":[1,{\"a\":2}],\"body\":\"x\"}",
	    "by -k; there is \"url\", \"body\"");
	says("{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,"
	    "\"h\":1,\"i\":1,\"j\":1,\"k\":1,\"l\":1,\"m\":1}", "\"l\", ..");
	says("{\"a\033[31m\":1}", "\"a\\x1B[31m\"");
	advice_end(&advice);
	json_end(&scanner);
	return 0;
}
