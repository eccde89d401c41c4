#!/bin/sh
# Make sure that the tests have a browser: the system's, else Debian's, else Playwright's own.
# usage: tests/browser.sh PYTHON (that of the virtual environment)
present() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null && return
    done
    return 1
}

present && exit
if [ "$(id -u)" = 0 ]; then
    if command -v apt-get >/dev/null; then
        echo "installing chromium with apt-get" >&2
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq </dev/null >&2
        apt-get install -y -qq --no-install-recommends chromium </dev/null >&2
        present && exit
    fi
    with_libraries=--with-deps
fi
echo "downloading Chromium with Playwright" >&2
"$1" -m playwright install ${with_libraries-} chromium </dev/null >&2 && exit
echo "tests/browser.sh: no browser could be had. Install chromium or google-chrome with the package" \
    "manager of this system; without one the browser tests are skipped, and fail where CI is set." >&2
test -z "${CI-}"
