#!/usr/bin/env bash
# hosts.sh [DIST]: tries the files of hosting/ with nginx and Apache, both on free ports of this machine, the page in a folder of
# the host. Changes nothing outside of a temporary folder. Not part of `make test`: the servers are not among its packages.
# QUICK=1 leaves the browser out.
set -euo pipefail
cd "$(dirname "$0")/.."
dist=${1:-dist}
base=/shop/checkup
export PATH="$PATH:/usr/sbin:/sbin"

missing=()
for program in nginx apache2 brotli gzip curl node; do command -v "$program" >/dev/null || missing+=("$program"); done
brotli_module=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
[[ -e $brotli_module ]] || missing+=("$brotli_module")
((${#missing[@]} == 0)) || {
  echo "hosts: ${missing[*]} missing. On Debian 12:" >&2
  echo "  sudo apt-get install --no-install-recommends nginx libnginx-mod-http-brotli-static apache2 brotli gzip curl" >&2
  exit 1
}
[[ -e $dist/index.html ]] || { echo "hosts: no page in $dist; make release builds it" >&2 && exit 1; }

tmp=$(mktemp -d)
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$tmp"
}
trap finish EXIT
trap 'exit 1' INT TERM HUP
# The servers give up being root, and still have to read this.
chmod 755 "$tmp"

failures=0
checks=0
# expect <what> <found> <wanted>
expect() {
  checks=$((checks + 1))
  [[ $2 == "$3" ]] && return
  failures=$((failures + 1))
  printf 'WRONG %s\n  found  %s\n  wanted %s\n' "$1" "${2:-nothing}" "${3:-nothing}" >&2
}
# fetch <address> [options of curl]: leaves headers and body in files
fetch() {
  local url=$1
  shift
  curl --silent --show-error --max-time 20 --dump-header "$tmp/headers" --output "$tmp/body" "$@" "$url"
}
status() { awk 'NR == 1 { print $2 }' "$tmp/headers"; }
# header <name>: its value; of several of one name all, so that a double one is noticed
header() {
  awk -v name="$1" 'BEGIN { FS = ": " } tolower($1) == name { sub(/^[^:]*: /, ""); sub(/\r$/, ""); printf "%s%s", again, $0; again = " AND " }' "$tmp/headers"
}
free_port() {
  node -e 'const server = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close() })'
}
wait_for() {
  for _ in {1..100}; do
    curl --silent --output /dev/null "$1" && return
    sleep 0.1
  done
  echo "hosts: nothing answers at $1" >&2
  cat "$tmp"/*.log >&2
  return 1
}

frame="frame-ancestors 'none'"
declare -A TYPES=([html]="text/html; charset=utf-8" [js]="text/javascript; charset=utf-8" [css]="text/css; charset=utf-8"
  [txt]="text/plain; charset=utf-8" [svg]="image/svg+xml; charset=utf-8" [png]="image/png" [wasm]="application/wasm"
  [bin]="application/octet-stream" [webmanifest]="application/manifest+json")

# same <file>: whether the body is that file, unpacked
same() {
  case $(header content-encoding) in
  br) brotli --decompress --stdout "$tmp/body" ;;
  gzip) gzip --decompress --stdout "$tmp/body" ;;
  *) cat "$tmp/body" ;;
  esac | cmp --silent - "$1" && echo same || echo another
}

# check_file <origin> <address within the folder> <file> <coding asked for>
check_file() {
  local origin=$1 path=$2 file=$3 coding=$4
  local what="$server $base/$path ($coding)" ending=${file##*.} vary=Accept-Encoding encoding=$coding
  fetch "$origin$base/$path" --header "Accept-Encoding: $coding"
  [[ $coding == identity ]] && encoding=
  [[ $ending == png ]] && encoding= vary=
  expect "$what: status" "$(status)" 200
  expect "$what: type" "$(header content-type)" "${TYPES[$ending]}"
  expect "$what: coding" "$(header content-encoding)" "$encoding"
  expect "$what: Vary" "$(header vary)" "$vary"
  expect "$what: content" "$(same "$file")" same
  if [[ $file =~ \.[0-9a-f]{10}\. ]]; then
    expect "$what: caching" "$(header cache-control)" "public, max-age=31536000, immutable"
  else
    expect "$what: caching" "$(header cache-control)" no-cache
  fi
  local policy=$frame
  [[ $path == sw.js ]] && policy="default-src 'none'; connect-src 'self'; $frame"
  expect "$what: policy" "$(header content-security-policy)" "$policy"
  expect "$what: nosniff" "$(header x-content-type-options)" nosniff
  expect "$what: referrer" "$(header referrer-policy)" no-referrer
  [[ $ending == html ]] || return 0
  expect "$what: permissions" "$(header permissions-policy)" "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
  expect "$what: opener" "$(header cross-origin-opener-policy)" same-origin
}

# check_unchanged <origin> <address within the folder> <coding>: who has it already is told that it is the same
check_unchanged() {
  local what="$server $base/$2 ($3) once more"
  fetch "$1$base/$2" --header "Accept-Encoding: $3"
  local tag
  tag=$(header etag)
  expect "$what: has a tag" "${tag:+yes}" yes
  fetch "$1$base/$2" --header "Accept-Encoding: $3" --header "If-None-Match: $tag"
  expect "$what: status" "$(status)" 304
  fetch "$1$base/$2" --header "Accept-Encoding: $3" --header 'If-None-Match: "another"'
  expect "$what: status when it was another" "$(status)" 200
}

check_server() {
  local origin=$1 path file
  local files=("$dist/index.html" "$dist/sw.js")
  for ending in js wasm bin txt css svg png webmanifest; do
    # One of each kind with a hash in its name; of none there would be nothing to check.
    file=$(compgen -G "$dist/*.??????????.$ending" | head -1)
    files+=("${file:?no .$ending in $dist}")
  done
  for coding in br gzip identity; do
    check_file "$origin" "" "$dist/index.html" "$coding"
    for file in "${files[@]}"; do check_file "$origin" "${file##*/}" "$file" "$coding"; done
    for path in "" index.html sw.js "${files[3]##*/}"; do check_unchanged "$origin" "$path" "$coding"; done
  done
  # As browsers ask.
  fetch "$origin$base/" --header "Accept-Encoding: gzip, deflate, br, zstd"
  expect "$server, as browsers ask: coding" "$(header content-encoding)" br

  fetch "$origin$base?from=mail"
  expect "$server without the final slash: status" "$(status)" 301
  local where
  where=$(header location)
  expect "$server without the final slash: to" "${where#"$origin"}" "$base/?from=mail"
  fetch "$origin$base/?from=mail"
  expect "$server with something appended: status" "$(status)" 200
  for path in missing.txt app.0123456789.wasm; do
    fetch "$origin$base/$path"
    expect "$server $path: status" "$(status)" 404
    expect "$server $path: caching" "$(header cache-control)" ""
    expect "$server $path: nosniff" "$(header x-content-type-options)" nosniff
    expect "$server $path: policy" "$(header content-security-policy)" "$frame"
  done
}

