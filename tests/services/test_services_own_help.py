"""One's own help: locked in the notebook, and beside it only what someone chose to leave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.fakes import PASSPHRASE, FakeShelf
from support.shelves import path, text
from support.world import World

from companion.domain.errors import WeakPassphraseError
from companion.domain.file_errors import CardNotWrittenError
from companion.domain.own_help import OwnHelp, Person
from companion.domain.path import Place

if TYPE_CHECKING:
    from companion.services.open_notebook import OpenNotebook
    from companion.services.own_help import OwnHelpKeeper

AGREEMENT = path("agreement", "What we agreed", text("reach", "How?"), text("between", "And if?"))


@pytest.fixture
def world() -> World:
    """A notebook whose shelf has the form of the agreement."""
    return World(shelf=FakeShelf([AGREEMENT]))


@pytest.fixture
def keeper(world: World) -> OwnHelpKeeper:
    """What keeps one's own help."""
    return world.opened().own_help


def someone(keeper: OwnHelpKeeper, name: str, reach: str = "") -> Person:
    return keeper.put_person(replace(keeper.new_person(), name=name, reach=reach))


def agree(world: World, opened: OpenNotebook, **said: str) -> None:
    """Write a version of the agreement."""
    walk = opened.reflecting.begin("agreement")
    while True:
        if walk.step.id in said:
            walk = walk.answered(said[walk.step.id], opened.reflecting.new_answer_id)
        if walk.at_end:
            break
        walk = walk.forward()
    opened.reflecting.finish(walk)
    world.clock.advance(days=1)


def test_nothing_is_there_to_begin_with(keeper: OwnHelpKeeper) -> None:
    assert keeper.read() == keeper.known == OwnHelp()
    assert not keeper.has_card


def test_people_are_kept_in_the_notebook_and_found_again(world: World) -> None:
    anna = someone(world.opened().own_help, " Anna\n", "555  0100")
    assert anna.line == "Anna: 555 0100"
    assert world.opened().own_help.read().people == (anna,)
    assert "Anna" in str(world.memory.settings)


def test_they_can_be_put_in_order_and_taken_off(keeper: OwnHelpKeeper) -> None:
    anna, bo = someone(keeper, "Anna"), someone(keeper, "Bo")
    keeper.move_person(bo.id, -1)
    assert keeper.known.people == (bo, anna)
    keeper.remove_person(bo.id)
    assert keeper.known.people == (anna,)


def test_what_is_known_follows_what_is_kept(keeper: OwnHelpKeeper) -> None:
    someone(keeper, "Anna")
    keeper.set_rule(" Call the\npractice ")
    keeper.begin_steps(["What I can do"])
    known = keeper.known
    assert known == keeper.read()
    assert known.rule == "Call the practice"
    assert [one.heading for one in known.steps] == ["What I can do"]


def test_steps_can_be_written_changed_moved_and_taken_out(keeper: OwnHelpKeeper) -> None:
    keeper.begin_steps(["One", "Two"])
    one, two = keeper.known.steps
    keeper.put_step(replace(two, text="walk\n\nthen tea\n"))
    keeper.move_step(two.id, -1)
    assert [(each.heading, each.text) for each in keeper.known.steps] == [
        ("Two", "walk\n\nthen tea"),
        ("One", ""),
    ]
    keeper.remove_step(one.id)
    keeper.put_step(replace(two, heading="", text=""))
    assert keeper.known.steps == ()


def test_the_agreement_says_how_to_reach_each_other(world: World) -> None:
    opened = world.opened()
    agree(world, opened, reach="By mail.", between="Call the ward.")
    agree(world, opened, reach="By phone.")
    assert opened.own_help.read().agreed == ("By phone.",)
    agree(world, opened, reach="By phone.", between="Call the ward.")
    assert opened.own_help.read().agreed == ("Call the ward.", "By phone.")


