"""The same powers, line by line: for screen readers, Braille displays and pipes."""
