#!/usr/bin/env bash
# See that the programs which the tests drive are here; as root on Debian install them, else say which to install.
#
# Quick and silent when all is there. Editors and `make build` need none of these.
set -euo pipefail
cd "$(dirname "$0")/.."

PATH="$PATH:/usr/sbin:/sbin" # where Debian keeps nginx, and not on everyone's PATH
missing=()
need() { # package, the programs of which one will do
    local package=$1 program
    shift
    for program in "$@"; do
        if command -v "$program" >/dev/null; then return; fi
    done
    missing+=("$package")
}

need chromium chromium chromium-browser google-chrome
need default-jre-headless java
need nginx-light nginx
need nodejs node nodejs
need npm npm
# Japanese and Chinese pages are measured and pictured with letters, not with boxes; any font that has them will do.
if [ "$(uname)" = Linux ]; then
    need fontconfig fc-list
    if [[ -z $(fc-list :lang=ja 2>/dev/null) || -z $(fc-list :lang=zh-cn 2>/dev/null) ]]; then
        missing+=(fonts-noto-cjk)
    fi
fi
# Playwright's wheel brings a Node of its own, which is linked with this and does not bring it.
if command -v ldconfig >/dev/null && [[ $(ldconfig -p) != *libatomic.so.1* ]]; then missing+=(libatomic1); fi
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    cat >&2 <<MESSAGE
The tests need programs that are not here: ${missing[*]}.
They drive a browser, checkers of markup, accessibility and speed, and a web server.
Please run, and then 'make test' again:

    sudo apt-get install --no-install-recommends ${missing[*]}
MESSAGE
    exit 1
fi

exec tools/apt-install.sh "${missing[@]}"
