"""Templates of the theme that are compiled once, and anew where their text is another."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from egov_timeline.site.compiled import Compiled


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the templates that were compiled."""
    texts: list[str] = []
    compile_template = Environment.compile

    def watched(env: Environment, source: str, *given: object, **named: object) -> object:
        texts.append(source)
        return compile_template(env, source, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", watched)
    return texts


def test_a_template_is_compiled_again_only_with_another_text(
    tmp_path: Path, compiled: list[str]
) -> None:
    kept, page = Compiled(), tmp_path / "main.html"

    def filled() -> str:
        """Fill the page in as the next build does, which has an environment of its own."""
        env = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=kept, autoescape=True)
        return env.get_template("main.html").render(said="Huế")

    page.write_text("<p>{{ said }}</p>", "utf-8")
    assert [filled(), filled()] == ["<p>Huế</p>"] * 2
    page.write_text("<b>{{ said }}</b>", "utf-8")
    assert filled() == "<b>Huế</b>"
    assert compiled == ["<p>{{ said }}</p>", "<b>{{ said }}</b>"]
    page.write_text("<b>{{ said }</b>", "utf-8")
    with pytest.raises(Exception, match="unexpected '}'"):
        filled()
