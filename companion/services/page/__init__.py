"""The page for a session: what could be on it, what is ticked, its second sheet, its rest."""
