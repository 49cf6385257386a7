"""The commands of `python -m geo` by kind, and the options they share."""
