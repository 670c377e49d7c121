from safetyportal.people.models.account_link import AccountLink

__all__ = ["AccountLink"]
