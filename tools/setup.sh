# shellcheck shell=bash
# What run, test and bench share: sourced from the repository's root. Sets up what is missing and says what it does.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# Nothing of a command stays behind when it ends: no build nodes, no compiler server.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

say() { printf '▸ %s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# require PROGRAM HOW-TO-GET-IT
require() {
  command -v "$1" >/dev/null 2>&1 || fail "$1 is needed and not installed: $2"
}

require_tools() {
  require dotnet "install the .NET SDK named in global.json (https://dotnet.microsoft.com/download)"
  require node "install Node.js 20 or later (Debian: apt-get install nodejs npm)"
  require npm "it comes with Node.js (Debian: apt-get install npm)"
  dotnet --version >/dev/null 2>&1 || fail "$(dotnet --version 2>&1)"
}

# A Chromium for the browser tests: the one that CEACTORS_CHROMIUM names, one that is there, or Debian's, if it may be installed.
require_browser() {
  local hint="Chromium is needed for the browser tests: install it (Debian: apt-get install chromium fonts-noto-cjk) or set CEACTORS_CHROMIUM to the path of a Chromium, Chrome or Edge."
  if [ -n "${CEACTORS_CHROMIUM:-}" ]; then
    [ -x "$CEACTORS_CHROMIUM" ] || fail "CEACTORS_CHROMIUM names nothing that can be run: $CEACTORS_CHROMIUM"
    return 0
  fi
  local program
  for program in chromium chromium-browser google-chrome; do
    command -v "$program" >/dev/null 2>&1 && return 0
  done
  [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] && return 0
  command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ] || fail "$hint"
  say "installing chromium (apt-get)"
  mkdir -p artifacts
  if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-noto-cjk; } >artifacts/chromium.log 2>&1 </dev/null; then
    tail -3 artifacts/chromium.log >&2
    fail "$hint"
  fi
}

# One set-up or build at a time in a working copy; a second command waits for the first.
hold_build() {
  mkdir -p artifacts
  exec 8>artifacts/.build-lock
  if command -v flock >/dev/null 2>&1 && ! flock -n 8; then
    say "waiting for another set-up or build of this working copy"
    flock 8
  fi
}

release_build() { exec 8>&-; }

# packages FOLDER: npm ci there, unless what is installed is what its lock file says.
packages() {
  local folder=$1 seal=$1/node_modules/.installed-lock
  [ -f "$folder/package-lock.json" ] || return 0
  [ -L "$folder/node_modules" ] && return 0 # linked by hand: not ours to replace
  cmp -s "$folder/package-lock.json" "$seal" && return 0
  say "npm packages of $folder"
  (cd "$folder" && npm ci --ignore-scripts --no-progress --loglevel=error) 8>&- || fail "npm ci failed in $folder"
  cp "$folder/package-lock.json" "$seal"
}

# A number for everything that the web client is built from.
web_sources() {
  (cd web && find . \( -name node_modules -o -name dist \) -prune -o -type f -print | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum) | cksum
}

# The web client into web/dist, unless what lies there was built from what is here now.
web_client() {
  local seal=web/dist/.sources sources
  sources=$(web_sources)
  [ "$(cat "$seal" 2>/dev/null)" = "$sources" ] && return 0
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "The web client is built with Node.js 20.19 or later; this is $(node --version)."
  packages web
  say "building the web client"
  if ! (cd web && npm run --silent build) >artifacts/web-build.log 2>&1 </dev/null 8>&-; then
    tail -20 artifacts/web-build.log
    return 1
  fi
  printf '%s' "$sources" >"$seal"
}

# build PROJECT-OR-SOLUTION: Release, warnings are errors; the output only when it fails.
build() {
  local log=artifacts/build.log
  say "restoring the packages of $1 (some minutes the first time)"
  if ! dotnet restore "$1" -v minimal -nologo -tl:off 8>&- >"$log" 2>&1 </dev/null; then
    grep -E "error" "$log" | sort -u | head -20 || tail -5 "$log"
    return 1
  fi
  say "building $1 (Release)"
  if ! dotnet build "$1" --no-restore -c Release -v minimal -tl:off -nologo 8>&- >"$log" 2>&1 </dev/null; then
    grep -E "(error|warning) [A-Z]+[0-9]+|error :|: error" "$log" | sort -u | head -40 || true
    tail -5 "$log"
    return 1
  fi
}
