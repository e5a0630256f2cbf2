"""What happens to every column when somebody takes a copy of their data, is erased, or time passes.

A new column is added here too: tests/records/test_data_map.py fails for one that nobody decided
about. `export-client`, `erase-client` and pruning go by this table.
"""

from collections.abc import Mapping

from bot.records.data_treatment import Erase, Export, Kept, Table
from bot.records.inbox import KEPT_FOR
from bot.records.invitations import WRONG_CODES_WITHIN
from bot.records.kept_words import KEPT_FOR as WORDS_KEPT_FOR
from bot.records.presence import KEPT_FOR as OUTAGES_KEPT_FOR

__all__ = ["TABLES", "Erase", "Export", "Kept", "Table"]

TABLES: Mapping[str, Table] = {
    "person": Table(
        found_by=("id",),
        export={
            Export.YES: "name_sealed external_id_sealed phone_sealed "
            "safe_contact_sealed called_name_sealed mail_sealed psychologist_id telegram_id language quiet_hours lead_times reminds_confirmed away_until left_at "
            "time_zone telephone plain_messages note_hour created_at joined_at stopped_at paused_until unreachable_at",
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
            "reach_at",
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
    "questionnaire": Table(  # nobody's: the practice's own words
        found_by=(),
        export={Export.OTHERS: "version wording first_asked_at", Export.ID: "id"},
        kept=Kept.WITH_PRACTICE,
    ),
    "check_in_period": Table(  # nobody's: at least ten clients are in each number
        found_by=(),
        export={Export.OTHERS: "begins_at ends_at figures", Export.ID: "id"},
        kept=Kept.WITH_PRACTICE,
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
            "smaller_part_sealed added_sealed keeps_private rhythm proposed_rhythm until_at created_at set_at answered_at",
            Export.ID: "id client_id therapy_session_id",
            Export.WORKINGS: "was_put_off asks_left ignored asked_at is_wished revision remind_at",
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
    "duty": Table(  # of staff
        found_by=("person_id",),
        export={
            Export.YES: "hours asked_at asked_by accepted_at ended_at",
            Export.ID: "id person_id",
            Export.WORKINGS: "ask_at",
        },
    ),
    "weekly_digest": Table(  # of staff
        found_by=("person_id",),
        export={
            Export.ID: "id person_id",
            Export.WORKINGS: "due_at covers_from told_until",
        },
    ),
    "staff_code": Table(  # of staff
        found_by=("person_id",),
        export={
            Export.YES: "chosen_at",
            Export.ID: "person_id",
            Export.WORKINGS: "open_until wrong_tries blocked_until",
            Export.ELSEWHERE: "entered_sealed",  # there only while somebody taps
            Export.SEAL: "seal_id code_hash",
        },
    ),
    "import_file": Table(  # nobody's own: what it says of a person stands in their rows
        found_by=("sent_by",),
        export={
            Export.ELSEWHERE: "kind state contents_sealed report_sealed skips_bad cancels_missing "
            "sent_by sent_at decided_at",
            Export.ID: "id",
            Export.OTHERS: "decided_by",
            Export.WORKINGS: "next_row due_at",
            Export.SEAL: "seal_id",
        },
    ),
    "dialogue": Table(
        found_by=("person_id",),
        export={
            Export.YES: "data_sealed since",
            Export.ID: "person_id",
            Export.WORKINGS: "conversation step",
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
    "inbox": Table(  # parked rows wait for the operator, however long that takes
        found_by=("chat_id",),
        export={
            Export.YES: "raw_sealed received_at",
            Export.ELSEWHERE: "chat_id",
            Export.ID: "id bot_id update_id",
            Export.WORKINGS: "state tries next_try_at settled_at",
            Export.SEAL: "seal_id",
        },
        kept=KEPT_FOR,
    ),
    "outbox": Table(  # what went to the person, and what was told to staff about a row of theirs
        found_by=("person_id", "chat_id", "topic"),
        export={
            Export.YES: "body_sealed state created_at settled_at",
            Export.ELSEWHERE: "chat_id",
            Export.ID: "id person_id topic dedupe_key target_id message_id",
            Export.WORKINGS: "kind revision priority due_at waiting_since good_until goes_after_seconds tries "
            "reason failure_due_at is_unasked wants_receipt receipt_due_at sharing_changes",
            Export.OTHERS: "shows_client_id",
            Export.SEAL: "seal_id",
        },
    ),
    "outage": Table(  # of the program, nobody's
        found_by=(),
        export={
            Export.ID: "id",
            Export.WORKINGS: "began_at ended_at late ask_at report_at",
        },
        kept=OUTAGES_KEPT_FOR,
    ),
    "outage_question": Table(
        found_by=("person_id",),
        export={
            Export.ELSEWHERE: "asked_at",  # what was asked is in outbox.body_sealed
            Export.ID: "id outage_id person_id",
            Export.WORKINGS: "matter since_at ask_at",
        },
        kept=OUTAGES_KEPT_FOR,
    ),
    "audit": Table(
        found_by=("subject", "subject_id"),
        export={
            Export.YES: "at action",
            Export.ID: "id subject subject_id",
            Export.OTHERS: "person_id",
        },
        erase=Erase.STAYS,
        kept=Kept.FOR_EVER,
    ),
}
