#!/usr/bin/env bash
# What the tests need beside the .NET SDK: PostgreSQL, a browser, R, Node, and real clients to prove the fakes with.
# Leaves alone what is there already.
set -euo pipefail
cd "$(dirname "$0")"

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v node >/dev/null || missing+=(nodejs npm)
for package in data.table igraph sandwich survival; do
  [ -d "/usr/lib/R/site-library/$package" ] || [ -d "/usr/lib/R/library/$package" ] || missing+=("r-cran-$package")
done
command -v Rscript >/dev/null || missing+=(r-base-core)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
if [ "${#missing[@]}" -gt 0 ]; then
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
(cd node && npm ci --no-progress --loglevel=error)
(cd node/emulate/emu && npm ci --no-progress --loglevel=error)
