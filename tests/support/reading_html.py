"""Reading an HTML file as a browser does: every letter, every attribute, every comment."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from importlib.resources import files
from typing import TYPE_CHECKING

from support.drawings import elements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from support.drawings import Drawn

_BODY = "<body>"
_CLASSES = {
    ("main", "book"),
    ("p", "quiet"),
    ("p", "nothing"),
    ("p", "end"),
    ("p", "passage"),
    ("section", "leads"),
    ("article", "second"),
}
_INSIDE = {
    "main": "body",
    "article": "body main",
    "header": "main",
    "section": "main",
    "footer": "main",
    "figure": "article",
    "figcaption": "figure",
    "svg": "figure",
    "ul": "section",
    "li": "ul",
    "h1": "header",
    "h2": "section article",
    "h3": "figcaption",
    "p": "main header section article footer figure figcaption",
    "blockquote": "article",
    "small": "p li",
    "bdi": "small",
    "path": "svg",
    "circle": "svg",
}
"""What each element may stand in: by their places alone they could say how many there were."""
_DRAWN = {"svg", "path", "circle"}


def head(title: str) -> str:
    """The beginning of every file, byte for byte; nothing in it is anybody's but the title."""
    style = files("companion.export").joinpath("sheet.css").read_text(encoding="utf-8")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{style.strip()}
</style>
</head>
"""


class Body(HTMLParser):
    """What is between the beginning of a body and the end of the file."""

    def __init__(self, markup: str) -> None:
        """Read it."""
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        """What is read."""
        self.drawn: list[tuple[str, dict[str, str]]] = []
        """The elements of drawings."""
        self.strange: list[str] = []
        """What has no business in a sheet."""
        self._open, self._read = ["html"], [""]
        self.feed(markup)
        self.close()
        self.strange += [f"left open: {tag}" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if tag == "body":
            self.strange += [f"body {attrs}"] if attrs else []
        elif self._open[-1] not in _INSIDE.get(tag, "").split():
            self.strange.append(f"{tag} in {self._open[-1]}")
        elif tag in _DRAWN:
            self.drawn.append((tag, {name: value or "" for name, value in attrs}))
        else:
            self.strange += [f"{tag} {one}" for one in attrs if not _may(tag, *one)]
            self.strange += [f"{tag} twice"] if len(dict(attrs)) < len(attrs) else []
        self._open.append(tag)
        self._read.append("")

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        begun, text = self._open.pop() if self._open else "", self._read.pop()
        if begun != tag:
            self.strange.append(f"{tag} ends {begun}")
        if tag not in _DRAWN and not text.strip():
            self.strange.append(f"{tag} says nothing")
        if self._read:
            self._read[-1] += text

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without anything in it."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._open[-1:] in (["html"], []) and data.strip():
            self.strange.append(data)
        self.texts.append(data)
        if self._read:
            self._read[-1] += data

    def handle_comment(self, data: str) -> None:
        """A comment, which nobody sees who does not look."""
        self.strange.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        """A declaration."""
        self.strange.append(f"declaration {decl}")

    def unknown_decl(self, data: str) -> None:
        """Another declaration."""
        self.strange.append(f"declaration {data}")

    def handle_pi(self, data: str) -> None:
        """A processing instruction."""
        self.strange.append(f"instruction {data}")


def _may(tag: str, name: str, value: str | None) -> bool:
    return (name == "class" and (tag, value) in _CLASSES) or (name, value) == ("dir", "rtl")


def read(markup: str) -> str:
    """The letters that are read in a file."""
    return "".join(Body(markup[markup.find(_BODY) :]).texts)


def faults(markup: str, title: str, charts: Iterable[Drawn]) -> Iterator[str]:
    """Whatever in a file is neither a letter that is read nor as it must be.

    Args:
        markup: The file.
        title: What it is called in its own data.
        charts: What is drawn in it.
    """
    if not markup.startswith(head(title) + _BODY + "\n"):
        yield f"head: {markup[: markup.find(_BODY)]}"
    body = Body(markup[markup.find(_BODY) :])
    yield from (f"in the markup: {one}" for one in body.strange)
    wanted = [one for chart in charts for one in elements(chart)]
    if body.drawn != wanted:
        yield f"drawn: {body.drawn}"
