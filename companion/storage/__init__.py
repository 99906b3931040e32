"""The notebook on disk: the vault that locks it, the store that is locked."""
