"""The record held against the depositary's own page, and what would bring it in line."""
