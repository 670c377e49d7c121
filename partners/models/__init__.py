from partners.models.covenant import Covenant
from partners.models.decision import RoutingDecision
from partners.models.partner import Membership, Partner, PartnerArea
from partners.models.referral import Referral
from partners.models.rule import RoutingRule

__all__ = ["Covenant", "Membership", "Partner", "PartnerArea", "Referral", "RoutingDecision", "RoutingRule"]
