"""Becomes another program, as somebody PostgreSQL accepts and with a life tied to its parent's.

Run as a file of its own (``python -I -S launch.py MODE UID GID SIGNAL PARENT FOLDER PROGRAM …``),
because entering a user namespace or changing uid must not happen in a process with threads.
Uses the standard library only.
"""

import ctypes
import os
import sys

CLONE_NEWUSER = 0x10000000
PR_SET_PDEATHSIG = 1
INSIDE = 1000
CANNOT = 77


def enter_namespace() -> None:
    """Appear as an ordinary uid to the program while files stay owned by the present one."""
    uid, gid = os.geteuid(), os.getegid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{INSIDE} {uid} 1"),
        ("gid_map", f"{INSIDE} {gid} 1"),
    ):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(text)


def drop_to(uid: int, gid: int) -> None:
    """Become the given account for good."""
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)


def die_with(parent: int, signal_number: int) -> None:
    """Ask the kernel for a signal when the parent dies. Linux alone has this."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal_number, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit(CANNOT)


def main(arguments: list[str]) -> None:
    """Replace this process; exits 77 where the chosen way is not permitted."""
    mode, uid, gid, signal_number, parent, folder, *command = arguments
    os.umask(0o077)
    os.chdir(folder)
    try:
        if mode == "namespace":
            enter_namespace()
        elif mode == "drop":
            drop_to(int(uid), int(gid))
    except OSError as error:
        sys.stderr.write(f"launch: {error}\n")
        sys.exit(CANNOT)
    # After the change of identity, because that clears the request.
    die_with(int(parent), int(signal_number))
    os.execv(command[0], command)  # noqa: S606 - that is its whole purpose


if __name__ == "__main__":
    main(sys.argv[1:])
