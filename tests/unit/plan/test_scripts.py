from __future__ import annotations

import re

import pytest

from site_builder.names import SourcePath
from site_builder.plan.scripts import Scripts, smaller
from tests.support.made_up import ROOT
from tests.unit.plan.plans import material_of

SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "assets/js").glob("*.js"))}


def scripts_of(**texts: str) -> Scripts:
    files = {SourcePath(f"assets/js/{name}.js"): text for name, text in texts.items()}
    scripts = Scripts(files, material_of([]).routes)
    for path in files:
        scripts.task(path)
    return scripts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("// says\nconst a = 1; // one\n", "const a=1;"),
        ("/** Says. */\nreturn  b", "return b"),
        ("a + +b - -c", "a+ +b- -c"),
        ("say(\"a  // b\", `  ${ c } `, '/* d */');", "say(\"a  // b\",`  ${ c } `,'/* d */');"),
        (r"x.split(/\s+ \/[/ ]/u).map(y => y / 2);", r"x.split(/\s+ \/[/ ]/u).map(y=>y/2);"),
        ("for (const a of b) {\n  c();\n}\n", "for(const a of b){c();}"),
    ],
)
def test_blanks_and_comments_go_and_texts_stay(text: str, expected: str) -> None:
    assert smaller(text) == expected


def test_a_script_imports_others_under_their_hashed_names() -> None:
    scripts = scripts_of(main='import {a} from "./part.js";\na();', part="export const a = 1;")
    part = scripts.urls["js/part.js"]
    assert re.fullmatch(r"/assets/js/part\.[0-9a-f]{10}\.js", part)
    main = scripts.task(SourcePath("assets/js/main.js")).text
    assert main == f'import{{a}}from"./{part.rpartition("/")[2]}";a();'


def test_a_change_of_what_is_imported_changes_the_name_of_what_imports_it() -> None:
    main = 'import {a} from "./part.js";'
    first, second = (scripts_of(main=main, part=f"export const a = {n};") for n in (1, 2))
    assert first.urls["js/main.js"] != second.urls["js/main.js"]


@pytest.mark.parametrize("text", ['const x = 1;\nimport "./none.js";', 'const x = 1;\nimport "./main.js";'])
def test_an_import_of_nothing_or_of_itself_is_a_fault(text: str) -> None:
    (problem,) = scripts_of(main=text).problems
    assert (problem.code, problem.at.path, problem.at.line) == ("asset-missing", "assets/js/main.js", 2)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_keeps_to_what_can_be_made_smaller(name: str) -> None:
    text = SCRIPTS[name]
    for template in re.findall(r"`(?:[^`\\]|\\.)*`", text):
        assert template.count("{") == template.count("}"), f"a template within a template: {template}"
    for line in text.splitlines():
        code = line.strip()
        assert code.startswith(("//", "/*", "*")) or not code or code[-1] in ";{}(,:[", line


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_never_reads_text_as_markup_or_code(name: str) -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacent|document\.write|DOMParser|\beval\b|new Function|\.srcdoc|https?://(?!wa\.me/)"
    assert not re.search(forbidden, SCRIPTS[name])
