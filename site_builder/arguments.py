"""The words of the command line, in the editor's language."""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from site_builder import __version__
from site_builder.language import message_language
from site_builder.messages import sentence_for
from site_builder.names import Kind
from site_builder.outcomes import EXIT_USE
from site_builder.problems import Problem, Span, in_brief
from site_builder.report import print_problems

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

_SPREADSHEETS = (".xlsx", ".ods", ".csv", ".xls")
_OF_FILES = ("import", "export")
"""Commands that are given one file."""

_OF_WHOLE_SITES = ("build", "check", "serve")

_PLACEHOLDERS = {
    "COMMAND": "PERINTAH",
    "DIR": "FOLDER",
    "FILE": "BERKAS",
    "KIND": "JENIS",
    "NAME": "NAMA",
    "PATH": "ALAMAT",
    "URL": "ALAMAT",
}
"""What stands for values in Indonesian; not among the sentences, for every command needs it at once."""


_VERSION = f"sentra {__version__}"
_HEADINGS = {"positional arguments": "positional", "options": "options"}
"""What argparse calls its groups."""


class _Help(argparse.HelpFormatter):
    """Takes names of texts for texts, so that a command that only runs reads no sentences."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _word("usage") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_word(_HEADINGS.get(heading, heading)) if heading else heading)

    def add_text(self, text: str | None) -> None:
        if text == _VERSION:
            return super().add_text(text)
        word = _word(text) if text else ""
        return super().add_text(f"{word[:1].upper()}{word[1:]}" or None)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return _word(action.help).replace("%", "%%") if action.help else action.help


def _placeholder(word: str) -> str:
    return _PLACEHOLDERS.get(word, word) if message_language(os.environ) == "id" else word


def _word(name: str) -> str:
    return sentence_for(Problem(f"help-{name}", Span(".")), message_language(os.environ)).message


class Parser(argparse.ArgumentParser):
    """Helps, and tells wrong use, in the editor's language; its texts are names of sentences."""

    def __init__(self, **settings: Any) -> None:
        self.options = set[str]()
        self.commands: dict[str, Parser] = {}
        super().__init__(**settings, add_help=False, formatter_class=_Help)
        if self.description:
            self.add_argument("-h", "--help", action="help", help="help")

    def add_argument(self, *names: Any, **settings: Any) -> argparse.Action:
        if "metavar" in settings:
            settings["metavar"] = _placeholder(settings["metavar"])
        self.options |= {name for name in names if name.startswith("-")}
        return super().add_argument(*names, **settings)

    def error(self, message: str) -> NoReturn:
        """Refuse in the words of argparse, which calls this itself."""
        variant, values = _said_by_argparse(message)
        self.refuse(variant, **values)

    def refuse(self, variant: str, **values: str) -> NoReturn:
        """Show how the command is used and end the program; `variant` names the sentence."""
        self.print_usage(sys.stderr)
        problem = in_brief(Problem("usage", Span(self.prog), variant, {"program": self.prog, **values}))
        text = print_problems((problem,), message_language(os.environ), lambda _path, _line: None)
        print(text, file=sys.stderr)
        sys.exit(EXIT_USE)


def _said_by_argparse(message: str) -> tuple[str, dict[str, str]]:
    """Choose the sentence for what argparse says is wrong, with the values that it needs."""
    chosen = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
    if chosen and chosen[1].lower().endswith(_SPREADSHEETS):
        file = f'"{chosen[1]}"' if " " in chosen[1] else chosen[1]
        return "kind-first", {"file": file}
    if chosen:
        known = re.findall(r"[\w-]+", chosen[2])
        near = difflib.get_close_matches(chosen[1], known, n=1)
        values = {"word": chosen[1], "known": ", ".join(known), "near": near[0] if near else ""}
        return "near" if near else "choice", values
    if "required" in message:
        return "missing", {"reason": message.rpartition(": ")[2]}
    option = re.match(r"argument (?:-\w/)?(--[\w-]+).*?: (.*)", message)
    if option and (variant := _variant(option[2])):
        return variant, {"option": option[1], "word": option[2].partition(": ")[2]}
    return "", {"reason": message}


