from __future__ import annotations

import re

import pytest

from site_builder.names import Digest, SourcePath
from site_builder.plan.assets import photo_stem, plan_assets
from site_builder.plan.tasks import TextTask
from site_builder.problems import Problem, Span
from tests.unit.plan.plans import material_of
from tests.unit.validate.files import told

DIGEST = Digest("0123456789abcdef")


def names_refused(path: str) -> list[tuple[str, str]]:
    routes = material_of([]).routes
    _, _, problems = plan_assets({SourcePath(path): DIGEST}, lambda _: b"", routes)
    return [(problem.key, problem.values["suggestion"]) for problem in told(problems)]


@pytest.mark.parametrize(
    ("path", "key", "suggestion"),
    [
        ("assets/img/a b.svg", "asset-name.blank", "assets/img/a-b.svg"),
        ("assets/foto lama/a.svg", "asset-name.blank", "assets/foto-lama/a.svg"),
        ("assets/img/a\u00a0b.svg", "asset-name.blank", "assets/img/a-b.svg"),
        ("assets/img/a#b.svg", "asset-name", "assets/img/a-b.svg"),
        ("assets/img/100%.svg", "asset-name", "assets/img/100.svg"),
        ("assets/img/apa?.svg", "asset-name", "assets/img/apa.svg"),
        ("assets/img/a\\b.svg", "asset-name", "assets/img/a-b.svg"),
        ("assets/img/a'b\".svg", "asset-name", "assets/img/a-b.svg"),
        ("assets/root/a b.txt", "asset-name.blank", "assets/root/a-b.txt"),
        ("assets/img/###.svg", "asset-name", "assets/img/x.svg"),
        ("assets/img/a #.b.svg", "asset-name.blank", "assets/img/a-.b.svg"),
    ],
)
def test_a_name_that_can_not_be_an_address_is_refused(path: str, key: str, suggestion: str) -> None:
    assert names_refused(path) == [(key, suggestion)]


@pytest.mark.parametrize(
    "path", ["assets/img/logo.svg", "assets/root/.well-known/security.txt", "assets/img/kulit-é_2.svg"]
)
def test_other_names_are_right(path: str) -> None:
    assert names_refused(path) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("content/shops/intako/depan.jpg", "assets/photos/shops/intako/depan.0123456789"),
        (
            "content/shops/intako/Bagian Depan (2).JPG",
            "assets/photos/shops/intako/bagian-depan-2.0123456789",
        ),
        ("content/shops/intako/dekat/x.y.jpg", "assets/photos/shops/intako/dekat/x-y.0123456789"),
        ("content/shops/intako/!!!.jpg", "assets/photos/shops/intako/foto.0123456789"),
    ],
)
def test_a_published_photo_has_a_plain_name(path: str, name: str) -> None:
    assert photo_stem(SourcePath(path), DIGEST) == name


BOM = b"\xef\xbb\xbf"


def planned(files: dict[str, bytes]) -> tuple[dict[str, str], list[Problem]]:
    """Plan these assets; give the texts made, by their names without digest, and the faults."""
    data = {SourcePath(path): file for path, file in files.items()}
    _, tasks, problems = plan_assets(dict.fromkeys(data, DIGEST), data.__getitem__, material_of([]).routes)
    texts = {
        re.sub(r"\.[0-9a-f]{10}\.", ".", task.out): task.text for task in tasks if isinstance(task, TextTask)
    }
    return texts, list(told(problems))


def test_scripts_and_sheets_are_the_same_whatever_system_they_were_saved_on() -> None:
    files = {
        "assets/css/10-a.css": b"a {\n  color: red;\n}\n",
        "assets/css/20-b.css": b'b::before {\n  content: "b";\n}\n',
        "assets/js/main.js": b'import {a} from "./part.js";\n// says\na();\n',
        "assets/js/part.js": b"export const a = 1;\n",
    }
    plain, problems = planned(files)
    assert problems == []
    assert re.fullmatch(r'import\{a\}from"\./part\.[0-9a-f]{10}\.js";a\(\);', plain["assets/js/main.js"])
    foreign = {path: BOM + data.replace(b"\n", b"\r\n") for path, data in files.items()}
    assert planned(foreign) == (plain, [])


