"""Values and rules of the notebook; the standard library only, no clock, no files, no screen."""
