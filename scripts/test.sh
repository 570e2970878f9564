#!/usr/bin/env bash
# Every check and test, cheap ones first; stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"

heading=
step() {
  heading=$1
  printf '\n== %s\n' "$heading"
}
trap 'printf "\n== FAILED: %s\n" "$heading" >&2' ERR

step "Tools"
scripts/tools.sh test

step "Format"
cargo fmt --check

step "Clippy: core, command line, tests"
cargo clippy --locked --quiet --all-targets -- -D warnings

step "Clippy: page"
cargo clippy --locked --quiet --target wasm32-unknown-unknown --no-default-features --features app --bin app -- -D warnings

step "Clippy: threads of the page"
cargo clippy --locked --quiet --target wasm32-unknown-unknown --no-default-features --features counter --bin counter -- -D warnings

step "Licences and origins of the dependencies"
cargo-deny --locked check --hide-inclusion-graph licenses bans sources
# Their database is a git repository on github.com, which not every machine may reach; this one need not.
echo "Not checked here: known vulnerabilities (RustSec). With access to github.com: cargo deny check advisories"

step "Core without features"
cargo test --locked --quiet --no-default-features --lib

step "Native tests"
if cargo nextest --version >/dev/null 2>&1; then
  cargo nextest run --locked --status-level fail
  cargo test --locked --quiet --doc # nextest leaves these out
else
  cargo test --locked --quiet
fi

step "Surveys in SQL: DuckDB"
.tools/python/bin/python scripts/scale/check.py

step "Page"
make site

step "Size"
node scripts/budget.mjs dist

step "Browsers: ${ENGINES:-chromium firefox webkit}"
# One file after the other: each starts browsers. The time is for a whole file; the longest takes four minutes on two cores.
node --test --test-reporter=spec --test-concurrency=1 --test-timeout=1800000 tests/browser/*.test.mjs

printf '\n== All passed in %d:%02d minutes\n' $((SECONDS / 60)) $((SECONDS % 60))
