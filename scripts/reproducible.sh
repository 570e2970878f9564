#!/usr/bin/env bash
# Builds one commit twice, in two folders of different names, and compares every file of both editions. Takes some minutes.
# reproducible.sh [COMMIT]
set -euo pipefail
cd "$(dirname "$0")/.."
commit=$(git rev-parse --verify "${1:-HEAD}^{commit}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for folder in "$work/a" "$work/somewhere else/with a longer name"; do
  git clone --quiet --no-checkout . "$folder"
  git -C "$folder" checkout --quiet --detach "$commit"
  # The tools are not what is tried here; without them each folder would compile its own.
  if [[ -d .tools ]]; then cp -r .tools "$folder/"; fi
  echo "building $commit in $folder"
  make -C "$folder" site >"$folder/build.log" 2>&1 || {
    tail -n 30 "$folder/build.log" >&2
    exit 1
  }
  (cd "$folder" && find dist single -type f -print0 | sort -z | xargs -0 sha256sum) >"$work/sums.new"
  if [[ -e $work/sums ]]; then diff "$work/sums" "$work/sums.new"; else mv "$work/sums.new" "$work/sums"; fi
done
cat "$work/sums"
echo "both builds of $commit are the same, byte for byte: $(wc -l <"$work/sums") files"