def test_a_sheet_that_imports_others_is_published_with_them_each_once_and_before_its_own() -> None:
    texts, problems = planned(
        {
            "assets/css/parts/list.css": b'@import url("./words.css");\n@import url("./cards.css");\nd {}\n',
            "assets/css/parts/cards.css": b'@import url("./words.css");\nb {}\n',
            "assets/css/parts/words/1.css": b"a {}\n",
            "assets/css/parts/words/2.css": b"a {c: d}\n",
        }
    )
    assert problems == []
    assert texts["assets/css/parts/list.css"].split("\n") == ["a{}", "a{c:d}", "b{}", "d{}"]
    assert texts["assets/css/parts/cards.css"].split("\n") == ["a{}", "a{c:d}", "b{}"]
    assert texts["assets/css/parts/words.css"].split("\n") == ["a{}", "a{c:d}"]


def test_sheets_that_import_each_other_are_published_without_end_of_it() -> None:
    texts, problems = planned(
        {
            "assets/css/parts/a.css": b'@import url("./b.css");\na {}\n',
            "assets/css/parts/b.css": b'@import url("./a.css");\nb {}\n',
        }
    )
    assert problems == []
    assert (texts["assets/css/parts/a.css"], texts["assets/css/parts/b.css"]) == ("b{}\na{}", "a{}\nb{}")


def test_a_sheet_that_imports_what_is_not_there_is_told_once_at_its_line() -> None:
    files = {
        "assets/css/parts/a.css": b'@import url("./b.css");\na {}\n',
        "assets/css/parts/b.css": b'/* b */\n@import url("./gone.css");\nb {}\n',
    }
    _, (problem,) = planned(files)
    assert (problem.key, problem.at.path, problem.at.line) == ("asset-missing", "assets/css/parts/b.css", 2)
    assert problem.values == {"target": "./gone.css"}


@pytest.mark.parametrize("path", ["assets/css/10-a.css", "assets/css/parts/a.css", "assets/js/a.js"])
def test_a_script_or_sheet_that_is_not_utf8_is_a_fault_of_that_file(path: str) -> None:
    _, (problem,) = planned({path: "a {}\n/* Kafé */".encode("cp1252")})
    assert (problem.key, problem.at) == ("file-encoding.ansi", Span(SourcePath(path), 2, 7))


@pytest.mark.parametrize(
    ("css", "target", "line", "column"),
    [
        ('@import "//evil.example/y.css";', "//evil.example/y.css", 1, 10),
        ('a{}\n@import url("https://evil.example/y.css") screen;', "https://evil.example/y.css", 2, 14),
        ('a { b: image-set("https://evil.example/a" 1x); }', "https://evil.example/a", 1, 19),
        ("a { b: url(//evil.example/a); }", "//evil.example/a", 1, 12),
        ("a { b: URL( https://evil.example/a ); }", "https://evil.example/a", 1, 13),
        ("a { b: u\\72l(//evil.example/a); }", "//evil.example/a", 1, 14),
        ('a { b: \\75 \\72 \\6c("//evil.example/a"); }', "//evil.example/a", 1, 21),
        ('a { b: url("\\68ttps://evil.example/a"); }', "https://evil.example/a", 1, 13),
        ("a { b: url(/\\\\evil.example/a); }", "/\\evil.example/a", 1, 12),
    ],
)
def test_a_sheet_loads_nothing_from_another_host(css: str, target: str, line: int, column: int) -> None:
    _, (problem,) = planned({"assets/css/10-a.css": css.encode()})
    assert (problem.key, problem.values) == ("other-host", {"target": target})
    assert (problem.at.line, problem.at.column) == (line, column)


@pytest.mark.parametrize(
    "css",
    [
        'a[href^="https://"]::after { content: "//" }',
        "/* see https://x.example/, url(//x.example) */ a { color: red }",
        '@namespace svg "http://www.w3.org/2000/svg";',
        "a { b: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E\") }",
        "a:not([href^='//']) { b: c }",
    ],
)
def test_a_sheet_may_speak_of_other_hosts(css: str) -> None:
    assert planned({"assets/css/10-a.css": css.encode()})[1] == []
