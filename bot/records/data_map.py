"""What happens to every column when somebody takes a copy of their data, is erased, or time passes.

A new column is added here too: tests/records/test_data_map.py fails for one that nobody decided
about. `export-client`, `erase-client` and pruning go by this table.
"""

from collections.abc import Mapping

from bot.records.data_map_of_practice import OF_PRACTICE
from bot.records.data_treatment import Erase, Export, Kept, Table
from bot.records.invitations import WRONG_CODES_WITHIN
from bot.records.kept_words import KEPT_FOR as WORDS_KEPT_FOR

__all__ = ["TABLES", "Erase", "Export", "Kept", "Table"]

_OF_CLIENTS: Mapping[str, Table] = {
    "person": Table(
        found_by=("id",),
        export={
            Export.YES: "name_sealed external_id_sealed phone_sealed "
            "safe_contact_sealed called_name_sealed mail_sealed psychologist_id telegram_id language quiet_hours lead_times reminds_confirmed away_until left_at "
            "time_zone telephone plain_messages asks_for_briefs note_hour created_at joined_at stopped_at paused_until unreachable_at",
            Export.ID: "id",
            Export.WORKINGS: "hand_on_at sharing_changes",
            Export.SEAL: "seal_id name_hash external_id_hash",
        },
    ),
    "role_held": Table(
        found_by=("person_id",),
        export={Export.YES: "role", Export.ID: "person_id"},
    ),
    "invitation": Table(
        found_by=("person_id",),
        export={
            Export.YES: "created_at expires_at used_at revoked_at",
            Export.ID: "id person_id",
            Export.SEAL: "code_hash",
        },
    ),
    "wrong_code": Table(
        found_by=("telegram_id",),
        export={Export.ELSEWHERE: "telegram_id", Export.ID: "id", Export.WORKINGS: "at"},
        kept=WRONG_CODES_WITHIN,
    ),
    "consent": Table(
        found_by=("person_id",),
        export={
            Export.YES: "purpose text_version given_at withdrawn_at",
            Export.ID: "id person_id",
        },
    ),
    "therapy_session": Table(
        found_by=("client_id",),
        export={
            Export.YES: "psychologist_id starts_at minutes place_sealed link_sealed state answer "
            "answered_at cancelled_at note_sealed wish_sealed created_at attendance",
            Export.ID: "id client_id",
            Export.WORKINGS: "remind_at check_in_at notice_at known_starts_at ask_attendance_at link_at "
            "reach_at brief_at",
            Export.SEAL: "seal_id uid_hash",
        },
    ),
    "check_in": Table(
        found_by=("client_id",),
        export={
            Export.YES: "psychologist_id state answers_sealed level_sealed comment_sealed asked_at "
            "answered_at keeps_private",
            Export.ID: "id client_id therapy_session_id questionnaire_id",
            Export.WORKINGS: "closes_at",
            Export.SEAL: "seal_id",
        },
    ),
    "sharing": Table(
        found_by=("client_id",),
        export={
            Export.YES: "psychologist_id kind text_version asked_at given_at covers_from revoked_at",
            Export.ID: "id client_id",
        },
    ),
    "relationship_offer": Table(
        found_by=("client_id",),
        export={
            Export.YES: "offered_at",
            Export.ID: "id client_id therapy_session_id",
            Export.WORKINGS: "due_at lapses_at",
        },
    ),
    "homework": Table(
        found_by=("client_id",),
        export={
            Export.YES: "psychologist_id task_sealed why_sealed file_sealed state barrier obstacle_sealed "
            "smaller_part_sealed added_sealed keeps_private rhythm proposed_rhythm until_at created_at set_at answered_at "
            "shared_at",
            Export.ID: "id client_id therapy_session_id",
            Export.WORKINGS: "was_put_off asks_left ignored asked_at is_wished revision "
            "shared_revision remind_at",
            Export.SEAL: "seal_id",
        },
    ),
    "homework_note": Table(
        found_by=("client_id",),
        export={
            Export.YES: "psychologist_id kind shown_sealed reply_sealed created_at goes_at "
            "taken_back_at opened_at replied_at",
            Export.ID: "id client_id homework_id",
            Export.SEAL: "seal_id",
        },
    ),
    "note": Table(
        found_by=("client_id",),
        export={
            Export.YES: "psychologist_id kind state answers_sealed brings_back begun_at "
            "goes_at opened_at taken_back_at shared_at",
            Export.ID: "id client_id therapy_session_id",
            Export.WORKINGS: "due_at brought_at",
            Export.SEAL: "seal_id",
        },
    ),
    "time_request": Table(
        found_by=("client_id",),
        export={
            Export.YES: "kind state wish_sealed offered_sealed asked_at offered_at decided_at "
            "decided_by",
            Export.ID: "id client_id therapy_session_id",
            Export.WORKINGS: "due_at",
            Export.SEAL: "seal_id",
        },
    ),
    "dialogue": Table(
        found_by=("person_id",),
        export={
            Export.YES: "data_sealed since",
            Export.ID: "person_id",
            Export.WORKINGS: "conversation step offered_at",
            Export.SEAL: "seal_id",
        },
    ),
    "prompt": Table(
        found_by=("person_id",),
        export={
            Export.ELSEWHERE: "choices_sealed",  # the buttons of outbox.body_sealed
            Export.ID: "id person_id outbox_id",
            Export.WORKINGS: "by_itself of_step asked_at closed_at",
            Export.SEAL: "seal_id",
        },
    ),
    "kept_words": Table(
        found_by=("person_id",),
        export={
            Export.YES: "words_sealed kept_at expires_at",
            Export.ID: "id person_id",
            Export.WORKINGS: "waits_for_step",
            Export.SEAL: "seal_id",
        },
        kept=WORDS_KEPT_FOR,
    ),
    "danger_alert": Table(  # a stranger's (person_id is None) are found by their chat
        found_by=("person_id", "chat_id"),
        export={
            Export.YES: "words_sealed from_others raised_at call_wanted_at call_details_sealed "
            "says_safe_at opened_at cleared_at note_sealed",
            Export.ELSEWHERE: "chat_id",
            Export.ID: "id person_id",
            Export.WORKINGS: "ring_again_at alarm_at",
            Export.OTHERS: "opened_by cleared_by",
            Export.SEAL: "seal_id",
        },
    ),
    "danger_question": Table(  # a stranger's likewise
        found_by=("person_id", "chat_id"),
        export={
            Export.YES: "words_sealed kind from_others asked_at settled_at outcome",
            Export.ELSEWHERE: "chat_id",
            Export.ID: "id person_id alert_id",
            Export.WORKINGS: "is_plain due_at",
            Export.SEAL: "seal_id",
        },
    ),
    "concern_case": Table(
        found_by=("client_id",),
        export={
            Export.YES: "about_id state kind with_name wants_call begun_at sent_at look_by "
            "answer_by first_look_by first_answer_by taken_at taken_by answered_at closed_at outcome since",
            Export.ID: "id client_id check_in_id",
            Export.WORKINGS: "misses due_at remind_at ask_since_at",
        },
    ),
    "case_reader": Table(  # found by the case; who of the staff the client named
        found_by=("case_id",),
        export={
            Export.YES: "person_id asked_at opened_at",
            Export.ID: "case_id",
            Export.WORKINGS: "rank",
            Export.OTHERS: "away_at",
        },
    ),
    "case_entry": Table(  # found by the case; notes for the file are in the copy too
        found_by=("case_id",),
        export={
            Export.YES: "by_id kind text_sealed times_sealed written_at sent_at answered_at "
            "person_id agreed opened_at",
            Export.ID: "id case_id",
            Export.SEAL: "seal_id",
        },
    ),
    "psychologist_request": Table(
        found_by=("client_id",),
        export={
            Export.YES: "from_id to_id state wishes_sealed who_tells next_session notes_may_go "
            "sent_at said_at",
            Export.ID: "id client_id case_id",
            Export.WORKINGS: "remind_at write_at",
            Export.SEAL: "seal_id",
        },
    ),
}

TABLES: Mapping[str, Table] = {**_OF_CLIENTS, **OF_PRACTICE}
