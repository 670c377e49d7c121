from safetyportal.clock.models.deadline import Deadline, Name
from safetyportal.clock.models.heartbeat import Heartbeat
from safetyportal.clock.models.job_run import JobRun

__all__ = ["Deadline", "Heartbeat", "JobRun", "Name"]
