"""The scenes in the order of the page. How to add one: `tests/script/__init__.py`."""

from tests.script.scenes import (
    another_time,
    behind_the_scenes,
    call_back,
    cant_come,
    concern,
    danger,
    danger_others,
    not_understood,
    reminders,
    settings,
    shared_telephone,
    strangers,
    unasked_words,
    welcome,
)

ALL = (
    welcome.SCENE,
    shared_telephone.SCENE,
    reminders.SCENE,
    cant_come.SCENE,
    another_time.SCENE,
    unasked_words.SCENE,
    concern.SCENE,
    danger.SCENE,
    danger_others.SCENE,
    call_back.SCENE,
    settings.SCENE,
    not_understood.SCENE,
    strangers.SCENE,
    behind_the_scenes.SCENE,
)
