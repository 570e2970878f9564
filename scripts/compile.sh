#!/usr/bin/env bash
# compile.sh app|counter <file>: compiles the page, or what counts surveys on other threads, and writes its WebAssembly to
# <file>, which stays untouched if nothing changed.
set -euo pipefail
cd "$(dirname "$0")/.."

# Panic messages name source files. Without this they would carry the paths of this machine, and two people could not
# build the same bytes. With --target the flags concern the page only, not build scripts and macros.
separator=$'\x1f'
# The relocations tell where the page may be cut in two (Makefile); they do not stay in.
flags=("--remap-path-prefix=$PWD/=" "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src/=" "-Clink-arg=--emit-relocs")
CARGO_ENCODED_RUSTFLAGS=$(IFS=$separator && echo "${flags[*]}")
export CARGO_ENCODED_RUSTFLAGS

program=$1
file=$2
profile=page
[[ $program == app ]] || profile=$program
cargo build --locked --profile "$profile" --target wasm32-unknown-unknown --no-default-features --features "$program" --bin "$program"

mkdir -p "$(dirname "$file")"
# wasm_split_helpers puts a hash of its own path into the name of an unused export.
LC_ALL=C perl -pe 's/(?<=_WASM_SPLIT_MARKER_)[0-9a-f]{16}/"0" x 16/ge' \
  "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/$profile/$program.wasm" >"$file.new"
if cmp --silent "$file.new" "$file"; then rm "$file.new"; else mv "$file.new" "$file"; fi
