from complexes.models.complex import Complex, Entrance, Space
from complexes.models.home import Home
from complexes.models.resident import Resident, Tenancy

__all__ = ["Complex", "Entrance", "Home", "Resident", "Space", "Tenancy"]
