"""Someone who reads the handbook and does all that it says, block by block, in a site of their own."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, nullcontext
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.support.cases import TODAY, sentra
from tests.support.programs import ROOT

HANDBOOK = ROOT / "docs" / "handbook"
LANGUAGES = ("id", "en")
WRITTEN = frozenset({"yaml", "markdown", "csv"})
"""Blocks that go into a file, named in bold above them."""
SHOWN = frozenset({"text", "message"})
"""Blocks that show what Sentra says: to the command before them, or to a slip of their own."""

_BLOCK = re.compile(
    r"^(?P<margin> *)```(?P<info>\w*)\n(?P<text>.*?)^(?P=margin)```$", re.DOTALL | re.MULTILINE
)
_WHERE = re.compile(r"\s*\*\*`(?P<path>[^`\n]+)`\*\*(?:, (?P<how>[\w ]+?)(?: `(?P<anchor>.+)`)?)?:?")
_HOW = {
    "": "new",
    "seluruhnya": "full",
    "in full": "full",
    "di bawah baris": "below",
    "below the line": "below",
    "sebagai ganti baris": "instead",
    "instead of the line": "instead",
    "hapus baris": "gone",
    "delete the line": "gone",
}
_PHOTO = re.compile(r"[\w-]+/[\w-]+\.jpg")
_MESSAGE = re.compile(r"(?P<path>.+?):(?P<line>[^:\n]+):\d+: error\[(?P<code>[\w-]+)\]")
_VARIES = (
    (re.compile(r"\d+[.,]\d+(?= (?:detik|seconds))"), "…"),
    (re.compile(r"\d+(?= (?:berkas|files|dibuat|dipakai|rendered|reused)\b)"), "…"),
    (re.compile(r"(?<=Gambar di )\d+|(?<=Pictures of )\d+"), "…"),
    (re.compile(r"^ +\d+[.,]\d kB .*$", re.MULTILINE), "    … kB  …"),
)
"""What is another on each machine and with each change of the site: `…` when shown texts are renewed."""
_SECONDS = 120.0


@dataclass(frozen=True)
class Block:
    chapter: Path
    info: str
    text: str
    how: str
    """What to do with the file `path`: write it anew, in full, at the line `anchor`, or delete that."""
    path: str
    anchor: str

    @property
    def name(self) -> str:
        return f"{self.chapter.parent.name}/{self.chapter.name}: {self.text[:60]!r}"


def chapters(language: str) -> list[Path]:
    """List the chapters in the order in which one reads them."""
    return sorted((HANDBOOK / language).glob("*.md"), key=lambda path: (path.name != "README.md", path.name))


def blocks(chapter: Path) -> list[Block]:
    text = chapter.read_text("utf-8")
    return [_block(chapter, text, found) for found in _BLOCK.finditer(text)]


def _block(chapter: Path, text: str, found: re.Match[str]) -> Block:
    before = text[: found.start()].rstrip().rpartition("\n")[2]
    where = _WHERE.fullmatch(before)
    return Block(
        chapter,
        found["info"],
        textwrap.dedent(found["text"]) if found["margin"] else found["text"],
        _HOW[where["how"] or ""] if where else "",
        where["path"] if where else "",
        (where["anchor"] or "") if where else "",
    )


def shows(shown: str, said: str) -> bool:
    """Whether what is shown is what was said; `…` stands for anything, alone on its line for any lines."""
    parts = []
    for line in shown.strip("\n").split("\n"):
        if line.strip() == "…":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(".+?".join(map(re.escape, line.split("…"))) + r"\n")
    return re.fullmatch("".join(parts), said.strip("\n") + "\n") is not None


OWN_VALUES = {
    r"0812-3456-7890?\b": "0813-5791-24{place:02d}",
    r"\b031-456-7012\b": "031-894-6135",
    r"\b(?:contoh\.id|example\.(?:com|org)|melati\.example)\b": "tas-melati.id",
    r"-7\.5069\b": "-7.5071",
    r"\b2026-11-03\b": "2026-10-28",
}
"""What this reader writes instead of the examples, by their patterns; each file has numbers of its own."""


@dataclass
class Reader:
    """Does what one language of the handbook says, and notes where it is not true."""

    language: str
    root: Path
    not_run: dict[str, str]
    """Commands that this reader can't run, each with the reason."""
    slips: dict[str, Callable[[Path, str], tuple[str, ...]]]
    """How to come to a message, by its code, where it takes more than one wrong line."""
    accept: bool = False
    said: str = ""
    stumbles: list[str] = field(default_factory=list)
    passed_over: set[str] = field(default_factory=set)

    def read(self, chapter: Path) -> None:
        for block in blocks(chapter):
            if block.info in WRITTEN:
                self._write(block)
            elif block.info == "text":
                self._compare(block, self.said)
            elif block.info == "message":
                self._compare(block, self._slip(block))
            elif block.text in self.not_run:
                self.passed_over.add(block.text)
            elif block.info in {"console", "sh"}:
                self.said = "".join(self._run(command) for command in block.text.splitlines())
            else:
                self.stumbles.append(f"{block.name} is of no kind that is tried")

    def _compare(self, block: Block, said: str) -> None:
        if not shows(block.text, said):
            if self.accept and "…" not in [line.strip() for line in block.text.splitlines()]:
                _renew(block, said)
            self.stumbles.append(f"{block.name} does not show what was said:\n{said}")

    def _run(self, command: str) -> str:
        program, *arguments = shlex.split(command, comments=True)
        if program != "sentra":
            subprocess.run(["bash", "-euc", command], cwd=self.root, check=True)
            return ""
        if arguments[0] == "serve":
            return self._serve(arguments)
        is_new_site = arguments[:2] in (["new", "situs"], ["new", "site"])  # it is begun beside this one
        own = self._with_own_values() if "--release" in arguments else nullcontext()
        with own, chdir(self.root.parent) if is_new_site else nullcontext():
            run = sentra(*arguments, language=self.language)
        return run.err + run.out

    @contextmanager
    def _with_own_values(self) -> Iterator[None]:
        """Put values of one's own where the handbook has its examples, as it says before a release."""
        texts = {path: path.read_bytes() for path in self._content() if path.suffix in {".md", ".yaml"}}
        for place, (path, data) in enumerate(sorted(texts.items())):
            text = data.decode("utf-8")
            for example, own in OWN_VALUES.items():
                text = re.sub(example, own.format(place=place), text)
            path.write_text(text, "utf-8")
        try:
            yield
        finally:
            for path, data in texts.items():
                path.write_bytes(data)

    def _serve(self, arguments: list[str]) -> str:
        """Start the preview as told, on a port that is free; end it when the first site is there."""
        environment = {"SENTRA_LANG": self.language, "SOURCE_DATE_EPOCH": TODAY, "BROWSER": "true"}
        command = [sys.executable, "-m", "site_builder", *arguments, "--port", "0"]
        said = []
        with subprocess.Popen(
            command,
            cwd=self.root,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), **environment},
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                said.append(line)
                if re.match(r"\S+  (?:mulai|start): ", line):
                    process.terminate()
                    break
            process.communicate(timeout=_SECONDS)
        return "".join(said)

    def _write(self, block: Block) -> None:
        file = self.root / block.path
        if not block.path:
            self.stumbles.append(f"no file is named above {block.name}")
            return
        if block.how in {"new", "full"}:
            if file.exists() != (block.how == "full"):
                self.stumbles.append(f"{block.name} is written as {block.how}: {block.path}")
            file.parent.mkdir(exist_ok=True)
            file.write_text(block.text, "utf-8")
        else:
            lines, shown = file.read_text("utf-8").split("\n"), block.text.rstrip("\n").split("\n")
            anchor = shown[0] if block.how == "gone" else block.anchor
            if anchor not in lines:
                self.stumbles.append(f"{block.path} has no line {anchor!r} for {block.name}")
                return
            place = lines.index(anchor)
            start = place + 1 if block.how == "below" else place
            lines[start : place + 1] = [] if block.how == "gone" else shown
            file.write_text("\n".join(lines), "utf-8")
        take_photos(file.parent, block.text)

    def _slip(self, block: Block) -> str:
        """Make the slip that a message is about, hear what Sentra says, and take the slip back."""
        place, excerpt, *_ = [*block.text.splitlines(), ""]
        told = _MESSAGE.match(place)
        assert told, block.name
        before = {path: path.read_bytes() for path in self._content()}
        try:
            if told["code"] in self.slips:
                arguments = self.slips[told["code"]](self.root, self.language)
            else:
                _replace_line(self.root / told["path"], told["line"], excerpt.strip())
                arguments = ("check",)
            with self._with_own_values() if "--release" in arguments else nullcontext():
                run = sentra(*arguments, language=self.language)
            assert run.code, f"{block.name}: no fault was found"
            return run.err.replace(f"{self.root}/", "")
        finally:
            for path in self._content():
                if path not in before:
                    path.unlink()
            for path, data in before.items():
                path.write_bytes(data)

    def _content(self) -> list[Path]:
        return [path for path in sorted((self.root / "content").rglob("*")) if path.is_file()]


