"""Every screen, and the keys that lead to it from home on the demo's evening."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from support.real import PASSPHRASE


class Where(StrEnum):
    """Where one stands at first."""

    HOME = "home"
    """At home, in the demo."""
    OWN = "own"
    """At home, in a notebook of one's own."""
    DOOR = "door"
    """Before a notebook that is shut."""
    NEW = "new"
    """Where there is no notebook yet."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing to look at."""

    name: str
    """What it is called; the snapshot's file is called the same."""
    does: str
    """What is pressed, key by key, with spaces between; what is «written» stands in marks."""
    screen: str
    """The class of the screen one sees at the end."""
    where: Where = Where.HOME
    every_size: bool = False
    """Whether it is one of those that are looked at in every size."""
    masked: bool = False
    """Whether it shows figures that differ between machines."""

    @property
    def steps(self) -> list[str]:
        """The keys and the texts, one by one."""
        return re.findall(r"«[^»]*»|\S+", self.does)


def _many(**scenes: str) -> tuple[Scene, ...]:
    return tuple(
        Scene(name, does, screen)
        for name, (screen, _, does) in ((n, s.partition(" ")) for n, s in scenes.items())
    )


_NIGHT = "Awake again. The street lamp, the fridge, the list for the office."
_WIPE = f"b t down down enter shift+tab shift+tab «{PASSPHRASE}» enter «wipe» enter enter"
_BUMP = "r down down down down down down down enter enter"
_FEELINGS = "r down down down enter ctrl+n"

