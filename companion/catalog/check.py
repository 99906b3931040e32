"""Everything that can be wrong with the content, found before a person meets it."""

from __future__ import annotations

import re
from collections import Counter
from string import Formatter
from typing import TYPE_CHECKING

from companion.catalog.crisis import FILE, Directory
from companion.catalog.files import FALLBACK, languages, names, shipped
from companion.catalog.language import read_sentences
from companion.catalog.lint import Problem, Rules, check_path, check_prompt, rules
from companion.catalog.loader import FRAME, load_frame, load_path, path_words, words_file
from companion.catalog.packs.reader import read_pack
from companion.catalog.packs.shelf import FOLDER as PACKS
from companion.catalog.plurals import only_counted
from companion.catalog.structure import across, orphans, structure
from companion.catalog.table import Table
from companion.domain.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from companion.domain.crisis import CrisisCountry
    from companion.domain.path import ReflectionPath, Step

_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_GAP = re.compile(r"[a-z][a-z_]*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_SOURCES = 2
_SPOKEN = re.compile(r"steady\..+\.(prompt|about)|own\.steps\.offered\..+")
# Sentences of the interface that ask like a path, and are held to the same rules.


def check(root: Traversable | None = None) -> list[Problem]:
    """Check every path in every language, the sentences and the crisis lines.

    Whatever is wrong becomes a problem in the list; nothing is raised.

    Args:
        root: The content folder; none: what companion ships with.
    """
    content = root if root is not None else shipped()
    found: list[Problem] = []
    for language in languages(content):
        found += _told(_sentences(content, language))
        found += _told(_spoken(content, language))
        found += _told(_paths(content, language))
        found += _told(_crisis(content, language))
        found += _told(_packs(content, language))
    # What is wrong with the frame is met once a path, and told once.
    return list(dict.fromkeys(found))


def _told(looked: Iterator[Problem]) -> list[Problem]:
    found: list[Problem] = []
    try:
        found.extend(looked)
    except ContentError as error:
        found.append(Problem(str(error.details["file"]), "", str(error.details["problem"])))
    return found


def _paths(root: Traversable, language: str) -> Iterator[Problem]:
    before, after = load_frame(root, language)
    framed = (*before, *after)
    yield from _told(_words(root, FRAME, language, framed))
    paths: dict[str, ReflectionPath] = {}
    there = [path_id for path_id in names(root / "paths") if path_id != FRAME]
    for path_id in there:
        yield from _told(_path(root, path_id, language, paths))
    for path_id, key, wrong in across(paths, there):
        yield Problem(f"paths/{path_id}.toml", key, wrong)
    rule = rules(root, language)
    for path in paths.values():
        yield from _wording(path, rule, {step.id for step in framed})


def _path(
    root: Traversable, path_id: str, language: str, paths: dict[str, ReflectionPath]
) -> Iterator[Problem]:
    file = f"paths/{path_id}.toml"
    path = load_path(root, path_id, language)
    paths[path_id] = path
    if path.id != path_id:
        yield Problem(file, "id", "not the file's name")
    for name in (path_id, *(step.id for step in path.steps)):
        if not _NAME.fullmatch(name):
            yield Problem(file, name, "a name is small letters, and hyphens between them")
    yield from (Problem(file, key, wrong) for key, wrong in structure(path))
    own = tuple(step for step in path.steps if not step.framing)
    yield from _words(root, path_id, language, own)


def _words(
    root: Traversable, path_id: str, language: str, steps: tuple[Step, ...]
) -> Iterator[Problem]:
    file = words_file(path_id, language)
    words = path_words(root, path_id, language)
    yield from (Problem(file, key, wrong) for key, wrong in orphans(steps, words))
    said = Table(file, words)
    said.text("author")
    said.text("licence")
    said.day("reviewed_on")


def _wording(path: ReflectionPath, rule: Rules, framed: set[str]) -> Iterator[Problem]:
    for key, wrong in check_path(path, rule):
        of_frame = key.partition(".")[0] in framed
        yield Problem(words_file(FRAME if of_frame else path.id, path.language), key, wrong)


def _sentences(root: Traversable, language: str) -> Iterator[Problem]:
    own, english = read_sentences(root, language), read_sentences(root, FALLBACK)
    for key, text in own.items():
        if key not in english and not only_counted(key, english):
            yield Problem(f"{language}/ui", key, "English has no such key")
        if "!" in text:
            yield Problem(f"{language}/ui", key, "an exclamation mark")
        try:
            gaps, wanted = _gaps(text), _gaps(english.get(key, text))
        except ValueError:
            yield Problem(f"{language}/ui", key, "a brace that opens or closes nothing")
            continue
        if not all(_GAP.fullmatch(gap) for gap in gaps):
            yield Problem(f"{language}/ui", key, "a gap is named in small letters")
        if gaps - wanted:
            yield Problem(f"{language}/ui", key, "a gap that English does not fill")


def _spoken(root: Traversable, language: str) -> Iterator[Problem]:
    rule = rules(root, language)
    for key, text in read_sentences(root, language).items():
        if _SPOKEN.fullmatch(key):
            yield from (Problem(f"{language}/ui", key, wrong) for wrong in check_prompt(text, rule))


def _gaps(text: str) -> set[str]:
    return {gap for _, gap, _, _ in Formatter().parse(text) if gap is not None}


def _packs(root: Traversable, language: str) -> Iterator[Problem]:
    folder = root / language / PACKS
    for name in names(folder) if folder.is_dir() else []:
        file = f"{language}/{PACKS}/{name}.toml"
        reading = read_pack((folder / f"{name}.toml").read_bytes(), root)
        for one in reading.problems:
            yield Problem(file, f"line {one.line}, {one.key}", one.code)
        if reading.pack is not None and reading.pack.id != name:
            yield Problem(file, "id", "not the file's name")
        if reading.pack is not None and reading.pack.reviewed_on is None:
            yield Problem(file, "reviewed_on", "missing")


def _crisis(root: Traversable, language: str) -> Iterator[Problem]:
    countries = Directory(root, language).countries()
    if not countries:
        yield Problem(FILE, "", "no country")
    for code, count in Counter(country.code for country in countries).items():
        if count > 1:
            yield Problem(FILE, code, "there twice")
    for country in countries:
        yield from (Problem(FILE, country.code, wrong) for wrong in _country(country))


def _country(country: CrisisCountry) -> Iterator[str]:
    if not _COUNTRY.fullmatch(country.code):
        yield "a country's code is two capital letters"
    if not country.emergency:
        yield "no emergency number"
    if len(set(country.sources)) < (_SOURCES if country.lines else 1):
        yield "fewer than two sources" if country.lines else "no source"
    numbers = [*country.emergency, *(line.service.dial for line in country.lines)]
    yield from (
        f"{number} can't be dialled"
        for number in numbers
        if not re.fullmatch(r"\*?\d[\d -]*\d", number)
    )
