"""Draws share pictures: a template makes the SVG, all of it outlines, and one engine makes the pixels."""

from __future__ import annotations

import io
import re
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

import jinja2
from markupsafe import Markup

from site_builder.crew import Crew
from site_builder.names import Digest, OutPath, SourcePath
from site_builder.plan.shares import TEMPLATE
from site_builder.plan.tasks import ShareTask
from site_builder.plan.views.shares import SharePicture
from site_builder.problems import Problem, Span
from site_builder.render.lettering import Block, Unwritable, Weight, fit
from site_builder.render.pages import RenderSetup
from site_builder.source.scan import Snapshot, read_as_seen

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE = (1200, 630)
HORIZON, PHOTO_HORIZON = 296, 366
"""How far down the line runs that a drawing or a photo stands on."""
SQUARE = (285, 915)
"""From left to right what is left where a picture is cut to a square: all words and the photo are within."""
_ABOVE_PHOTO_PX, _MAT_PX = 26, 8
"""A photo stands like a print: with a margin of paper, and air above it."""
_WIDEST_PX = 1600
"""Enough for the box out of a wide photo; more would only take memory."""
_COLOURS = 48
_COLOURS_WITH_PHOTO = 192
_NO_LINES = Block(1.0, ())
_SYMBOL = re.compile(r'<symbol id="(?P<id>[^"]+)"[^>]*>(?P<inner>.*?)</symbol>', re.DOTALL)


_CHUNK, _WORTH = 8, 24
"""A picture takes a tenth of a second, the engine in a process of its own one second to start."""


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """The process that draws reads the file."""

    root: Path
    path: SourcePath
    digest: Digest


@dataclass(frozen=True, slots=True)
class ShareJob:
    out: OutPath
    origin: SourcePath
    picture: SharePicture
    photo: PhotoFile | None = None


Drawn: TypeAlias = tuple[OutPath, bytes]


def share_jobs(tasks: Iterable[ShareTask], snapshot: Snapshot) -> list[ShareJob]:
    """Name what each picture is drawn from."""
    return [ShareJob(task.out, task.origin, task.picture, _photo_file(task, snapshot)) for task in tasks]


def make_shares(jobs: Sequence[ShareJob], setup: RenderSetup, crew: Crew) -> Iterator[Drawn | Problem]:
    """Draw the pictures, in the order of `jobs`."""
    yield from crew.map(_draw, [(setup, job) for job in jobs], chunk=_CHUNK, worth=_WORTH)


def _photo_file(task: ShareTask, snapshot: Snapshot) -> PhotoFile | None:
    if task.photo is None:
        return None
    return PhotoFile(snapshot.root, task.photo, snapshot.digest(task.photo))


def _draw(work: Sequence[tuple[RenderSetup, ShareJob]]) -> list[Drawn | Problem]:
    return [draw_share(setup, job, _read(job.photo)) for setup, job in work]


def _read(photo: PhotoFile | None) -> bytes | None:
    return None if photo is None else read_as_seen(photo.root, photo.path, photo.digest)


def draw_share(setup: RenderSetup, job: ShareJob, photo: bytes | None = None) -> Drawn | Problem:
    """Draw one picture: the same bytes on every machine with the same packages."""
    import vl_convert  # 30 MB, only where a picture is drawn

    try:
        svg = share_svg(setup, job.picture)
        pixels = vl_convert.svg_to_png(svg, scale=1.0, ppi=72.0)
    except Exception as error:  # noqa: BLE001  a template can fail in any way; name the place, go on
        return _fault(error, job)
    return job.out, _small(pixels, photo, job.picture.colours.paper)


