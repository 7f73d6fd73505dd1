#!/usr/bin/env bash
# Make .venv with Python 3.11 or newer, fill it from a lock and put this project into it: make-venv.sh LOCK
#
# Asks for root nowhere; as root on Debian it brings the venv module that Debian's Python leaves out.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1

# A shim of pyenv may be there for a Python that is not: each candidate is run, not just found.
suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

find_python() {
    local candidate without_venv=
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
        suits "$candidate" || continue
        if has_venv "$candidate"; then
            echo "$candidate"
            return
        fi
        without_venv=${without_venv:-$candidate}
    done
    if [ -z "$without_venv" ]; then
        echo "Sentra needs Python 3.11 or newer, and there is none here. Install it (Debian: apt-get install python3 python3-venv)." >&2
        return 1
    fi
    local package
    package=python$("$without_venv" -c 'import sys; print("{}.{}".format(*sys.version_info))')-venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        tools/apt-install.sh "$package" >&2
        echo "$without_venv"
    else
        echo "Your Python cannot make virtual environments. Please run: sudo apt-get install $package" >&2
        return 1
    fi
}

if ! .venv/bin/python -c 'import pip' >/dev/null 2>&1; then
    python=$(find_python)
    echo "Making .venv with $("$python" --version) ..."
    "$python" -m venv --clear .venv
fi

echo "Installing what $lock names ..."
pip() { .venv/bin/python -m pip --disable-pip-version-check -qq "$@"; }
# Wheels only: nothing is compiled and no package runs code of its own while it is installed.
pip install --require-hashes --only-binary :all: -r "$lock"
pip install --no-index --no-deps --no-build-isolation --editable .
