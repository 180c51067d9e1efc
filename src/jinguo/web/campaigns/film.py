"""The film of a campaign: every day of it one after the other, and stills where nothing plays."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from jinguo.campaigns.queries.film import film as days_of_campaign
from jinguo.campaigns.queries.status import Status
from jinguo.campaigns.queries.townships import townships
from jinguo.kernel.clock import today
from jinguo.kernel.language import day_in_words
from jinguo.web.base.campaigns import campaign_or_404
from jinguo.web.base.days import days_of
from jinguo.web.base.request import Request
from jinguo.web.campaigns.stills import Still, still
from jinguo.web.campaigns.tiles import GONE, LOOKS, NOT_ASKED, Look, heads, key

WEEK = 7
ALL_LOOKS = {**LOOKS, NOT_ASKED: GONE}


@dataclass(frozen=True, slots=True)
class Spot:
    """A unit of the film: ``letters`` has its look on each day, ``look`` that of the day shown."""

    name: str
    head: bool
    letters: str
    look: Look


@dataclass(frozen=True, slots=True)
class Tile:
    """A township with its units, those of other days among them."""

    name: str
    squares: list[Spot]


def film(request: Request, slug: str) -> HttpResponse:
    """The days of the campaign; which of them is shown first, the address says, else the last."""
    one = campaign_or_404(request, slug)
    days = days_of(request)
    frames = days_of_campaign(one, today(), reader=request.actor)
    at = _at(frames, days.day) if days.past else len(frames) - 1
    context: dict[str, Any] = {"campaign": one, "days": days, "frames": frames}
    if frames:
        context |= {
            "at": at,
            "end": len(frames) - 1,
            "shown": frames[at],
            "told": _told(frames[at]),
            "chosen": days.past,
            "tiles": _tiles(frames, at),
            "looks": LOOKS.values(),
            "data": json.dumps([_told(frame) for frame in frames], ensure_ascii=False),
            "signs": json.dumps({letter: _look(look) for letter, look in ALL_LOOKS.items()}),
            "stills": _stills(frames),
        }
    return render(request, "campaigns/film.html", context)


def _at(frames: Sequence[Status], day: date) -> int:
    """The frame of a day; the first or the last where it lies outside."""
    if not frames:
        return 0
    return min(max((day - frames[0].day).days, 0), len(frames) - 1)


def _told(frame: Status) -> list[str | int]:
    """A frame as the player reads it: day, day in words, done, asked, overdue, sent back."""
    return [
        frame.day.isoformat(),
        day_in_words(frame.day),
        frame.done,
        len(frame.units),
        sum(bool(one.overdue) for one in frame.units),
        sum(bool(one.returned) for one in frame.units),
    ]


def _look(look: Look) -> list[str | Promise]:
    return [look.state, look.sign, str(look.words)]


def _tiles(frames: Sequence[Status], at: int) -> list[Tile]:
    """The townships of the last day, then units that only stood on earlier ones, by code."""
    letters: dict[int, list[str]] = {}
    for number, frame in enumerate(frames):
        for one in frame.units:
            unit = letters.setdefault(one.unit.federation_id, [NOT_ASKED] * len(frames))
            unit[number] = key(one)
    shown: set[int] = set()
    tiles: dict[str, Tile] = {}
    for frame in (frames[-1], *frames):
        fresh = [one for one in frame.units if one.unit.federation_id not in shown]
        if not fresh:
            continue
        for township in townships(Status(frame.campaign, frame.day, tuple(fresh))):
            tile = tiles.setdefault(township.prefix, Tile(township.name, []))
            for one in township.units:
                days = "".join(letters[one.unit.federation_id])
                tile.squares.append(
                    Spot(one.unit.place.short, heads(one), days, ALL_LOOKS[days[at]])
                )
                shown.add(one.unit.federation_id)
    return [tile for _prefix, tile in sorted(tiles.items())]


def _stills(frames: Sequence[Status]) -> list[Still]:
    """One day a week, and the last."""
    return [still(frame) for frame in (*frames[:-1:WEEK], frames[-1])]
