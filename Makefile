# SPDX-License-Identifier: ISC
# make; make test; make install PREFIX=/usr/local DESTDIR=   (GNU make)
.SUFFIXES:
.SECONDEXPANSION:

VERSION = 0.1.0
PREFIX = /usr/local
MANDIR = $(PREFIX)/share/man
B = build

CFLAGS = -O3 -g
LDLIBS = -lm
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
    -Wmissing-prototypes -Wwrite-strings
# No fused sums: the same bytes come out on every machine.
ALL_CFLAGS = -std=c11 -ffp-contract=off -D_POSIX_C_SOURCE=200809L \
    -D_DEFAULT_SOURCE -DVERSION='"$(VERSION)"' -Icommon $(WARN) $(CPPFLAGS) $(CFLAGS)

TOOLS = dedupe-related extract-quotes split-sections strip-boilerplate

MODULES = \
    address \
    after \
    ahead \
    align \
    alloc \
    around \
    article \
    attribution \
    base85 \
    before \
    block \
    buffer \
    capital \
    cast \
    chinese \
    choice \
    chunk \
    clause \
    crumb \
    cue \
    cue_list \
    dedupe \
    dedupe_state \
    destination \
    dialogue \
    drop \
    drops \
    edge \
    emit \
    ending \
    escape \
    fault \
    feature \
    feed \
    filter \
    fingerprint \
    grammar \
    help \
    hint \
    impersonal \
    input \
    inventory \
    japanese \
    json \
    json_string \
    key_line \
    keys \
    label \
    letter \
    lexicon \
    likeness \
    lines \
    list \
    litter \
    lost \
    magic \
    mark \
    memory \
    mention \
    merge \
    model \
    name \
    name_run \
    naming \
    near \
    near_block \
    near_state \
    net \
    net_wide \
    nickname \
    noun \
    operand \
    option \
    output \
    owner \
    page \
    page_best \
    page_content \
    page_place \
    page_row \
    page_title \
    page_zone \
    pairing \
    paragraph \
    passage \
    person \
    person_find \
    phrase \
    position \
    price \
    prodrop \
    program \
    progress \
    quote \
    random \
    reader \
    recall \
    record \
    reduce \
    reduce_near \
    repeat \
    repeat_crumb \
    repeat_learn \
    repeat_prepare \
    repeat_row \
    rest \
    romance \
    rows \
    sample \
    scan \
    section \
    seen \
    segment \
    sense \
    sentence \
    setting \
    shard \
    sign \
    sources \
    speaker \
    speech \
    spill \
    state \
    subject \
    tag \
    teaser \
    term \
    term_reader \
    terms \
    turn \
    unspaced \
    utf8 \
    verblast \
    veto \
    via \
    vicinity \
    waiting \
    warc \
    weights \
    whole \
    window \
    word \
    wording \
    words

LISTS = \
    cues \
    endings \
    functions \
    hints \
    net \
    nicknames \
    page \
    phrases \
    senses

# The lists that MAKE_TABLES makes tables of, and what that is made of.
MAKE_TABLES = $(B)/tables

TABLES = \
    cues \
    functions \
    hints \
    net \
    nicknames \
    page \
    phrases \
    senses

TABLE_MODULES = \
    alloc \
    block \
    cue \
    cue_list \
    feature \
    grammar \
    hint \
    keys \
    letter \
    lexicon \
    list \
    model \
    net \
    net_wide \
    nickname \
    sample \
    scan \
    sense \
    sign \
    term \
    utf8 \
    weights \
    word

