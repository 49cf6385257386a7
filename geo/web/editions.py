"""The languages of a site: English at its root, each other in a folder of its own.

Pages of one kind know each other across the languages, by whole addresses where it is known where
the site will stand. Pictures of states, sheets of paper and data are there once, in English.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.answers.words.tongue import Tongue, tongue
from geo.basics.choices import Language
from geo.basics.languages import OWN_NAMES, USUAL

INDEX = "index.html"
SHARED = "social/atlas.png"
"""The picture that is shown with a shared link."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A language of a site, beside others of its `languages`; `address` is the site's, if known."""

    language: Language = USUAL
    address: str = ""
    languages: tuple[Language, ...] = (USUAL,)

    @property
    def tongue(self) -> Tongue:
        """Return what its pages are made in."""
        return tongue(self.language)

    def path(self, page: str, language: Language | None = None) -> str:
        """Return where a page lies below the root of the site, in this or another language."""
        chosen = language or self.language
        return page if chosen == USUAL else f"{chosen}/{page}"

    def root(self, page: str) -> str:
        """The way from a page of this language up to the root of the site: `../`."""
        return "../" * self.path(page).count("/")

    def whole(self, page: str, language: Language | None = None) -> str:
        """The address of a page, as one links to it from outside; empty where it is not known."""
        path = self.path(page, language)
        return f"{self.address}{path.removesuffix(INDEX) if page == INDEX else path}"

    @property
    def shared(self) -> str:
        """Return where the picture is that is shown with a link to a page of this language."""
        return self.path(SHARED)

    def others(self, page: str) -> list[tuple[Language, str, str]]:
        """Each language of the site, what it is called, and where the same page is in it."""
        if len(self.languages) < 2:
            return []
        up = self.root(page)
        return [(each, OWN_NAMES[each], up + self.path(page, each)) for each in self.languages]

    def alternates(self, page: str) -> list[tuple[str, str]]:
        """Whole addresses of the page by language, the usual one for readers of none of them.

        Empty where it is not known where the site will stand: `hreflang` wants whole addresses
        (RFC 8288 would take others, search engines do not).
        """
        if not self.address or len(self.languages) < 2:
            return []
        found: list[tuple[str, str]] = [(each, self.whole(page, each)) for each in self.languages]
        return [*found, ("x-default", self.whole(page, USUAL))]


def editions(languages: tuple[Language, ...], address: str) -> list[Edition]:
    """Those of a site, English first, which is always there."""
    every = (USUAL, *(each for each in languages if each != USUAL))
    return [Edition(language, address, every) for language in every]
