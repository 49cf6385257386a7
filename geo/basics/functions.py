"""What modules define, where a list of it would only say their names again."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isfunction
from types import ModuleType
from typing import Any


def functions_of(*modules: ModuleType) -> dict[str, Callable[..., Any]]:
    """Return the public functions that modules define, by name and in their order."""
    return {
        name: found
        for module in modules
        for name, found in vars(module).items()
        if isfunction(found) and found.__module__ == module.__name__ and not name.startswith("_")
    }
