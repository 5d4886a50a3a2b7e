# SPDX-License-Identifier: ISC
# make; make test; make install PREFIX=/usr/local DESTDIR=   (GNU make)
.SUFFIXES:
.SECONDEXPANSION:

VERSION = 0.1.0
PREFIX = /usr/local
MANDIR = $(PREFIX)/share/man
B = build

CFLAGS = -O3 -g -fPIE -fstack-protector-strong -D_FORTIFY_SOURCE=2
LDFLAGS = -pie -Wl,-z,relro,-z,now
LDLIBS = -lm
# 0 where the program must do more than its work: coverage, valgrind.
SANDBOX = 1
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
    -Wmissing-prototypes -Wwrite-strings
# No fused sums: the same bytes come out on every machine.
ALL_CFLAGS = -std=c11 -ffp-contract=off -D_POSIX_C_SOURCE=200809L \
    -D_DEFAULT_SOURCE -DVERSION='"$(VERSION)"' -DSANDBOX=$(SANDBOX) \
    -Icommon $(WARN) $(CPPFLAGS) $(CFLAGS)

TOOLS = dedupe-related extract-quotes split-sections strip-boilerplate

MODULES = \
    address \
    advice \
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
    chain \
    chain_go \
    chain_name \
    chain_wide \
    chinese \
    choice \
    chunk \
    clause \
    credit \
    crumb \
    cue \
    cue_list \
    date \
    dedupe \
    dedupe_state \
    destination \
    dialogue \
    division \
    drop \
    drops \
    edge \
    emit \
    ending \
    escape \
    fault \
    feature \
    feed \
    fill \
    filter \
    fingerprint \
    fullname \
    grammar \
    help \
    hint \
    huge \
    impersonal \
    input \
    inventory \
    japanese \
    json \
    json_string \
    key_line \
    keys \
    label \
    layout \
    letter \
    lexicon \
    likeness \
    lines \
    list \
    litter \
    lost \
    magic \
    margin \
    mark \
    marking \
    memory \
    mention \
    merge \
    model \
    name \
    name_run \
    naming \
    near \
    near_block \
    near_index \
    near_state \
    net \
    net_wide \
    nickname \
    noun \
    operand \
    option \
    option_value \
    ordinal \
    outline \
    output \
    owner \
    page \
    page_best \
    page_class \
    page_content \
    page_item \
    page_place \
    page_related \
    page_role \
    page_row \
    page_thread \
    page_title \
    page_zone \
    pair_sum \
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
    role_sum \
    romance \
    rows \
    sample \
    sample_wide \
    sandbox \
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
    stop \
    subject \
    tag \
    teaser \
    term \
    term_reader \
    terminal \
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
    weigh \
    weights \
    whole \
    width \
    window \
    word \
    wording \
    words

LISTS = \
    chain \
    cues \
    divisions \
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
    chain \
    cues \
    divisions \
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
    chain \
    chain_name \
    chain_wide \
    credit \
    cue \
    cue_list \
    date \
    division \
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
    pair_sum \
    sample \
    sample_wide \
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

$(B)/tables: $(B)/data/tables.o $(B)/data/member.o \
    $(TABLE_MODULES:%=$(B)/common/%.o) $(TABLES:%=$(B)/data/%.o)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(B)/data/%.c: data/list.awk $$(sort $$(wildcard data/$$*.*.txt))
	@mkdir -p $(@D)
	LC_ALL=C awk -v name=$* -f data/list.awk data/$*.*.txt >$@.new
	mv $@.new $@

units: $(UNITS) $(B)/faults/shim.so $(B)/faults/faults

$(B)/unit/%: $(B)/tests/unit/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter-out %.a,$^) $(LIB) $(LDLIBS)

# The trainer's own modules.
$(B)/unit/crf: $(B)/bench/crf.o
$(B)/unit/network: $(B)/bench/network.o $(B)/bench/crf.o $(B)/bench/priors.o \
    $(B)/bench/copy.o $(B)/bench/example.o
$(B)/tests/unit/crf.o $(B)/tests/unit/network.o: ALL_CFLAGS += -Ibench

# A tool under failing calls; see tests/faults.bats.
$(B)/faults/shim.so: tests/faults/shim.c tests/faults/calls.h
	@mkdir -p $(@D)
	$(CC) -O2 -fPIC -shared -o $@ tests/faults/shim.c -ldl

$(B)/faults/faults: tests/faults/faults.c tests/faults/calls.h
	@mkdir -p $(@D)
	$(CC) -O2 -o $@ tests/faults/faults.c

faults: all $(B)/faults/shim.so $(B)/faults/faults
	FAULTS=1000000 bats tests/faults.bats