def test_what_is_in_the_unsaid_drawer_stays_there(world: World) -> None:
    opened = world.opened()
    agree(world, opened, reach="By phone.", between="Never at night.")
    (version,) = opened.reflecting.versions("agreement")
    opened.journal.move(version.answers[1].id, Place.UNSAID)
    assert opened.own_help.read().agreed == ("By phone.",)


def test_there_is_no_card_until_someone_leaves_one(world: World, keeper: OwnHelpKeeper) -> None:
    someone(keeper, "Anna", "555 0100")
    keeper.set_rule("Call first")
    assert world.vault.card.lines() == ()
    keeper.leave_card()
    assert keeper.has_card
    assert world.vault.card.lines() == ("Anna: 555 0100", "Call first")


def test_the_card_follows_people_and_rule_and_never_holds_steps(
    world: World, keeper: OwnHelpKeeper
) -> None:
    anna = someone(keeper, "Anna")
    keeper.leave_card()
    bo = someone(keeper, "Bo")
    keeper.set_rule("Call first")
    keeper.begin_steps(["What I can do"])
    assert world.vault.card.lines() == ("Anna", "Bo", "Call first")
    keeper.move_person(bo.id, -1)
    keeper.remove_person(anna.id)
    assert world.vault.card.lines() == ("Bo", "Call first")


def test_once_nobody_is_on_it_the_card_is_gone_and_does_not_come_back_by_itself(
    world: World, keeper: OwnHelpKeeper
) -> None:
    anna = someone(keeper, "Anna")
    keeper.leave_card()
    keeper.remove_person(anna.id)
    assert not keeper.has_card
    someone(keeper, "Bo")
    assert world.vault.card.lines() == ()


def test_taken_back_it_is_gone_and_everything_stays_in_the_notebook(
    world: World, keeper: OwnHelpKeeper
) -> None:
    anna = someone(keeper, "Anna")
    keeper.leave_card()
    keeper.take_card_back()
    assert world.vault.card.lines() == ()
    assert keeper.read().people == (anna,)


def test_a_card_that_can_not_be_written_is_told_and_the_person_is_kept(
    world: World, keeper: OwnHelpKeeper
) -> None:
    someone(keeper, "Anna")
    keeper.leave_card()
    world.vault.card.writable = False
    with pytest.raises(CardNotWrittenError):
        someone(keeper, "Bo")
    assert [one.name for one in keeper.read().people] == ["Anna", "Bo"]
    assert world.vault.card.lines() == ("Anna",)


def test_shut_the_notebook_says_nothing_but_the_card(world: World) -> None:
    notebook = world.notebook
    assert notebook.own_help is None
    opened = notebook.set_up(PASSPHRASE)
    someone(opened.own_help, "Anna", "555 0100")
    assert notebook.own_help is opened.own_help
    assert notebook.card_lines == ()
    opened.own_help.leave_card()
    notebook.lock()
    assert notebook.own_help is None
    assert opened.own_help.known == OwnHelp()
    assert notebook.card_lines == ("Anna: 555 0100",)


def test_settings_that_make_no_sense_stand_in_nobodys_way(
    world: World, keeper: OwnHelpKeeper
) -> None:
    world.memory.settings |= {"help.people": "{", "help.steps": "[1]"}
    assert keeper.read() == OwnHelp()
    someone(keeper, "Anna")
    assert [one.name for one in keeper.read().people] == ["Anna"]


@pytest.mark.parametrize(
    "call",
    [
        "/help-now",
        " /HELP NOW ",
        "/helpnow",
        "/steady",
        "/Ayuda-ahora",
        "/ayuda ahora",
        "/calma",
        "/Hilfe-jetzt",
        "/hilfe jetzt de",
        "/ruhiger",
        "/help-now gb",
    ],
)
def test_a_call_for_help_is_never_a_passphrase(world: World, call: str) -> None:
    padded = f"{call}{' ' * 40}"
    assert world.notebook.strength(padded) == 0
    with pytest.raises(WeakPassphraseError):
        world.notebook.set_up(padded)
    assert world.notebook.strength("four grey herons, /help-now") > 0
