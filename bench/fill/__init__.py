"""An invented association of any size with years of work, straight into the database. See bench/README.md."""
