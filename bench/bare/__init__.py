"""The measure: a Django project with the default middleware that does the one thing and nothing else."""
