"""All tables, imported for the sake of the metadata that migrations and tests compare."""

from sqlmodel import SQLModel

from bot.records.asked_again import OutageQuestion
from bot.records.audit import AuditEntry
from bot.records.case_entries import CaseEntry
from bot.records.cases import Case, CaseReader
from bot.records.check_in_periods import CheckInPeriod
from bot.records.check_ins import CheckIn
from bot.records.consents import Consent
from bot.records.danger_alerts import DangerAlert
from bot.records.danger_questions import DangerQuestion
from bot.records.dialogue import Dialogue, Prompt
from bot.records.digests import WeeklyDigest
from bot.records.duties import DutyRow
from bot.records.homework import Homework, HomeworkNote
from bot.records.import_files import ImportFile
from bot.records.inbox import InboxRow
from bot.records.invitations import Invitation, WrongCode
from bot.records.kept_words import KeptWords
from bot.records.notes import Note
from bot.records.outbox import OutboxRow
from bot.records.people import Person, RoleHeld
from bot.records.presence import Outage
from bot.records.psychologist_requests import PsychologistRequest
from bot.records.questionnaires import QuestionnaireRow
from bot.records.relationship_offers import RelationshipOffer
from bot.records.sharings import Sharing
from bot.records.staff_codes import StaffCode
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import TimeRequest

TABLES: tuple[type[SQLModel], ...] = (
    Person,
    RoleHeld,
    Invitation,
    WrongCode,
    Consent,
    TherapySession,
    QuestionnaireRow,
    CheckIn,
    CheckInPeriod,
    Sharing,
    RelationshipOffer,
    Homework,
    HomeworkNote,
    Note,
    Dialogue,
    Prompt,
    KeptWords,
    DangerAlert,
    DangerQuestion,
    Case,
    CaseReader,
    CaseEntry,
    PsychologistRequest,
    InboxRow,
    OutboxRow,
    AuditEntry,
    TimeRequest,
    DutyRow,
    StaffCode,
    ImportFile,
    WeeklyDigest,
    Outage,
    OutageQuestion,
)
METADATA = SQLModel.metadata
