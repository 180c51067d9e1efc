"""A small campaign in a made-up county, and the demo's."""

from tests.campaigns.conftest import bridge, replayed, small

__all__ = ["bridge", "replayed", "small"]
