"""The state folder of one set of embedded servers: what lies where, and for whose eyes."""

from __future__ import annotations

import fcntl
import hashlib
import os
import pwd
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LONGEST_SOCKET_PATH = 107  # bytes in sockaddr_un.sun_path, less the closing NUL


class EmbeddedError(Exception):
    """Something the person at the keyboard can mend; the text says how, in one line."""


@dataclass(frozen=True)
class State:
    folder: Path

    def __post_init__(self) -> None:
        object.__setattr__(self, "folder", Path(os.path.abspath(self.folder)))

    @property
    def sockets(self) -> Path:
        """The folder of the sockets: ours, or a short one when ours is too deep for a socket's name."""
        try:
            return Path(self._recorded.read_text())
        except OSError:
            pass
        own = self.folder / "run"
        if len(os.fsencode(own / ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH:
            return own
        return Path("/tmp") / f"safetyportal-{os.geteuid()}-{self.mark}"  # noqa: S108 - made 0700, owner checked

    @property
    def _recorded(self) -> Path:
        return self.folder / "sockets-folder"

    @property
    def broker_socket(self) -> Path:
        return self.sockets / "broker.sock"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def run(self) -> Path:
        """Who runs: one small file per process (processes.note)."""
        return self.folder / "run"

    @property
    def mark(self) -> str:
        """A short name that only this folder has."""
        return hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]

    def prepare(self) -> None:
        """Make the folders, 0700 and ours; refuses one that is somebody else's."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        for folder in (self.folder, self.log, self.run):
            private_folder(folder)
        if self.sockets == self.run or self.sockets.is_relative_to(self.stand_in):
            return
        try:
            private_folder(self.sockets)
            self.place_sockets(self.sockets)
        except EmbeddedError:  # somebody else took that name
            self.place_sockets(Path(tempfile.mkdtemp(prefix="safetyportal-", dir="/tmp")))

    @property
    def stand_in(self) -> Path:
        """Root's way out where PostgreSQL must run as another user (footing.py)."""
        return Path("/var/tmp") / f"safetyportal-{self.mark}"  # noqa: S108 - owner checked where it is made

    def place_sockets(self, folder: Path | None) -> None:
        """From now on the sockets are in `folder`; None: where they are by default."""
        if folder is None:
            self._recorded.unlink(missing_ok=True)
            return self.prepare()
        fresh = self._recorded.with_suffix(".new")
        fresh.write_text(str(folder))
        fresh.replace(self._recorded)

    @contextmanager
    def only_one(self) -> Iterator[None]:
        """One process at a time starts or stops the servers of this folder; the others wait."""
        self.prepare()
        with (self.folder / "servers.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def private_folder(folder: Path) -> None:
    """Make `folder` with 0700, or check that it is a real folder of ours and close it to others."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    except OSError as error:
        raise EmbeddedError(
            f"Cannot make {folder} ({error.strerror}): set SAFETYPORTAL_STATE to a folder of your own."
        ) from None
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise EmbeddedError(
            f"{folder} belongs to {owner_name(found.st_uid)}: work as that user, or set SAFETYPORTAL_STATE to a folder of your own."
        )
    if stat.S_IMODE(found.st_mode) != 0o700:
        folder.chmod(0o700)


def owner_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
