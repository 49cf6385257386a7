"""What every wing needs and what knows no atlas: dates, boxes, files, tables, faults.

In come texts, numbers and bytes. Out come days and months as exact as a source gives them
(`dates`), boxes of degrees (`boxes`), files and folders that appear whole or not at all
(`atomic_files`, `atomic_folders`), CSV that no spreadsheet runs as a formula (`safe_csv`), a cache
that makes a thing once for all who ask (`shared_cache`), and the errors that a reader sees as one
sentence (`errors`).

It knows no other wing: nothing here speaks of a treaty, a state or a border.
"""
