"""Everything goes out of a notebook and comes into another as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from support.builders import JOURNEY, a_reflection, a_session, an_answer

from companion.domain.archive import EXPORTED, Archive
from companion.domain.journey import Journey
from companion.domain.pack import kept_as
from companion.domain.page import Line, Mode, Section
from companion.domain.path import Place

if TYPE_CHECKING:
    from companion.services.ports.stores import Stores
    from companion.services.ports.vaults import Vault


def written(stores: Stores) -> Archive:
    """An archive of a notebook in which something of everything is kept."""
    first = a_reflection("r1", an_answer("a1", "The bridge.", place=Place.PARKED))
    later = a_reflection(
        "r2", an_answer("a2", "The weir."), when=first.happened_at + timedelta(days=1)
    )
    stores.reflections.put(later)
    stores.reflections.put(first)
    stores.sessions.put([a_session(1, session_id="s1")])
    stores.pages.put("s1", [Line("a1", Section.TALK, Mode.DISCUSS, "Bridge")])
    stores.settings.put("name", "M.")
    return solid(stores)


def solid(stores: Stores) -> Archive:
    found = stores.archive.everything()
    return replace(found, reflections=tuple(found.reflections))


def test_everything_goes_out_in_the_order_of_time(stores: Stores) -> None:
    found = written(stores)

    assert [one.id for one in found.reflections] == ["r1", "r2"]
    assert found.journeys == (JOURNEY,)
    assert [one.id for one in found.sessions] == ["s1"]
    assert found.pages == (("s1", (Line("a1", Section.TALK, Mode.DISCUSS, "Bridge"),)),)
    assert found.settings == (("name", "M."),)


def test_tags_go_out_with_the_entry_they_were_given_to(stores: Stores) -> None:
    written(stores)
    stores.tags.put("r2", ["weir", "autumn"])

    found = solid(stores)

    assert [one.tags for one in found.reflections] == [(), ("autumn", "weir")]
    stores.archive.bring_in(found)
    assert solid(stores) == found


def test_what_comes_in_again_changes_nothing(stores: Stores) -> None:
    found = written(stores)

    stores.archive.bring_in(found)

    assert solid(stores) == found
    assert stores.archive.known(["r1", "r2", "r3"]) == {"r1", "r2"}


def test_a_new_notebook_takes_it_all_and_its_empty_journey_gives_way(
    stores: Stores, vault: Vault
) -> None:
    theirs = Journey("other", "Mondays", JOURNEY.started_at - timedelta(days=90))
    entry = replace(a_reflection("r9", an_answer("a9", "The mill.")), journey_id="other")
    archive = Archive(
        reflections=(entry,),
        journeys=(theirs,),
        sessions=(replace(a_session(4, session_id="s9"), journey_id="other"),),
        pages=(("s9", (Line("a9", Section.TALK),)),),
        settings=(("footer", "no"),),
    )

    stores.archive.bring_in(archive)

    assert solid(stores) == archive
    assert stores.sessions.journey() == theirs
    assert vault.exists()


def test_another_journey_stays_apart_from_one_that_is_used(stores: Stores) -> None:
    mine = written(stores)
    theirs = Journey("other", "Mondays", JOURNEY.started_at - timedelta(days=90))
    entry = replace(a_reflection("r9", an_answer("a9", "The mill.")), journey_id="other")

    stores.archive.bring_in(Archive(reflections=(entry,), journeys=(theirs,)))

    assert set(solid(stores).journeys) == {*mine.journeys, theirs}
    assert stores.sessions.journey() == JOURNEY
    assert stores.reflections.count(JOURNEY.id) == 2
    assert stores.reflections.get("r9").journey_id == "other"


def test_a_journey_in_which_nothing_but_homework_is_kept_does_not_give_way(
    stores: Stores,
) -> None:
    stores.settings.put(kept_as(JOURNEY.id, "windows"), "{}")
    theirs = Journey("other", "Mondays", JOURNEY.started_at - timedelta(days=90))
    homework = (kept_as("other", "doors"), "{}")

    stores.archive.bring_in(Archive(reflections=(), journeys=(theirs,), settings=(homework,)))

    assert stores.sessions.journey() == JOURNEY
    assert stores.settings.beginning(kept_as(JOURNEY.id)) != {}
    assert stores.settings.beginning(kept_as("other")) == dict([homework])


def test_entries_without_a_journey_join_the_open_one_and_are_found(stores: Stores) -> None:
    entry = replace(a_reflection("r9", an_answer("a9", "The mill pond.")), journey_id="")

    stores.archive.bring_in(Archive(reflections=(entry,)))

    assert stores.reflections.get("r9").journey_id == JOURNEY.id
    assert [row.id for row in stores.reflections.search(JOURNEY.id, "mill", 5)] == ["r9"]


def test_what_is_there_stays_as_it_is(stores: Stores) -> None:
    found = written(stores)
    changed = Archive(
        reflections=(replace(a_reflection("r1", an_answer("a1", "Something else."))),),
        journeys=(replace(JOURNEY, name="Elsewhere"),),
        sessions=(a_session(9, session_id="s1"),),
        pages=(("s1", ()),),
        settings=(("name", "Somebody"),),
    )

    stores.archive.bring_in(changed)

    assert solid(stores) == found


def test_a_line_whose_answer_was_let_go_does_not_come_back(stores: Stores) -> None:
    found = written(stores)
    stores.pages.put("s1", [])
    stores.reflections.remove("r1")
    without = replace(found, reflections=(), pages=found.pages)

    stores.archive.bring_in(without)

    assert stores.pages.lines("s1") == []


def test_a_thousand_entries_come_out_once_each(stores: Stores) -> None:
    entries = tuple(
        a_reflection(
            f"r{n}", an_answer(f"a{n}", f"Heron {n}"), when=JOURNEY.started_at + timedelta(hours=n)
        )
        for n in range(1203)
    )
    stores.archive.bring_in(Archive(reflections=entries))

    assert tuple(stores.archive.everything().reflections) == entries


def test_where_files_were_put_never_comes_in(stores: Stores) -> None:
    theirs = Journey("other", "Mondays", JOURNEY.started_at - timedelta(days=90))
    planted = (EXPORTED, '[["/home/me/thesis.odt", "page", "2026-01-01T10:00:00+00:00", "x"]]')

    stores.archive.bring_in(Archive((), journeys=(theirs,), settings=(planted, ("name", "M."))))

    assert stores.settings.get(EXPORTED) == ""
    assert stores.settings.get("name") == "M."
