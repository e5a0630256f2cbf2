"""How a client may be reached: said only in an opened case with a name, or an opened alert."""

from bot.records.people import Person
from bot.texts import _


def contact_lines(client: Person, *, wrote_here: bool) -> list[str]:
    """What the client keeps in their settings; `wrote_here`: a number for this very call goes first."""
    lines = []
    if client.called_name:
        lines.append(_("They would like to be called «{name}».").format(name=client.called_name))
    if client.phone:
        lines.append(_("Telephone: {number}").format(number=client.phone))
    if client.safe_contact:
        lines.append(_("Safe contact: «{words}»").format(words=client.safe_contact))
    if wrote_here and (client.phone or client.safe_contact):
        lines.append(_("These are from their settings. What they wrote for this call goes first."))
    return lines
