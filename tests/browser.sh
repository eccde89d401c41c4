#!/bin/sh
# Make sure that the tests have browsers: the system's, else Debian's; as Chromium, Playwright's own too.
# And with them a font as wide as Arial, as most readers have one.
# usage: tests/browser.sh PYTHON (that of the virtual environment)
present() {
    for name in "$@"; do
        command -v "$name" >/dev/null && return
    done
    return 1
}
has_chromium() { present chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; }
has_firefox() { present firefox-esr firefox; }
has_font() { fc-list 2>/dev/null | grep -q -e Arial -e Arimo; }

has_chromium && has_firefox && has_font && exit
if [ "$(id -u)" = 0 ]; then
    if command -v apt-get >/dev/null; then
        # The one without a window: the same pages for half the work.
        has_chromium || missing=chromium-headless-shell
        has_firefox || missing="${missing-} firefox-esr"
        has_font || missing="${missing-} fonts-croscore"
        echo "installing ${missing# } with apt-get" >&2
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq </dev/null >&2
        install() { apt-get install -y -qq --no-install-recommends "$1" </dev/null >&2; }
        for name in $missing; do
            install "$name"
        done
        has_chromium || install chromium
    fi
    with_libraries=--with-deps
fi
lacking() {
    echo "tests/browser.sh: no $1 could be had. Install $2 with the package manager of this system;" \
        "without one the tests that need it are skipped, and fail where CI is set." >&2
    test -z "${CI-}" || exit 1
}
has_firefox || lacking Firefox "firefox-esr or firefox"
has_chromium && exit
echo "downloading Chromium with Playwright" >&2
"$1" -m playwright install ${with_libraries-} chromium </dev/null >&2 && exit
lacking Chromium "chromium or google-chrome"
