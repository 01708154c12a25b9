"""Writes an outline as a DOCX file, through python-docx (the extra ``docx``)."""

from __future__ import annotations

from electlaw.errors import Invalid
from electlaw.views import clean

__all__ = ["Section", "document"]

#: A heading, and its entries: a text and the texts below it.
Section = tuple[str, list[tuple[str, list[str]]]]


def document(title: str, sections: list[Section]) -> bytes:
    """Return the content of a DOCX file with a title, headings and numbered entries.

    Raises `Invalid` if python-docx is not installed.
    """
    try:
        from docx import Document
    except ImportError:
        raise Invalid(
            "DOCX needs python-docx: pip install electlaw[docx]",
            id="DOCX memerlukan python-docx: pip install electlaw[docx]",
        ) from None
    from io import BytesIO

    made = Document()
    made.add_heading(clean(title), level=1)
    for heading, entries in sections:
        made.add_heading(clean(heading), level=2)
        for number, (entry, below) in enumerate(entries, 1):
            made.add_paragraph(f"{number}. {clean(entry)}")
            for item in below:
                made.add_paragraph(clean(item), style="List Bullet")
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()
