"""Drawing plaques at true size, ready for the maker."""

import json
from collections.abc import Sequence
from typing import get_args

from jinguo.plaques.enums import Direction
from jinguo.plaques.errors import PlaqueMisread
from jinguo.plaques.rules import GAP, Board, size_of
from jinguo.plaques.writers.faces import Form, check_all_drawable, compiled, faces_of

FORMATS: tuple[Form, ...] = get_args(Form)

_PAGES = """
#let board = json(bytes(sys.inputs.board))
#let texts = json(bytes(sys.inputs.texts))
#set text(font: board.faces, weight: "bold", lang: "zh", fallback: false,
  fill: rgb(board.ink), top-edge: "bounds", bottom-edge: "bounds")
#let edge = board.border * 1mm
#for one in texts {
  page(width: board.width * 1mm, height: board.height * 1mm, margin: 0mm,
    fill: rgb(board.ground))[
    #if board.border > 0 {
      place(top + left, dx: edge / 2, dy: edge / 2, rect(width: 100% - edge, height: 100% - edge,
        stroke: edge + rgb(board.border_colour)))
    }
    #set text(size: one.size * 1mm)
    #let letters = one.text.clusters().map(letter => [#letter])
    #let tracks = letters.map(letter => one.size * 1mm)
    #let gap = one.size * board.gap * 1mm
    #align(center + horizon, if board.vertical {
      grid(columns: one.size * 1mm, rows: tracks, align: center + horizon, row-gutter: gap,
        ..letters)
    } else {
      grid(rows: one.size * 1mm, columns: tracks, align: center + horizon, column-gutter: gap,
        ..letters)
    })
  ]
}
"""


def drawn(text: str, right: str, board: Board, form: Form) -> bytes:
    """The plaque as PDF or SVG (``FORMATS``) at true size, letters as outlines.

    ``right`` is what it must read. Raises ``PlaqueMisread`` for any other text, and what
    ``check_drawable`` raises.
    """
    if text != right:
        raise PlaqueMisread(text=text, right=right)
    return _compiled([text], board, form)[0]


def drawn_each(texts: Sequence[str], board: Board) -> list[bytes]:
    """An SVG of each plaque, in their order. Raises what ``check_drawable`` raises."""
    return _compiled(texts, board, "svg")


def drawn_together(texts: Sequence[str], board: Board) -> bytes:
    """One PDF with a page for each plaque. Raises what ``check_drawable`` raises."""
    return _compiled(texts, board, "pdf")[0]


def _compiled(texts: Sequence[str], board: Board, form: Form) -> list[bytes]:
    check_all_drawable(texts, board)
    told = {
        "board": {
            "faces": faces_of(board.typeface), "width": board.width, "height": board.height,
            "vertical": board.direction == Direction.VERTICAL, "ground": board.ground,
            "ink": board.ink, "border": board.border, "border_colour": board.border_colour,
            "gap": GAP,
        },
        "texts": [{"text": text, "size": size_of(board, text)} for text in texts],
    }  # fmt: skip
    inputs = {name: json.dumps(value) for name, value in told.items()}
    return compiled(_PAGES, form, inputs)
