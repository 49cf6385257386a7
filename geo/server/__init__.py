"""What `dashboard.py` starts: the Streamlit page, the API, and all that answers a request.

In come requests. `current_data` holds the atlas of the data on disk for everyone,
`security_headers`, `early_hints` and `completed_index` stand before every answer, `page/` is
Streamlit's part of the page and `api/` what programs and other sites ask. Out come pages, files and
answers with their headers.

It knows every wing but `cli`.
"""