# Fuzzers: make fuzz SECONDS=600 [FUZZERS=jsonl]; needs clang.
FUZZERS = jsonl options phrases plain state wet
SECONDS = 60
F = $(B)/fuzz
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZ_FLAGS = -O1 -g $(SANITIZE) -fsanitize=fuzzer-no-link
FUZZ_OBJ = $(TOOLS:%=$(F)/%.o) $(F)/harness.o

fuzz: $(MAKE_TABLES)
	$(MAKE) CC=clang B=$(F)/lib MAKE_TABLES=$(MAKE_TABLES) LDFLAGS= \
	    CFLAGS='$(FUZZ_FLAGS) -include tests/fuzz/supports.h' \
	    F=$(F) $(FUZZERS:%=$(F)/%)
	F=$(F) tests/fuzz/run $(SECONDS) $(FUZZERS)

# What they have learned, the shortest of it, into tests/fuzz/corpus.
corpus:
	F=$(F) tests/fuzz/shrink $(FUZZERS)

$(F)/harness.o: tests/fuzz/harness.c tests/fuzz/harness.h
	@mkdir -p $(@D)
	$(CC) -D_GNU_SOURCE $(WARN) $(FUZZ_FLAGS) -c -o $@ $<

$(TOOLS:%=$(F)/%.o): $(F)/%.o: tools/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Wno-missing-prototypes \
	    -Dmain=$(subst -,_,$*)_main -c -o $@ $<

$(FUZZERS:%=$(F)/%): $(F)/%: tests/fuzz/%.c $(FUZZ_OBJ) $(LIB)
	$(CC) -D_GNU_SOURCE $(WARN) -g $(SANITIZE) -fsanitize=fuzzer \
	    -Wl,--wrap=read,--wrap=exit -o $@ $< $(FUZZ_OBJ) $(LIB) $(LDLIBS)

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

# The same with a chain that is yet to be learned.
UNCHAINED = $(B)/unchained.a

$(UNCHAINED): $(filter-out %/chain_table.o,$(OBJ)) $(B)/bench/unchained.o
	rm -f $@
	$(AR) rcs $@ $^

ROLES = field roles

$(B)/roles: $(ROLES:%=$(B)/bench/%.o) $(UNCHAINED)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

-include $(ROLES:%=$(B)/bench/%.d) $(B)/bench/unchained.d

.PHONY: chain

model: $(B)/train
	bench/fold $(DATA)/pages/wcxb-dev >$(B)/ids
	$(B)/train $(DATA)/pages/wcxb-dev <$(B)/ids >$(B)/zones
	mv $(B)/zones data/net.zones.txt
	$(MAKE) chain

# The weights of classes, which are learned with the network that is there.
chain: $(B)/roles
	mkdir -p $(B)/known
	bench/labels $(DATA) $(B)/known >$(B)/names
	$(B)/roles $(B)/known <$(B)/names >$(B)/classes
	mv $(B)/classes data/chain.roles.txt

crossval: $(B)/train $(B)/roles $(B)/data/tables.o $(B)/data/member.o \
    $(B)/tools/strip-boilerplate.o $(B)/tools/split-sections.o
	B=$(B) bench/crossval $(DATA) $(REFEREE)

# How the table of fingerprints grows: build/growth 100000000
growth: $(B)/growth

$(B)/growth: $(B)/bench/growth.o $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# Speed beside others, build/bench/*.tsv and *.svg: make bench DATA=FILE-OR-DIR
bench: all
	bench/speed $(if $(findstring command,$(origin DATA)),'$(DATA)')

# What the tools make of some pages, to look at: make report DATA=DIR PAGES=50
report: all
	@bench/setup jq
	bench/report $(if $(findstring command,$(origin DATA)),'$(DATA)')

# README's picture of a page.
picture: all
	@bench/setup jq
	bench/picture >bench/charts/page.svg.new
	mv bench/charts/page.svg.new bench/charts/page.svg

# Other programs on the same data: make versus DATA=DIR REFEREE=DIR
versus: all
	@bench/setup hyperfine jq python3 node:nodejs
	bench/versus '$(DATA)' '$(REFEREE)'

test:
	tests/run

# Those that need Debian packages; the others are run by make test.
recipes: all
	tests/recipes/run

coverage:
	tests/coverage

include packaging.mk

demo: all
	tests/demo

clean:
	rm -rf $(B)

-include $(OBJ:.o=.d) $(B)/data/tables.d $(B)/data/member.d \
    $(TOOLS:%=$(B)/tools/%.d) \
    $(TRAIN:%=$(B)/bench/%.d) $(B)/bench/growth.d $(B)/bench/untrained.d
-include $(UNITS:$(B)/%=$(B)/tests/%.d)

.PHONY: all bench clean corpus coverage crossval demo faults fuzz growth \
    model picture recipes report test units versus
.SECONDARY:
