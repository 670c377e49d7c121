from safetyportal.notices.models.alarm import Alarm
from safetyportal.notices.models.notice import Notice

__all__ = ["Alarm", "Notice"]
