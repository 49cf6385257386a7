"""The texts that stand beside the names of a shape are of the kind that it gives them."""

from __future__ import annotations

import importlib
import pkgutil
from typing import get_type_hints

from pydantic import TypeAdapter, ValidationError
from typing_extensions import is_typeddict

from geo.answers import words


def test_every_text_is_of_its_kind() -> None:
    shapes = {
        shape
        for room in pkgutil.iter_modules(words.__path__)
        for shape in vars(importlib.import_module(f"{words.__name__}.{room.name}")).values()
        if is_typeddict(shape)
    }
    checked, wrong = 0, []
    for shape in shapes:
        kinds = get_type_hints(shape)
        for name, hint in get_type_hints(shape, include_extras=True).items():
            for text in getattr(hint, "__metadata__", ()):
                checked += 1
                try:
                    TypeAdapter(kinds[name]).validate_python(text, strict=True)
                except ValidationError as error:
                    wrong.append(f"{shape.__name__}.{name}: {error}")
    assert checked > 150
    assert not wrong
