"""A day of work on a filled association, told in the portal's own pages (tests/journeys/test_day_of_work.py)."""
