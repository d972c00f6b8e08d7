#!/usr/bin/env bash
# Chromium for the browser tests, from the system's packages.
set -euo pipefail
if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
  echo "chromium is needed for the browser tests: install it, for instance with: sudo apt-get install chromium" >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium
