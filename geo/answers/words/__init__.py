"""Every sentence and label of the atlas in English, and how it is said in another language.

What is computed of a day is worded in `headline` and `sentences` (the day, a state),
`status_words`, `legal_basis`, `comparison` (two days), `border_totals`, `length_meaning`, `held`
(what the record was held against), `what_if` and `refusals`. The other rooms are labels of one
place each: `page`, `tabs`, `controls`, `panel`, `map_words`, `legend`, `exports`, `picture`,
`search`, `address`, `following`, `alone` (pages that need no server), `glossary`. `wordings` fills
in and counts.

`tongue` is a language; its texts stand in `catalogues/`, which `messages` lists, `translating`
holds against the English and `catalogue` reads. docs/translating.md says how to change one.
"""
