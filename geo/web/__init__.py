"""What a browser gets, and no server: documents, scripts, styles, whole pages.

In come an `Atlas` and a worldview. Out come the JSON documents from which a browser draws
(`documents/`), the scripts and styles that do it (`scripts/`, `styles/`, put together by `bundles`
and given addresses by `static_files`), HTML set from `templates/` (`templating`), the stand-alone
page (`standalone`), the site of state pages (`site`) and what a page shows before its scripts run
(`first_view`, `first_map`). `served` makes all of one record, `disk_cache` keeps it between starts.

What does not change travels once. The browser fetches lines, timeline and dossiers as files that it
keeps, and repaints map, headline, panel and table of borders under the thumb; the stand-alone page
is made of the same scripts and documents.

It knows the wings from `basics` to `pictures`. It opens no port and holds no visitor: `server`
sends what is made here.
"""