def _replace_line(file: Path, line: str, text: str) -> None:
    """Put a text in the place of a line, given by its number or, before it is known, by how it begins."""
    lines = file.read_text("utf-8").split("\n")
    place = (
        int(line) - 1
        if line.isdigit()
        else next(place for place, one in enumerate(lines) if one.lstrip().startswith(line))
    )
    margin = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
    lines[place] = margin + text
    file.write_text("\n".join(lines), "utf-8")


def _renew(block: Block, said: str) -> None:
    """Write into the chapter what was said, with what varies left open."""
    for pattern, sign in _VARIES:
        said = pattern.sub(sign, said)
    text = block.chapter.read_text("utf-8")
    for found in _BLOCK.finditer(text):
        if _block(block.chapter, text, found) == block:
            new = textwrap.indent(said.strip("\n") + "\n", found["margin"])
            start, end = found.span("text")
            block.chapter.write_text(text[:start] + new + text[end:], "utf-8")
            return


def take_photos(folder: Path, text: str) -> None:
    """Lay down each photo that a text names, as the handbook tells its readers to."""
    picture = BytesIO()
    Image.new("RGB", (1600, 1200), "sienna").save(picture, "JPEG")
    for name in _PHOTO.findall(text):
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(picture.getvalue())


_SOME = {
    "shops": ("koperasi-intako", "pusgitta", "toko-contoh-01", "toko-contoh-04"),
    "products": ("dompet", "contoh-dompet-01"),
    "places": (
        "bandara-juanda",
        "halte-tanggulangin",
        "jalan-kludan",
        "stasiun-sidoarjo",
        "stasiun-tanggulangin",
    ),
    "stories": ("koper-haji-1986",),
}
"""What there is of the larger kinds, in two languages: the site is checked dozens of times."""
_OTHERS = re.compile(r"(?m)^ *- \{kode: (?:ja|zh),.*\n|^ +(?:ja|zh): .*\n|, (?:ja|zh): [^,}\n]*")


def lay_out_site(root: Path) -> Path:
    """Make the site of a reader: settings and look of the real one, some of its entries, short texts."""
    for folder in ("templates", "assets"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "templates" / "share.svg").unlink()  # its pictures take minutes to draw
    for source in _sources():
        target = root / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text("utf-8")
        target.write_text(_shortened(text) if source.suffix == ".md" else _OTHERS.sub("", text), "utf-8")
    return root


def _sources() -> Iterator[Path]:
    content = ROOT / "content"
    yield from content.glob("*.yaml")
    pages = sorted({path.name.partition(".")[0] for path in (content / "pages").iterdir()})
    for kind, names in {**_SOME, "pages": pages}.items():
        for name in names:
            files = (content / kind / f"{name}{ending}" for ending in (".md", ".en.md"))
            yield from (file for file in files if file.is_file())


def _shortened(text: str) -> str:
    """Keep the fields of an entry, but not its text, which may lead to entries that are not here."""
    head, mark, body = text.partition("\n---\n")
    return f"{head}{mark}…\n" if body.strip() else text
