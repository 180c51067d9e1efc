"""The ``jinguo`` command."""

import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import click
from django.db import DatabaseError, OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.errors import InsufficientPrivilege

from jinguo.database.errors import DatabaseFailed
from jinguo.database.scope import open_for_process
from jinguo.kernel.attempts import Attempt, attempts
from jinguo.kernel.errors import JinguoError
from jinguo.kernel.language import CHINESE, language_of


class MachineRefuses(JinguoError):
    """The machine itself does not let us: a full disk, a missing right. Data: reason, path."""

    code = "machine_refuses"
    message = gettext_lazy("The machine does not let us go on: %(reason)s (%(path)s).")
    remedy = gettext_lazy("jinguo doctor looks at free space and rights.")


class _Words(click.Group):
    """Turns refusals into a sentence and exit code 1, never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            with attempts() as tried:
                return super().invoke(ctx)
        except (JinguoError, OSError, DatabaseError) as error:
            if tried:
                _recorded(tried, f"jinguo {ctx.invoked_subcommand or ''}".strip())
            refusal = _as_refusal(error)
            if refusal is None:
                raise
            click.echo(str(refusal), err=True)
            ctx.exit(1)


def _recorded(tried: Sequence[Attempt], what: str) -> None:
    """Put on record what the actor of a command had no right to."""
    from jinguo.access.actions.attempting import record_attempts

    record_attempts(tried, what=what)


def _as_refusal(error: Exception) -> JinguoError | None:
    """What the machine or the database said, with a remedy; None for what is our own fault."""
    if isinstance(error, JinguoError):
        return error
    if isinstance(error, BrokenPipeError):  # whoever read along has left
        return None
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return MachineRefuses(reason=reason, path=error.filename or "—")
    reason = " ".join(str(error).split()).rstrip(".")
    if any(isinstance(one, OperationalError | InsufficientPrivilege) for one in _causes(error)):
        return DatabaseFailed(reason=reason)
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def main() -> None:
    """Entry point: set Django up, then do what is asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jinguo.config.settings")
    _prepare_process()
    try:
        _set_up()
        open_for_process()
        commands()
    except (JinguoError, OSError) as error:
        _make_words_printable()
        click.echo(str(_as_refusal(error) or error), err=True)
        sys.exit(1)


def _prepare_process() -> None:
    """Print whatever the terminal can show, at once; end tidily when told to end."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(line_buffering=True, errors="backslashreplace")
    for number in (signal.SIGTERM, signal.SIGHUP):
        # As an exception, so that half-written files are taken away on the way out.
        signal.signal(number, lambda number, _frame: sys.exit(128 + number))


def _make_words_printable() -> None:
    """Where the settings themselves were refused, settings that only translate."""
    import django
    from django.conf import settings
    from django.utils import translation

    if settings.configured:
        return
    language = language_of(os.environ.get("JINGUO_LANGUAGE", CHINESE))
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

    with suppress(OSError):  # on a full disk the doctor must still speak
        compile_catalogues()
    django.setup()
    translation.activate(settings.LANGUAGE_CODE)


def commands() -> None:
    """Collect the commands of every area and run the one that was asked for."""
    from jinguo.cli import (
        accounts,
        agenda,
        audit,
        campaigns,
        demo,
        divisions,
        elections,
        explaining,
        figures,
        keeping,
        keys,
        persons,
        photos,
        plaques,
        roster,
        serve,
        working,
    )

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
        campaigns.campaign,
        agenda.agenda,
        plaques.plaque,
        photos.photos,
        roster.roster,
        figures.figures,
        figures.composition,
        elections.election,
        accounts.account,
        explaining.explain_,
        persons.person,
        audit.audit,
        demo.demo,
        serve.serve,
        working.worker,
        serve.prepare,
        keeping.doctor,
        keys.keys,
        keeping.migrate,
        keeping.backup,
        keeping.restore,
    ):
        jinguo.add_command(command)
    jinguo()
