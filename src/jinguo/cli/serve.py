"""``jinguo serve`` and ``jinguo prepare``."""

import errno
import os
import socket
from contextlib import nullcontext

import click
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jinguo.accounts.queries import anybody
from jinguo.cli.prepare import compile_catalogues, install_packages
from jinguo.cli.sealing import sealing
from jinguo.cli.working import working
from jinguo.database.bootstrap import prepare_database
from jinguo.database.scope import close_for_process
from jinguo.kernel.errors import JinguoError
from jinguo.kernel.origin import OriginUnusable, bracketed, host_of, origin_of

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
PORT = click.IntRange(1, 65535)


class AddressUnusable(JinguoError):
    """The pages cannot be served there. Data: ``host``, ``port``, ``reason``."""

    code = "serve.address"
    message = gettext_lazy("%(host)s, port %(port)s, cannot be used: %(reason)s.")
    remedy = gettext_lazy("Give another one with --host and --port.")


class PortBusy(AddressUnusable):
    """Somebody else listens there. Data: ``host``, ``port``."""

    code = "serve.busy"
    message = gettext_lazy(
        "Port %(port)s is in use already, perhaps by this system itself in another window."
    )
    remedy = gettext_lazy("Stop the other program, or give another port with --port.")


@click.command(
    help=_("Compile translations and install front-end packages (done by make install).")
)
def prepare() -> None:
    """What a clone needs once."""
    compile_catalogues()
    install_packages()


def _origin(_context: click.Context, _parameter: click.Parameter, given: str) -> str:
    try:
        return origin_of(given)
    except OriginUnusable as error:
        raise click.BadParameter(str(error)) from error


@click.command(help=_("Serve the pages until stopped."))
@click.option("--host", default=DEFAULT_HOST, show_default=True)
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=PORT)
@click.option(
    "--public-url", default="", callback=_origin, help=_("The address phones use, if another.")
)
@click.option(
    "--worker/--no-worker", default=True, help=_("Send reminders too, or leave it to “worker”.")
)
def serve(host: str, port: int, public_url: str, *, worker: bool) -> None:
    """Serve in this process."""
    run_server(host, port, public_url, worker=worker)


def run_server(host: str, port: int, public_url: str = "", *, worker: bool = True) -> None:
    """Serve the pages in this process; prints where, and how to begin in an empty office.

    With ``worker`` a thread sends what is due meanwhile: an office needs no other process.
    """
    import uvicorn
    from django.conf import settings

    from jinguo.database.setup_key import setup_key

    require_free(host, port)
    prepare_database()
    install_packages()
    answer_to(host, public_url)
    shown = settings.PUBLIC_URL or f"http://{bracketed(host)}:{port}"
    click.echo(_("Serving %(url)s  (stop with Ctrl-C)") % {"url": shown})
    if not anybody():
        click.echo(_("First account: %(url)s") % {"url": f"{shown}/start/?key={setup_key()}"})
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jinguo.config.settings")
    close_for_process()
    with sealing(), working() if worker else nullcontext():
        uvicorn.run("jinguo.config.asgi:application", host=host, port=port, log_level="warning")


def answer_to(host: str, public_url: str = "") -> None:
    """Let the pages answer to this host and to the public address, here or in the settings.

    Where the public address is https, cookies travel over https only.
    """
    from django.conf import settings

    settings.PUBLIC_URL = public_url or settings.PUBLIC_URL
    hosts = {bracketed(host), host_of(settings.PUBLIC_URL)} - {""}
    if host in ("0.0.0.0", "::"):  # noqa: S104  the office chose to be reached from phones
        hosts.add("*")
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *sorted(hosts)]
    if settings.PUBLIC_URL:
        settings.CSRF_TRUSTED_ORIGINS = [*settings.CSRF_TRUSTED_ORIGINS, settings.PUBLIC_URL]
    secure = settings.PUBLIC_URL.startswith("https://")
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = secure


def require_free(host: str, port: int) -> None:
    """Raises ``PortBusy`` and ``AddressUnusable`` before anything is promised."""
    try:
        for family, _kind, _protocol, _name, address in socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        ):
            socket.create_server(address, family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortBusy(host=host, port=port) from error
        reason = str(error.strerror).partition(" (")[0]  # without Python's own explanation
        raise AddressUnusable(host=host, port=port, reason=reason) from error
