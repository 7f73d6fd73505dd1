"""The words of the command line, in the editor's language."""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
from typing import NoReturn

from site_builder import __version__
from site_builder.language import message_language
from site_builder.names import Kind
from site_builder.problems import Problem, Span
from site_builder.report import print_problems

EXIT_USE = 2
IMPORTED = {
    "toko": Kind.SHOPS,
    "produk": Kind.PRODUCTS,
    "acara": Kind.EVENTS,
    "shops": Kind.SHOPS,
    "products": Kind.PRODUCTS,
    "events": Kind.EVENTS,
}
"""Kinds that a spreadsheet may hold, as they may be called."""

SITE_WORDS = ("situs", "site")
"""What `sentra new` makes instead of an entry: a whole site."""

_HELP: dict[str, tuple[str, str]] = {
    "sentra": ("Membangun situs sentra kerajinan.", "Builds the website of a craft cluster."),
    "build": ("bangun seluruh situs", "build the whole site"),
    "check": ("cari kesalahan, tidak menulis apa pun", "find faults, write nothing"),
    "explain": (
        "dari apa suatu halaman dibuat, dan mengapa",
        "tell what an output is made of and why it was rendered",
    ),
    "new": (
        "buat entri baru yang setiap isiannya dijelaskan, atau situs baru",
        "make a new entry with every field explained, or a new site",
    ),
    "import": ("isi dari lembar kerja kantor menjadi entri", "the office's spreadsheet becomes entries"),
    "import-kind": ("toko, produk atau acara", "shops, products or events"),
    "file": ("berkas .xlsx, .ods atau .csv", "a file .xlsx, .ods or .csv"),
    "dry-run": ("tampilkan saja, tidak menulis apa pun", "only show, write nothing"),
    "yes": ("tulis tanpa bertanya", "write without asking"),
    "schema": ("tulis berkas JSON Schema", "write JSON Schema files"),
    "serve": ("pratinjau yang memuat ulang sendiri", "preview with live reload"),
    "status": ("apa yang masih perlu dikerjakan", "what is left to do"),
    "mark": (
        "catat: terjemahan ini sesuai naskah aslinya sekarang; berkas atau folder",
        "note that these translations are true to their original now; files or folders",
    ),
    "status-to": ("tulis ke berkas, misalnya status.html", "write into a file, such as status.html"),
    "root": ("folder proyek", "the project's folder"),
    "output": ("ke folder mana, selain output/", "where to, instead of output/"),
    "no-cache": ("buat semuanya dari awal", "make everything anew"),
    "strict": ("tolak peringatan juga", "refuse warnings too"),
    "release": (
        "tolak contoh, isian sementara dan alamat situs yang kosong",
        "refuse samples, placeholders and a missing base URL",
    ),
    "format": ("bentuk laporan", "form of the report"),
    "quiet": ("tampilkan kesalahan saja", "print faults only"),
    "kind": (
        "jenis entri (toko, produk, cerita, …), atau situs",
        "kind of entry (shop, product, story, …), or site",
    ),
    "name": ("namanya", "its name"),
    "id": ("nama berkasnya, tanpa akhiran", "the name of its file, without ending"),
    "lang": ("bahasa penjelasan di dalamnya", "the language of the comments in it"),
    "path": ("berkas hasil atau alamat", "output file or address"),
    "to": ("ke folder mana, selain schema/", "where to, instead of schema/"),
    "base-url": (
        "alamat situs nanti, menggantikan yang di site.yaml",
        "where the site will be, instead of site.yaml's",
    ),
    "drafts": ("tampilkan draf dan yang belum terbit", "show drafts and future entries"),
    "jobs": ("banyaknya proses", "processes to use"),
    "port": ("nomor pintu", "port number"),
    "host": ("alamat yang didengarkan", "address to listen on"),
    "open": ("buka peramban", "open the browser"),
}


