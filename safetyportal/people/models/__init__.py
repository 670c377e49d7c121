from safetyportal.people.models.absence import Absence
from safetyportal.people.models.account_link import AccountLink
from safetyportal.people.models.mail_wish import MailWish

__all__ = ["Absence", "AccountLink", "MailWish"]