# check_uncompressed <origin>: without files that were compressed before, gzip is made on the way
check_uncompressed() {
  local file
  for file in "$dist"/*.{html,js,css,txt,svg,wasm,bin,webmanifest}; do
    local what="$server ${file##*/}, compressed on the way"
    fetch "$1/plain${base}/${file##*/}" --header "Accept-Encoding: gzip, br"
    expect "$what: status" "$(status)" 200
    expect "$what: coding" "$(header content-encoding)" gzip
    expect "$what: Vary" "$(header vary)" Accept-Encoding
    expect "$what: content" "$(same "$file")" same
  done
}

# The site as it is uploaded, and once more without compressed files.
mkdir -p "$tmp/www$base" "$tmp/www/plain$base"
cp -r "$dist/." "$tmp/www$base"
cp -r "$dist/." "$tmp/www/plain$base"
hosting/compress.sh "$tmp/www$base"

start_nginx() {
  port=$(free_port)
  # The same file for the copy without compressed files, under another path.
  sed 's|/shop/checkup|/plain/shop/checkup|g' hosting/nginx.conf >"$tmp/plain.conf"
  cat >"$tmp/nginx.conf" <<END
load_module $brotli_module;
$( ((EUID)) || echo "user www-data;")
daemon off;
worker_processes 1;
pid $tmp/nginx.pid;
error_log $tmp/nginx.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path $tmp/n1; proxy_temp_path $tmp/n2; fastcgi_temp_path $tmp/n3; uwsgi_temp_path $tmp/n4; scgi_temp_path $tmp/n5;
  server {
    listen 127.0.0.1:$port;
    root $tmp/www;
    # What many servers have, and what must not get in the way.
    location ~ \.(css|js|png|svg)\$ { expires 1h; }
    include $PWD/hosting/nginx.conf;
    include $tmp/plain.conf;
  }
}
END
  nginx -e "$tmp/nginx.log" -c "$tmp/nginx.conf" &
  pid=$!
}

