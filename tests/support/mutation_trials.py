"""Tries slips on the real content in memory: what is told, how near, and whether the hints mend it."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from msgspec.structs import replace

from site_builder.crew import Crew
from site_builder.freshness import Glance, glance
from site_builder.gather.content import Audience, gather_content, read_settings
from site_builder.gather.day import day_of_site
from site_builder.mending.tried import LANGUAGES, reading_of, tried
from site_builder.names import SourcePath
from site_builder.options import BuildOptions
from site_builder.prepare import prepare
from site_builder.problems import Problem, Refusal, Severity, has_errors, in_order
from site_builder.source.naming import DocumentName, name_document
from site_builder.source.scan import Snapshot, digest_of
from site_builder.source.text_bytes import decoded
from site_builder.store.code import code_digest
from site_builder.store.database import Store
from tests.support.little_site import photo
from tests.support.mutations import KINDS, Slip, slip
from tests.support.programs import ROOT

NOW = dt.datetime(2026, 11, 29, 5, tzinfo=dt.UTC)
MOST_PASTES = 6
"""An editor who has pasted so many hints into one file asks somebody."""

_SHOP = """\
---
nama: Bengkel Foto
ringkasan: "Tas dan dompet: dijahit di rumah, dijual di teras."
jenis: bengkel
kategori: [dompet, tas-wanita]
alamat: Jl. Kludan 5, Tanggulangin
telepon: 031-8951234
whatsapp: 0812-3456-7890
jam_buka: {senin-sabtu: 08.00-17.00, minggu: tutup}
lokasi: {lintang: -7.5069, bujur: 112.7051}
pembayaran: [tunai]
foto:
  - {berkas: bengkel-foto/depan.jpg, teks_alt: "Pintu bengkel, terbuka"}
  - {berkas: bengkel-foto/dalam.jpg, teks_alt: Meja jahit di dekat jendela}
---

Di dalam bengkel, di antara gulungan kulit:

![Dompet di atas meja](bengkel-foto/dalam.jpg)

Lihat juga [[page:kulit-asli]].
"""
_PRODUCT = """\
---
nama: Dompet koin Melati
ringkasan: Dompet kecil dari sisa potongan kulit sapi.
toko: bengkel-foto
kategori: dompet
bahan: [kulit-sapi, kanvas]
warna: [hitam]
harga: 35.000
ukuran_cm: {lebar: 9, tinggi: 8, tebal: 2}
pesanan_minimum: 300
lama_pengerjaan_hari: 14-21
---

