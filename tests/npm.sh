#!/bin/sh
# Install what the tests take from npm, as tests/package-lock.json pins it, into .venv/node.
# usage: tests/npm.sh BIN [all] (that of the virtual environment; all: the benchmarks' part too)
test "${2-}" = all || omit=--omit=dev
mkdir -p "$1/../node" && cp tests/package.json tests/package-lock.json "$1/../node" || exit
PATH="$1:$PATH" "$1/npm" ci --prefix "$1/../node" ${omit-} --ignore-scripts --no-audit --no-fund \
    --loglevel=error </dev/null >&2 && exit
echo "tests/npm.sh: npm has no answer. Mend the network and run \`make test\` again; until then" \
    "the tests that need its packages are skipped, and fail where CI is set." >&2
test -z "${CI-}"
