# SPDX-License-Identifier: ISC
# build.mk - rules that make calls the tools by
#
#	make -f recipes/build.mk -j4 PAGES=pages OUT=out
#
# Needs GNU make. Each page under PAGES becomes an article under OUT, and all of
# them out/quotes.tsv; a page that changes is done again, and no other. The
# names of pages hold no space, as make's never may.
PAGES = pages
OUT = out

ARTICLES = $(patsubst $(PAGES)/%.txt,$(OUT)/%.article, \
    $(sort $(wildcard $(PAGES)/*.txt)))

$(OUT)/quotes.tsv: $(ARTICLES)
	extract-quotes --header $^ >$@.new
	mv $@.new $@

$(OUT)/%.article: $(PAGES)/%.txt
	@mkdir -p $(@D)
	strip-boilerplate <$< >$@.new
	mv $@.new $@
