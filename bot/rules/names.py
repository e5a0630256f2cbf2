"""How a name is said: to a client, to staff, in a list."""

_TITLES = {"dr", "prof", "professor", "mr", "ms", "mrs", "mx", "herr", "frau", "sr", "sra"}


def called(name: str) -> str:
    """How a client hears of somebody: «Maria» of Maria Santos, «Dr Okafor» of Dr Okafor."""
    words = name.split()
    if not words or words[0].rstrip(".").lower() in _TITLES:
        return name
    return words[0]


def listed(name: str) -> str:
    """How staff see a client on a screen that others may see: «Anna B.» of Anna Brown."""
    words = name.split()
    if len(words) < 2:
        return name
    return f"{words[0]} {words[-1][0]}."
