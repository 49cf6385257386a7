"""Rows and files of the record that several tests spoil."""

NOTICE = "pol-2025-withdrawal-notice"
EVENTS, STATES, SOURCES, LENGTHS = "events.csv", "states.csv", "sources.csv", "border_lengths.csv"
FACTS, CLAIMS, TOPICS = "facts.csv", "claims.csv", "disagreements.csv"
