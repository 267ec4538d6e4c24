#!/usr/bin/env bash
# Installs what the tests need and runs them all. Ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
export CI="${CI:-true}" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

bash tests/install.sh || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
dotnet build -c Release -warnaserror || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

report=$(mktemp)
dotnet test -c Release --no-build 2>&1 | tee "$report"
status=${PIPESTATUS[0]}
count() { awk -v what="$1:" '$1 == what { n = $2 } END { print n + 0 }' "$report"; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
rm -f "$report"
[ "$status" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
