from safetyportal.duty.models.shift import Rank, Shift

__all__ = ["Rank", "Shift"]
