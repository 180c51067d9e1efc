"""The key of the first steps, under the name the server prints it by."""

from jinguo.database.setup_key import drop_setup_key, fits_setup_key, setup_key

__all__ = ["drop_setup_key", "fits_setup_key", "setup_key"]
