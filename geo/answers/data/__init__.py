"""A day as plain data: rows and objects with their sources, licence and data version."""
