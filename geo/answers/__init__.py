"""What is said of a day: sentences, verdicts, dossiers, rows and files, the same for every door.

In come an `Atlas`, a `View`, the address of what a reader looks at (`permalink`), a name that is
looked for (`search`), acts that are supposed (`supposing`) or a border line that is asked about
(`scopes`, `line_course`). Out come words (`words/`), tested claims (`claims/`), all that is known
of one country (`country/`), plain data with its sources (`data/`), files to take away (`files/`), a
feed and a calendar (`following/`), the tools of a language model (`assistant/`), and the record
held against the depositary's own page (`depositary/`).

It knows the wings from `basics` to `atlas`. It draws nothing and serves nothing: whoever shows an
answer takes its words from here.
"""
