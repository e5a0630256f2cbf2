"""The part of the data map (bot/records/data_map.py) about staff, the practice and the program itself."""

from collections.abc import Mapping

from bot.records.data_treatment import Erase, Export, Kept, Table
from bot.records.inbox import KEPT_FOR
from bot.records.presence import KEPT_FOR as OUTAGES_KEPT_FOR

OF_PRACTICE: Mapping[str, Table] = {
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
    "text_count": Table(  # nobody's: how many texts a week, of all clients together
        found_by=(),
        export={Export.OTHERS: "begins_on texts high possible", Export.ID: "id"},
        kept=Kept.WITH_PRACTICE,
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
