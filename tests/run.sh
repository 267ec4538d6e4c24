#!/usr/bin/env bash
# Installs what the tests need and runs them all. Ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
export CI="${CI:-true}" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

bash tests/install.sh || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
dotnet build -c Release -warnaserror || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

report=$(mktemp)
status=0

# Once over SQLite; then, over PostgreSQL, again whatever stores something.
dotnet test -c Release --no-build 2>&1 | tee -a "$report"
[ "${PIPESTATUS[0]}" -eq 0 ] || status=1
for project in Slack Teams Playground Host; do
  COPBOT_TEST_ENGINE=Postgres dotnet test -c Release --no-build --project "tests/CopBot.$project.Tests" 2>&1 | tee -a "$report"
  [ "${PIPESTATUS[0]}" -eq 0 ] || status=1
done

count() { awk -v what="$1:" '$1 == what { n += $2 } END { print n + 0 }' "$report"; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
rm -f "$report"
[ "$status" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
