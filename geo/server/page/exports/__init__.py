"""The menu of what can be taken away: pictures, data, films, pages, links."""
