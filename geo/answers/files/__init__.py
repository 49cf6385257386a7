"""Files to take away: tables, geometry, citations, the archive of the record, status changes."""
