from partners.models.covenant import Covenant
from partners.models.decision import RoutingDecision
from partners.models.membership import Membership
from partners.models.partner import Partner, PartnerArea
from partners.models.question import Question
from partners.models.referral import Referral
from partners.models.rule import RoutingRule
from partners.models.rule_set import RuleSet

__all__ = [
    "Covenant",
    "Membership",
    "Partner",
    "PartnerArea",
    "Question",
    "Referral",
    "RoutingDecision",
    "RoutingRule",
    "RuleSet",
]
