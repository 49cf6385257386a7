"""HTTP by the letter (RFC 9110), where Starlette has no part for it: codings, conditions, ranges.

`send` answers from bytes in memory what Starlette's `FileResponse` does for files on disk. It knows
nothing of the atlas.
"""
