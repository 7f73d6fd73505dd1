#!/usr/bin/env bash
# Bring requirements.lock (building) and requirements-dev.lock (building and testing) in step with pyproject.toml.
#
# What is locked already stays as it is; `make lock ARGS=--upgrade` takes newer releases.
# uv and not pip-compile: one lock serves Linux, macOS and Windows and every Python from 3.11 on, with
# markers where they differ (colorama on Windows); pip-compile sees only the machine it runs on.
# A release younger than a week is passed over: stolen packages are usually found within days.
set -euo pipefail
cd "$(dirname "$0")/.."

UV_VERSION=0.13.9
COOLDOWN="${COOLDOWN:-7 days}"

tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
"${PYTHON:-python3}" -m venv "$tool"
"$tool/bin/python" -m pip install -qq --disable-pip-version-check "uv==$UV_VERSION"

backend=$("$tool/bin/python" -c '
import tomllib
print("\n".join(tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"]))')

compile() {
    "$tool/bin/uv" --no-config --quiet pip compile --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
        --exclude-newer "$COOLDOWN" "$@"
}

begin() { cp "$1" "$1.new"; } # uv keeps what it finds in the file that it is to write

finish() { # file, what it is for
    { printf '# %s Made by `make lock`: do not edit.\n' "$2"; cat "$1.new"; } >"$1"
    rm "$1.new"
}

begin requirements.lock
compile "$@" --extra cjk pyproject.toml - -o requirements.lock.new <<<"$backend" >/dev/null
finish requirements.lock 'What building a site needs.'
begin requirements-dev.lock
compile "$@" --extra dev --extra cjk -c requirements.lock pyproject.toml - -o requirements-dev.lock.new <<<"$backend" >/dev/null
finish requirements-dev.lock 'What building a site and testing Sentra need.'
