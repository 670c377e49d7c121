from safetyportal.clock.models.deadline import Deadline, Name
from safetyportal.clock.models.heartbeat import Heartbeat
from safetyportal.clock.models.job_run import JobRun
from safetyportal.clock.models.office import OfficeSettings

__all__ = ["Deadline", "Heartbeat", "JobRun", "Name", "OfficeSettings"]
