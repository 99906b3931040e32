"""The notebook's folder: header, key slots, lock, and the judge of passphrases."""