Dibuat di [[shop:bengkel-foto]].
"""


@dataclass(frozen=True)
class Trial:
    slip: Slip
    problems: tuple[Problem, ...]
    crash: str = ""
    pastes: int = 0
    """The number of hints that could be pasted in, one after the other."""
    is_mended: bool = False
    """Whether the site builds after these."""

    @property
    def is_valid(self) -> bool:
        return not self.problems

    @property
    def is_near(self) -> bool:
        """Whether something is told in the file within one line of the slip."""
        first, last = self.slip.first - 1, self.slip.last + 1
        return any(p.at.path == self.slip.path and first <= p.at.line <= last for p in self.problems)


class Bed:
    """The site's content, with a shop that has photos, in which files can be changed without the disk.

    Without `assets`: making them smaller would take half the time, and no slip of an editor is in them.
    """

    def __init__(self, root: Path) -> None:
        for folder in ("content", "templates"):
            shutil.copytree(ROOT / folder, root / folder, ignore=_most_samples)
        (root / "content/shops/bengkel-foto.md").write_text(_SHOP, "utf-8")
        (root / "content/products/dompet-koin-melati.md").write_text(_PRODUCT, "utf-8")
        (root / "content/shops/bengkel-foto").mkdir()
        for place, name in enumerate(("depan", "dalam")):
            data = photo("JPEG", 90 * place, (60, 40))
            (root / f"content/shops/bengkel-foto/{name}.jpg").write_bytes(data)
        self.options = BuildOptions(
            root=root,
            output=root / "output",
            now=NOW,
            base_url="https://example.org/",
            drafts=True,
            jobs=1,
            use_cache=False,
            strict=False,
            release=False,
            preview=True,
            weighs=False,
        )
        self.store = Store(None, "")
        self.seen = glance(self.options, self.store)
        self.valid = frozenset(_about(problem) for problem in self.faults({}))

    @cached_property
    def texts(self) -> dict[str, bytes]:
        """Give the files that an editor may slip in."""
        return {
            path: self.seen.snapshot.read(path)
            for path in self.seen.snapshot.stats
            if path.startswith("content/") and path.endswith((".md", ".yaml"))
        }

    def changed(self, files: dict[str, bytes]) -> Snapshot:
        snapshot = self.seen.snapshot
        stats, kept = dict(snapshot.stats), dict(snapshot.kept)
        for path, data in files.items():
            key = SourcePath(path)
            stats[key] = replace(stats[key], digest=digest_of(data), size=len(data))
            kept[key] = data
        return replace(snapshot, stats=stats, kept=kept)

    def faults(self, files: dict[str, bytes], *, in_full: bool = True) -> tuple[Problem, ...]:
        """Find what a build would tell with these files changed; not `in_full`, no links of a broken site."""
        snapshot = self.changed(files)
        code = code_digest()
        with Crew(1) as crew:
            try:
                config, found = read_settings(snapshot, code, self.store, crew)
                audience = Audience(day_of_site(config, NOW), shows_drafts=True)
                _, more = gather_content(snapshot, config, audience, code, self.store, crew)
                if in_full or not has_errors((*found, *more)):
                    return prepare(self.options, Glance(snapshot, (), 0), self.store, crew).problems
            except Refusal as refusal:
                return refusal.problems
        return in_order((*found, *more))

    def new_faults(self, files: dict[str, bytes], *, in_full: bool = True) -> tuple[Problem, ...]:
        found = self.faults(files, in_full=in_full)
        return tuple(problem for problem in found if _about(problem) not in self.valid)

    def slips(self, count: int, seed: int) -> list[Slip]:
        """Make slips of all kinds in turn, in files taken by chance."""
        chance = Random(seed)
        paths = sorted(self.texts)
        often = [path for path in paths if "bengkel-foto" in path or "melati" in path or path.count("/") == 1]
        made: list[Slip] = []
        kinds = list(KINDS)
        while len(made) < count:
            kind = kinds[len(made) % len(kinds)]
            for _ in range(2000):
                path = chance.choice(often if chance.random() < 0.25 else paths)
                new = slip(kind, path, self.texts[path], chance)
                if new is not None and new.data != self.texts[path]:
                    made.append(new)
                    break
            else:
                raise AssertionError(f"no file has a place for: {kind}")
        return made

    def trial(self, one: Slip) -> Trial:
        """Try a slip, then paste the hints of errors for as long as there are any."""
        try:
            problems = self.new_faults({one.path: one.data})
            if not has_errors(problems):
                return Trial(one, problems)
            data: bytes = one.data
            left, pastes = problems, 0
            while has_errors(left) and pastes < MOST_PASTES:
                pasted = paste(one.path, data, left)
                if pasted is None:
                    break
                data, pastes = pasted, pastes + 1
                left = self.new_faults({one.path: data}, in_full=False)
        except Exception as error:  # noqa: BLE001  a crash is what is looked for
            return Trial(one, (), crash=f"{type(error).__name__}: {error}")
        return Trial(one, problems, pastes=pastes, is_mended=not has_errors(left))


def _most_samples(_folder: str, names: list[str]) -> list[str]:
    """Leave out all but a few of the made-up entries: they are one like the other, and each costs time."""
    return [name for name in names if re.match(r"contoh-.*(0[2-9]|1\d)\.", name)]


def paste(path: str, data: bytes, problems: Sequence[Problem]) -> bytes | None:
    """Do what the first hint with something to paste says; nothing where there is none."""
    text = decoded(SourcePath(path), data)
    if isinstance(text, Problem):
        return data.decode("cp1252").encode() if text.key == "file-encoding.ansi" else None
    reading = reading_of(document_name(path), text.encode(), LANGUAGES)
    for problem in problems:
        if problem.at.path == path and problem.severity is Severity.ERROR:
            step = tried(problem, reading)
            if step is not None:
                return step.after.data
    return None


def document_name(path: str) -> DocumentName:
    """Name a file of the real content."""
    name = name_document(SourcePath(path), LANGUAGES)
    assert isinstance(name, DocumentName)
    return name


def _about(problem: Problem) -> tuple[str, str, int]:
    return problem.at.path, problem.key, problem.at.line


def share_near(trials: Sequence[Trial]) -> float:
    """Give the share of slips that are told where they are, or leave all as valid as it was."""
    return sum(trial.is_near or (trial.is_valid and not trial.crash) for trial in trials) / len(trials)


def share_mended(trials: Sequence[Trial]) -> float:
    """Give the share of slips with errors that are gone once the hints are pasted."""
    refused = [trial for trial in trials if has_errors(trial.problems)]
    return sum(trial.is_mended for trial in refused) / len(refused)


def table(trials: Iterable[Trial]) -> str:
    """Write the figures by kind of slip."""
    rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for trial in trials:
        for name in (trial.slip.kind, "ALL"):
            row = rows[name]
            row["slips"] += 1
            row["crash"] += bool(trial.crash)
            row["valid"] += trial.is_valid and not trial.crash
            row["near"] += trial.is_near
            row["far"] += not trial.is_near and not trial.is_valid
            row["refused"] += has_errors(trial.problems)
            row["pasted"] += trial.pastes > 0
            row["mended"] += trial.is_mended
            row["told"] += len(trial.problems)
    columns = ("slips", "crash", "valid", "near", "far", "refused", "pasted", "mended", "told")
    lines = [f"{'kind':24}" + "".join(f"{name:>9}" for name in columns)]
    for kind, counts in sorted(rows.items()):
        lines.append(f"{kind:24}" + "".join(f"{counts[name]:9}" for name in columns))
    return "\n".join(lines)
