#!/bin/sh
# Make sure that a browser is there for the tests: the system's, else Debian's, else Playwright's own.
# usage: tests/browser.sh PYTHON (the one of the virtual environment)
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing chromium with apt-get" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null >&2 && apt-get install -y -qq --no-install-recommends chromium </dev/null >&2 \
        && command -v chromium >/dev/null && exit 0
fi
echo "downloading Chromium with Playwright" >&2
"$1" -m playwright install chromium </dev/null >&2 && exit 0
echo "tests/browser.sh: no browser could be had. Install chromium or google-chrome with the package" \
    "manager of this system; without one the browser tests are skipped (and fail where CI is set)." >&2
[ -z "${CI:-}" ]
