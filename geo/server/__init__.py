"""What `dashboard.py` starts: the Streamlit page, the API, and all that answers a request.

In come requests. `application` puts the parts together: `current_data` holds what is `served` to
everyone, `security_headers`, `health`, `coding` and `completed_index` stand before every answer,
`page/` is Streamlit's part of the page, `api/` what programs and other sites ask, `notices` what
they look for at fixed addresses and `missing` what is said where nothing is. `http/` reads and
answers requests by the letter. Out come pages, files and answers with their headers.

A released thumb runs one part of the page, `page/day.py`, which sends the sentence, the controls
and the address; a tab or menu that shows the date itself is drawn again only while it is open.
Whatever reaches a screen is treated as hostile on the way: data are sent as JSON and written as
text, pages are rendered with escaping on, and every answer carries a content security policy that
allows no host but the page's own; `/embed` alone may be framed by other sites.

It knows every wing but `cli`.
"""
