from incidents.models.case import Case
from incidents.models.draft import Draft
from incidents.models.evidence import Evidence, EvidenceFile, EvidencePiece, VirusScan
from incidents.models.identity import AccessCode, CodeLetter, LinkRequest, ReporterIdentity, ReporterLink
from incidents.models.kind import Kind, KindGroup
from incidents.models.letter import Letter, LetterPaper
from incidents.models.question import Question, QuestionSet
from incidents.models.report import Report
from incidents.models.routing_order import RoutingOrder
from incidents.models.standard_text import StandardText
from incidents.models.timeline import TimelineEntry
from incidents.models.translation import SpokenLanguage, Translation

__all__ = [
    "AccessCode",
    "Case",
    "CodeLetter",
    "Draft",
    "Evidence",
    "EvidenceFile",
    "EvidencePiece",
    "Kind",
    "KindGroup",
    "Letter",
    "LetterPaper",
    "LinkRequest",
    "Question",
    "QuestionSet",
    "Report",
    "ReporterIdentity",
    "ReporterLink",
    "RoutingOrder",
    "SpokenLanguage",
    "StandardText",
    "TimelineEntry",
    "Translation",
    "VirusScan",
]
