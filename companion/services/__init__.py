"""What a person can do with the notebook; both faces, the app and plain mode, call it.

Everything here blocks and is called from one thread at a time.
"""
