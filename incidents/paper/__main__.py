"""The child that prints: a letter as JSON comes in, a PDF goes out. It opens no file and no connection."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

from incidents.evidence.cleaning.sealed import seal

TEMPLATE = Path(__file__).with_name("letter.typ")


def main() -> int:
    template, letter = TEMPLATE.read_bytes(), sys.stdin.buffer.read().decode()
    seal()
    try:
        # Archived as it is (PDF/A), and read aloud in the right order (PDF/UA).
        pdf = typst.compile(
            template,
            sys_inputs={"letter": letter},
            pdf_standards=["a-2a", "ua-1"],
            ignore_system_fonts=True,
        )
    except typst.TypstError as error:
        sys.stderr.write(json.dumps({"refused": str(error)[:2000]}))
        return 3
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
