"""Texts to start a message or a letter from."""
