from safetyportal.texts.models.association import Association
from safetyportal.texts.models.help_line import HelpLine
from safetyportal.texts.models.logo import Logo

__all__ = ["Association", "HelpLine", "Logo"]
