"""What a language model is told: short answers of the same shapes, each with a sentence to quote.

`asked` reads arguments as the API does, `tools` answers them, `protocol` offers the tools over the
Model Context Protocol.
"""