start_apache() {
  port=$(free_port)
  local modules=/usr/lib/apache2/modules
  # Those that Debian has on, and the two that are asked for.
  local load=
  for module in mpm_event authz_core alias dir mime negotiation autoindex setenvif filter deflate headers rewrite; do
    load+="LoadModule ${module}_module $modules/mod_$module.so"$'\n'
  done
  cat >"$tmp/apache.conf" <<END
$load
ServerRoot $tmp
ServerName localhost
PidFile $tmp/apache.pid
ErrorLog $tmp/apache.log
Listen 127.0.0.1:$port
$( ((EUID)) || echo $'User www-data\nGroup www-data')
DocumentRoot $tmp/www
Include /etc/apache2/mods-available/mime.conf
Include /etc/apache2/mods-available/deflate.conf
Include /etc/apache2/mods-available/dir.conf
AddDefaultCharset off
<Directory $tmp/www>
  Options Indexes FollowSymLinks
  AllowOverride FileInfo Indexes
  Require all granted
</Directory>
# The file within a block of the server's own settings, under an alias.
Alias /own$base $tmp/www/own
<Directory $tmp/www/own>
  AllowOverride None
  Include $PWD/hosting/apache.htaccess
</Directory>
END
  cp hosting/apache.htaccess "$tmp/www$base/.htaccess"
  cp hosting/apache.htaccess "$tmp/www/plain$base/.htaccess"
  cp -r "$tmp/www$base" "$tmp/www/own"
  rm "$tmp/www/own/.htaccess"
  apache2 -f "$tmp/apache.conf" -DFOREGROUND &
  pid=$!
}

for server in nginx apache; do
  "start_$server"
  pids+=("$pid")
  origin=http://127.0.0.1:$port
  wait_for "$origin$base/"
  before=$checks
  check_server "$origin"
  check_uncompressed "$origin"
  if [[ $server == apache ]]; then
    server="apache, own block"
    base=/own$base check_server "$origin"
    server=apache
  fi
  printf 'hosts: %s, %d checks, %d wrong so far\n' "$server" $((checks - before)) $failures
  if [[ ! ${QUICK:-} ]]; then
    node scripts/hosts.mjs "$origin$base/" "$pid" "$tmp/www$base" || failures=$((failures + 1))
  fi
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
done
node scripts/hosts.mjs --headers hosting/_headers "$dist" || failures=$((failures + 1))

if ((failures)); then
  echo "hosts: $failures of $checks checks failed" >&2
  exit 1
fi
echo "hosts: $(nginx -v 2>&1 | sed 's/nginx version: //'), $(apache2 -v | sed -n 's/Server version: //p'): all $checks checks passed"