SCENES: tuple[Scene, ...] = (
    Scene("home", "", "HomeScreen", every_size=True),
    Scene("welcome", "", "WelcomeScreen", Where.NEW, every_size=True),
    Scene("welcome_colours", "enter down down", "WelcomeScreen", Where.NEW),
    Scene("welcome_passphrase", "enter tab tab tab tab enter", "WelcomeScreen", Where.NEW),
    Scene("unlock", "", "DoorScreen", Where.DOOR, every_size=True),
    Scene("unlock_wrong", "«not this one» enter", "DoorScreen", Where.DOOR),
    Scene("paths", "r down", "PathsScreen", every_size=True),
    Scene("writing", "r down enter 6 ctrl+n «The second time.»", "ReflectScreen", every_size=True),
    Scene("map", f"{_FEELINGS} up right right", "ReflectScreen", every_size=True),
    Scene("moved", "h", "MovedScreen", every_size=True),
    Scene("journey_map", "m", "JourneyMapScreen", every_size=True),
    Scene("journal", "j", "JournalScreen", every_size=True),
    Scene("unsaid_item", "u end up up enter", "UnsaidItemScreen", every_size=True),
    Scene("page", "p", "PageScreen", every_size=True),
    Scene("preview", "p p", "PreviewScreen", every_size=True),
    Scene("settings", "comma", "SettingsScreen", every_size=True),
    Scene("help_now", "ctrl+g", "HelpNowScreen", every_size=True),
    Scene("steady", "ctrl+g s", "SteadyScreen", every_size=True),
    *_many(
        keys="KeysHereScreen question_mark",
        palette="Palette ctrl+p",
        recall="ReflectScreen enter",
        recall_looking_back="ReflectScreen enter 6 ctrl+n «The lamp they moved.» ctrl+n",
        offered_help="ReflectScreen enter 1 ctrl+n",
        closing="ReflectScreen enter 6 ctrl+n ctrl+n ctrl+n ctrl+n ctrl+n ctrl+n down down",
        short_forms="PathsScreen r down s",
        card="CardScreen r down a",
        another_day="AskDayScreen r down tab tab tab tab enter",
        words=f"ReflectScreen {_FEELINGS} up right right ctrl+n",
        room=f"ReflectScreen {_FEELINGS} ctrl+n ctrl+n 7",
        doors="DoorsScreen r down down down down down down down enter",
        choice=f"ReflectScreen {_BUMP} ctrl+n ctrl+n ctrl+n space",
        outside="OutsideScreen r down down down down down down down enter tab tab enter",
        note=f"NoteScreen n «{_NIGHT}»",
        entry="EntryScreen j enter",
        entry_of_many="EntryScreen j down down enter",
        entry_moving="MoveAnswerScreen j enter m",
        entry_tags="TagScreen j enter t",
        entry_day="AskDayScreen j enter b",
        entry_removed="EntryScreen j enter d",
        entry_changed="EarlierScreen j enter e « At noon.» ctrl+n h",
        search="JournalScreen j slash «summer»",
        unsaid="UnsaidScreen u",
        rehearse="RehearseScreen u enter r",
        starters="StartersScreen u enter r ctrl+t",
        bring_as="BringAsScreen u enter w",
        happened="HappenedScreen u enter s",
        stretch="StretchScreen m enter",
        map_in_words="JourneyMapScreen m t",
        sessions="SessionsScreen s",
        session_added="SessionFormScreen s a",
        session_moved="SessionFormScreen s m",
        tasks="TasksScreen t",
        task_tiny="ReflectScreen t t",
        task_went="ReflectScreen t w",
        agreement="AgreementScreen a",
        agreement_earlier="AgreementScreen a left",
        agreement_side="SideBySideScreen a b",
        agreement_sheet="SaveAgreementScreen a s",
        agreement_new="ReflectScreen a w",
        page_source="PageScreen p w",
        page_nothing="PageScreen p 0",
        page_handover="PageScreen p h",
        shorten="ShortenScreen p e",
        head="HeadScreen p n",
        matters_less="MattersLessScreen p down space down down space p",
        second_sheet="SecondSheetScreen p 2",
        quote="QuoteScreen p 2 end enter",
        save_page="SavePageScreen p p s",
        aloud="AloudScreen p p r",
        book="BookScreen b",
        passage="PassageScreen b down enter",
        book_preview="BookPreviewScreen b space p",
        save_book="SaveBookScreen b space p s",
        parting="PartingScreen b t",
        journeys="JourneysScreen v",
        journey_named="RenameJourneyScreen v n",
        journey_begun="BeginJourneyScreen v b",
        journey_closed="AskScreen v c",
        rhythm="RhythmScreen o",
        words_of_ones_own="WordsScreen w",
        word_asked="AskScreen w enter",
        word_moved="WordGroupScreen w enter right enter",
        exported="ExportedScreen f",
        guide="GuideScreen g",
        guide_page="GuideScreen g enter",
        save_leaflet="SaveLeafletScreen g end up up up up up up up enter s",
        homework="HomeworkScreen e",
        homework_asks="HomeworkConsentScreen e enter",
        homework_file="HomeworkFileScreen e a",
        pack="PackScreen e enter a enter",
        own_people="OwnPeopleScreen ctrl+g p",
        own_person="OwnLinesScreen ctrl+g p a",
        own_steps="OwnStepsScreen ctrl+g m h",
        own_step="OwnStepScreen ctrl+g m a",
        remap="RemapScreen comma k",
        press_key="PressKeyScreen comma k c",
        country="CountryScreen ctrl+g tab enter",
    ),
    Scene("keeping", "k", "KeepingScreen", Where.OWN),
    Scene("new_passphrase", "k enter", "NewPassphraseScreen", Where.OWN),
    Scene("new_code", "k down enter", "NewCodeScreen", Where.OWN),
    Scene("back_up", "k down down enter", "BackUpScreen", Where.OWN),
    Scene("save_everything", "k down down down down enter", "SaveEverythingScreen", Where.OWN),
    Scene("audit", "i", "AuditScreen", Where.OWN, masked=True),
    Scene("wipe", "b t down down enter", "WipeScreen", Where.OWN),
    Scene(
        "wiped",
        _WIPE,
        "WipedScreen",
        Where.OWN,
    ),
    Scene("lock", "ctrl+l", "DoorScreen", Where.OWN),
)
"""Every screen at 80 by 24; those looked at in every size first."""

PICTURES = (
    "home",
    "note",
    "recall_looking_back",
    "map",
    "words",
    "doors",
    "unsaid_item",
    "journey_map",
    "page",
    "preview",
)
"""The scenes that tell the story of an interval, in its order."""

SIZES = ((40, 12), (60, 20), (120, 36), (200, 50))
"""The other sizes."""
