from incidents.models.alert import DutyAlert, DutyCall
from incidents.models.case import Case
from incidents.models.case_words import CaseWords, IndexOrder
from incidents.models.conflict import Conflict
from incidents.models.draft import Draft
from incidents.models.ending import Ending
from incidents.models.evidence import Evidence, EvidenceFile, EvidencePiece, VirusScan
from incidents.models.hearing import Hearing
from incidents.models.identity import AccessCode, CodeLetter, LinkRequest, ReporterIdentity, ReporterLink
from incidents.models.kind import Kind, KindGroup
from incidents.models.ladder import LadderStep
from incidents.models.letter import Letter, LetterPaper
from incidents.models.masked_photo import MaskedPhoto
from incidents.models.party import Party, PartyCode, PartyLetter, PartyWord
from incidents.models.plan import HarassmentCheck, Plan
from incidents.models.question import Question, QuestionSet
from incidents.models.report import Report
from incidents.models.report_move import ReportMove
from incidents.models.routing_order import RoutingOrder
from incidents.models.signal import PreventiveSignal
from incidents.models.standard_text import StandardText
from incidents.models.task import CaseTask
from incidents.models.timeline import TimelineEntry
from incidents.models.translation import SpokenLanguage, Translation

__all__ = [
    "AccessCode",
    "Case",
    "CaseTask",
    "CaseWords",
    "CodeLetter",
    "Conflict",
    "Draft",
    "DutyAlert",
    "DutyCall",
    "Ending",
    "Evidence",
    "EvidenceFile",
    "EvidencePiece",
    "HarassmentCheck",
    "Hearing",
    "IndexOrder",
    "Kind",
    "KindGroup",
    "LadderStep",
    "Letter",
    "LetterPaper",
    "LinkRequest",
    "MaskedPhoto",
    "Party",
    "PartyCode",
    "PartyLetter",
    "PartyWord",
    "Plan",
    "PreventiveSignal",
    "Question",
    "QuestionSet",
    "Report",
    "ReportMove",
    "ReporterIdentity",
    "ReporterLink",
    "RoutingOrder",
    "SpokenLanguage",
    "StandardText",
    "TimelineEntry",
    "Translation",
    "VirusScan",
]