class Parser(argparse.ArgumentParser):
    """Tells wrong use in the editor's language."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        problem = usage_problem(self.prog, message)
        text = print_problems((problem,), message_language(os.environ), lambda _path, _line: None)
        print(text, file=sys.stderr)
        sys.exit(EXIT_USE)


def usage_problem(program: str, message: str) -> Problem:
    """Say what is wrong with the command line; `message` is argparse's own."""
    chosen = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
    if chosen:
        known = re.findall(r"[\w-]+", chosen[2])
        near = difflib.get_close_matches(chosen[1], known, n=1)
        values = {"word": chosen[1], "known": ", ".join(known), "near": near[0] if near else ""}
        return Problem("usage", Span(program), "near" if near else "choice", values)
    if "required" in message:
        return Problem("usage", Span(program), "missing", {"reason": message.rpartition(": ")[2]})
    unknown = re.search(r"unrecognized arguments: (.*)", message)
    if unknown:
        return Problem("usage", Span(program), "unknown", {"word": unknown[1]})
    return Problem("usage", Span(program), "", {"reason": message})


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line; ends the program with exit code 2 where it is wrong."""
    parser = _parser(_help_in(message_language(os.environ)))
    chosen, rest = parser.parse_known_args(arguments)
    if chosen.command == "new" and not any(word.startswith("-") for word in rest):
        chosen.name += rest  # argparse takes no more of a name once an option stood before it
    elif rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return chosen


def _help_in(language: str) -> dict[str, str]:
    index = 0 if language == "id" else 1
    return {name: texts[index] for name, texts in _HELP.items()}


def _parser(text: dict[str, str]) -> Parser:
    parser = Parser(prog="sentra", description=text["sentra"])
    parser.add_argument("--version", action="version", version=f"sentra {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    everywhere = Parser(add_help=False)
    everywhere.add_argument("--root", default=".", metavar="DIR", help=text["root"])

    build = commands.add_parser("build", parents=[everywhere], help=text["build"])
    build.add_argument("--output", metavar="DIR", help=text["output"])
    _add_site_arguments(build, text)
    build.add_argument("--no-cache", action="store_true", help=text["no-cache"])
    build.add_argument("--strict", action="store_true", help=text["strict"])
    build.add_argument("--release", action="store_true", help=text["release"])
    build.add_argument("--format", choices=("text", "json"), default="text", help=text["format"])
    build.add_argument("--preview", action="store_true", help=argparse.SUPPRESS)  # for `serve` alone
    build.add_argument("-q", "--quiet", action="store_true", help=text["quiet"])

    check = commands.add_parser("check", parents=[everywhere], help=text["check"])
    _add_site_arguments(check, text)
    check.add_argument("--strict", action="store_true", help=text["strict"])
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text", help=text["format"])

    explain = commands.add_parser("explain", parents=[everywhere], help=text["explain"])
    explain.add_argument("path", metavar="PATH", help=text["path"])
    explain.add_argument("--output", metavar="DIR", help=text["output"])
    _add_site_arguments(explain, text)
    explain.add_argument("--format", choices=("text", "json"), default="text", help=text["format"])

    new = commands.add_parser("new", parents=[everywhere], help=text["new"])
    new.add_argument("kind", nargs="?", metavar="KIND", help=text["kind"])
    new.add_argument("name", nargs="*", metavar="NAME", help=text["name"])  # also without quotes
    new.add_argument("--id", metavar="ID", help=text["id"])
    new.add_argument("--lang", choices=("id", "en"), help=text["lang"])

    imports = commands.add_parser("import", parents=[everywhere], help=text["import"])
    imports.add_argument("kind", metavar="KIND", choices=tuple(IMPORTED), help=text["import-kind"])
    imports.add_argument("file", metavar="FILE", help=text["file"])
    imports.add_argument("--dry-run", action="store_true", help=text["dry-run"])
    imports.add_argument("--yes", action="store_true", help=text["yes"])
    imports.add_argument("--format", choices=("text", "json"), default="text", help=text["format"])

    schema = commands.add_parser("schema", parents=[everywhere], help=text["schema"])
    schema.add_argument("--to", metavar="DIR", help=text["to"])

    status = commands.add_parser("status", parents=[everywhere], help=text["status"])
    status.add_argument("--mark", nargs="+", metavar="FILE", help=text["mark"])
    status.add_argument("--format", choices=("text", "json", "csv", "html"), help=text["format"])
    status.add_argument("--to", metavar="FILE", help=text["status-to"])

    serve = commands.add_parser("serve", parents=[everywhere], help=text["serve"])
    serve.add_argument("--port", type=int, default=5500, help=text["port"])
    serve.add_argument("--host", default="127.0.0.1", help=text["host"])
    serve.add_argument("--open", action="store_true", help=text["open"])
    return parser


def _add_site_arguments(parser: Parser, text: dict[str, str]) -> None:
    parser.add_argument("--base-url", metavar="URL", help=text["base-url"])
    parser.add_argument("--drafts", action="store_true", help=text["drafts"])
    parser.add_argument("--jobs", type=_positive, metavar="N", help=text["jobs"])


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
