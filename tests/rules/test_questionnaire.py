"""The practice's own questions: what its file may say, and a sentence for whatever it may not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.questionnaire import OUR_OWN, Item, Questionnaire, parse_questionnaire

HEARD = '[[items]]\nname = "heard"\nsentence = "I felt heard"\ntopic = "being heard"\n'
PACE = '[[items]]\nname = "pace"\nsentence = "The pace suits me"\ntopic = "the pace"\n'
GOOD = HEARD + PACE
ONE_LINE = r"\A.+\Z"


def numbered(count: int) -> str:
    return "".join(
        f'[[items]]\nname = "n{at}"\nsentence = "Sentence {at}"\ntopic = "topic {at}"\n'
        for at in range(count)
    )


# --- what it may say


def test_two_questions_with_the_usual_anchors() -> None:
    assert parse_questionnaire(GOOD) == Questionnaire(
        (
            Item("heard", "I felt heard", "being heard", "not at all", "completely"),
            Item("pace", "The pace suits me", "the pace", "not at all", "completely"),
        )
    )


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_two_to_five_questions(count: int) -> None:
    assert len(parse_questionnaire(numbered(count)).items) == count


def test_anchors_for_all_and_others_for_one() -> None:
    read = parse_questionnaire(
        f'lowest = "never"\nhighest = "always"\n{GOOD}lowest = "far too slow"\n'
    )
    assert [(item.lowest, item.highest) for item in read.items] == [
        ("never", "always"),
        ("far too slow", "always"),
    ]


def test_a_full_stop_is_the_sentence_s_around_it_and_a_question_mark_is_its_own() -> None:
    text = GOOD.replace("I felt heard", "  I felt heard. ").replace("suits me", "suits me?")
    assert [item.sentence for item in parse_questionnaire(text).items] == [
        "I felt heard",
        "The pace suits me?",
    ]


# --- what it may not

LONG = "x" * 121
BAD = {
    "it can't be read as TOML": ["[[items]", "name = heard", "[" * 5000],
    "it needs 2 to 5 questions, each under [[items]]": [
        "", HEARD, numbered(6), 'items = "two"', "[items]\nname = 'heard'",
    ],
    "question 1 must stand under [[items]]": ["items = [1, 2]"],
    "the file has «title», which means nothing here": [f'title = "Ours"\n{GOOD}'],
    "question 2 has «lowst», which means nothing here": [f'{GOOD}lowst = "never"'],
    "question 1 has no name": [GOOD.replace('name = "heard"\n', "")],
    "question 1 has no sentence": [GOOD.replace('sentence = "I felt heard"\n', "")],
    "question 2 has no topic": [GOOD.replace('topic = "the pace"\n', "")],
    "question 1: its sentence must be words in quotation marks": [
        GOOD.replace('"I felt heard"', empty) for empty in ('""', '" "', '"..."', "7", "true", "[]")
    ],
    "lowest must be words in quotation marks": [f"lowest = 0\n{GOOD}"],
    "question 1: its topic must fit on one line of at most 120 letters": [
        GOOD.replace("being heard", wrong) for wrong in (LONG, "a\\nb", "a\\rb", "a\\u2028b", "a\\tb")
    ],
    "question 1: its name must be one short word, such as heard": [
        GOOD.replace('"heard"', f'"{wrong}"') for wrong in ("felt heard", "1st", "h-1", "h" * 21)
    ],
    "two questions have the same name": [GOOD.replace('"pace"', '"Heard"')],
    "two questions have the same sentence": [GOOD.replace("The pace suits me", "I felt heard.")],
    "two questions have the same topic": [GOOD.replace('"the pace"', '"Being heard"')],
    "question 1: 0 and 10 mean the same; change lowest or highest": [f'lowest = "Completely"\n{GOOD}'],
}  # fmt: skip


@pytest.mark.parametrize(("why", "text"), [(why, each) for why in BAD for each in BAD[why]])
def test_each_refusal_has_its_sentence(why: str, text: str) -> None:
    with pytest.raises(ValueError, match=ONE_LINE) as error:
        parse_questionnaire(text)
    assert str(error.value).startswith(why)


# --- for any


def as_toml(questionnaire: Questionnaire) -> str:
    """What a practice would write; TOML's strings escape as JSON's do, within one plane."""
    return "\n".join(
        "[[items]]\n"
        + "\n".join(
            f"{key} = {json.dumps(getattr(item, key), ensure_ascii=False)}"
            for key in ("name", "sentence", "topic", "lowest", "highest")
        )
        for item in questionnaire.items
    )


NAMES = st.from_regex(r"[a-z_][a-z0-9_]{0,19}", fullmatch=True)
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=120
).filter(lambda words: words == words.strip().rstrip(". ") and words != "")


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    count = draw(st.integers(2, 5))

    def different(words: st.SearchStrategy[str]) -> list[str]:
        several = st.lists(words, min_size=count, max_size=count, unique_by=str.casefold)
        return draw(several)

    lowest, highest = draw(st.lists(WORDS, min_size=2, max_size=2, unique_by=str.casefold))
    parts = zip(different(NAMES), different(WORDS), different(WORDS), strict=True)
    return Questionnaire(tuple(Item(*each, lowest, highest) for each in parts))


@given(questionnaires())
def test_what_was_written_is_read_and_kept_as_it_is(written: Questionnaire) -> None:
    assert parse_questionnaire(as_toml(written)) == written
    assert Questionnaire.of_json(written.as_json()) == written
    assert (written.version == OUR_OWN.version) is (written == OUR_OWN)


@given(st.text() | st.text(alphabet='items[]="name\n .topicsentence', max_size=60))
def test_any_other_text_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ValueError, match=ONE_LINE):
        parse_questionnaire(text)
