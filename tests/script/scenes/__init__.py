"""The scenes in the order of the page. How to add one: `tests/script/__init__.py`."""

from tests.script.scenes import (
    another_time,
    behind_the_scenes,
    cant_come,
    check_in,
    check_in_result,
    concern,
    danger,
    homework,
    not_understood,
    reminders,
    settings,
    shared_telephone,
    strangers,
    struggle,
    welcome,
)

ALL = (
    welcome.SCENE,
    shared_telephone.SCENE,
    reminders.SCENE,
    cant_come.SCENE,
    another_time.SCENE,
    homework.SCENE,
    homework.ANSWERS,
    struggle.SCENE,
    check_in.SCENE,
    check_in.ANSWERS,
    check_in_result.SCENE,
    concern.SCENE,
    danger.SCENE,
    settings.SCENE,
    not_understood.SCENE,
    strangers.SCENE,
    behind_the_scenes.SCENE,
)
