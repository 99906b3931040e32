"""What each system does in its own way: one module for Windows, one for all others.

Both have the same functions. `here` is the one of the machine that companion runs on; nothing
else asks which system it is. It knows nothing of ours, and every layer may use it.
"""
