"""Lighthouse, which judges pages as search engines and readers' browsers do, and what it found."""
