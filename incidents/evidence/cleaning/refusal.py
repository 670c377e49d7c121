from __future__ import annotations


class Refused(Exception):
    """This file is not taken. `why` is a word of washing.Why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
