"""What the menu of border lines says, and the tab of one over time."""

MENU = "Border…"
EXPLAINED = (
    "Which border the sentence, the map, the tables and the course above the slider are of. Each"
    " piece of it says who is bound on either side."
)
READY = "Ready-made lines"
OWN = "All land borders of one country"
CHOOSE = "Choose"
BACK = "Back to the flank"
OVER_TIME = "Who has been bound on either side of it, and when that changed"
FROM = "From"
