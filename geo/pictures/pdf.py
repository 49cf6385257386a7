"""A PDF that names the language of its text, by which it is read aloud (PDF 2.0, 14.9.2).

It holds of its fonts what sets letters where they stand (9.9.1), not what a program that sets text
would read: to part that by letter takes longer than all else of a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from fontTools.subset import Options
from matplotlib.backends import backend_pdf

from geo.basics.choices import Language

Options._drop_tables_default += ["GDEF", "GPOS", "GSUB", "kern", "post"]  # Matplotlib adds its own


@contextmanager
def pages_in(language: Language, made: BytesIO, facts: Mapping[str, str | None]) -> Iterator[Any]:
    """Write a PDF of which each figure that is saved in it is a page."""
    pdf: Any  # untyped by Matplotlib, as its names are
    name: Any = backend_pdf.Name
    with backend_pdf.PdfPages(made, metadata={**facts, "CreationDate": None}) as pdf:
        file = pdf._ensure_file()  # as the first page would; it has no door of its own for this
        catalogue = {"Type": name("Catalog"), "Pages": file.pagesObject, "Lang": language.encode()}
        file.writeObject(file.rootObject, catalogue)
        yield pdf
