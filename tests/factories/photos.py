"""Photos as tests need them."""

import io

from PIL import Image

from jinguo.files.actions import keep_photo
from jinguo.files.models import Photo
from jinguo.kernel.actor import system


def jpeg(colour: str = "orange", size: tuple[int, int] = (64, 48)) -> bytes:
    """A JPEG of one colour."""
    kept = io.BytesIO()
    Image.new("RGB", size, colour).save(kept, "JPEG")
    return kept.getvalue()


def photo(colour: str = "orange") -> Photo:
    """A photo that is kept."""
    return keep_photo(name="照片.jpg", content=jpeg(colour), by=system("test"))
