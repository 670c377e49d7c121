"""The child process that opens what strangers send, so that nothing else does. It knows no Django, no key, no database.

`python -m incidents.evidence.cleaning FORMAT COPY_FD SMALL_FD` (or `mask COPY_FD SMALL_FD CELLS`) reads the file on its standard input, writes what may
be shown on COPY_FD (and a small picture on SMALL_FD), and says in one line of JSON what it found or why not. It limits
itself before it looks: memory, processor time, the size of what it writes, and no new file or connection.
"""