def share_svg(setup: RenderSetup, picture: SharePicture) -> str:
    """Fill in the template; a text that no face can write is left out."""
    studio = _studio_of(setup)

    def lettered(text: str, weight: Weight, width: float, sizes: Sequence[float], height: float = 0) -> Block:
        try:
            return fit(" ".join(text.split()), picture.lang, weight, width, sizes, height)
        except Unwritable:
            return _NO_LINES

    def symbol(name: str) -> Markup:
        return Markup(studio.symbols.get(name, ""))  # noqa: S704  the site's own drawing

    template = studio.environment.get_template(TEMPLATE)
    horizon = PHOTO_HORIZON if picture.photo else HORIZON
    return template.render(view=picture, lettered=lettered, symbol=symbol, horizon=horizon)


@dataclass(frozen=True, slots=True)
class _Studio:
    """What pictures of one site are drawn with."""

    digest: Digest
    environment: jinja2.Environment
    symbols: dict[str, str]


_studio: _Studio | None = None
"""Of this process, kept from one picture to the next."""


def _studio_of(setup: RenderSetup) -> _Studio:
    """Prepare the templates as pages have them, but without `chrome`: no picture hangs on a stylesheet."""
    global _studio  # noqa: PLW0603  one per process, and a process does one thing at a time
    if _studio is None or _studio.digest != setup.digest:
        environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(lambda name: _source(setup, name)),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        symbols = {found["id"]: found["inner"] for found in _SYMBOL.finditer(setup.drawings)}
        _studio = _Studio(setup.digest, environment, symbols)
    return _studio


def _source(setup: RenderSetup, name: str) -> tuple[str, str, None] | None:
    text = setup.templates.get(name)
    return None if text is None else (text, f"templates/{name}", None)


def photo_box(size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Give the place of a photo: on the line, in the middle, whole unless it is upright or very wide."""
    left, right = SQUARE
    bottom = PHOTO_HORIZON - 2  # the line lies half above
    high = bottom - _ABOVE_PHOTO_PX
    wide = min(max(round(high * size[0] / size[1]), high), right - left - 2 * _MAT_PX)
    left = (SIZE[0] - wide) // 2
    return left, bottom - high, left + wide, bottom


def _small(png: bytes, photo: bytes | None, paper: str) -> bytes:
    """Give the picture with few colours: a fifth of the bytes, and no eye sees it in flat grounds."""
    from PIL import Image, ImageOps

    from site_builder.media.pixels import upright

    image = Image.open(io.BytesIO(png)).convert("RGB")
    if photo is not None:
        pixels, _ = upright(photo, _WIDEST_PX)
        box = photo_box(pixels.size)
        size = (box[2] - box[0], box[3] - box[1])
        fitted = ImageOps.fit(pixels, size, Image.Resampling.LANCZOS).convert("RGBA")
        if fitted.getchannel("A").getextrema() == (255, 255):  # what is cut out stands by itself
            image.paste(paper, (box[0] - _MAT_PX, box[1] - _MAT_PX, box[2] + _MAT_PX, box[3]))
        image.paste(fitted, box[:2], fitted)
    if photo is None:
        few = image.quantize(palette=_palette_of(image), dither=Image.Dither.NONE)
    else:
        few = image.quantize(_COLOURS_WITH_PHOTO, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", compress_level=6)  # 9 takes five times as long and saves a seventh
    return out.getvalue()


def _palette_of(image: Image) -> Image:
    """Give the commonest colours as they are: grounds keep theirs to the last bit."""
    from PIL import Image as Images

    counted = sorted(image.getcolors(SIZE[0] * SIZE[1]) or (), key=lambda one: (-one[0], one[1]))
    palette = Images.new("P", (1, 1))
    palette.putpalette([part for _, colour in counted[:_COLOURS] for part in cast("tuple[int, ...]", colour)])
    return palette


def _fault(error: Exception, job: ShareJob) -> Problem:
    at = Span(f"templates/{TEMPLATE}")
    if isinstance(error, jinja2.TemplateSyntaxError):
        at = Span(f"templates/{error.name or TEMPLATE}", error.lineno)
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith("templates/"):
            at = Span(frame.filename, frame.lineno or 1)
    reason = str(error).strip() or type(error).__name__
    return Problem("template-fault", at, values={"reason": reason, "page": job.out, "origin": job.origin})
