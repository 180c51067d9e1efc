"""Photos as they come from a phone: turned right, shrunk, without what the camera noted."""

import hashlib
import io
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from jinguo.files.errors import NoPhoto, PhotoHeic, PhotoTooLarge, PhotoUnreadable
from jinguo.files.rules import look_of

LARGEST = 40 * 1024 * 1024
"""Bytes that are taken in at all."""
PIXELS = 120_000_000
"""Points of a picture before it is shrunk; more is no camera's but a trap."""
LONG_SIDE = 1600
"""Points of the longer side of what is kept: enough for a page of A4."""
QUALITY = 82
SMALL_SIDE = 480
"""Points of the longer side where a photo stands in a list."""
_FORMATS = ("JPEG", "PNG", "WEBP")
_ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is kept of a photo: a JPEG, its look, and when and where it was taken, if it says so."""

    content: bytes
    width: int
    height: int
    look: int
    original_digest: str
    taken_at: datetime | None
    latitude: float | None
    longitude: float | None


def read_photo(name: str, content: bytes) -> Picture:
    """Raises ``NoPhoto``, ``PhotoHeic``, ``PhotoUnreadable``, ``PhotoTooLarge``."""
    if len(content) > LARGEST:
        raise PhotoTooLarge(name=name, limit="40 MB")
    if content[4:8] == b"ftyp" and content[8:11] in (b"hei", b"hev", b"mif"):
        raise PhotoHeic(name=name)
    if kind := _other_kind(content):
        raise NoPhoto(name=name, kind=kind)
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as found:
            if found.width * found.height > PIXELS:
                raise PhotoTooLarge(name=name, limit=_("120 million points"))
            noted = found.getexif()
            found.draft("RGB", (LONG_SIDE, LONG_SIDE))
            turned = _flat(ImageOps.exif_transpose(found))
    except UnidentifiedImageError as error:
        if content[:2] == b"\xff\xd8" or content[:4] == b"\x89PNG":
            raise PhotoUnreadable(name=name) from error
        raise NoPhoto(name=name, kind=_("another kind of file")) from error
    except Image.DecompressionBombError as error:
        raise PhotoTooLarge(name=name, limit=_("120 million points")) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise PhotoUnreadable(name=name) from error
    turned.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    turned.save(kept, "JPEG", quality=QUALITY, optimize=True)
    latitude, longitude = _place(noted)
    return Picture(
        kept.getvalue(), turned.width, turned.height, _look(turned),
        hashlib.sha256(content).hexdigest(), _moment(noted), latitude, longitude,
    )  # fmt: skip


def small(content: bytes) -> bytes:
    """A kept photo as lists show it: a fraction of the bytes, for a phone in the fields."""
    kept = io.BytesIO()
    with Image.open(io.BytesIO(content), formats=("JPEG",)) as found:
        found.draft("RGB", (SMALL_SIDE, SMALL_SIDE))
        found.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
        found.save(kept, "JPEG", quality=75, optimize=True)
    return kept.getvalue()


def _other_kind(content: bytes) -> str:
    """What a file is that is surely no photo of ours; empty where it may be one."""
    head = content[:512].lstrip()
    if not content:
        return _("an empty file")
    if head.startswith(b"%PDF"):
        return _("a PDF")
    if b"<svg" in head.lower() or head.startswith(b"<?xml"):
        return _("a drawing (SVG)")
    if content[4:8] == b"ftyp":
        return _("a video")
    if head.startswith(b"PK\x03\x04"):
        return _("a document or an archive")
    return ""


def _flat(picture: Image.Image) -> Image.Image:
    """In plain colours; what is transparent becomes white."""
    picture.load()
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        colours = picture.convert("RGBA")
        paper = Image.new("RGBA", colours.size, "white")
        return Image.alpha_composite(paper, colours).convert("RGB")
    return picture.convert("RGB")


def _look(picture: Image.Image) -> int:
    grey = list(picture.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes())
    return look_of([grey[at : at + 9] for at in range(0, 72, 9)])


def _moment(noted: Image.Exif) -> datetime | None:
    inside = noted.get_ifd(ExifTags.IFD.Exif)
    text = str(inside.get(ExifTags.Base.DateTimeOriginal) or "").strip("\0 ")
    try:
        return datetime.strptime(text, "%Y:%m:%d %H:%M:%S").replace(tzinfo=_ZONE)
    except ValueError:
        return None


def _place(noted: Image.Exif) -> tuple[float | None, float | None]:
    inside = noted.get_ifd(ExifTags.IFD.GPSInfo)
    try:
        latitude = _degrees(inside[ExifTags.GPS.GPSLatitude])
        longitude = _degrees(inside[ExifTags.GPS.GPSLongitude])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None, None
    south = inside.get(ExifTags.GPS.GPSLatitudeRef) == "S"
    west = inside.get(ExifTags.GPS.GPSLongitudeRef) == "W"
    return -latitude if south else latitude, -longitude if west else longitude


def _degrees(parts: tuple[float, float, float]) -> float:
    degrees, minutes, seconds = (float(one) for one in parts)
    return round(degrees + minutes / 60 + seconds / 3600, 6)


_ZIPPED = ((b"word/", "docx"), (b"xl/", "xlsx"))
_OLD = (("WordDocument".encode("utf-16-le"), "doc"), ("Workbook".encode("utf-16-le"), "xls"))


def document_suffix(content: bytes) -> str:
    """Which kind of document these bytes are, whatever the file is called; empty for others."""
    if content[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        marks = _ZIPPED
    elif content.startswith(b"\xd0\xcf\x11\xe0"):
        marks = _OLD
    else:
        return ""
    return next((suffix for mark, suffix in marks if mark in content), "")
