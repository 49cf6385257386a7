"""PDFs as readers see them: drawn by PDFium, as Chrome and Edge do, and by Poppler."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Mapping

import pypdfium2
from PIL import Image

POPPLER = "pdftoppm"
PACKAGE = "poppler-utils"


def pdfium(pdf: bytes, height: int) -> Image.Image:
    """The first page, so many pixels high."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        drawn: Image.Image = page.render(scale=height / page.get_height()).to_pil()
        return drawn.convert("RGB")


def poppler(pdf: bytes, height: int) -> Image.Image:
    """The first page, so many pixels high."""
    program = shutil.which(POPPLER)
    assert program, f"{POPPLER} is missing: install {PACKAGE}, or run `make browser`"
    asked = [program, "-png", "-scale-to-y", str(height), "-scale-to-x", "-1", "-"]
    done = subprocess.run(asked, input=pdf, capture_output=True, check=True)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


ENGINES: Mapping[str, Callable[[bytes, int], Image.Image]] = {
    "pdfium": pdfium,
    "poppler": poppler,
}
