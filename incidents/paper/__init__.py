"""Letters on paper: as data for incidents/paper/letter.typ, printed to PDF in a child process."""
