#!/usr/bin/env bash
# Install Debian packages, as root, without a word unless it fails: apt-install.sh PACKAGE...
set -euo pipefail

echo "Installing $* ..."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! {
    apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
} >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    echo "apt-get could not install $*; what it said is above." >&2
    exit 1
fi
