# EC Checkup: `make` lists the targets. What takes more than a few lines is in scripts/.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# Tools of the project come before those of the machine.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)

PORT ?= 8080
# Where the page is on the web: links that are made in the single file lead there (HOME_URL=https://…/).
HOME_URL ?=
# A file by which shops see where they stand, put beside the page (REFERENCE=reference.json).
REFERENCE ?=
# Only this machine may look, unless you say HOST=0.0.0.0.
HOST ?= 127.0.0.1

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --dev: reads the files anew for each request and forbids caching, so that a rebuild is seen.
.PHONY: serve
serve: site ## Build the page and show it on http://localhost:8080 (PORT=…, HOST=…)
	sirv dist --dev --no-clear --host $(HOST) --port $(PORT)

.PHONY: test
test: ## Run every check and test, as the CI does
	scripts/test.sh

.PHONY: release
release: site ## Build the page for upload into dist/, and as one file into single/, and list sizes and checksum
	node scripts/sizes.mjs dist
	node scripts/sizes.mjs single
	cd single && sha256sum ec-checkup.html

.PHONY: lint
lint: ## Check the questionnaire
	cargo run --locked --quiet --bin ec-checkup -- lint

.PHONY: fmt
fmt: ## Format the Rust code
	cargo fmt

.PHONY: bench
bench: ## Measure the core
	cargo bench --locked --bench core
	cargo bench --locked --bench survey
	cargo bench --locked --bench damage

.PHONY: clean
clean: ## Remove everything built (the tools in .tools and node_modules stay)
	cargo clean
	rm -rf dist single tests/browser/out

# The page, from Rust to dist/. Each file below is made again only when what it is made of has changed.
parts := target/site
split := $(parts)/split
bindgen := $(parts)/bindgen
counter := $(parts)/counter
esbuild := esbuild --bundle --minify --log-level=warning --legal-comments=none --charset=utf8

.PHONY: site
site: $(parts)/app.wasm $(parts)/later.wasm $(parts)/counter.wasm $(parts)/thread.js $(parts)/app.js $(parts)/single.js $(parts)/style.css $(parts)/later-style.css $(parts)/sw.js ## Build the page into dist/ and single/
	cargo run --locked --quiet --bin ec-checkup -- site --parts $(parts) --public public --page index.html --out dist --single single/ec-checkup.html --home "$(HOME_URL)" $(if $(REFERENCE),--reference "$(REFERENCE)")

# Cargo knows best whether this is up to date; a file with the same content keeps its time, and all below it is spared.
$(parts)/linked.wasm: tools
	scripts/compile.sh app $@
$(parts)/linked-counter.wasm: tools
	scripts/compile.sh counter $@

# The pages that arrive later become a file of their own. What fetches it is ours: public/later.js.
$(split)/app.wasm $(split)/later.wasm &: $(parts)/linked.wasm
	rm -rf $(split)
	wasm-split-cli $< $(split) --out-name app
	mv $(split)/split_later*.wasm $(split)/later.wasm
	test "$$(echo $(split)/*.wasm)" = "$(split)/app.wasm $(split)/later.wasm"

# The file of the later pages uses the stack, the memory and the table of functions of the first.
$(bindgen)/app.js $(bindgen)/app_bg.wasm &: $(split)/app.wasm
	wasm-bindgen --target web --no-typescript --keep-lld-exports --out-dir $(bindgen) --out-name app $<
	echo 'export * from "../../../public/later.js";' >$(bindgen)/__wasm_split.js
	touch $(bindgen)/app.js $(bindgen)/app_bg.wasm

# What counts surveys on other threads is a small program of its own.
$(counter)/counter.js $(counter)/counter_bg.wasm &: $(parts)/linked-counter.wasm
	wasm-bindgen --target web --no-typescript --out-dir $(counter) --out-name counter $<
	touch $(counter)/counter.js $(counter)/counter_bg.wasm

# Flattened and put together once more, the code is half a KiB (brotli) smaller than after -Oz alone.
# The features are those that rustc emits for this target and that every browser of the last years has.
# The second file is left as the compiler made it, for 6 KiB: docs/decisions/0009-later-file.md, "Known fault".
$(parts)/app.wasm: $(bindgen)/app_bg.wasm
$(parts)/app.wasm: passes := -Oz --flatten --rereloop -Oz -Oz
$(parts)/later.wasm: $(split)/later.wasm
$(parts)/later.wasm: passes := --strip-debug
$(parts)/counter.wasm: $(counter)/counter_bg.wasm
$(parts)/counter.wasm: passes := -O3
$(parts)/app.wasm $(parts)/later.wasm $(parts)/counter.wasm: package-lock.json
	wasm-opt $(passes) --strip-producers --strip-target-features \
		--enable-bulk-memory --enable-bulk-memory-opt --enable-multivalue --enable-mutable-globals \
		--enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext --output $@ $(filter %.wasm,$^)

# The glue names a file of ours once for each function it takes from there; hence no complaint about that.
# SINGLE: where the script finds the other files, inside the page or beside it (public/files.js).
$(parts)/app.js: single := false
$(parts)/single.js: single := true
$(parts)/app.js $(parts)/single.js: $(bindgen)/app.js $(wildcard public/*.js) package-lock.json
	$(esbuild) --format=esm --target=es2022 --define:SINGLE=$(single) --log-override:duplicate-object-key=silent --outfile=$@ public/boot.js

# A thread imports nothing by itself: what it is, is handed to it.
$(parts)/thread.js: public/counter.js $(counter)/counter.js package-lock.json
	$(esbuild) --format=iife --target=es2022 --log-override:empty-import-meta=silent --outfile=$@ $<

$(parts)/sw.js: public/sw.js package-lock.json | tools
	$(esbuild) --format=iife --target=es2022 --outfile=$@ public/sw.js

$(parts)/style.css: $(wildcard public/*.css src/styles/*.css) package-lock.json | tools
	$(esbuild) --outfile=$@ public/style.css

$(parts)/later-style.css: $(wildcard public/*.css src/styles/*.css) package-lock.json | tools
	$(esbuild) --outfile=$@ public/later.css

.PHONY: tools
tools:
	@scripts/tools.sh build
