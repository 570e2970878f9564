#!/usr/bin/env bash
# Fuzzes one target for some seconds: scripts/fuzz.sh link 600. See fuzz/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1 seconds=$2
corpus=fuzz/corpus/$target
mkdir -p "$corpus"

# The seeds: links that were shared, without and with their letters undone, and stored documents.
node scripts/fuzz-seeds.mjs "$target" "$corpus"

# Coverage is a flag that the stable compiler has; what cargo-fuzz would add besides needs a nightly one.
export CARGO_TARGET_DIR=fuzz/target
cargo fuzz run --sanitizer none "$target" "$corpus" -- \
	-max_total_time="$seconds" -max_len=8192 -timeout=5 -print_final_stats=1 -use_value_profile=1
