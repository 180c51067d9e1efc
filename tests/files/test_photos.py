"""Photos are turned right, shrunk, freed of what the camera noted, and known again."""

import io
import random
from datetime import datetime

import pytest
from PIL import ExifTags, Image, ImageEnhance

from jinguo.files.actions import keep_photo
from jinguo.files.errors import NoPhoto, PhotoHeic, PhotoTooLarge, PhotoUnreadable
from jinguo.files.models import Photo
from jinguo.files.queries import alike, content
from jinguo.files.readers import LONG_SIDE, read_photo
from jinguo.files.rules import NEAR, difference
from jinguo.kernel.actor import system


def picture(seed: int = 1, size: tuple[int, int] = (400, 300)) -> Image.Image:
    """A blurred pattern, as unlike another seed's as two scenes are."""
    chance = random.Random(seed)  # noqa: S311  no secret
    small = Image.new("RGB", (8, 6))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(48)])
    return small.resize(size, Image.Resampling.BICUBIC)


def encoded(image: Image.Image, form: str = "JPEG", **how: object) -> bytes:
    kept = io.BytesIO()
    image.save(kept, form, **how)
    return kept.getvalue()


def noted(image: Image.Image, turned: int = 1) -> bytes:
    """A JPEG whose camera noted how it was held, when and where."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2017:05:23 09:30:00"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLongitudeRef] = "N", "E"
    gps[ExifTags.GPS.GPSLatitude] = (26.0, 10.0, 12.0)
    gps[ExifTags.GPS.GPSLongitude] = (116.0, 48.0, 36.0)
    return encoded(image, exif=exif)


TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize(("turned", "held"), TURNS.items())
def test_however_the_phone_was_held_it_is_upright(
    turned: int, held: Image.Transpose | None
) -> None:
    upright = picture()
    seen = upright.transpose(held) if held is not None else upright

    found = read_photo("a.jpg", noted(seen, turned))

    assert (found.width, found.height) == upright.size
    assert difference(found.look, read_photo("b.jpg", encoded(upright)).look) <= NEAR


def test_a_large_photo_is_shrunk_and_keeps_its_shape() -> None:
    found = read_photo("a.png", encoded(picture(size=(4000, 3000)), "PNG"))

    assert (found.width, found.height) == (LONG_SIDE, LONG_SIDE * 3 // 4)


def test_what_is_kept_says_nothing_of_when_and_where(db: None) -> None:
    kept = keep_photo(name="a.jpg", content=noted(picture()), by=system())
    inside = Image.open(io.BytesIO(content(kept.stored.digest)))

    assert dict(inside.getexif()) == {}
    assert (kept.taken_at, kept.latitude, kept.longitude) == (None, None, None)


def test_time_and_place_are_kept_where_that_was_agreed(db: None) -> None:
    kept = keep_photo(name="a.jpg", content=noted(picture()), by=system(), with_place=True)

    assert kept.taken_at is not None
    assert kept.taken_at.replace(tzinfo=None) == datetime(2017, 5, 23, 9, 30)  # noqa: DTZ001
    assert (kept.latitude, kept.longitude) == (26.17, 116.81)


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"%PDF-1.7 renamed to .jpg",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"\0\0\0\x20ftypisom a video",
        b"PK\x03\x04 a document",
        b"GIF89a",
        b"nothing at all",
    ],
)
def test_what_is_no_photo_is_refused_and_nothing_is_kept(db: None, file: bytes) -> None:
    with pytest.raises(NoPhoto) as refusal:
        keep_photo(name="照片.jpg", content=file, by=system())

    assert "照片.jpg" in str(refusal.value)
    assert not Photo.objects.exists()


def test_a_photo_an_iphone_shows_alone_is_refused_with_what_to_do(db: None) -> None:
    with pytest.raises(PhotoHeic) as refusal:
        keep_photo(name="IMG_1.HEIC", content=b"\0\0\0\x20ftypheic", by=system())

    assert "截图后上传" in str(refusal.value)
    assert not Photo.objects.exists()


def test_a_photo_that_broke_off_is_refused() -> None:
    whole = encoded(picture(size=(1200, 900)), quality=95)

    with pytest.raises(PhotoUnreadable):
        read_photo("a.jpg", whole[: len(whole) // 2])


def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked() -> None:
    bomb = encoded(Image.new("1", (20_000, 20_000)), "PNG")

    with pytest.raises(PhotoTooLarge):
        read_photo("a.png", bomb)


def test_what_is_transparent_becomes_white() -> None:
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))

    found = read_photo("a.png", encoded(clear, "PNG"))

    assert Image.open(io.BytesIO(found.content)).getpixel((32, 32)) == (255, 255, 255)


def test_a_photo_used_before_is_found_again(db: None) -> None:
    first = keep_photo(name="a.jpg", content=encoded(picture()), by=system())
    lighter = ImageEnhance.Brightness(picture(size=(900, 675))).enhance(1.1)

    again = keep_photo(name="b.jpg", content=encoded(lighter), by=system())
    other = keep_photo(name="c.jpg", content=encoded(picture(2)), by=system())

    assert alike([again.pk, other.pk]) == {again.pk: [first.pk], other.pk: []}
