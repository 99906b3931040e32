"""What the guide says, taken apart: what is typed, what is called by name, and its sentences."""

from __future__ import annotations

import re
from pathlib import Path

import companion
from companion.catalog.guide import Guide
from companion.domain.guide_text import Block, BlockKind, Look, blocks, runs

ROOT = Path(companion.__file__).parent.parent
GUIDE = Guide()
PAGES = [topic for topic in GUIDE.topics() if not GUIDE.is_program(topic)]
FOR_PATIENTS = ("first-week", "when-it-hurts", "privacy", "your-words", "ending")
_SENTENCE_END = re.compile(r"(?<=[.?:])\s+")


def of(topic: str) -> list[Block]:
    """The blocks of a page."""
    return blocks(GUIDE.page(topic))


def typed(topic: str) -> list[str]:
    """What a page shows as typed, in the text and in lines of their own."""
    in_text = [
        words for block in _prose(topic) for words, look in runs(block.text) if look is Look.CODE
    ]
    return [*in_text, *(row.strip() for row in _lines(topic))]


def commands(topic: str) -> list[str]:
    """The command lines among it."""
    return [one for one in typed(topic) if one.split()[0] == "companion"]


def named(topic: str) -> list[str]:
    """What a page says that something is called on the screen."""
    return [
        words for block in _prose(topic) for words, look in runs(block.text) if look is Look.NAME
    ]


def sentences(topic: str) -> list[str]:
    """The sentences of a page; what is typed is left out of them, for it is no word."""
    return [
        part
        for block in _prose(topic)
        for part in _SENTENCE_END.split(
            "".join("x" if look is Look.CODE else words for words, look in runs(block.text))
        )
    ]


def said(block: Block) -> str:
    """The words of a block."""
    return "".join(words for words, _ in runs(block.text))


def _prose(topic: str) -> list[Block]:
    return [block for block in of(topic) if block.kind is not BlockKind.CODE]


def _lines(topic: str) -> list[str]:
    code = [block.text for block in of(topic) if block.kind is BlockKind.CODE]
    return [row for text in code for row in text.split("\n") if row.strip()]
