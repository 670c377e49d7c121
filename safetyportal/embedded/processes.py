"""Processes that may outlive who started them: found again by number and start time, never by number alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Seen:
    """A living process: what makes it this one, and its command line."""

    stamp: str
    command: str


def look(pid: int) -> Seen | None:
    """The process `pid`; None when it is gone, or dead and only waiting to be reaped."""
    if Path("/proc/self/stat").exists():
        return _look_in_proc(pid)
    shown = subprocess.run(
        ["ps", "-o", "stat=,lstart=,command=", "-p", str(pid)], capture_output=True, text=True
    )
    words = shown.stdout.split(None, 6)
    if len(words) < 7 or words[0].startswith("Z"):
        return None
    return Seen(stamp=" ".join(words[1:6]), command=words[6])


def _look_in_proc(pid: int) -> Seen | None:
    folder = Path("/proc") / str(pid)
    try:
        after_name = folder.joinpath("stat").read_text().rpartition(")")[2].split()
        command = folder.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return None
    if after_name[0] in "ZX":
        return None
    # A start time counts from boot, so the same number and time may come again after one.
    boot = Path("/proc/sys/kernel/random/boot_id").read_text()[:8]
    return Seen(stamp=f"{boot}-{after_name[19]}", command=command)


def note(file: Path, pid: int) -> None:
    """Remember in `file` that `pid` runs."""
    seen = look(pid)
    if seen:
        file.write_text(f"{pid} {seen.stamp}")


def noted(file: Path) -> int | None:
    """The process that `file` remembers, when that very one still lives."""
    try:
        pid, _, stamp = file.read_text().partition(" ")
        seen = look(int(pid))
    except (OSError, ValueError):
        return None
    return int(pid) if seen and seen.stamp == stamp else None


def end(pid: int, sign: int, *, patience: float, whole_group: bool = False) -> bool:
    """Ask `pid` with `sign` to end, after `patience` seconds kill it. True when it went by itself."""
    seen = look(pid)
    send = os.killpg if whole_group else os.kill
    try:
        os.kill(pid, sign)
        if seen and wait_gone(pid, seen, patience):
            return True
        send(pid, signal.SIGKILL)
    except ProcessLookupError:
        return True
    wait_gone(pid, seen, 5)
    return False


def wait_gone(pid: int, seen: Seen | None, patience: float) -> bool:
    limit = time.monotonic() + patience
    while seen and (now := look(pid)) and now.stamp == seen.stamp:
        if time.monotonic() > limit:
            return False
        time.sleep(0.03)
    return True


def tied_to_parent(sign: str) -> list[str]:
    """Words before a command that make the kernel send it `sign` when its parent dies, kill -9 included.

    Only Linux can; elsewhere the next start finds what is left by its note.
    """
    setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
    return [setpriv, "--pdeathsig", sign, "--"] if setpriv else []


def last_lines(log: Path, count: int = 5) -> str:
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-count:])
    except OSError:
        return ""
