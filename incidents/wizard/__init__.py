"""Reporting step by step: which questions there are, which one follows, and what the answers come to."""
