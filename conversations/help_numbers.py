"""Numbers that help, as they are said: one's own country's first, and those of others on request."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.rules.help_lines import HelpLine, HelpLines, countries, first, help_lines
from bot.rules.triage.danger import Danger, DangerKind
from bot.texts import _
from bot.turn import Turn


def numbers(turn: Turn, danger: Danger | None = None) -> str:
    """The number first, then lines to talk to, each whole on its own, for this kind of danger."""
    offer = help_lines(turn.practice.country)
    if danger is None:
        return _own(offer)
    match danger.kind:
        case DangerKind.SELF if danger.from_others and offer.violence:
            return _own(offer) + "\n\n" + _about_being_hurt(offer)
        case DangerKind.SELF:
            return _own(offer)
        case DangerKind.FROM_OTHERS:
            return numbers_for_the_hurt(turn)
        case DangerKind.TO_OTHERS:
            now = _("If somebody may be hurt, please call {number} now.")
            return _for_another(offer, now)


def numbers_in_case(turn: Turn, danger: Danger) -> str:
    """The same where it may be nothing: as plain to find, without telling somebody what to do."""
    offer = help_lines(turn.practice.country)
    if danger.kind is DangerKind.FROM_OTHERS:
        return numbers_for_the_hurt(turn)
    if danger.kind is DangerKind.TO_OTHERS:
        return _for_another(offer, _("If somebody is in danger, call {number}."))
    hurt = [_about_being_hurt(offer)] if danger.from_others and offer.violence else []
    return " ".join([_in_case(offer), *hurt])


def _in_case(offer: HelpLines) -> str:
    call, text = first(offer.lines, "call"), first(offer.lines, "text")
    now = _("In danger, call {number}.").format(number=offer.emergency)
    if call is None:
        return now + " " + _("findahelpline.com lists people to talk to, by country.")
    talk = _("To talk to somebody, day or night: {name}, {line}.").format(
        name=call.name, line=call.number
    )
    return " ".join([now, talk, *([_texting(text)] if text else [])])


def _own(offer: HelpLines) -> str:
    call, text = first(offer.lines, "call"), first(offer.lines, "text")
    if call is None:
        return _(
            "Please call {number} now. findahelpline.com lists people to talk to, by country."
        ).format(number=offer.emergency)
    now = _(
        "Please call {number} now, or {name}, {line}, to talk to somebody, day or night."
    ).format(number=offer.emergency, name=call.name, line=call.number)
    return f"{now} {_texting(text)}" if text else now


def numbers_for_the_hurt(turn: Turn) -> str:
    """For somebody whom another person hurts or threatens."""
    offer = help_lines(turn.practice.country)
    now = _("If you're in danger now, please call {number}.").format(number=offer.emergency)
    if not offer.violence:
        return now + " " + _("findahelpline.com lists people to talk to, by country.")
    return f"{now} {_about_being_hurt(offer)}"


def _about_being_hurt(offer: HelpLines) -> str:
    call, text = first(offer.violence, "call"), first(offer.violence, "text")
    if call is None:
        return _("To talk to somebody about being hurt: {name}, {line}.").format(
            name=offer.violence[0].name, line=offer.violence[0].number
        )
    said = _("To talk to somebody about being hurt, day or night: {name}, {line}.").format(
        name=call.name, line=call.number
    )
    return f"{said} {_texting(text)}" if text else said


def _for_another(offer: HelpLines, now: str) -> str:
    """For somebody who fears for another person, or fears what they may do to one."""
    call = first(offer.lines, "call")
    now = now.format(number=offer.emergency)
    if call is None:
        return now + " " + _("findahelpline.com lists people to talk to, by country.")
    return f"{now} " + _("To talk to somebody about it, day or night: {name}, {line}.").format(
        name=call.name, line=call.number
    )


def _texting(line: HelpLine) -> str:
    return _("You can text {name}: {line}.").format(name=line.name, line=line.number)


# --- all of them


def more_numbers(turn: Turn) -> None:
    """Every line of the practice's country, and the way to those of other countries."""
    _show(turn, turn.practice.country)


def other_countries(turn: Turn) -> None:
    turn.say(
        _("Which country are you in? If it isn't here, findahelpline.com lists many more."),
        [
            button(turn.words.country(code), "help_numbers:country", code)
            for code in countries()
            if code != turn.practice.country
        ],
    )


def country(turn: Turn, code: str) -> None:
    _show(turn, code if code in countries() else "")


def _show(turn: Turn, code: str) -> None:
    offer = help_lines(code)
    lines = [_("In danger, call {number}.").format(number=offer.emergency)]
    if offer.lines:
        lines.append(_("To talk to somebody:"))
        lines.extend(_said(line) for line in offer.lines)
    if offer.violence:
        lines.append(_("If another person hurts you:"))
        lines.extend(_said(line) for line in offer.violence)
    lines.append(_("For any other country: findahelpline.com"))
    turn.say(
        "\n".join(lines), [button(_("I'm in another country"), "help_numbers:other_countries")]
    )


def _said(line: HelpLine) -> str:
    if line.how == "text":
        return _("{name}, text {number}").format(name=line.name, number=line.number)
    return _("{name}, {number}").format(name=line.name, number=line.number)


CONVERSATION = Conversation(
    name="help_numbers",
    taps={"other_countries": other_countries, "country": country},
    for_strangers=True,
    is_of_danger=True,
)
