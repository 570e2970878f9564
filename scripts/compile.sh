#!/usr/bin/env bash
# compile.sh <file>: compiles the page and writes its WebAssembly to <file>, which stays untouched if nothing changed.
set -euo pipefail
cd "$(dirname "$0")/.."

# Panic messages name source files. Without this they would carry the paths of this machine, and two people could not
# build the same bytes. With --target the flags concern the page only, not build scripts and macros.
separator=$'\x1f'
# The relocations tell where the program may be cut in two (Makefile); they do not stay in.
export CARGO_ENCODED_RUSTFLAGS="--remap-path-prefix=$PWD/=$separator--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src/=${separator}-Clink-arg=--emit-relocs"

cargo build --locked --profile page --target wasm32-unknown-unknown --no-default-features --features app --bin app

mkdir -p "$(dirname "$1")"
# wasm_split_helpers puts a hash of its own path into the name of an unused export.
LC_ALL=C perl -pe 's/(?<=_WASM_SPLIT_MARKER_)[0-9a-f]{16}/"0" x 16/ge' \
  "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/page/app.wasm" >"$1.new"
if cmp --silent "$1.new" "$1"; then rm "$1.new"; else mv "$1.new" "$1"; fi
