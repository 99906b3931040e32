"""Reads a therapist's pack: text of unknown origin, judged whole, told line by line."""