def _variant(said: str) -> str:
    """Tell which sentence says what argparse says of the value of an option."""
    beginnings = {"expected": "empty", "invalid": "number", "ignored": "bare"}
    return next((variant for start, variant in beginnings.items() if said.startswith(start)), "")


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line; ends the program with exit code 2 where it is wrong."""
    parser = _parser()
    chosen, rest = parser.parse_known_args(arguments)
    if chosen.command == "new" and not any(word.startswith("-") for word in rest):
        chosen.name += rest  # argparse takes no more of a name once an option stood before it
    elif chosen.command in _OF_FILES and rest and not any(word.startswith("-") for word in rest):
        whole = " ".join((chosen.file, *rest))  # the shell took a name with spaces apart
        if chosen.command == "export" or not Path(whole).is_file():
            parser.refuse("spaces", suggestion=f'sentra {chosen.command} {chosen.kind} "{whole}"')
        chosen.file = whole
    elif rest:
        _refuse(parser, chosen.command, rest)
    chosen.is_root_given = chosen.root is not None
    if chosen.root is None:
        chosen.root = "."
    return chosen


def _refuse(parser: Parser, command: str, rest: list[str]) -> NoReturn:
    """Say which command has the option that this one has not, else that nobody knows it."""
    for word in rest:
        option = word.partition("=")[0]
        having = [
            f"`sentra {name} {option}`" for name, other in parser.commands.items() if option in other.options
        ]
        if having:
            parser.commands[command].refuse("elsewhere", option=option, suggestion=", ".join(having))
    own = parser.commands[command]
    known = [option for option in own.options if option.startswith("--")]
    near = (
        difflib.get_close_matches(rest[0].partition("=")[0], known, n=1, cutoff=0.75)
        if rest[0][:1] == "-"
        else []
    )
    if near:
        own.refuse("near", word=rest[0], near=near[0])
    if command in _OF_WHOLE_SITES and rest[0][:1] != "-":
        own.refuse("whole", word=" ".join(rest))
    own.refuse("unknown", word=" ".join(rest))


def _parser() -> Parser:
    parser = Parser(prog="sentra", description="sentra", epilog="more")
    parser.add_argument("--version", action="version", version=_VERSION, help="version")
    commands = parser.add_subparsers(
        dest="command", required=True, title="commands", metavar=_placeholder("COMMAND")
    )
    everywhere = Parser()
    everywhere.add_argument("--root", metavar="DIR", help="root")

    def command(name: str, *, has_example: bool = False) -> Parser:
        """Begin a command; its texts are called after it."""
        epilog = f"{name}-example" if has_example else None
        made = commands.add_parser(name, parents=[everywhere], help=name, description=name, epilog=epilog)
        parser.commands[name] = made
        return made

    _add_build(command("build"))
    _add_check(command("check"))
    _add_explain(command("explain", has_example=True))
    _add_new(command("new", has_example=True))
    _add_import(command("import", has_example=True))
    _add_export(command("export", has_example=True))
    command("schema").add_argument("--to", metavar="DIR", help="to")
    _add_status(command("status", has_example=True))
    _add_serve(command("serve", has_example=True))
    return parser


def _add_build(build: Parser) -> None:
    build.add_argument("--output", metavar="DIR", help="output")
    _add_site_arguments(build)
    _add_switches(build, "no-cache", "strict", "release", "fix")
    _add_format(build, "text", "json")
    _add_switches(build, "handbook")
    build.add_argument("-q", "--quiet", action="store_true", help="quiet")


def _add_check(check: Parser) -> None:
    _add_site_arguments(check)
    _add_switches(check, "strict", "fix")
    _add_format(check, "text", "json", "sarif")


def _add_explain(explain: Parser) -> None:
    explain.add_argument("path", metavar="PATH", help="path")
    explain.add_argument("--output", metavar="DIR", help="output")
    _add_site_arguments(explain)
    _add_format(explain, "text", "json")


def _add_new(new: Parser) -> None:
    new.add_argument("kind", nargs="?", metavar="KIND", help="kind")
    new.add_argument("name", nargs="*", metavar="NAME", help="name")  # also without quotes
    new.add_argument("--id", metavar="ID", help="id")
    new.add_argument("--lang", choices=("id", "en"), help="lang")


def _add_import(imports: Parser) -> None:
    _add_spreadsheet(imports, "file")
    _add_switches(imports, "dry-run", "yes")
    _add_format(imports, "text", "json")


def _add_export(exports: Parser) -> None:
    _add_spreadsheet(exports, "export-file")
    _add_switches(exports, "samples")
    exports.add_argument("--yes", action="store_true", help="export-yes")
    _add_format(exports, "text", "json")


def _add_status(status: Parser) -> None:
    status.add_argument("--mark", nargs="+", metavar="FILE", help="mark")
    status.add_argument("--format", choices=("text", "json", "csv", "html"), help="format")
    status.add_argument("--to", metavar="FILE", help="status-to")
    status.add_argument("--yes", action="store_true", help="status-yes")


def _add_serve(serve: Parser) -> None:
    serve.add_argument("--port", type=int, default=5500, help="port")
    serve.add_argument("--host", default="127.0.0.1", help="host")
    serve.add_argument("--open", action="store_true", help="open")


def _add_site_arguments(parser: Parser) -> None:
    parser.add_argument("--base-url", metavar="URL", help="base-url")
    parser.add_argument("--drafts", action="store_true", help="drafts")
    parser.add_argument("--jobs", type=_positive, metavar="N", help="jobs")


def _add_spreadsheet(parser: Parser, about_file: str) -> None:
    parser.add_argument("kind", metavar="KIND", choices=tuple(IMPORTED), help="import-kind")
    parser.add_argument("file", metavar="FILE", help=about_file)


def _add_switches(parser: Parser, *names: str) -> None:
    """Add options without a value, whose texts are called as they are."""
    for name in names:
        parser.add_argument(f"--{name}", action="store_true", help=name)


def _add_format(parser: Parser, *styles: str) -> None:
    """Let the first of some forms be chosen, or another one."""
    parser.add_argument("--format", choices=styles, default=styles[0], help="format")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
