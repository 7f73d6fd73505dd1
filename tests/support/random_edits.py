"""Edits by chance, as editors and designers make them: good ones, broken ones, and taken back."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from site_builder.render import pages as rendering
from tests.support.little_site import LittleSite, photo, product

_LONG_AGO_NS = 1_700_000_000 * 10**9
_SOURCES = ("content", "templates", "assets")
_FRESH_EVERY = 10


class Editor:
    """Changes a site step by step; the same seed makes the same changes."""

    def __init__(self, site: LittleSite, seed: int) -> None:
        self.site = site
        self.chance = random.Random(seed)
        self.kinds: tuple[Callable[[], str], ...] = (
            self._edit_text,
            self._edit_name,
            self._toggle_draft,
            self._toggle_sample,
            self._edit_price,
            self._edit_figure,
            self._add_product,
            self._copy_entry,
            self._rename,
            self._delete,
            self._toggle_translation,
            self._add_alias,
            self._edit_template,
            self._edit_words,
            self._edit_vocabulary,
            self._edit_asset,
            self._edit_photo,
            self._edit_settings,
            self._touch,
            self._harm_output,
            self._break,
            self._go_back,
        )
        self.kinds_done: set[str] = set()
        self._count = self._count_ns = 0
        self._past = [self._files()]

    def edit(self) -> str:
        """Make one to three changes; say which."""
        self._past.append(self._files())
        kinds = [
            self.kinds[self._count // 2 % len(self.kinds)]
            if self._count % 2
            else self.chance.choice(self.kinds)
        ]
        kinds += self.chance.choices(self.kinds, k=self.chance.choice((0, 0, 0, 1, 2)))
        said = []
        for kind in kinds:
            self.kinds_done.add(kind.__name__)
            said.append(f"{kind.__name__}: {kind()}")
        self._count += 1
        self._age_some()
        return "; ".join(said)

    def undo(self) -> None:
        """Bring the files back to what they were before the last step."""
        self._bring_back(self._past.pop())

    def _files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.site.root).as_posix(): path.read_bytes()
            for folder in _SOURCES
            for path in sorted((self.site.root / folder).rglob("*"))
            if path.is_file()
        }

    def _bring_back(self, files: dict[str, bytes]) -> None:
        now = self._files()
        for path in now.keys() - files.keys():
            self.site.remove(path)
        for path, data in files.items():
            if now.get(path) != data:
                self.site.write(path, data)

    def _age_some(self) -> None:
        """Let half of the changes look old, so that the scan trusts their times; no two times are alike."""
        before = self._past[-1]
        for path, data in self._files().items():
            if before.get(path) != data and self.chance.random() < 0.5:
                self._age(path)

    def _age(self, path: str) -> None:
        self._count_ns += 1
        moment = _LONG_AGO_NS + self._count_ns
        os.utime(self.site.root / path, ns=(moment, moment))

    def _some(self, pattern: str) -> str:
        found = [path for path in self._files() if re.fullmatch(pattern, path)]
        return self.chance.choice(found) if found else "content/pages/beranda.md"

    def _entry(self) -> str:
        return self._some(r"content/[a-z]+/[a-z0-9-]+\.md")

    def _number(self) -> int:
        return self.chance.randrange(1000)

    def _sub(self, path: str, pattern: str, new: str) -> str:
        text = self.site.read(path)
        self.site.write(path, re.sub(pattern, lambda _match: new, text, count=1, flags=re.MULTILINE))
        return path

    def _edit_text(self) -> str:
        path = self._some(r"content/.*\.md")
        links = ("", "[[product:koper]]", "[[shop:intako|toko]]", "[[figure:omzet-bulan]]", "[[place:taman]]")
        text = f"\nKalimat {self._number()} *miring* {self.chance.choice(links)} & <b>.\n"
        self.site.write(path, self.site.read(path) + text)
        return path

    def _edit_name(self) -> str:
        path = self._some(r"content/.*\.md")
        return self._sub(
            path, r"(?<=^nama: )[^\n]*|(?<=^judul: )[^\n]*|(?<=^name: )[^\n]*", f"Nama {self._number()}"
        )

    def _toggle(self, field: str) -> str:
        path = self._entry()
        text = self.site.read(path)
        line = f"{field}: ya\n"
        new = text.replace(line, "", 1) if f"\n{line}" in text else text.replace("---\n", f"---\n{line}", 1)
        self.site.write(path, new)
        return path

    def _toggle_draft(self) -> str:
        return self._toggle("draf")

    def _toggle_sample(self) -> str:
        return self._toggle("contoh")

    def _edit_price(self) -> str:
        return self._sub(
            self._some(r"content/products/.*\.md"), r"^harga: .*$", f"harga: {self._number() + 1}.000"
        )

    def _edit_figure(self) -> str:
        return self._sub(self._some(r"content/figures/.*"), r"^nilai: .*$", f"nilai: {self._number()}")

    def _add_product(self) -> str:
        number = self._number()
        self.site.write(path := f"content/products/baru-{number}.md", product(number))
        return path

    def _copy_entry(self) -> str:
        path = self._some(r"content/(stories|products|shops|places)/[a-z0-9-]+\.md")
        text = re.sub(r"^alias: .*\n", "", self.site.read(path), flags=re.MULTILINE)
        self.site.write(new := path.replace(".md", f"-{self._number()}.md"), text)
        return new

    def _rename(self) -> str:
        """Give an entry another id, most times in everything that names it too."""
        path = self._entry()
        old = path.removesuffix(".md")
        new = f"{old.rpartition('/')[0]}/nama-{self._number()}"
        renames_links = self.chance.random() < 0.8
        for file, data in self._files().items():
            if file.startswith((f"{old}.", f"{old}/")):
                self.site.remove(file)
                self.site.write(new + file.removeprefix(old), data)
        if renames_links:
            self._rename_links(old.rpartition("/")[2], new.rpartition("/")[2])
        return f"{old} to {new}"

    def _rename_links(self, old: str, new: str) -> None:
        for file, data in self._files().items():
            if file.startswith("content/") and file.endswith((".md", ".yaml")):
                text = re.sub(rf"(?<=[:\s\[]){re.escape(old)}(?=[\]|/,}}\n])", new, data.decode())
                if text.encode() != data:
                    self.site.write(file, text)

    def _delete(self) -> str:
        path = self._entry()
        for file in self._files():
            if file == path or file.startswith(
                (f"{path.removesuffix('.md')}.", f"{path.removesuffix('.md')}/")
            ):
                self.site.remove(file)
        return path

    def _toggle_translation(self) -> str:
        base = self._entry()
        path = base.replace(".md", ".en.md")
        if (self.site.root / path).exists():
            self.site.remove(path)
        else:
            self.site.write(path, f"---\nname: Name {self._number()}\n---\n\nSome *text*.\n")
        return path

    def _add_alias(self) -> str:
        path = self._entry()
        text = self.site.read(path)
        if "\nalias:" not in text:
            self.site.write(path, text.replace("---\n", f"---\nalias: [/dulu-{self._number()}/]\n", 1))
        return path

    def _edit_template(self) -> str:
        path = self._some(r"templates/[a-z_]+\.html|templates/macros/[a-z]+\.html")
        mark = self.chance.choice(("{# %d #}", "<!-- %d -->")) % self._number()
        return self._sub(path, r"(?=\{% (endblock|endmacro))", mark)

    def _edit_words(self) -> str:
        path = self._some(r"templates/locale/.*\.po")
        text = self.site.read(path)
        found = list(re.finditer(r'^msgstr "([^"%{}\\]+)"$', text, re.MULTILINE))
        match = self.chance.choice(found)
        self.site.write(path, f"{text[: match.start(1)]}Kata {self._number()}{text[match.end(1) :]}")
        return f"{path}: {match[1]}"

    def _edit_vocabulary(self) -> str:
        text = self.site.read("content/vocabulary.yaml")
        match = self.chance.choice(list(re.finditer(r"(?<=\{id: )[^,]+", text)))
        word = f"{match[0].split()[0]} {self._number()}"
        self.site.write("content/vocabulary.yaml", f"{text[: match.start()]}{word}{text[match.end() :]}")
        return match[0]

    def _edit_asset(self) -> str:
        kind = self.chance.choice(("css", "root", "new", "gone"))
        name = self.chance.choice("ab")
        match kind:
            case "css":
                path = self._some(r"assets/css/.*\.css")
                self.site.write(path, self.site.read(path) + f"/* {self._number()} */\n")
            case "root":
                self.site.write(path := f"assets/root/{name}.txt", str(self._number()))
            case "new":
                self.site.write(path := f"assets/img/{name}.svg", f"<svg>{self._number()}</svg>")
            case _:
                path = self._some(r"assets/(root|img)/[ab]\..*")
                if path.startswith("assets"):
                    self.site.remove(path)
        return f"{kind} {path}"

    def _edit_photo(self) -> str:
        path = self._some(r"content/.*\.(jpg|png)")
        if path.endswith(".md"):
            return "no photo is left"
        kind = "PNG" if path.endswith("png") else "JPEG"
        self.site.write(path, photo(kind, self.chance.randrange(256), (self.chance.randrange(20, 90), 30)))
        return path

    def _edit_settings(self) -> str:
        pattern, new = self.chance.choice(
            (
                (r"^isi_halaman: .*$", f"isi_halaman: {self.chance.randrange(1, 5)}"),
                (r"^  produk: .*$", f"  produk: {{id: produk-{self._number()}, en: products}}"),
                (r"^  cerita: .*$", f"  cerita: {{id: cerita, en: stories-{self._number()}}}"),
                (r"^menu: .*$", self.chance.choice(("menu: [toko, produk]", "menu: [tentang]"))),
                (
                    r"^alamat_situs: .*$",
                    self.chance.choice(("alamat_situs:", "alamat_situs: https://a.example/b/")),
                ),
                (r"^alamat_situs: .*$", "alamat_situs: https://example.org/"),
                (r"^slogan: .*$", f"slogan: {{id: Slogan {self._number()}, en: Slogan}}"),
            )
        )
        return self._sub("content/site.yaml", pattern, new)

    def _touch(self) -> str:
        for path in self._files():
            if self.chance.random() < 0.2:
                self._age(path)
        return "some files"

    def _harm_output(self) -> str:
        paths = [
            path for path in sorted(self.site.output.rglob("*")) if path.is_file() and path.name[0] != "."
        ]
        path = self.chance.choice(paths)
        if self.chance.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes() + b"by hand")
        return path.name

    def _break(self) -> str:
        path = self._entry()
        text = self.site.read(path)
        match self.chance.randrange(6):
            case 0:
                self.site.write(path, text.replace("---\n", "---\nprcie: 3\n", 1))
            case 1:
                self.site.write(path, f"{text}\n[[shop:tidak-ada]]\n")
            case 2:
                self.site.write(path, text.replace("---\n", "---\n\tnama: x\n", 1))
            case 3:
                self.site.write(path, text.encode("utf-16"))
            case 4:
                path = self._some(r"templates/[a-z_]+\.html")
                self.site.write(path, self.site.read(path) + "{% if %}")
            case _:
                path = self._some(r"templates/[a-z_]+page\.html")
                self._sub(path, r"(?=\{% endblock)", "{{ view.no_such_thing.at_all }}")
        return path

    def _go_back(self) -> str:
        index = self.chance.randrange(len(self._past))
        self._bring_back(self._past[index])
        return f"to what it was {len(self._past) - index} steps ago"


_renderer: rendering.Renderer | None = None


@contextmanager
def use_own_renderer(step: int) -> Iterator[None]:
    """Keep the compiled templates of clean builds apart from those of the builds they are compared with.

    Every few steps they are thrown away, so that nothing remembered in them can hide a fault.
    """
    global _renderer
    kept, rendering._renderer = rendering._renderer, _renderer if step % _FRESH_EVERY else None
    try:
        yield
    finally:
        _renderer, rendering._renderer = rendering._renderer, kept
