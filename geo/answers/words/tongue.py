"""A language the atlas speaks: its words from the catalogue, its dates, figures and names by CLDR.

Whoever makes a text is handed the tongue it is to be in; no module and no thread remembers one, so
that answers in nine languages can be made side by side and be kept by what they are made of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from geo.answers.words.wordings import Counted, filled
from geo.basics import formats
from geo.basics.choices import Language
from geo.basics.dates import BETWEEN, MONTHS, ON_OR_AFTER, Day, Interval, PartialDate
from geo.basics.folding import folded

if TYPE_CHECKING:
    from gettext import NullTranslations

    from babel import Locale

Words = TypeVar("Words")

IN_A_DATE: Final = "in a date"
"""The context of a date on which something is so, and of the month in it."""
A_DATE: Final = "{date}"
"""The whole of it, where a language adds to what CLDR writes."""


class Tongue:
    """English, in which every text is written; the other languages say the same in their way."""

    language: Language = "en"

    def text(self, english: str, _context: str = "", /, **places: object) -> str:
        """A text with its names in braces filled in.

        The context tells apart what is one text in English and several in another language.
        """
        return filled(english, **places) if places else english

    def counted(self, words: Counted, count: int, /, **places: object) -> str:
        """A text in the form for so many things; `count` is among its places but where given."""
        return filled(words["one" if count == 1 else "other"], **{"count": count, **places})

    def all(self, words: Words) -> Words:
        """The same words in this language, however they are put together: a text, a list of texts,
        or texts by name; one that is counted comes in every form that the language has.
        """
        return words

    @property
    def day_pattern(self) -> str:
        """How a day is written in few letters by who knows no other months than the English:
        d MMM y, in another language all in figures, as CLDR orders them: d.MM.y.
        """
        return "d MMM y"

    def on(self, day: Day) -> str:
        """The day on which something is so: 20 February 2026; "a day between …" if not known."""
        return formats.long_date(day)

    def alone(self, day: Day) -> str:
        """A day with its month in full where it stands by itself: 20 February 2026."""
        return formats.long_date(day)

    def short(self, day: Day) -> str:
        """A day in few letters: 20 Feb 2026."""
        return formats.short_date(day)

    def day(self, day: Day) -> str:
        """A day where it stands by itself: "20 Feb 2026", "between 4 Feb and 25 Aug 2026"."""
        return day.words() if isinstance(day, Interval) else formats.short_date(day)

    def dated(self, when: PartialDate | Interval, *, long: bool = False) -> str:
        """A date as exact as its source: "20 Feb 2026", "Mar 2025", "2026".

        With `long`, months in full; other languages than English write it in one way.
        """
        return when.words(long=long)

    def kilometres(self, length_km: float) -> str:
        """A length without decimals: 3,833 km."""
        return formats.kilometres(length_km)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with its thousands apart, and with so many decimals: 3,833."""
        return f"{value:,.{decimals}f}"

    def listed(self, words: Sequence[str]) -> str:
        """Words in a list that ends in "and"."""
        *others, last = words
        return f"{', '.join(others)} and {last}" if others else last

    def either(self, words: Sequence[str]) -> str:
        """Words in a list that ends in "or"."""
        return formats.either(words)

    def state(self, _iso_a3: str, name: str, /) -> str:
        """A state's name by itself, by its code; `name` is the record's."""
        return name

    def order(self, name: str) -> tuple[str, ...]:
        """Return what names are sorted by for a reader of this language."""
        return (folded(name),)


