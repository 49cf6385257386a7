"""What is said of a day: sentences, verdicts, dossiers, rows and files, the same for every door.

In come an `Atlas`, a `View`, the address of what a reader looks at (`permalink`). Out come words
(`words/`), tested claims (`claims/`), all that is known of one country (`country/`), plain data
with its sources (`data/`), files to take away (`files/`), and the record held against the
depositary's own page (`depositary/`).

It knows the wings from `basics` to `atlas`. It draws nothing and serves nothing: whoever shows an
answer takes its words from here.
"""
