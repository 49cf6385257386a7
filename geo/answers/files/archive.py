"""The whole record as one archive: every table, its descriptor, a citation and the licence.

The bytes depend on the data alone: the members stand in alphabetical order and all carry the day to
which the record is compiled as their time.
"""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

from geo.answers.data.credits import ATTRIBUTION, LICENCE, data_version
from geo.answers.words import held
from geo.atlas import Atlas
from geo.basics import strict_json
from geo.records.descriptor import DESCRIPTOR


def record_zip(atlas: Atlas) -> bytes:
    """The archive of a record, its tables as they were read."""
    files = atlas.record.files
    about = strict_json.read(files[DESCRIPTOR])
    tables = sorted(name for name in files if name != DESCRIPTOR)
    members = {
        **files,
        "CITATION.cff": _citation(atlas, about).encode(),
        "README.txt": _readme(atlas, about, tables).encode(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            archive.writestr(_member(name, atlas.verified_to), members[name], compresslevel=9)
    return buffer.getvalue()


def _member(name: str, day: date) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # Unix, on whatever machine: the rights below are Unix's
    info.external_attr = 0o644 << 16
    return info


def _citation(atlas: Atlas, about: dict[str, str]) -> str:
    """Citation File Format 1.2.0 (https://citation-file-format.github.io/)."""
    return f"""cff-version: 1.2.0
message: "If you use these data, please cite them, and the sources you rely on."
type: dataset
title: {json.dumps(about["title"], ensure_ascii=False)}
authors:
  - name: "The Ottawa Atlas authors"
version: "{about["version"]}+{data_version(atlas)}"
date-released: {atlas.verified_to.isoformat()}
license: CC-BY-4.0
abstract: {json.dumps(about["description"], ensure_ascii=False)}
"""


def _readme(atlas: Atlas, about: dict[str, str], tables: list[str]) -> str:
    names = "\n".join(f"  {name}" for name in tables)
    return f"""{about["title"]}

{about["description"]}

Compiled to:   {atlas.verified_to.isoformat()}
{held.sentence(atlas.record.held, long=True)}.
After {held.fresh_to(atlas.record.held)} later acts may be missing: {held.DEPOSITARY_PAGE}
Data version:  {data_version(atlas)}
SHA-256 of the record: {atlas.record.checksum}

Tables (UTF-8, comma, header row; described in {DESCRIPTOR}):
{names}
Rows name their sources by source_id; sources.csv writes them out.

Legal status is not stored: it follows from the acts in events.csv by Articles 17 and 20 of the
Convention. This is not a map of minefields.

Licence: {LICENCE["title"]}, {LICENCE["url"]}
Credit:  {ATTRIBUTION}
The facts themselves belong to nobody; the works cited keep their own rights.
"""
