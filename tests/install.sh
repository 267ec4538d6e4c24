#!/usr/bin/env bash
# What the tests need beside the .NET SDK. Leaves alone what is there already.
set -euo pipefail
cd "$(dirname "$0")"
