"""All that is known of one country on a day, as values, as plain data and as Markdown."""
