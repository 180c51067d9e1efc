"""The ``jinguo`` command."""

import os
import sys
from pathlib import Path

import click
from django.utils.translation import gettext as _

from jinguo.kernel.errors import JinguoError


class _Words(click.Group):
    """Turns refusals into a sentence and exit code 1, never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except JinguoError as refusal:
            click.echo(str(refusal), err=True)
            ctx.exit(1)


def main() -> None:
    """Entry point: set Django up, then do what is asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jinguo.config.settings")
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    try:
        _set_up()
        commands()
    except JinguoError as refusal:
        _make_words_printable()
        click.echo(str(refusal), err=True)
        sys.exit(1)


def _make_words_printable() -> None:
    """Where the settings themselves were refused, settings that only translate."""
    import django
    from django.conf import settings
    from django.utils import translation

    if settings.configured:
        return
    language = os.environ.get("JINGUO_LANGUAGE", "zh-hans")
    catalogues = Path(__file__).parent.parent / "config" / "locale"
    settings.configure(LANGUAGE_CODE=language, LOCALE_PATHS=[catalogues])
    django.setup()
    translation.activate(language)


def _set_up() -> None:
    """Catalogues first: Django reads each once, at the first text it translates."""
    import django
    from django.conf import settings
    from django.utils import translation

    from jinguo.cli.prepare import compile_catalogues

    compile_catalogues()
    django.setup()
    translation.activate(settings.LANGUAGE_CODE)


def commands() -> None:
    """Collect the commands of every area and run the one that was asked for."""
    from jinguo.cli import accounts, demo, divisions, figures, keeping, roster, serve

    @click.group(
        cls=_Words,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=_("The working system of a women's federation (巾帼)."),
    )
    @click.version_option(package_name="jinguo")
    def jinguo() -> None:
        """All commands of the house."""

    for command in (
        divisions.divisions,
        roster.roster,
        figures.figures,
        figures.composition,
        accounts.account,
        demo.demo,
        serve.serve,
        serve.prepare,
        keeping.doctor,
        keeping.backup,
        keeping.restore,
    ):
        jinguo.add_command(command)
    jinguo()
