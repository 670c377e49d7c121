"""Photos, sound, short films and PDFs that come with a report: take in, clean, keep, hand out."""
