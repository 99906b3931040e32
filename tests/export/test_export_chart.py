"""A drawing of dots is geometry within its frame, and says nothing by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from support.cases import charts
from support.words import ENGLISH

from companion.domain.page import Page
from companion.domain.second_sheet import Chart, SecondSheet
from companion.export.chart import HEIGHT, WIDTH, as_svg
from companion.export.sheet import sheet_of

if TYPE_CHECKING:
    from companion.export.sheet import DrawnChart

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
RADIUS = 4.5


def drawn(chart: Chart) -> DrawnChart:
    """A chart as it is handed to whoever draws it."""
    sheet = sheet_of(Page(None, (), second=SecondSheet((), (chart,))), ENGLISH)
    assert sheet.second
    return sheet.second.charts[0]


def parsed(chart: Chart) -> ET.Element:
    return ET.fromstring(as_svg(drawn(chart)))  # noqa: S314  our own drawing


def dots(chart: Chart) -> list[tuple[float, float]]:
    found = parsed(chart).iter(f"{SVG}circle")
    return [(float(one.get("cx", "")), float(one.get("cy", ""))) for one in found]


@given(charts("met"))
def test_every_dot_lies_whole_within_the_frame(chart: Chart) -> None:
    found = dots(chart)
    assert len(found) == len(chart.dots)
    assert all(RADIUS <= x <= WIDTH - RADIUS for x, _ in found)
    assert all(RADIUS <= y <= HEIGHT - RADIUS for _, y in found)


@given(charts("met"))
def test_every_stroke_lies_within_the_frame(chart: Chart) -> None:
    for path in parsed(chart).iter(f"{SVG}path"):
        x = y = 0.0
        for step, *numbers in re.findall(r"([MLHv])([\d.]+)(?: ([\d.]+))?", path.get("d", "")):
            first, second = float(numbers[0]), float(numbers[1] or 0)
            x, y = {
                "M": (first, second),
                "L": (first, second),
                "H": (first, y),
                "v": (x, y + first),
            }[step]
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT


@given(charts("met"))
def test_higher_is_more_and_further_right_is_later(chart: Chart) -> None:
    found = dots(chart)
    for (place, value), (x, y) in zip(chart.dots, found, strict=True):
        for (other_place, other_value), (other_x, other_y) in zip(chart.dots, found, strict=True):
            assert (place < other_place) <= (x < other_x)
            assert (value < other_value) == (y > other_y)


@given(st.integers(1, 12))
def test_a_line_joins_the_dots_only_from_six_on(number: int) -> None:
    chart = Chart("met", tuple((n * 80, n % 11) for n in range(number)))
    joined = [one for one in parsed(chart).iter(f"{SVG}path") if "L" in one.get("d", "")]
    assert len(joined) == (1 if number >= 6 else 0)
    if joined:
        ends = re.findall(r"[ML](\S+) ([^ML]+)", joined[0].get("d", ""))
        assert [(float(x), float(y)) for x, y in ends] == dots(chart)


@given(charts("openness"))
def test_there_is_nothing_in_it_but_geometry(chart: Chart) -> None:
    root = parsed(chart)
    assert {one.tag for one in root.iter()} <= {f"{SVG}{tag}" for tag in ("svg", "path", "circle")}
    assert not any((one.text or one.tail or "").strip() for one in root.iter())
    known = {"currentColor", "none", "round"}
    for one in root.iter():
        for name, value in one.attrib.items():
            letters = NUMBER.sub("", value)
            assert value in known or set(letters) <= set("MLHv "), f"{name}={value}"


@given(charts("openness"))
def test_a_stroke_at_the_foot_for_each_session_and_no_more(chart: Chart) -> None:
    strokes = [one for one in parsed(chart).iter(f"{SVG}path") if "v" in one.get("d", "")]
    assert len(strokes) == len(chart.sessions)


def test_its_colour_is_that_of_the_words_around_it_unless_another_is_asked_for() -> None:
    chart = drawn(Chart("met", ((0, 3), (1000, 4))))
    assert "currentColor" in as_svg(chart)
    assert "currentColor" not in as_svg(chart, "#6e3a14")
    assert as_svg(chart, "#6e3a14").count("#6e3a14") == 3


def test_the_same_dots_are_the_same_drawing() -> None:
    chart = Chart("met", tuple((n * 90, n) for n in range(9)), (300,))
    assert as_svg(drawn(chart)) == as_svg(drawn(chart))
