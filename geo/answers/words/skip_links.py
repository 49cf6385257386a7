"""The links at the head of a page that lead a keyboard past what lies between."""

SKIP_LINKS = {
    "country": "Skip to the country list",
    "date": "Skip to the date",
    "map": "Skip to the map",
    "borders": "Skip to the tables",
}
"""By the id of the part of the page that each leads to."""
