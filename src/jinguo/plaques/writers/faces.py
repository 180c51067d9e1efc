"""Whether a text can be drawn on this machine: faces of the class, and every character in one."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import typst

from jinguo.plaques.enums import Typeface
from jinguo.plaques.errors import CharacterMissing, FontMissing, TextTooLong
from jinguo.plaques.rules import LEAST, Board, size_of

Form = Literal["pdf", "svg"]
FACES: dict[Typeface, tuple[str, ...]] = {
    Typeface.SONG: (
        "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "STSong", "Songti SC",
        "SimSun", "SimSun-ExtB",
    ),
    Typeface.HEI: (
        "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "STHeiti", "Heiti SC", "SimHei",
        "Microsoft YaHei",
    ),
    Typeface.KAI: (
        "LXGW WenKai", "STKaiti", "Kaiti SC", "KaiTi", "FZKai-Z03", "AR PL UKai CN",
    ),
}  # fmt: skip
"""Chinese faces of each class in the order in which they are looked for."""
NOBODY = "\U0010ffff"
"""A character that no face has: whatever is drawn like it is missing."""
_IN_A_ROW = """
#let letters = json(bytes(sys.inputs.letters))
#set page(width: letters.len() * 20mm, height: 20mm, margin: 0mm)
#set text(font: json(bytes(sys.inputs.faces)), size: 10mm, weight: "bold", fallback: false)
#grid(columns: letters.len(), ..letters.map(one => [#one]))
"""
_GLYPH = re.compile(r'<use xlink:href="#([^"]+)"')


def check_drawable(text: str, board: Board) -> None:
    """Raises ``FontMissing``, ``CharacterMissing``, ``TextTooLong`` where it cannot be drawn."""
    check_all_drawable([text], board)


def check_all_drawable(texts: Sequence[str], board: Board) -> None:
    """The same of many texts; every character is looked for once."""
    faces_of(board.typeface)
    letters = "".join(sorted(set("".join(texts))))
    if missing := _missing(letters, board.typeface):
        raise CharacterMissing(
            characters="、".join(missing), typeface=Typeface(board.typeface).label
        )
    for text in texts:
        size = size_of(board, text)
        if size < LEAST:
            raise TextTooLong(text=text, size=size, least=LEAST)


def compiled(source: str, form: Form, inputs: dict[str, str]) -> list[bytes]:
    """What Typst makes of a source: a file, or of SVG one a page."""
    found = typst.compile(source.encode(), format=form, sys_inputs=inputs)
    return list(found) if isinstance(found, list) else [found]


@lru_cache(maxsize=len(Typeface))
def faces_of(typeface: Typeface) -> tuple[str, ...]:
    """The faces of a class that this machine has. Raises ``FontMissing``."""
    known = {one.family for one in typst.Fonts().fonts()}
    found = tuple(one for one in FACES[typeface] if one in known)
    if not found:
        raise FontMissing(typeface=typeface.label, faces="、".join(FACES[typeface]))
    return found


@lru_cache(maxsize=512)
def _missing(letters: str, typeface: Typeface) -> tuple[str, ...]:
    """Those of these characters that are drawn as the one that no face has."""
    row = [NOBODY, *letters]
    inputs = {"letters": json.dumps(row), "faces": json.dumps(faces_of(typeface))}
    glyphs = _GLYPH.findall(compiled(_IN_A_ROW, "svg", inputs)[0].decode())
    if len(glyphs) != len(row):  # some leave no trace at all, as a space does
        return tuple(one for one in letters if not one.isalnum())
    return tuple(one for one, glyph in zip(letters, glyphs[1:], strict=True) if glyph == glyphs[0])
