"""Jinguo (巾帼): the working system of a county women's federation."""

__version__ = "0.1.0"