class _Translated(Tongue):
    """A language of the catalogue; what that lacks is said in English."""

    def __init__(self, language: Language) -> None:
        from geo.answers.words.catalogue import translations

        self.language = language
        self._words: NullTranslations = translations(language)

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale

        return Locale.parse(self.language)

    def text(self, english: str, context: str = "", /, **places: object) -> str:
        if not english:  # gettext's own head, else
            return ""
        found = self._found(english, context)
        return _ended(found, places) if places else found

    @lru_cache(maxsize=8192)  # noqa: B019  # gettext looks through one catalogue after the other
    def _found(self, english: str, context: str) -> str:
        return self._words.pgettext(context, english) if context else self._words.gettext(english)

    def counted(self, words: Counted, count: int, /, **places: object) -> str:
        found = self._words.ngettext(words["one"], words["other"], count)
        return _ended(found, {"count": count, **places})

    def all(self, words: Words) -> Words:
        return cast("Words", self._all(words))

    def _all(self, words: Any) -> Any:
        if isinstance(words, str):
            return self.text(words)
        if isinstance(words, Mapping):
            if words.keys() == {"one", "other"}:
                return self._forms(cast("Counted", words))
            return {name: self._all(each) for name, each in words.items()}
        return [self._all(each) for each in words]

    def _forms(self, words: Counted) -> Counted:
        """Every form of a text for whole numbers, by the name that CLDR has for it."""
        forms = {
            kind: self._words.ngettext(words["one"], words["other"], count)
            for kind, count in self._counts.items()
        }
        return cast("Counted", forms)

    @cached_property
    def _counts(self) -> dict[str, int]:
        """The least number of each form that the language has for whole numbers."""
        rule = self._locale.plural_form
        return {rule(count): count for count in range(99, -1, -1)}

    @property
    def day_pattern(self) -> str:
        return str(self._locale.datetime_skeletons["yMd"].pattern).removesuffix(".")

    @lru_cache(maxsize=8192)  # noqa: B019  # a tongue is kept for good, and its dates come often
    def on(self, day: Day) -> str:
        from babel.dates import format_date

        if isinstance(day, Interval):
            return self._unknown(day, self.on, IN_A_DATE)
        # CLDR's month is right by itself; where a language declines it, the catalogue does.
        usual = self._locale.months["format"]["wide"][day.month]
        month = self.text(MONTHS[day.month - 1], IN_A_DATE)
        written = format_date(day, "long", locale=self._locale).replace(usual, month)
        return self.text(A_DATE, IN_A_DATE, date=written)

    def alone(self, day: Day) -> str:
        from babel.dates import format_date

        if isinstance(day, Interval):
            return self._unknown(day, self.alone)
        return format_date(day, "long", locale=self._locale)

    def short(self, day: Day) -> str:
        return self.day(day)

    @lru_cache(maxsize=8192)  # noqa: B019
    def day(self, day: Day) -> str:
        from babel.dates import format_date

        if isinstance(day, Interval):
            return self._unknown(day, self.day)
        return format_date(day, "medium", locale=self._locale)

    def dated(self, when: PartialDate | Interval, *, long: bool = False) -> str:  # noqa: ARG002
        from babel.dates import format_skeleton

        if isinstance(when, Interval) or when.exact:
            return self.day(when if isinstance(when, Interval) else when.first)
        if when.month is None:
            return str(when.year)
        # CLDR stops the Latvian word for “year” as if it were its abbreviation.
        written = format_skeleton("yMMMM", when.first, locale=self._locale)
        return written.replace("gada.", "gada")

    def _unknown(self, day: Interval, write: Callable[[date], str], context: str = "") -> str:
        if day.end == date.max:
            return self.text(ON_OR_AFTER, context, first=write(day.start))
        return self.text(BETWEEN, context, first=write(day.start), last=write(day.end))

    def kilometres(self, length_km: float) -> str:
        return self._kilometres(round(length_km))

    @lru_cache(maxsize=8192)  # noqa: B019
    def _kilometres(self, whole: int) -> str:
        from babel.units import format_unit

        return format_unit(whole, "length-kilometer", length="short", locale=self._locale)

    def number(self, value: float, decimals: int = 0) -> str:
        from babel.numbers import format_decimal

        pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
        return format_decimal(round(value, decimals), pattern, locale=self._locale)

    def listed(self, words: Sequence[str]) -> str:
        from babel.lists import format_list

        return format_list(words, locale=self._locale)

    def either(self, words: Sequence[str]) -> str:
        from babel.lists import format_list

        return format_list(words, "or", locale=self._locale)

    def state(self, iso_a3: str, name: str, /) -> str:
        from geo.answers.words.state_names import state_name

        return state_name(self._locale, iso_a3) or self.text(name)

    def order(self, name: str) -> tuple[str, ...]:
        from geo.answers.words.collation import key

        return key(self.language, name)


def _ended(text: str, places: Mapping[str, object]) -> str:
    """A text filled in, without a second point after a date that brings its own: "2026 r."."""
    for name, value in places.items():
        if (end := f"{{{name}}}.") in text and str(value).endswith("."):
            text = text.replace(end, end[:-1])
    return filled(text, **places)


ENGLISH: Final = Tongue()


@cache
def tongue(language: Language) -> Tongue:
    """The tongue of a language."""
    return ENGLISH if language == ENGLISH.language else _Translated(language)
