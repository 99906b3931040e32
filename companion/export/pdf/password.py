"""Locking a PDF with a password: AES with 256 bits (ISO 32000-2, revision 6)."""

from __future__ import annotations

from io import BytesIO


def locked(data: bytes, password: str) -> bytes:
    """The same PDF, which asks for a password.

    It can be read aloud, printed and copied by whoever has that. It is not the same bytes
    each time: its key is random.

    Args:
        data: A PDF that anyone can open.
        password: What opens it (1 to 127 bytes in UTF-8; more are cut off by readers).
    """
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(BytesIO(data))
    # The open file's id is drawn from its words. It would stand outside the lock, where whoever
    # guesses at these could try a guess; without one, the writer draws an id by chance.
    reader.trailer.pop("/ID", None)
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header  # or a reader is told of a PDF before all encryption
    writer.encrypt(password, algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
