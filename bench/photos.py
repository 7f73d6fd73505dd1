"""The pictures of N photos of 12 megapixels, made by both generators: time for each photo, as a ratio.

Both make the same: four widths in AVIF, WebP and JPEG, by Lanczos, at the qualities that Sentra asks for.
Hugo's encoder of AVIF is WebAssembly; it takes its own speed, Sentra's is given one (`media/encode.py`).
Every third photo lies on its side, as phones write them, and each says where it was taken: Sentra's
pictures have to stand upright and tell nothing.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops, ImageFilter

from bench import program
from bench.hugo_site import hugo_binary
from bench.measure import BuildFailed, Cost, Site, forget, run
from bench.table import HUGO, SENTRA
from site_builder.media.encode import ENCODERS
from site_builder.media.layouts import WIDTHS_PX

CORPUS = Path(__file__).with_name("corpus")
SIZE_PX = (4000, 3000)
SCENES = 8
FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
TELLING = {"exif", "xmp", "icc_profile", "comment", "photoshop"}
"""Where formats keep what is no picture."""
_EMBED = """\
{% macro embed(e) %}
{% for picture in e.pictures %}{{ (picture|laid_out("text")).srcset }}{% endfor %}
{% endmacro %}
"""
_HUGO_PAGE = """\
{{{{ range resources.Match "*.jpg" }}}}{{{{ $photo := . }}}}{{{{ range slice {specs} }}}}
{{{{ ($photo.Resize .).RelPermalink }}}}{{{{ end }}}}{{{{ end }}}}
"""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.photos", description=__doc__)
    parser.add_argument("--photos", type=int, default=4, metavar="N", help="how many photos; 4")
    parser.add_argument(
        "--hugo", type=int, metavar="M", help="Hugo makes only so many, where N takes it hours"
    )
    parser.add_argument(
        "--photographs", metavar="DIR", help="real photographs, scaled, take turns with drawn ones"
    )
    options = parser.parse_args(arguments)
    CORPUS.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=CORPUS) as folder:
        try:
            of_hugo, real = options.hugo or options.photos, photographs_in(options.photographs)
            print(compare(options.photos, of_hugo, Path(folder), real), flush=True)
        except BuildFailed as fault:
            print(fault, file=sys.stderr)
            return 1
    return 0


def photographs_in(folder: str | None) -> tuple[Path, ...]:
    if folder is None:
        return ()
    return tuple(sorted(path for path in Path(folder).iterdir() if path.suffix in {".jpg", ".png"}))


def compare(photos: int, of_hugo: int, folder: Path, photographs: Sequence[Path] = ()) -> str:
    """Build both sites cold, then again, and set the costs of a photo beside each other."""
    print(f"{photos:,} photos of 12 megapixels: drawing them …", file=sys.stderr, flush=True)
    program.copy_program(folder / "program")
    sites = write_sites(photos, of_hugo, folder, photographs)
    lines = [f"{photos:,} photos of 12 megapixels, {len(WIDTHS_PX) * len(FORMATS)} pictures of each"]
    for mode in ("cold", "unchanged"):
        costs: list[Cost] = []
        for site, count in zip(sites, (photos, of_hugo), strict=True):
            if mode == "cold":
                forget(site)
            costs.append(run(site).shared_by(count))
            check(site, count)
        ours, theirs = costs
        parts = (mode, _each(SENTRA, ours), _each(HUGO, theirs), _ratio(ours, theirs))
        lines.append("   ".join(parts))
    return "\n".join(lines)


def _each(tool: str, cost: Cost) -> str:
    return f"{tool} {cost.wall_s:.4f} s a photo ({cost.cpu_s:.4f} s cpu, {cost.rss_mb:.0f} MB)"


def _ratio(ours: Cost, theirs: Cost) -> str:
    return f"ratio {ours.wall_s / theirs.wall_s:.2f} wall, {ours.cpu_s / theirs.cpu_s:.2f} cpu"


def write_sites(
    photos: int, of_hugo: int, folder: Path, photographs: Sequence[Path] = ()
) -> tuple[Site, Site]:
    ours, theirs = folder / SENTRA, folder / HUGO
    names = [f"{number:04}.jpg" for number in range(photos)]
    for number, name in enumerate(names):
        taken = io.BytesIO()
        draw(number, photographs).save(
            taken, "JPEG", quality=90, exif=written_by_a_phone(turned=lies(number))
        )
        for place in (ours / "content/pages/foto", theirs / "assets")[: 2 if number < of_hugo else 1]:
            place.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(taken.getvalue())
    _write(ours / "content/site.yaml", "name: Foto\nlanguages: [{code: en, name: English}]\n")
    listed = "".join(f"  - {{file: foto/{name}, alt: Foto}}\n" for name in names)
    _write(ours / "content/pages/foto.md", f"---\ntitle: Foto\nphotos:\n{listed}---\n\n[[photos]]\n")
    _write(ours / "templates/embeds.html", _EMBED)
    for template, text in (("page", "{{ body(view.entry.body) }}"), ("home", "Foto"), ("404", "404")):
        _write(ours / f"templates/{template}.html", text)
    specs = " ".join(
        f'"{width}x {form} q{ENCODERS[form].qualities[0]} Lanczos"' for width in WIDTHS_PX for form in FORMATS
    )
    kinds = ", ".join(f'"{kind}"' for kind in ("taxonomy", "term", "rss", "sitemap", "404", "section"))
    _write(theirs / "hugo.toml", f'baseURL = "https://hugo.example/"\ndisableKinds = [{kinds}]\n')
    _write(theirs / "layouts/index.html", _HUGO_PAGE.format(specs=specs))
    sentra = Site(
        SENTRA,
        ours,
        program.command("build", "--root", str(ours), "-q"),
        (".cache", "output", ".output.spare"),
        ours / "content/pages/foto.md",
        environment=program.environment(folder / "program"),
    )
    folders = ("--source", str(theirs), "--destination", "output", "--cacheDir", str(theirs / "cache"))
    hugo = Site(
        HUGO,
        theirs,
        (str(hugo_binary()), *folders, "--quiet"),
        ("cache", "output", "resources"),
        theirs / "layouts/index.html",
    )
    return sentra, hugo


def check(site: Site, photos: int) -> None:
    """Raise `BuildFailed` unless the site has every picture, in its format; Sentra's upright and mute."""
    for form, name in FORMATS.items():
        found = sorted((site.root / site.output).rglob(f"*.{form}"))
        widths = []
        standing = 0
        for path in found:
            with Image.open(path) as picture:
                widths.append(picture.width if picture.format == name else 0)
                standing += picture.height > picture.width
                if site.tool == SENTRA and TELLING & picture.info.keys():
                    raise BuildFailed(f"{path.name} tells {sorted(TELLING & picture.info.keys())}")
        if sorted(widths) != sorted(WIDTHS_PX * photos):
            raise BuildFailed(f"{site.tool} made {len(found)} pictures in {name}, of {sorted(set(widths))}")
        if site.tool == SENTRA and standing != len(WIDTHS_PX) * sum(map(lies, range(photos))):
            raise BuildFailed(f"{standing} of {len(found)} pictures in {name} stand upright")


