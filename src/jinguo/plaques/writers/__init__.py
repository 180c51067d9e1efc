"""Plaques for their maker: drawings at true size, and the list of what to make."""

from jinguo.plaques.writers.drawing import FORMATS, drawn, drawn_each, drawn_together
from jinguo.plaques.writers.faces import Form, check_drawable
from jinguo.plaques.writers.order import bundle, order_list

__all__ = [
    "FORMATS",
    "Form",
    "bundle",
    "check_drawable",
    "drawn",
    "drawn_each",
    "drawn_together",
    "order_list",
]
