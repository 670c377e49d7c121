from safetyportal.notices.models.alarm import Alarm
from safetyportal.notices.models.notice import Notice, Trouble

__all__ = ["Alarm", "Notice", "Trouble"]
