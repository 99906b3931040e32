"""Help now line by line: at any question, the passphrase included; then the question again."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from plain_room import WORDS, real_room, says
from support.fakes import PASSPHRASE, FakeDirectory, FakeShelf, MemoryPreferences
from support.shelves import path, text
from support.time import NOW
from support.words import SENTENCES
from support.world import World

from companion.domain.crisis import Channel, CrisisCountry, CrisisLine, CrisisService
from companion.domain.errors import InputEndedError
from companion.domain.own_help import HEADINGS
from companion.domain.path import Step, StepKind
from companion.domain.preferences import Preferences
from companion.domain.steady import STEPS
from companion.plain.country import say_where_first
from companion.plain.face import Face
from companion.plain.help_now import CHOICES, help_menu, show_help, walk_steady
from companion.plain.own_people import write_people
from companion.plain.own_steps import write_steps
from companion.plain.reflect import walk_path
from companion.plain.set_up import set_up
from companion.plain.terminal import Streams, Terminal
from companion.services.help_now import HelpNow
from companion.services.house import House
from companion.services.preferences import PreferenceKeeper

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.answer import Reflection
    from companion.services.open_notebook import OpenNotebook

NARROW_ENOUGH = 79
SERVICE = CrisisService(Channel.CALL, "555 0199", "", "always", "free", ())
LINE = CrisisLine("The Ear", "555 0199", "at any hour, free", SERVICE)
ZZ = CrisisCountry("ZZ", "Nowhere", ("555",), (LINE,), ("a book", "a page"), NOW.date())
YY = CrisisCountry("YY", "Norland", ("556",), (), ("a book",), NOW.date())


class Evening:
    """Someone at a notebook in plain mode, whose country is Nowhere."""

    def __init__(self, country: str = "ZZ") -> None:
        shelf = FakeShelf([path("p", "P", text("a", "What?"), text("b", "And then?"))])
        self.world = World(shelf=shelf)
        self.notebook = self.world.notebook
        self.file = MemoryPreferences(Preferences(country=country))
        self.house = House(
            self.notebook,
            WORDS,
            HelpNow(FakeDirectory(YY, ZZ), self.world.clock),
            PreferenceKeeper(self.file),
            self.world.clock,
        )
        self.ended = False

    def open(self) -> OpenNotebook:
        return self.notebook.set_up(PASSPHRASE)

    def __call__(self, call: Callable[..., object], *args: object, said: tuple[str, ...]) -> str:
        """Call something with a face; lines that run out end it."""
        out, self.ended = io.StringIO(), False
        lines = io.StringIO("".join(f"{line}\n" for line in said))
        try:
            call(Face(Terminal(Streams(lines, out, out)), self.house), *args)
        except InputEndedError:
            self.ended = True
        return " ".join(out.getvalue().split())


@pytest.fixture
def evening() -> Evening:
    return Evening()


def meet(opened: OpenNotebook, name: str, reach: str = "") -> None:
    keeper = opened.own_help
    keeper.put_person(replace(keeper.new_person(), name=name, reach=reach))


def choice(name: str) -> str:
    return str(CHOICES.index(name) + 1)


def test_ones_own_people_and_rule_are_said_before_any_number(evening: Evening) -> None:
    opened = evening.open()
    meet(opened, "Anna", "555 0100")
    opened.own_help.set_rule("Call first")
    out = evening(show_help, said=())
    order = ["Anna: 555 0100", "Call first", says("help.in_country", country="Nowhere")]
    places = [out.index(one) for one in (*order, says("help.emergency", numbers="555"))]
    assert places == sorted(places)
    assert "555 0199: The Ear, at any hour, free" in out
    assert says("help.nobody") in out


def test_shut_only_a_card_that_was_left_is_said(evening: Evening) -> None:
    opened = evening.open()
    meet(opened, "Anna", "555 0100")
    evening.notebook.lock()
    assert "Anna" not in evening(show_help, said=())
    opened = evening.notebook.unlock(PASSPHRASE)
    opened.own_help.leave_card()
    evening.notebook.lock()
    assert "Anna: 555 0100" in evening(show_help, said=())


def test_a_country_that_is_not_known_is_told_and_none_is_guessed() -> None:
    out = Evening("")(show_help, said=())
    assert "555" not in out
    assert "findahelpline.com" in out
    assert says("help.unknown_country", code="QQ") in Evening("")(show_help, "qq", said=())


def amid_an_answer(evening: Evening, *typed: str) -> tuple[str, Reflection]:
    """Type this between two lines of an answer; what is said, and what is kept."""
    opened = evening.open()
    walk = opened.reflecting.begin("p")
    out = evening(walk_path, opened, walk, said=("I was", *typed, "not well", "", "h", "/stop"))
    (kept,) = evening.world.memory.reflections.values()
    return out, kept


@pytest.mark.parametrize("typed", ["/help-now", "/HELP-NOW ", "/helpnow", "/help now"])
def test_at_any_question_it_is_a_line_away_and_the_question_comes_again(
    evening: Evening, typed: str
) -> None:
    out, kept = amid_an_answer(evening, typed)
    assert "555 0199" in out
    assert kept.answers[0].shown == "I was\nnot well"


@pytest.mark.parametrize(
    "typed",
    [
        "/help-now zz",
        "/HELP NOW  ZZ",
        "/ayuda-ahora zz",
        "/hilfe-jetzt zz",
        "/help-now Nowhere",
        "/helpnow nowh",
    ],
)
def test_with_a_country_it_says_the_numbers_of_that_country_from_now_on(
    evening: Evening, typed: str
) -> None:
    evening.house.preferences.set_country("")
    out, kept = amid_an_answer(evening, typed)
    assert "555 0199" in out
    assert kept.answers[0].shown == "I was\nnot well"
    assert "555 0199" in evening(show_help, said=())


@pytest.mark.parametrize("typed", ["/help-now please", "/help now I am in no place you know"])
def test_whatever_follows_a_call_for_help_it_is_one_and_never_an_answer(
    evening: Evening, typed: str
) -> None:
    out, kept = amid_an_answer(evening, typed)
    assert "findahelpline.com" in out
    assert [one.shown for one in kept.answers] == ["I was\nnot well"]


def test_two_letters_of_no_country_change_nothing(evening: Evening) -> None:
    out = evening(help_menu, evening.open(), said=("/help-now qq", ""))
    assert says("help.unknown_country", code="QQ") in out
    assert "555 0199" in evening(show_help, said=())


def test_steady_first_is_a_line_away_too_and_keeps_nothing(evening: Evening) -> None:
    out, kept = amid_an_answer(evening, "/steady", *("",) * len(STEPS))
    assert says("steady.touch.prompt") in out
    assert [one.shown for one in kept.answers] == ["I was\nnot well"]


def test_while_a_passphrase_is_chosen_it_is_there_and_no_passphrase(evening: Evening) -> None:
    out = evening(set_up, said=("/help-now", PASSPHRASE, PASSPHRASE, "no"))
    assert "555 0199" in out
    evening.notebook.lock()
    evening.notebook.unlock(PASSPHRASE)


def test_setting_up_says_that_nobody_is_watching_and_what_to_type(evening: Evening) -> None:
    out = evening(set_up, said=())
    assert says("plain_help.nobody") in out
    assert "/help-now" in out
    assert "^g" not in out


def test_the_menu_of_help_offers_the_rest_and_asks_nothing_before_the_numbers(
    evening: Evening,
) -> None:
    out = evening(help_menu, evening.open(), said=("",))
    assert out.index("555 0199") < out.index(says("plain_help.what"))
    assert not evening.ended


@pytest.mark.parametrize("typed", ["yy", "nor", "no"])
def test_somewhere_else_is_a_number_and_a_country(evening: Evening, typed: str) -> None:
    chosen = ("1",) if typed == "no" else ()
    said = (choice("elsewhere"), typed, *chosen, "")
    out = evening(help_menu, evening.open(), said=said)
    assert says("help.emergency", numbers="556") in out
    assert evening.file.kept.country == "YY"


def test_a_country_nobody_knows_changes_nothing(evening: Evening) -> None:
    out = evening(help_menu, evening.open(), said=(choice("elsewhere"), "atlantis", ""))
    assert says("help.no_such") in out
    assert evening.file.kept.country == "ZZ"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(("yy",), "YY"), (("atlantis", "zz"), "ZZ"), (("no", "", ""), ""), (("",), "")],
)
def test_on_the_first_run_where_one_is_is_asked_and_can_be_left(
    monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], kept: str
) -> None:
    monkeypatch.setattr(Terminal, "by_hand", property(lambda _: True))
    evening = Evening("")
    out = evening(say_where_first, said=typed)
    assert says("welcome.country") in out
    assert evening.file.kept.country == kept
    assert not evening.ended
    assert (says("help.in_country", country="Nowhere") in out) == (kept == "ZZ")


def test_on_the_first_run_where_one_is_is_not_asked_twice_nor_of_a_program(
    monkeypatch: pytest.MonkeyPatch, evening: Evening
) -> None:
    assert Evening("")(say_where_first, said=()) == ""
    monkeypatch.setattr(Terminal, "by_hand", property(lambda _: True))
    assert evening(say_where_first, said=()) == ""


def test_steady_first_says_one_thing_after_the_other(evening: Evening) -> None:
    out = evening(walk_steady, said=("", "", "", "", ""))
    places = [out.index(says(f"steady.{one}.prompt")) for one in (*STEPS, "end")]
    assert places == sorted(places)
    assert says("steady.here.about", day="Monday 2 March 2026") in out


def test_it_goes_back_stops_and_says_more_about_breathing(evening: Evening) -> None:
    out = evening(walk_steady, said=("", "back", "stop"))
    assert out.count(says("steady.far.prompt")) == 2
    assert says("steady.touch.prompt") not in out
    out = evening(walk_steady, said=("", "", "", "more", "", ""))
    assert says("steady.shape.words") in out
    assert out.count(says("steady.breath.prompt")) == 1


def test_without_lines_to_read_all_of_it_is_said(evening: Evening) -> None:
    out = evening(walk_steady, said=())
    assert all(says(f"steady.{one}.prompt") in out for one in STEPS)
    assert not evening.ended


def test_people_are_written_down_changed_put_in_order_and_taken_off(evening: Evening) -> None:
    opened = evening.open()
    said = ("a", "Anna", "1", "a", "Bo", "", "2", "2", "1", "1", "Bob", "2", "2", "4", "")
    evening(write_people, opened, said=said)
    assert [one.line for one in opened.own_help.read().people] == ["Bob: 2"]
    assert not evening.ended


def test_the_line_about_the_therapist_is_written_and_taken_back(evening: Evening) -> None:
    opened = evening.open()
    evening(write_people, opened, said=("r", "Call first", ""))
    assert opened.own_help.read().rule == "Call first"
    evening(write_people, opened, said=("r", "", "r", "-", ""))
    assert opened.own_help.read().rule == ""


def test_a_card_is_left_only_after_a_yes_and_is_taken_back(evening: Evening) -> None:
    opened, card = evening.open(), evening.world.vault.card
    assert says("own.card.nothing") in evening(write_people, opened, said=("c", ""))
    out = evening(write_people, opened, said=("a", "Anna", "", "c", "", ""))
    assert "Anyone who opens this computer can read it" in out
    assert card.lines() == ()
    evening(write_people, opened, said=("c", "yes", ""))
    assert card.lines() == ("Anna",)
    evening(write_people, opened, said=("c", "yes", ""))
    assert card.lines() == ()


def test_what_is_no_answer_is_asked_again(evening: Evening) -> None:
    opened = evening.open()
    assert says("plain_help.people.again") in evening(write_people, opened, said=("9", ""))
    assert says("plain_help.steps.again") in evening(write_steps, opened, said=("9", ""))


def test_steps_begin_with_a_few_headings_and_are_ones_own(evening: Evening) -> None:
    opened = evening.open()
    out = evening(write_steps, opened, said=("h", "1", "1", "My signs", "late", "nights", "", ""))
    first, *rest = opened.own_help.read().steps
    assert (first.heading, first.text) == ("My signs", "late\nnights")
    assert len(rest) == len(HEADINGS) - 1
    assert says("own.steps.offered.do") in out


def test_a_plan_is_copied_in_and_every_line_is_kept_before_the_next(evening: Evening) -> None:
    opened = evening.open()
    evening(write_steps, opened, said=("y", "call Bo", "walk"))
    assert evening.ended
    (plan,) = opened.own_help.read().steps
    assert (plan.heading, plan.text) == (WORDS.say("own.steps.plan"), "call Bo\nwalk")


def test_a_step_is_moved_and_taken_out(evening: Evening) -> None:
    opened = evening.open()
    evening(write_steps, opened, said=("a", "One", "", "a", "Two", "", "2", "2", "2", "4", ""))
    assert [one.heading for one in opened.own_help.read().steps] == ["Two"]


def test_the_offer_stands_with_a_step_that_shows_it_and_enter_goes_on() -> None:
    note = Step("note", StepKind.NOTE, "A lot.", shows_help=True, shows_steady=True)
    evening = Evening()
    evening.world.shelf = FakeShelf([path("p", "P", note, text("a", "What?"))])
    evening.notebook = evening.world.notebook
    evening.house = evening.house._replace(notebook=evening.notebook)
    opened = evening.open()
    meet(opened, "Anna", "555 0100")
    walk = opened.reflecting.begin("p")
    while walk.step.id != "note":
        walk = walk.forward()
    out = evening(walk_path, opened, walk, said=("", "words", "", "h", "/stop"))
    assert "Anna: 555 0100" in out
    assert says("plain_help.offer") in out
    (kept,) = evening.world.memory.reflections.values()
    assert [one.shown for one in kept.answers] == ["words"]


def test_too_much_to_say_is_as_low_as_it_can_be() -> None:
    at = real_room()
    at(walk_path, at.opened.reflecting.begin("trust"), said=("too much", "", "/stop"))
    assert at.answer("arrive").value == 0
    assert says("plain_help.offer") in at.out


def test_no_question_is_wider_than_a_window() -> None:
    # Questions are not broken, so that the answer stands behind them.
    for key, sentence in SENTENCES.items():
        if key.startswith("plain_help.") and sentence.endswith(":"):
            assert len(sentence) < NARROW_ENOUGH, key
