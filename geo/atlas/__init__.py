"""A day: law, record and lines joined into one immutable `View`.

In come a `Record`, the `Borders` of each worldview, and a date. `border_lengths` chooses the
leading published length of each border. Out comes, from `Atlas.on`, a `View`: the status of every
state, every border and the flank (`view`).
`totals` adds borders up by who is bound on either side (`sides`), on a day and over time.
`what_if` makes the atlas that would be with acts on no record (`supposed`).
`published_dates` compares what is computed here with what sources publish; a published date never
feeds a status.

It knows `basics`, `treaty`, `records` and `borders`, and neither Streamlit nor Folium. The names
below are its face.
"""

from geo.atlas.atlas import Atlas as Atlas
from geo.atlas.atlas import load as load
from geo.atlas.atlas import load_tables as load_tables
from geo.atlas.view import FACING as FACING
from geo.atlas.view import FLANK as FLANK
from geo.atlas.view import BorderView as BorderView
from geo.atlas.view import StateView as StateView
from geo.atlas.view import View as View
from geo.basics.choices import FIRST_DAY as FIRST_DAY
