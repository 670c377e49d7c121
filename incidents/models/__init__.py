from incidents.models.case import Case
from incidents.models.case_words import CaseWords, IndexOrder
from incidents.models.draft import Draft
from incidents.models.evidence import Evidence, EvidenceFile, EvidencePiece, VirusScan
from incidents.models.identity import AccessCode, CodeLetter, LinkRequest, ReporterIdentity, ReporterLink
from incidents.models.kind import Kind, KindGroup
from incidents.models.ladder import LadderStep
from incidents.models.plan import HarassmentCheck, Plan
from incidents.models.question import Question, QuestionSet
from incidents.models.report import Report
from incidents.models.report_move import ReportMove
from incidents.models.routing_order import RoutingOrder
from incidents.models.timeline import TimelineEntry

__all__ = [
    "AccessCode",
    "Case",
    "CaseWords",
    "CodeLetter",
    "Draft",
    "Evidence",
    "EvidenceFile",
    "EvidencePiece",
    "HarassmentCheck",
    "IndexOrder",
    "Kind",
    "KindGroup",
    "LadderStep",
    "LinkRequest",
    "Plan",
    "Question",
    "QuestionSet",
    "Report",
    "ReportMove",
    "ReporterIdentity",
    "ReporterLink",
    "RoutingOrder",
    "TimelineEntry",
    "VirusScan",
]
