"""Photos as tests need them."""

import io
import random

from PIL import Image

from jinguo.files.actions import keep_photo
from jinguo.files.models import Photo
from jinguo.kernel.actor import system


def jpeg(colour: str = "orange", size: tuple[int, int] = (400, 300)) -> bytes:
    """A JPEG of one colour."""
    kept = io.BytesIO()
    Image.new("RGB", size, colour).save(kept, "JPEG")
    return kept.getvalue()


def scene(seed: int, size: tuple[int, int] = (400, 300)) -> bytes:
    """A JPEG of a blurred pattern, as unlike another seed's as two scenes are."""
    chance = random.Random(seed)  # noqa: S311  no secret
    small = Image.new("RGB", (8, 6))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(48)])
    kept = io.BytesIO()
    small.resize(size, Image.Resampling.BICUBIC).save(kept, "JPEG")
    return kept.getvalue()


def photo_of(seed: int) -> Photo:
    """A photo of a scene that is kept."""
    return keep_photo(name="照片.jpg", content=scene(seed), by=system("test"))


def photo(colour: str = "orange") -> Photo:
    """A photo that is kept."""
    return keep_photo(name="照片.jpg", content=jpeg(colour), by=system("test"))
