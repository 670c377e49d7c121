"""Makes .venv with the locked dependencies; needs nothing but Python. Run by make (see the Makefile).

Kept to what an old Python can read, so that it can say which one is needed.
"""

import argparse
import errno
import fcntl
import hashlib
import os
import socket
import ssl
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HERE = os.path.join(ROOT, "requirements")
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "installed")
STATE = os.environ.get("SAFETYPORTAL_STATE") or os.path.join(ROOT, ".state")
NEEDED = (3, 11)


def check_python():
    if sys.version_info < NEEDED:
        sys.exit(
            "Safetyportal needs Python 3.11 or later, and this is %d.%d: install one (Debian: apt-get install"
            " python3 python3-venv), or name another: make demo PYTHON=python3.12" % sys.version_info[:2]
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        sys.exit(
            "Safetyportal needs Python's venv module: install it (Debian: apt-get install python%d.%d-venv)."
            % sys.version_info[:2]
        )


def check_port(port):
    """Say in one line that the demo already runs, or that something else has its port."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        sys.exit("%s is no port: choose one from 1024 to 65535, for example make demo PORT=8000" % port)
    port = int(port)
    check_demo()
    killed_before = os.path.exists(os.path.join(STATE, "run", "web.pid"))
    for _ in range(50 if killed_before else 1):  # the web server of a killed demo lets go within moments
        if is_free(port):
            return
        time.sleep(0.1)
    sys.exit(
        "Port %d is taken by another program: choose another one, for example make demo PORT=%d"
        % (port, port + 1)
    )


def check_demo():
    try:
        lock = open(os.path.join(STATE, "demo.lock"))
    except FileNotFoundError:
        return
    except OSError as error:
        sys.exit(
            "Cannot read %s (%s): set SAFETYPORTAL_STATE to a folder of your own." % (STATE, error.strerror)
        )
    with lock:
        for _ in range(400):
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                lock.seek(0)
                where = lock.read().split()[-1:]
            if where and where != ["stopping"]:
                break
            time.sleep(0.1)
        sys.exit("Safetyportal already runs on %s (make stop ends it)." % "".join(where))


def is_free(port):
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family) as line:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                line.bind((address, port))
        except PermissionError:
            sys.exit("Port %d needs root: choose one above 1023, for example make demo PORT=8000" % port)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
    return True


def wanted():
    """What the stamp says when all is installed as the lock files say."""
    found = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in ("uv.txt", "dev.txt"):
        with open(os.path.join(HERE, name), "rb") as lines:
            found.update(lines.read())
    return found.hexdigest()


def is_installed():
    try:
        with open(STAMP) as stamp:
            return stamp.read() == wanted() and runs([PYTHON, "-c", "import django"])
    except OSError:
        return False


def runs(command):
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def install():
    began = time.time()
    print("Installing the locked dependencies in .venv (first time, and when they change) ...", flush=True)
    if not runs([PYTHON, "-m", "pip", "--version"]):
        must([sys.executable, "-m", "venv", "--clear", VENV])
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    must([PYTHON, "-m", "pip", "install", *quiet, "--require-hashes", "-r", os.path.join(HERE, "uv.txt")])
    # Networks that look into TLS have their certificate in the machine's store, pip and uv each bring their own.
    certificates = ["--system-certs"] if ssl.get_default_verify_paths().cafile else []
    command = [PYTHON, "-m", "uv", "pip", "sync", "--quiet", *certificates, "--python", PYTHON]
    must([*command, "--require-hashes", os.path.join(HERE, "dev.txt")])
    with open(STAMP, "w") as stamp:
        stamp.write(wanted())
    print("Installed in %d s." % (time.time() - began), flush=True)


def must(command):
    if subprocess.call(command):
        sys.exit("This failed: %s" % " ".join(command))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", help="the port that the demo is going to use")
    port = parser.parse_args().port
    check_python()
    if port is not None:
        check_port(port)
    with open(os.path.abspath(__file__)) as itself:  # two makes at once: one installs, the other waits
        fcntl.flock(itself, fcntl.LOCK_EX)
        if not is_installed():
            install()


if __name__ == "__main__":
    main()
