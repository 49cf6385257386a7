"""How `data/borders/` is made from Natural Earth's files; only `python -m geo build` needs it."""
