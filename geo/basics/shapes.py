"""What makes the shape of an answer: a TypedDict that admits no key it does not name.

One definition serves mypy, pydantic and the OpenAPI description, which takes its words from the
docstrings of class and keys. `typing_extensions.TypedDict`, for pydantic refuses that of `typing`
before Python 3.12.
"""

from __future__ import annotations

from pydantic import ConfigDict, with_config

closed = with_config(ConfigDict(extra="forbid", use_attribute_docstrings=True))
"""Decorates a TypedDict whose every key is described: an answer with another key is a fault."""
