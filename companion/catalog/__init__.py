"""Reads what `content/` holds into the values of the domain, and checks it."""
