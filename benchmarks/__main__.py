"""``python -m benchmarks [NAME …] [--rows N] [--pairs N]``: every benchmark, or those named."""

import argparse
import os
import subprocess
import sys
from importlib import import_module

MODULES = {
    "import": "benchmarks.importing",
    "faults": "benchmarks.faulty",
    "again": "benchmarks.again",
    "figures": "benchmarks.figures",
    "board": "benchmarks.board",
}


def main() -> int:
    """Run one here, or several one after the other in processes of their own."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="、".join(MODULES))
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=5)
    chosen = parser.parse_args()
    names = chosen.names or list(MODULES)
    if unknown := [name for name in names if name not in MODULES]:
        parser.error(f"no benchmark named {unknown[0]}; there are {', '.join(MODULES)}")
    if len(names) > 1:
        return max(_alone(name, chosen) for name in names)
    _set_up()
    import_module(MODULES[names[0]]).main(rows=chosen.rows, pairs=chosen.pairs)
    return 0


def _alone(name: str, chosen: argparse.Namespace) -> int:
    sizes = ["--rows", str(chosen.rows), "--pairs", str(chosen.pairs)]
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", name, *sizes], check=False
    ).returncode


def _set_up() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    import django

    django.setup()
    from django.utils import translation

    from jinguo.cli.prepare import compile_catalogues
    from jinguo.database.scope import open_for_process

    open_for_process()
    compile_catalogues()
    translation.activate("zh-hans")
    sys.stdout.reconfigure(line_buffering=True)


if __name__ == "__main__":
    sys.exit(main())
