"""The demo: three months of an invented person, in a throw-away place."""

from companion.demo.opening import open_demo

__all__ = ["open_demo"]
