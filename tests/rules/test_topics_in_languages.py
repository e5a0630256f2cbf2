"""What German and Spanish messages are about; each label once and what must not be taken for a concern."""

import pytest

from bot.rules.triage.topics import CONCERNS, Label, topic_of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Er hat mein Knie angefasst, er hat mich berührt", Label.CONDUCT),
        ("Sie hat die Schweigepflicht gebrochen", Label.CONDUCT),
        ("Ich möchte eine andere Therapeutin", Label.CHANGE_REQUEST),
        ("ich will die Therapie beenden", Label.CHANGE_REQUEST),
        ("Ich fühle mich von meinem Therapeuten nicht verstanden.", Label.RELATIONSHIP_CONCERN),
        ("ich fuehle mich nicht ernst genommen", Label.RELATIONSHIP_CONCERN),
        ("Wir drehen uns im Kreis", Label.RELATIONSHIP_CONCERN),
        ("Kann ich den Termin am Donnerstag verschieben?", Label.LOGISTICS),
        ("Die Rechnung fehlt noch", Label.LOGISTICS),
        ("Hausaufgaben vergessen, tut mir leid", Label.HOMEWORK),
        ("Darüber möchte ich noch nicht reden", Label.TOPIC_BOUNDARY),
        ("Vielen Dank, das hat mir sehr geholfen", Label.POSITIVE),
        ("Mein Mann hört mir nie zu", Label.OTHER),
        ("Me tocó la pierna en la sesión", Label.CONDUCT),
        ("Quisiera que me asignaran otra psicóloga.", Label.CHANGE_REQUEST),
        ("quiero dejar la terapia", Label.CHANGE_REQUEST),
        ("Creo que mi terapeuta no me entiende.", Label.RELATIONSHIP_CONCERN),
        ("no me siento escuchada", Label.RELATIONSHIP_CONCERN),
        ("¿Puedo cambiar la cita del jueves?", Label.LOGISTICS),
        ("me mandan la factura por favor", Label.LOGISTICS),
        ("hice la tarea de respiración", Label.HOMEWORK),
        ("no quiero hablar de mi hermano", Label.TOPIC_BOUNDARY),
        ("Gracias por todo, me siento mucho mejor.", Label.POSITIVE),
        ("mi marido no me escucha", Label.OTHER),
    ],
)
def test_what_it_is_about(text: str, label: Label) -> None:
    assert topic_of(text).label is label, topic_of(text)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("ich fühle mich nicht verstanden", "ich fühle mich von meiner Mutter nicht verstanden"),
        ("sie hört mir nicht zu", "meine Schwester hört mir nicht zu"),
        ("me grita", "mi jefe me grita"),
    ],
)
def test_trouble_with_somebody_else_is_no_concern(ours: str, theirs: str) -> None:
    assert topic_of(ours).label in CONCERNS
    assert topic_of(theirs).label not in CONCERNS