def lies(number: int) -> bool:
    """Whether the phone was held upright, so that its sensor lay."""
    return number % 3 == 1


def written_by_a_phone(*, turned: bool) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6 if turned else 1
    exif.get_ifd(0x8825).update({1: "S", 2: (7.0, 30.0, 21.0), 3: "E", 4: (112.0, 42.0, 9.0)})
    return exif


def draw(number: int, photographs: Sequence[Path] = ()) -> Image.Image:
    """Draw a photo: one of a few scenes, seen from another place, as drawing each anew would take longest.

    Some of the scenes are `photographs`, where there are any.
    """
    turn = number % (SCENES + len(photographs))
    scene = scene_of(turn, SIZE_PX) if turn < SCENES else scaled(photographs[turn - SCENES], SIZE_PX)
    width, height = SIZE_PX
    return ImageChops.offset(scene, number * 37 % width, number * 23 % height)


@lru_cache(maxsize=SCENES)
def scaled(photograph: Path, size_px: tuple[int, int]) -> Image.Image:
    with Image.open(photograph) as image:
        return image.convert("RGB").resize(size_px, Image.Resampling.LANCZOS)


@lru_cache(maxsize=SCENES)
def scene_of(seed: int, size_px: tuple[int, int]) -> Image.Image:
    """Draw gradients, grain and edges: about as hard to encode as a photo of a shop."""
    chance = random.Random(seed)
    channels = []
    for _ in range(3):
        coarse = _noise(chance, 25, 19).resize(size_px, Image.Resampling.BICUBIC)
        grain = _noise(chance, size_px[0] // 8, size_px[1] // 8).resize(size_px)
        gradient = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(size_px)
        channels.append(Image.blend(Image.blend(coarse, gradient, 0.5), grain.filter(ImageFilter.BLUR), 0.12))
    image = Image.merge("RGB", channels)
    edges = _noise(chance, 12, 9).resize(size_px, Image.Resampling.NEAREST)
    return ImageChops.multiply(image, Image.merge("RGB", (edges.point(lambda value: 128 + value // 2),) * 3))


def _noise(chance: random.Random, width: int, height: int) -> Image.Image:
    return Image.frombytes("L", (width, height), chance.randbytes(width * height))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
