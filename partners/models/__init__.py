from partners.models.attachment import Attachment
from partners.models.backtest import Backtest
from partners.models.covenant import Covenant, CovenantPaper, CovenantPiece
from partners.models.cut_off import CutOff
from partners.models.decision import RoutingDecision
from partners.models.matrix import MatrixCell
from partners.models.membership import Membership
from partners.models.partner import Partner, PartnerArea
from partners.models.question import Question
from partners.models.referral import Referral
from partners.models.reveal import Reveal
from partners.models.rule import RoutingRule
from partners.models.rule_change import RuleChange
from partners.models.rule_set import RuleSet
from partners.models.scale_up import ScaleUp, ScalingSettings
from partners.models.shared_line import SharedLine

__all__ = [
    "Attachment",
    "Backtest",
    "Covenant",
    "CovenantPaper",
    "CovenantPiece",
    "CutOff",
    "MatrixCell",
    "Membership",
    "Partner",
    "PartnerArea",
    "Question",
    "Referral",
    "Reveal",
    "RoutingDecision",
    "RoutingRule",
    "RuleChange",
    "RuleSet",
    "ScaleUp",
    "ScalingSettings",
    "SharedLine",
]
