#!/usr/bin/env bash
# compress.sh FOLDER: puts a .br and a .gz of the highest level beside every file of a built site that is not a picture already packed.
# Needs the programs brotli and gzip (packages of Debian). For servers that can send such files: nginx.conf, apache.htaccess.
set -euo pipefail
folder=${1:?usage: compress.sh FOLDER}
# What an earlier run left behind must not answer for a newer file.
find "$folder" -type f \( -name '*.br' -o -name '*.gz' \) -delete
find "$folder" -type f \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.txt' -o -name '*.svg' \
  -o -name '*.wasm' -o -name '*.bin' -o -name '*.webmanifest' \) \
  -exec brotli --keep --quality=11 {} \; -exec gzip --keep --best --no-name {} \;
