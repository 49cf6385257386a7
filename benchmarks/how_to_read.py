"""What the figures of results.md mean: how each is measured, and what it leaves out."""

from __future__ import annotations

from benchmarks.measure import QUIET_MS

RATIO_NOTE = (
    "Above 1 we are better, below 1 worse. Medians, of release to settled p95; of range and memory"
    " see the table."
)

NOTES = f"""- Every subject gets the same countries, days and statuses, computed by this project.
- First picture: from the navigation to the first animation frame in which a country has an outline
  on the screen. Map that moves: the same for the map that follows the slider; our server draws the
  first picture into the page itself. Without a map, until the slider stands and the script has run.
  Empty cache.
- Layout shift: all that the browser reports until the page is quiet, also far apart: at least what
  the metric of the web counts.
- Drag: real mouse events over the whole slider, 10 ms apart, whether or not the page keeps up.
- A repaint is an animation frame in which the drawn countries change; frames come every 17 ms, so
  a drag of a second has room for about 60. Ours counts each day it paints, also one on which no
  status changes; in how many frames a country changed is in results.json (recoloured).
- The slider of TimeSliderChoropleth shifts sideways under the pointer when the width of its date
  label changes, and so skips days and goes back; it is measured as it is.
- Pointer to repaint: from each move to the first repaint after it; n/a where none comes before
  the release. Rasterising is not in it.
- Release to settled: until the map and the page's words have changed for the last time; nothing
  may change for {QUIET_MS} ms. 0 means that nothing had to change any more. What is set anew with
  the same words has not changed.
- Bytes: HTTP as it travels, websocket frames as Streamlit sends them. Static pages are gzipped.
- Nothing leaves the machine: what peers ask of content networks is answered at once from installed
  packages (Leaflet, jQuery, d3 version 5 for 4, Moment; Bootstrap, icon fonts and markers empty;
  for Plotly an empty base map) and counted as gzip. A real network is slower: this favours peers.
- Server memory: as soon as it has stood still for a second.
- Servers run in an environment that holds only requirements.txt. Where Plotly is installed beside
  it, Streamlit imports that too, 18 MB in each.
- No background tiles anywhere, and the naive page caches its input, as a careful author would.
- Static pages have no server of their own: n/a.
- Readers are websocket sessions that send what a released slider sends. They draw nothing and
  share the machine's cores with the server.
"""
