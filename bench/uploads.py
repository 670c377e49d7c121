"""What each sort of file comes to: taken or not, how long, and how much memory the child that opens it takes.

python -m bench.uploads            prints the table of docs/evidence.md
"""

from __future__ import annotations

import os
import resource
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

os.environ["DJANGO_SETTINGS_MODULE"] = "safetyportal.settings"
os.environ.setdefault("SAFETYPORTAL_TESTING", "1")

import django

django.setup()

from PIL import Image  # noqa: E402

from incidents.evidence import washing  # noqa: E402
from incidents.evidence.formats import recognise  # noqa: E402
from tests.incidents.evidence import making  # noqa: E402


def noise(width: int, height: int, sort: str, mode: str = "RGB", **told: object) -> bytes:
    """Points without a pattern: the worst that a photo of this size can be."""
    made = BytesIO()
    Image.effect_noise((width, height), 60).convert(mode).save(made, sort, **told)
    return made.getvalue()


CORPUS: list[tuple[str, Callable[[], bytes]]] = [
    ("JPEG, 12 megapixels, with place and maker", lambda: making.jpeg(size=(4032, 3024), quality=92)),
    ("JPEG, 12 megapixels of noise", lambda: noise(4000, 3000, "JPEG", quality=92)),
    ("JPEG, progressive, 24 megapixels of noise", lambda: noise(6000, 4000, "JPEG", quality=70, progressive=True)),
    ("JPEG, 108 megapixels", lambda: making.jpeg(size=(12_000, 9_000), quality=60)),
    ("PNG, 12 megapixels, see-through", lambda: making.png(size=(4032, 3024))),
    ("PNG, 49 megapixels, see-through", lambda: making.png(size=(7000, 7000))),
    ("WebP, 12 megapixels of noise", lambda: noise(4000, 3000, "WEBP", quality=60, method=0)),
    ("WebP, 40 megapixels of noise", lambda: noise(7000, 5700, "WEBP", quality=40, method=0)),
    ("HEIC of a telephone", making.heic),
    ("HEIC, 48 megapixels", lambda: (making.PICTURES / "48_megapixels.heic").read_bytes()),
    ("pixel flood: PNG of 17 kB, 144 megapixels", making.pixel_flood),
    ("PNG whose note swells to 200 MB", making.png_text_bomb),
    ("WebP of 300 frames", making.many_frames),
    ("JPEG cut off in the middle", lambda: making.jpeg()[:3000]),
    ("JPEG with a script and a ZIP behind it", lambda: making.jpeg() + b"<script>1</script>PK\x03\x04"),
    ("SVG with a script", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ("GIF", lambda: b"GIF89a" + bytes(900)),
    ("TIFF", lambda: b"II*\0" + bytes(900)),
    ("Windows program called .jpg", lambda: b"MZ" + bytes(900)),
    ("EICAR test file", lambda: rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
    ("gzip", lambda: b"\x1f\x8b" + bytes(900)),
    ("empty", lambda: b""),
    ("MP4 with place, maker, and a track that tells where", making.mp4),
    ("MP4 of 49 MB", lambda: making.mp4() + making.box(b"free", bytes(49_000_000))),
    ("MP4 of 51 MB", lambda: making.mp4() + making.box(b"free", bytes(51_000_000))),
    ("MOV of an iPhone", lambda: making.mp4(brand=b"qt  ")),
    ("M4A", lambda: making.mp4(pictures=False, brand=b"M4A ")),
    ("WebM as a browser records it", making.webm),
    ("Ogg Opus", making.ogg),
    ("MP3 with names in front and behind", making.mp3),
    ("WAV with notes", making.wav),
    ("AMR of an old telephone", making.amr),
    ("PDF with author, script, link and a file inside", making.pdf),
    ("PDF with a password", lambda: making.pdf(password="geheim")),
    ("PDF that is none", lambda: b"%PDF-1.7\nnothing"),
]  # fmt: skip


def main() -> None:
    print("| file | size | outcome | child, s | child, MB | marks left |\n|---|---|---|---|---|---|")
    for name, make in CORPUS:
        body = make()
        outcome, seconds, marks = wash(body)
        print(
            f"| {name} | {_size(len(body))} | {outcome} | {seconds:.2f} | {_memory(body)} | {marks} |",
            flush=True,
        )


def wash(body: bytes) -> tuple[str, float, str]:
    began = time.perf_counter()
    with tempfile.TemporaryFile() as file:
        file.write(body)
        try:
            with washing.wash(file, size=len(body)) as made:
                took = time.perf_counter() - began
                made.copy.seek(0)
                clean = made.copy.read()
        except washing.NotTaken as why:
            return f"refused: {why.why.value}", time.perf_counter() - began, "–"
    left = sum(clean.count(mark) for mark in (making.MARK, making.PLACE.encode()))
    came = sum(body.count(mark) for mark in (making.MARK, making.PLACE.encode()))
    return f"{made.shown.media_type}, {_size(len(clean))}", took, f"{left} of {came}" if came else "–"


def _memory(body: bytes) -> str:
    """The most that the child holds, by the kernel's count of a child of its own."""
    found = recognise(body[:64])
    if found is None or len(body) > washing.LARGEST[found.sort]:
        return "no child"
    with (
        tempfile.TemporaryFile() as file,
        tempfile.TemporaryFile() as copy,
        tempfile.TemporaryFile() as small,
    ):
        file.write(body)
        file.flush()
        child = os.fork()
        if not child:  # the child of this child is the one that is measured
            with suppress(washing.NotTaken):
                washing._in_a_child(found, file, copy, small)
            os.write(WRITE, f"{_peak_of_children():.0f}".encode())
            os._exit(0)
        os.waitpid(child, 0)
        return os.read(READ, 32).decode().strip()


def _peak_of_children() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000))} kB"


READ, WRITE = os.pipe()

if __name__ == "__main__":
    main()
