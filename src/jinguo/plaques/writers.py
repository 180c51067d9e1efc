"""Drawing a plaque at true size, ready for the maker."""

from functools import lru_cache
from typing import Literal, get_args

import typst

from jinguo.plaques.errors import FontMissing, PlaqueMisread
from jinguo.plaques.rules import GAP, HEIGHT, WIDTH, size_of

Form = Literal["pdf", "svg"]
FORMATS: tuple[Form, ...] = get_args(Form)
FACES = (
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "STSong",
    "Songti SC",
    "SimSun",
)
"""Chinese Song faces (宋体) in the order in which they are looked for."""


def drawn(text: str, right: str, form: Form) -> bytes:
    """The plaque as PDF or SVG (``FORMATS``), 350 × 2000 mm, one character below the other.

    ``right`` is what it must read. Raises ``PlaqueMisread`` for any other text, and
    ``FontMissing`` where this machine has no Chinese Song face.
    """
    if text != right:
        raise PlaqueMisread(text=text, right=right)
    return typst.compile(_source(text).encode(), format=form)


@lru_cache(maxsize=1)
def _face() -> str:
    known = {one.family for one in typst.Fonts().fonts()}
    face = next((one for one in FACES if one in known), "")
    if not face:
        raise FontMissing(faces="、".join(FACES))
    return face


def _source(text: str) -> str:
    """The page in Typst; names of places have letters only, so that nothing can end a bracket."""
    size = size_of(text)
    letters = ", ".join(f"[{letter}]" for letter in text if letter.isalpha())
    return f"""
#set page(width: {WIDTH}mm, height: {HEIGHT}mm, margin: 0mm, fill: white)
#set text(font: "{_face()}", size: {size}mm, weight: "bold", lang: "zh",
  top-edge: "bounds", bottom-edge: "bounds")
#align(center + horizon, grid(columns: {size}mm, rows: {size}mm, align: center + horizon,
  row-gutter: {size * GAP:.1f}mm, {letters}))
"""
