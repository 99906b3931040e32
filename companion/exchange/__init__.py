"""Everything in a notebook as files of other kinds, and files of other kinds as entries."""
