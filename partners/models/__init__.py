from partners.models.attachment import Attachment
from partners.models.covenant import Covenant
from partners.models.decision import RoutingDecision
from partners.models.matrix import MatrixCell
from partners.models.membership import Membership
from partners.models.partner import Partner, PartnerArea
from partners.models.question import Question
from partners.models.referral import Referral
from partners.models.reveal import Reveal
from partners.models.rule import RoutingRule
from partners.models.rule_set import RuleSet
from partners.models.shared_line import SharedLine

__all__ = [
    "Attachment",
    "Covenant",
    "MatrixCell",
    "Membership",
    "Partner",
    "PartnerArea",
    "Question",
    "Referral",
    "Reveal",
    "RoutingDecision",
    "RoutingRule",
    "RuleSet",
    "SharedLine",
]
