"""The theme's sheets become one, whose name changes with what stands in it."""

from types import SimpleNamespace

from egov_timeline.site import styles


def config(folder, *sheets):
    return SimpleNamespace(extra_css=list(sheets), theme=SimpleNamespace(dirs=[str(folder)]))


def test_sheets_are_joined_in_order_without_what_is_said_to_their_readers(tmp_path):
    (tmp_path / "a.css").write_text("/* why { */\np {top: 0;}\n", "utf-8")
    (tmp_path / "b.css").write_text('q::before { content: "x" }\n', "utf-8")
    asked = config(tmp_path, "b.css", "elsewhere.css", "a.css")
    sheet = styles.join(asked)
    assert asked.extra_css == [sheet.path, "elsewhere.css"]
    assert sheet.rules == 'q::before { content: "x" }\np {top: 0;}\n'
    (tmp_path / "a.css").write_text("p { top: 1px }\n", "utf-8")
    assert styles.join(config(tmp_path, "b.css", "a.css")).path != sheet.path


def test_without_sheets_of_the_theme_nothing_is_joined(tmp_path):
    assert styles.join(config(tmp_path, "elsewhere.css")) is None


def test_a_font_that_holds_text_back_comes_in_the_sheet_and_not_beside_it(tmp_path):
    face = '@font-face {{ src: url("../fonts/{0}.woff2") format("woff2"); font-display: {1} }}\n'
    (tmp_path / "assets/css").mkdir(parents=True)
    (tmp_path / "assets/css/a.css").write_text(
        face.format("held", "block") + face.format("late", "swap")
    )
    site = tmp_path / "site"
    for fonts in (tmp_path / "assets/fonts", site / "assets/fonts"):
        fonts.mkdir(parents=True)
        for name in ("held", "late"):
            (fonts / f"{name}.woff2").write_bytes(name.encode())
    sheet = styles.join(config(tmp_path, "assets/css/a.css"))
    first, second, _ = sheet.rules.split("}")
    assert 'url("data:font/woff2;base64,aGVsZA==") format("woff2")' in first
    assert 'url("../fonts/late.woff2")' in second
    styles.write(sheet, site)
    assert [path.name for path in (site / "assets/fonts").iterdir()] == ["late.woff2"]
