"""The notebook's folder: header, key slots, lock, backups, restoring, wiping, the open card."""
