# SPDX-License-Identifier: ISC
# What users get: installed, and given away as a tarball, static programs or
# Debian's packages. Included by the Makefile.

FORMATS = man/dedupe-related.5
PAGES = man/copydesk.7 man/copydesk-recipes.7
EXAMPLES = $(PREFIX)/share/doc/copydesk/examples
RECIPES = $(filter-out recipes/cluster,$(sort $(wildcard recipes/*)))
CLUSTER = over-slurm over-ssh part

install: all
	mkdir -p $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(MANDIR)/man1 \
	    $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7
	cp -f $(BIN) $(DESTDIR)$(PREFIX)/bin
	cp -f $(TOOLS:%=man/%.1) $(DESTDIR)$(MANDIR)/man1
	cp -f $(FORMATS) $(DESTDIR)$(MANDIR)/man5
	cp -f $(PAGES) $(DESTDIR)$(MANDIR)/man7
	mkdir -p $(DESTDIR)$(EXAMPLES)/cluster
	cp -f $(RECIPES) $(DESTDIR)$(EXAMPLES)
	cp -f $(CLUSTER:%=recipes/cluster/%) $(DESTDIR)$(EXAMPLES)/cluster
	mkdir -p $(DESTDIR)$(BASHDIR) $(DESTDIR)$(FISHDIR) $(DESTDIR)$(ZSHDIR)
	for tool in $(TOOLS); do from=$(B)/completion/$$tool; \
	    cp -f $$from.bash $(DESTDIR)$(BASHDIR)/$$tool && \
	    cp -f $$from.fish $(DESTDIR)$(FISHDIR) && \
	    cp -f $$from.zsh $(DESTDIR)$(ZSHDIR)/_$$tool || exit; done

uninstall:
	cd $(DESTDIR)$(PREFIX)/bin && rm -f $(TOOLS)
	cd $(DESTDIR)$(MANDIR)/man1 && rm -f $(TOOLS:%=%.1)
	rm -f $(FORMATS:man/%=$(DESTDIR)$(MANDIR)/man5/%) \
	    $(PAGES:man/%=$(DESTDIR)$(MANDIR)/man7/%)
	rm -f $(RECIPES:recipes/%=$(DESTDIR)$(EXAMPLES)/%) \
	    $(CLUSTER:%=$(DESTDIR)$(EXAMPLES)/cluster/%)
	rm -f $(TOOLS:%=$(DESTDIR)$(BASHDIR)/%) \
	    $(TOOLS:%=$(DESTDIR)$(FISHDIR)/%.fish) \
	    $(TOOLS:%=$(DESTDIR)$(ZSHDIR)/_%)

# Completions of shells, as the tools tell of themselves; ASK: where tools are
# that run here.
ASK = $(B)/bin
BASHDIR = $(PREFIX)/share/bash-completion/completions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d
ZSHDIR = $(PREFIX)/share/zsh/site-functions

COMPLETIONS = $(TOOLS:%=$(B)/completion/%.bash) \
    $(TOOLS:%=$(B)/completion/%.fish) $(TOOLS:%=$(B)/completion/%.zsh)

completions: $(COMPLETIONS)

install: completions

$(B)/completion/%.rows: completion/options $(ASK)/%
	@mkdir -p $(@D)
	completion/options $(ASK)/$* >$@.new
	mv $@.new $@

$(COMPLETIONS): completion/$$(subst .,,$$(suffix $$@)).awk $$(basename $$@).rows
	awk -v tool=$(basename $(@F)) -f $^ >$@.new
	mv $@.new $@

# What is given away. The same commit gives the same bytes.
NAME = copydesk-$(VERSION)
ARCHIVE = tar --format=ustar --sort=name --owner=0 --group=0 --numeric-owner \
    --mode=u+rw,go=rX --transform='s,^,$(NAME)/,S'

dist: $(B)/$(NAME).tar.gz

$(B)/$(NAME).tar.gz: FORCE
	@mkdir -p $(@D)
	at=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} && \
	    git ls-files -z ':!debian' | LC_ALL=C sort -z | \
	    $(ARCHIVE) --mtime=@$$at --null -T - -cf $(@:.gz=)
	gzip -9nf $(@:.gz=)

# One file a tool, that runs on any Linux of this kind of processor.
MUSL_CC = musl-gcc
# Where that one leaves the kernel's headers out.
KERNEL = -idirafter /usr/include \
    -idirafter /usr/include/$(shell uname -m)-linux-gnu

static:
	$(MAKE) B=$(B)/musl CC=$(MUSL_CC) CPPFLAGS='$(CPPFLAGS) $(KERNEL)' \
	    LDFLAGS='$(filter-out -pie,$(LDFLAGS)) -static' all
	mkdir -p $(B)/static
	cp -f $(TOOLS:%=$(B)/musl/bin/%) $(B)/static
	strip $(TOOLS:%=$(B)/static/%)

# Debian's packages, from the tarball, in build/deb/.
deb: dist
	rm -rf $(B)/deb
	mkdir -p $(B)/deb
	cp $(B)/$(NAME).tar.gz $(B)/deb/copydesk_$(VERSION).orig.tar.gz
	tar -C $(B)/deb -xzf $(B)/$(NAME).tar.gz
	git ls-files -z debian | xargs -0 cp --parents -t $(B)/deb/$(NAME)
	cd $(B)/deb/$(NAME) && dpkg-buildpackage -us -uc

.PHONY: completions deb dist FORCE install static uninstall
