"""A state on a day as a page or two of A4: map, sentence, figures, sources, address, data version.

It is the one template for paper: what the page's print button opens, what the API sends and what
the command line writes are the same bytes. `contents` says what the sheet tells, `filling` what of
it two pages hold, `items` sets it, `state_sheet` puts map and text together.
"""

from geo.pictures.paper.state_sheet import file_name, state_sheet

__all__ = ["file_name", "state_sheet"]
