"""What a test sends to another process, in a module that is soon read there."""


def doubled(name: str) -> dict[str, bytes]:
    return {name: name.encode() * 2}
