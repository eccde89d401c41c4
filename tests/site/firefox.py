"""The Firefox that readers have, over WebDriver BiDi, which it speaks by itself; notes what fails.

Playwright drives only a Firefox of its own make, and geckodriver is in no registry of packages.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox-esr", "firefox")
# A busy machine is slow, not wrong.
PATIENCE = 90
PREFERENCES: dict[str, bool | int | str] = {
    # A driven Firefox would let one file read another; a reader's does not.
    "remote.prefs.recommended": False,
    # There is no network: whatever is asked for goes to a proxy that is not there.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.allow_hijacking_localhost": True,
    # The browser itself keeps quiet, too.
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "startup.homepage_welcome_url": "",
    # What it is to look like.
    "intl.accept_languages": "vi-VN, vi",
    "ui.systemUsesDarkTheme": 0,
}
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
# What a page has from its own folder, or from itself.
LOCAL = ("file:", "data:", "blob:", "about:", "moz-extension:")
ENTER, BACKSPACE = "\ue007", "\ue003"


class Firefox:
    """One tab; `complaints` and `foreign` gather what went wrong, and which hosts were asked."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        self._ask("session.new", capabilities={})
        self._tab = self._ask("browsingContext.create", type="tab")["context"]
        events = ["log.entryAdded", "network.beforeRequestSent", "network.fetchError"]
        self._ask("session.subscribe", events=events, contexts=[self._tab])

    def _ask(self, method: str, **params: Any) -> Any:
        """Return the answer to a command; what happens before it comes is noted."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.recv(timeout=PATIENCE))
            if told["type"] == "event":
                self._note(told["method"], told["params"])
            elif told["id"] == self._number:
                assert told["type"] == "success", f"{method}: {told}"
                return told["result"]

    def _note(self, event: str, params: Any) -> None:
        if event == "log.entryAdded":
            if params["level"] in ("error", "warn"):
                self.complaints.append(params["text"])
            return
        url = params["request"]["url"]
        if event == "network.fetchError":
            self.complaints.append(f"cannot be had: {url}")
        elif not url.startswith(LOCAL):
            self.foreign.append(url)

    def open(self, url: str) -> None:
        """Show the page at `url`, and wait for all that it loads, fonts too."""
        self._ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")
        self.run("await document.fonts.ready")

    def resize(self, width: int, height: int) -> None:
        """Give the page so many px."""
        size = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", context=self._tab, viewport=size)

    def run(self, code: str) -> Any:
        """Return what `code`, the body of an async function, returns in the page, as JSON can."""
        function = f"async () => JSON.stringify((await (async () => {{{code}}})()) ?? null)"
        answer = self._ask(
            "script.callFunction",
            functionDeclaration=function,
            awaitPromise=True,
            target={"context": self._tab},
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def until(self, condition: str) -> Any:
        """Return the value of the expression `condition` once it is something."""
        value = self.run(f"""
            for (let left = {PATIENCE * 10}; left > 0; left--) {{
                const value = {condition};
                if (value) return value;
                await new Promise(resolve => setTimeout(resolve, 50));
            }}""")
        assert value is not None, f"never came true: {condition}"
        return value

    def click(self, selector: str) -> None:
        """Click the middle of the first element shown that `selector` names, as a hand would."""
        x, y = self.until(f"""(() => {{
            const shown = [...document.querySelectorAll({json.dumps(selector)})].find(
                one => one.checkVisibility());
            if (!shown) return;
            shown.scrollIntoView({{block: "center", behavior: "instant"}});
            const box = shown.getClientRects()[0];
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
        }})()""")
        self._act(
            "pointer",
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        )

    def type(self, text: str) -> None:
        """Press the keys for `text`."""
        keys = [{"type": do, "value": key} for key in text for do in ("keyDown", "keyUp")]
        self._act("key", *keys)

    def _act(self, device: str, *actions: dict[str, Any]) -> None:
        doing = [{"type": device, "id": device, "actions": list(actions)}]
        self._ask("input.performActions", context=self._tab, actions=doing)


@contextmanager
def launched(profile: Path) -> Iterator[Firefox]:
    """Start the system's Firefox with a new profile; skip where there is none, fail in CI."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        missing = "no Firefox: `make test` installs one as root on Debian, or tells how"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    profile.mkdir()
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines))
    command = [program, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile"]
    # Firefox refuses to be root in the home of another.
    home = {"HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"}
    with subprocess.Popen(
        [*command, profile],
        env=os.environ | home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as browser:
        assert browser.stderr
        # What it says later is read too, or it would wait for a reader.
        rest = Thread(target=deque, args=(browser.stderr, 0))
        try:
            address = _address(browser.stderr)
            rest.start()
            with connect(address, max_size=None, proxy=None) as socket:
                yield Firefox(socket)
        finally:
            browser.kill()
            if rest.ident:
                rest.join()


def _address(stderr: Iterable[str]) -> str:
    said = []
    for line in stderr:
        if listening := LISTENING.search(line):
            return f"{listening[1]}/session"
        said.append(line)
    pytest.fail(f"Firefox did not start: {''.join(said)}")
