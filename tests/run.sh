#!/usr/bin/env bash
# Installs what the tests need and runs them all. Ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
export CI="${CI:-true}" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# Counting how often code runs, to compile it better later, never pays in a test: a sixth of the processors' time.
export DOTNET_TieredPGO=0

# What is to be installed comes over the network while the processors build.
bash tests/install.sh & installing=$!
dotnet build -c Release -warnaserror && wait "$installing" || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

report=$(mktemp)
status=0

# A test that hangs is named and ends its run; it does not hold up the build server.
run() {
  dotnet test -c Release --no-build --hangdump --hangdump-timeout 12m --hangdump-type None "$@" 2>&1 | tee -a "$report"
  [ "${PIPESTATUS[0]}" -eq 0 ] && return
  status=1
  for hung in TestResults/CopBot.*_hang.log; do
    [ -f "$hung" ] && echo "$hung:" && cat "$hung" && rm -f "$hung"
  done
}

# Once over SQLite, several projects at a time; then, over PostgreSQL, again whatever stores something, one project at a
# time, so more of its tests at once: much of a conversation is waiting for what must not happen. Left out there is what the
# engine changes nothing of: tests of the shipped program on a storage of their own choice, and of how cards look.
run
for project in Slack Teams Playground Host; do
  COPBOT_TEST_ENGINE=Postgres run --project "tests/CopBot.$project.Tests" --max-threads 2x --filter-not-trait Engine=Irrelevant
done

count() { awk -v what="$1:" '$1 == what { n += $2 } END { print n + 0 }' "$report"; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
rm -f "$report"
[ "$status" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
