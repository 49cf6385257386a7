"""Sentences and names: statuses, lengths, legal grounds, the legend and what "verified" means."""
