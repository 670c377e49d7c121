from safetyportal.accounts.models.role_grant import RoleGrant
from safetyportal.accounts.models.team import Team
from safetyportal.accounts.models.user import User

__all__ = ["RoleGrant", "Team", "User"]