BIN = $(TOOLS:%=$(B)/bin/%)
LIB = $(B)/libcopydesk.a
UNITS = $(patsubst tests/unit/%.c,$(B)/unit/%,$(sort $(wildcard tests/unit/*.c)))
OBJ = $(MODULES:%=$(B)/common/%.o) $(LISTS:%=$(B)/data/%.o) \
    $(TABLES:%=$(B)/data/%_table.o)

all: $(BIN)

$(BIN): $(LIB)

$(B)/bin/%: $(B)/tools/%.o
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIB) $(LDLIBS)

$(LIB): $(OBJ)
	rm -f $@
	$(AR) rcs $@ $(OBJ)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/data/%.o: $(B)/data/%.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(B)/data/%_table.c: $(MAKE_TABLES)
	$(MAKE_TABLES) $* >$@.new
	mv $@.new $@

$(TABLES:%=$(B)/data/%_table.o): WARN += -Wno-missing-braces

$(B)/tables: $(B)/data/tables.o $(TABLE_MODULES:%=$(B)/common/%.o) \
    $(TABLES:%=$(B)/data/%.o)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(B)/data/%.c: data/list.awk $$(sort $$(wildcard data/$$*.*.txt))
	@mkdir -p $(@D)
	LC_ALL=C awk -v name=$* -f data/list.awk data/$*.*.txt >$@.new
	mv $@.new $@

units: $(UNITS)

$(B)/unit/%: $(B)/tests/unit/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter-out %.a,$^) $(LIB) $(LDLIBS)

# The trainer's own modules.
$(B)/unit/crf: $(B)/bench/crf.o
$(B)/unit/network: $(B)/bench/network.o $(B)/bench/crf.o $(B)/bench/priors.o \
    $(B)/bench/copy.o $(B)/bench/example.o
$(B)/tests/unit/crf.o $(B)/tests/unit/network.o: ALL_CFLAGS += -Ibench

# The weights of the page model, from pages under DATA; see CONTRIBUTING.md.
DATA = build/data
REFEREE = ../shared/referee

TRAIN = copy crf example network priors train

# The library with a network that is yet to be learned.
UNTRAINED = $(B)/untrained.a

$(UNTRAINED): $(filter-out %/net_table.o,$(OBJ)) $(B)/bench/untrained.o
	rm -f $@
	$(AR) rcs $@ $^

$(B)/train: $(TRAIN:%=$(B)/bench/%.o) $(B)/data/priors.o $(UNTRAINED)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

model: $(B)/train
	bench/fold $(DATA)/pages/wcxb-dev >$(B)/ids
	$(B)/train $(DATA)/pages/wcxb-dev <$(B)/ids >$(B)/zones
	mv $(B)/zones data/net.zones.txt

crossval: $(B)/train $(B)/data/tables.o $(B)/tools/strip-boilerplate.o
	B=$(B) bench/crossval $(DATA) $(REFEREE)

# How the table of fingerprints grows: build/growth 100000000
growth: $(B)/growth

$(B)/growth: $(B)/bench/growth.o $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# Speed beside others, build/bench/*.tsv and *.svg: make bench DATA=FILE-OR-DIR
bench: all
	bench/speed $(if $(findstring command,$(origin DATA)),'$(DATA)')

test:
	tests/run

install: all
	mkdir -p $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(MANDIR)/man1 \
	    $(DESTDIR)$(MANDIR)/man7
	cp -f $(BIN) $(DESTDIR)$(PREFIX)/bin
	cp -f $(TOOLS:%=man/%.1) $(DESTDIR)$(MANDIR)/man1
	cp -f man/copydesk.7 $(DESTDIR)$(MANDIR)/man7

uninstall:
	cd $(DESTDIR)$(PREFIX)/bin && rm -f $(TOOLS)
	cd $(DESTDIR)$(MANDIR)/man1 && rm -f $(TOOLS:%=%.1)
	rm -f $(DESTDIR)$(MANDIR)/man7/copydesk.7

demo: all
	tests/demo

clean:
	rm -rf $(B)

-include $(OBJ:.o=.d) $(B)/data/tables.d $(TOOLS:%=$(B)/tools/%.d) \
    $(TRAIN:%=$(B)/bench/%.d) $(B)/bench/growth.d $(B)/bench/untrained.d
-include $(UNITS:$(B)/%=$(B)/tests/%.d)

.PHONY: all bench clean crossval demo growth install model test uninstall units
.SECONDARY:
