"""How the record names a publisher whose page holds the words of another: five forms, no other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

CITING: Final = "{publisher} (citing {source})"
SUMMARY: Final = "{publisher} (summary of {source})"
REPOSTED: Final = "{source} (as reposted)"
COPY: Final = "{source}, copy at {publisher}"
VIA: Final = "{source} via {publisher}"
FORMS: Final = (CITING, SUMMARY, REPOSTED, COPY, VIA)

_FORMS = {
    form: re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^\\s,](?:.*[^\\s,])?)", re.escape(form)))
    for form in FORMS
}
_OF_ANOTHER = re.compile(
    r"\b(?:via|citing|quoting|relay\w*|copy|copied|mirror\w*|reposted|summary of)\b"
)


@dataclass(frozen=True, slots=True)
class Passing:
    """Whose words a page holds, by whom it is published, and in which of the `FORMS` that is said.

    `names` are the `source`, and the `publisher` where the form has one.
    """

    form: str
    names: dict[str, str]


def passing(publisher: str) -> Passing | None:
    """Return whose words a publisher passes on, or None where they are its own."""
    for form, written in _FORMS.items():
        if found := written.fullmatch(publisher):
            return Passing(form, found.groupdict())
    return None


def is_unclear(publisher: str) -> bool:
    """Whether it says, or a name within it, that words are another's, and in none of the forms."""
    if found := passing(publisher):
        return any(is_unclear(name) for name in found.names.values())
    return bool(_OF_ANOTHER.search(publisher))
