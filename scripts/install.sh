#!/bin/sh
# install.sh VENV REQUIREMENTS: makes VENV if it is not there and installs the hash-pinned REQUIREMENTS.
# Takes the first Python of at least 3.11 that starts; PYTHON=/path/to/python chooses another.
set -eu
venv=$1
requirements=$2

# A name on the PATH may be a shim that starts nothing, so each candidate is run, not only found.
find_python() {
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    echo "Ottawa Atlas needs Python 3.11 or newer; tried ${PYTHON:-python3.13, python3.12, python3.11, python3}." >&2
    echo "Install one, or name yours: make run PYTHON=/path/to/python3" >&2
    exit 1
}

# Debian and its relatives ship ensurepip, which venv needs, in a package of its own.
ensure_venv_module() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package, without which $1 cannot make a virtual environment"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null
        "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    fi
    echo "$1 cannot make a virtual environment: install $package (sudo apt-get install $package), then run make again." >&2
    exit 1
}

# An environment whose interpreter no longer starts (a Python removed since) is made anew.
if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    python=$(find_python)
    ensure_venv_module "$python"
    echo "Making $venv with $("$python" --version) ($python)"
    "$python" -m venv --clear "$venv"
fi
echo "Installing $requirements (once; again only when the pins change)"
# Python compiles what it imports when it first does; most of what is installed nobody ever imports.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r "$requirements"
