"""What a language has to say: every sentence and label that templates and scripts set.

`geo.answers.words.english` says it in English; another language is another module with the same
names, and the type check misses no text of it. `{count}` and other names in braces are filled in by
whoever shows the text; figures, dates and names of the record never stand in these texts.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict


class Counted(TypedDict):
    """A text with a `{count}`, for one thing and for any other number of them.

    Other languages have other forms, by the names that CLDR has for them.
    """

    one: str
    other: str
    zero: NotRequired[str]
    two: NotRequired[str]
    few: NotRequired[str]
    many: NotRequired[str]


def filled(text: str, **values: object) -> str:
    """The text with its names in braces filled in."""
    return text.format_map(values)


def counted(words: Counted, count: int) -> str:
    """The text for so many things: `2 more facts`."""
    return filled(words["one" if count == 1 else "other"], count=count)


class CopiedWords(TypedDict):
    """A quote as it is copied, the button that does it, and what is said then."""

    button: str
    text: str
    told: str


class DossierWords(TypedDict):
    """What stands around the rows of a dossier: in the panel, on a state's page, in Markdown."""

    title: str
    quote: str
    copied: CopiedWords
    read_on: str
    close: str
    more_sources: str
    last_change: str
    no_last_change: str
    next_change: str
    no_next_change: str
    declared: str
    declared_next: str
    borders: str
    neighbour: str
    leading_km: str
    leading_counts: str
    range: str
    computed: str
    neighbour_status: str
    other_borders: Counted
    bound: str
    not_bound: str
    bound_unknown: str
    declares_suspension: str
    not_in_list: str
    programmes: str
    programmes_note: str
    more_facts: Counted
    positions: str
    later_facts: Counted
    events: str
    no_events: str
    after_this_day: str
    day_unknown: str
    more_after: str
    disagreements: str
    leads: str
    why_leads: str
    none_leads: str
    claims: str
    read_claims: str
    paper: str
    decided_by_code: str
    decided_by_record: str
    verdicts: dict[str, str]
    verdict_marks: dict[str, str]
    sources: str
    fixed_copy: str
    more: str
    earlier: str


class FlankWords(TypedDict):
    """What stands around the tables of the flank: its states, its borders."""

    overview: str
    state: str
    status: str
    border_km: str
    choose: str
    borders: str
    border: str
    flank_state: str
    leading_km: str
    range: str
    computed_km: str
    covered: str
    not_covered: str
    cover_unknown: str
    total: str
    total_covered: str
    rounding: str
    covered_means: str


class LensWords(TypedDict):
    """What stands around a border line that a reader has chosen, on the map and in tables."""

    sums: str
    borders: str
    border: str
    bound: str
    length_km: str
    of_leading_km: str
    computed_km: str
    leading_km: str
    total: str
    one: str
    one_side: str
    in_sum: str
    tip: str
    outside: str


class StatesWords(TypedDict):
    """What stands around the table of all states."""

    title: str
    fold: str
    find: str
    state: str
    status: str
    change: str
    shown: str


class MapWords(TypedDict):
    """What the map says; `frame` and `region` name it to those who hear the page."""

    legend: str
    practice: str
    covered: str
    not_covered: str
    cover_unknown: str
    unknown_mark: str
    flank: str
    programmes: str
    programme: str
    not_in_list: str
    remains_bound: str
    border_km: str
    two_fingers: str
    wheel: str
    keys: str
    full_screen: str
    zoom_in: str
    zoom_out: str
    disclaimer: str
    borders_from: str
    frame: str
    region: str
    other_day: str
    split: str
    unreachable: str
    asked_again: str


class FirstViewWords(TypedDict):
    """What the page says before its scripts run, and the links it gives."""

    needs_scripts: str
    go: str
    more: str
    picture: str
    state_on_paper: str
    state_as_data: str
    statuses: str
    borders: str
    record: str


class ControlWords(TypedDict):
    """The controls of time, country and map, on the page and in the stand-alone file."""

    date: str
    date_keys: str
    course: str
    course_of_lens: str
    marked_days: str
    previous: str
    next: str
    play_group: str
    play: str
    pause: str
    how_to_play: str
    by_law: str
    by_event: str
    evenly: str
    speed: str
    go_to_date: str
    more: str
    range: str
    range_of_slider: str
    country: str
    choose_country: str
    clear_country: str
    no_country: str
    language: str
    view: str
    view_of_lens: str
    worldview: str
    print: str


class AddressWords(TypedDict):
    """What is said to a reader whose address is not understood, and what is shown instead."""

    not_a_day: str
    outside: str
    not_known: str
    no_state: str
    not_a_box: str
    not_supposed: str
    supposed_elsewhere: str
    lens_elsewhere: str
    twice: str
    no_such_name: str
    instead: str
    no_country: str
    more: Counted


class PaperWords(TypedDict):
    """What a state's sheet of paper says besides its dossier."""

    more: Counted
    page: str
    address: str


class SearchWords(TypedDict):
    """What is said to a reader who looks for a country by name."""

    no_status: str
    part: str
    see: str
    several: str
    unknown: str
    near: str
    found: Counted


class StepWords(TypedDict):
    """What happens on a day to which one steps: what states do, by status or practice."""

    does: dict[str, Counted]
    states: Counted
    more: Counted


class FollowingWords(TypedDict):
    """What a feed or a calendar is called, and how an entry names its publishers."""

    title: str
    title_of: str
    sources: str


class PanelWords(TypedDict):
    """What the panel says while it has no documents to speak from, of a lost line, and on paper."""

    loading: str
    unreachable: str
    asked_again: str
    lost: str
    back: str
    signed: str
