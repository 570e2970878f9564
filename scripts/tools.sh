#!/usr/bin/env bash
# tools.sh build|test: installs what is missing to build the page, or to test it as well.
# Expects Rust (rustup), Node 20, npm and a C compiler. Everything else comes from here, into .tools and node_modules;
# only the browsers of the tests, and Python, are packages of the system. Quick when all is there: it runs before every build.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$PWD/.tools
export PATH="$tools/bin:$PATH"

# need <what> <command…>: runs the command; if it fails, says what is missing and that this was the way to get it.
need() {
  local what=$1
  shift
  echo "tools: installing $what"
  "$@" || {
    printf 'tools: could not install %s. By hand, in %s:\n  %s\n' "$what" "$PWD" "$*" >&2
    exit 1
  }
}

# cargo_tool <program> <crate> <version> [options]: a program from crates.io, unless this version is there already.
cargo_tool() {
  local program=$1 crate=$2 version=$3
  shift 3
  # Not every program tells its version; cargo keeps a list of what it has installed.
  [[ $("$program" --version 2>/dev/null) == "$program $version"* ]] && return
  [[ -x $tools/bin/$program ]] && grep --quiet --fixed-strings "\"$crate $version (" "$tools/.crates.toml" && return
  if command -v cargo-binstall >/dev/null &&
    cargo binstall --no-confirm --disable-strategies compile --root "$tools" "$crate@$version"; then
    return
  fi
  # Unoptimised and without debug information: the compiler is the slow part, not the tool.
  need "$crate $version (takes some minutes, once)" \
    env CARGO_PROFILE_DEV_DEBUG=0 CARGO_TARGET_DIR="$tools/build" \
    cargo install "$crate" --version "$version" --debug --root "$tools" "$@"
  rm -rf "$tools/build"
}

wasm_target() {
  [[ -d $(rustc --print target-libdir --target wasm32-unknown-unknown) ]] ||
    need "Rust's WebAssembly target" rustup target add wasm32-unknown-unknown
}

# rust_component <component> <its cargo command>
rust_component() {
  cargo "$2" --version >/dev/null 2>&1 || need "$1" rustup component add "$1"
}

npm_packages() {
  [[ $(node --version) =~ ^v(2[0-9]|[3-9][0-9])\. ]] || {
    echo "tools: Node 20 or newer is needed, there is $(node --version)" >&2
    exit 1
  }
  local installed=node_modules/.package-lock.json
  [[ -e $installed && ! package-lock.json -nt $installed ]] || need "npm packages" npm ci
}

debian_packages() {
  local missing=()
  for package in "$@"; do
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  ((EUID == 0)) || {
    echo "tools: the tests need packages of the system. Please run:" >&2
    echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  }
  need "the list of Debian packages" apt-get update --quiet=2
  need "${missing[*]} (about 1 GB, once)" \
    env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}"
}

# DuckDB, for the surveys in SQL. The list that was installed lies beside it: when it changes, all is made anew.
duckdb_package() {
  local list=scripts/scale/requirements.txt python=$tools/python
  cmp --quiet "$list" "$python/requirements.txt" && return
  # Debian's Python comes without the module that makes a folder for packages.
  python3 -c 'import ensurepip' 2>/dev/null || debian_packages python3-venv
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "tools: Python 3.11 or newer is needed, there is $(python3 --version)" >&2
    exit 1
  }
  need "a folder for Python packages" python3 -m venv --clear "$python"
  need "DuckDB (25 MB, once)" "$python/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement "$list"
  cp "$list" "$python/"
}

build_tools() {
  wasm_target
  npm_packages
  # The program and the library have to be of one version. Without --locked: the program's own lock file names a crate
  # that the registry no longer serves.
  local version
  version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, ""); print $3 }' Cargo.lock)
  cargo_tool wasm-bindgen wasm-bindgen-cli "${version:?is not in Cargo.lock}"
  cargo_tool wasm-split-cli wasm_split_cli_support 0.2.4 --locked --features build-binary
}

test_tools() {
  rust_component rustfmt fmt
  rust_component clippy clippy
  cargo_tool cargo-deny cargo-deny 0.20.2 --locked
  cargo_tool geckodriver geckodriver 0.37.1 --locked
  duckdb_package
  # Three browser engines and their drivers, a screen in memory for WebKit, Japanese letters, pdftotext and pdftoppm.
  debian_packages chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-noto-cjk poppler-utils
}

case ${1:-} in
build) build_tools ;;
test) build_tools && test_tools ;;
*) echo "usage: scripts/tools.sh build|test" >&2 && exit 2 ;;
esac
