"""The Streamlit page, one module a part: controls, map panel, country panel, tables, export."""
