from safetyportal.texts.models.association import Association
from safetyportal.texts.models.help_line import HelpLine

__all__ = ["Association", "HelpLine"]
