"""Lets ``python -m jinguo`` do what the ``jinguo`` command does."""

from jinguo.cli.main import main

main()
