"""Reading and changing what is set outside the notebook."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from companion.domain.keymap import KeymapClashError, KeyRefusedError, normal_keys
from companion.domain.preferences import IDLE_LEAST, IDLE_MOST, NEVER, THEMES, Preferences
from companion.domain.settings_file import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from companion.domain.settings_file import Understood


class PreferenceFile(Protocol):
    """Where preferences are kept; reading never fails, writing may."""

    @property
    def place(self) -> str:
        """Where it is, for people."""

    def load(self) -> Understood:
        """What was kept, the usual where the file is missing or makes no sense."""

    def make(self) -> None:
        """Make the file with every key explained, unless it is there.

        Raises:
            StorageError: If it could not be written.
        """

    def save(self, preferences: Preferences, names: Collection[str]) -> None:
        """Keep some of the preferences, and all else that stands in the file.

        Args:
            preferences: What holds now.
            names: What has changed: names of preferences, `keys.home.note` for one of the keys.

        Raises:
            StorageError: If the file could not be written.
        """


class Keyboard(Protocol):
    """The app's actions and their keys."""

    def ids(self) -> tuple[str, ...]:
        """Every action, by id, in the order to show them."""

    def usual(self, action_id: str) -> str:
        """The keys an action has as it comes, with commas between."""

    def checked(self, keys: Mapping[str, str]) -> dict[str, str]:
        """The keys by action, if each can be pressed and means one thing.

        Raises:
            KeyRefusedError: If not.
        """


class NoKeyboard:
    """A keyboard without keys, for a house without an app."""

    def ids(self) -> tuple[str, ...]:
        """None."""
        return ()

    def usual(self, action_id: str) -> str:
        """None."""
        del action_id
        return ""

    def checked(self, keys: Mapping[str, str]) -> dict[str, str]:
        """Whatever they are."""
        return dict(keys)


class PreferenceKeeper:
    """Holds the preferences and keeps every change."""

    def __init__(
        self,
        file: PreferenceFile,
        keyboard: Callable[[], Keyboard] = NoKeyboard,
        languages: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Take the file; it is read at the first question.

        Args:
            file: Where they are kept.
            keyboard: Makes the app's keyboard when it is first needed.
            languages: The codes of the languages there are.
        """
        self._file = file
        self._make_keyboard = keyboard
        self._languages = languages
        self._changed: Preferences | None = None

    @property
    def current(self) -> Preferences:
        """The preferences as they are."""
        return self._changed or self._found.preferences

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What in the file made no sense when it was read."""
        return self._found.faults

    @property
    def unknown(self) -> tuple[str, ...]:
        """What in the file means nothing to this version, and is kept."""
        known = set(self.keyboard.ids())
        actions = [f"keys.{one}" for one in self._read.preferences.keys if one not in known]
        return (*self._found.unknown, *actions)

    @property
    def place(self) -> str:
        """Where the file is, for people."""
        return self._file.place

    @cached_property
    def keyboard(self) -> Keyboard:
        """The app's actions and their keys."""
        return self._make_keyboard()

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages there are."""
        return tuple(self._languages())

    def make_file(self) -> None:
        """Make the file with every key explained, unless it is there.

        Raises:
            StorageError: If it could not be written.
        """
        self._file.make()

    def set_theme(self, theme: str) -> None:
        """Use these colours from now on; a name that is none of `THEMES` changes nothing."""
        if theme in THEMES:
            self._change(self.current._replace(theme=theme), "theme")

    def set_country(self, country: str) -> None:
        """Show the help lines of this country from now on (a code like `GB`; empty: none)."""
        self._change(self.current._replace(country=country), "country")

    def set_language(self, language: str) -> None:
        """Speak this language from the next start on (a code; empty: as the system says)."""
        self._change(self.current._replace(language=language), "language")

    def set_lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without a touch; out of bounds changes nothing.

        Args:
            minutes: `IDLE_LEAST` to `IDLE_MOST`, or `NEVER`.
        """
        if minutes == NEVER or IDLE_LEAST <= minutes <= IDLE_MOST:
            self._change(self.current._replace(lock_after=minutes), "lock_after")

    def set_animation(self, *, moves: bool) -> None:
        """Let things move, or keep all of it still."""
        self._change(self.current._replace(animation=moves), "animation")

    def set_plain(self, *, plain: bool) -> None:
        """Begin line by line from the next start on, or on a full screen."""
        self._change(self.current._replace(plain=plain), "plain")

    def set_mouse(self, *, heard: bool) -> None:
        """Hear the mouse from the next start on, or leave it to the terminal."""
        self._change(self.current._replace(mouse=heard), "mouse")

    def set_keys(self, action_id: str, keys: str) -> None:
        """Give an action other keys; the usual ones, or none, take the change back.

        Args:
            action_id: The action.
            keys: Its keys with commas between, as people write them.

        Raises:
            KeyRefusedError: If one of them is not free; nothing is changed then.
            StorageError: If it could not be kept; it holds for this run.
        """
        wanted = normal_keys(keys)
        others = {one: said for one, said in self.current.keys.items() if one != action_id}
        if wanted and wanted != normal_keys(self.keyboard.usual(action_id)):
            others[action_id] = ",".join(wanted)
        self.keyboard.checked(others)
        self._change(self.current._replace(keys=others), f"keys.{action_id}")

    def usual_keys(self) -> None:
        """Give every action its usual keys again.

        Raises:
            StorageError: If it could not be kept; it holds for this run.
        """
        names = [f"keys.{one}" for one in self.current.keys]
        self._change(self.current._replace(keys={}), *names)

    def keys_of(self, action_id: str) -> str:
        """The keys that an action has now, with commas between."""
        return self.keymap.get(action_id) or self.keyboard.usual(action_id)

    @property
    def keymap(self) -> dict[str, str]:
        """The keys that are other than usual, by action, as the app shall take them."""
        keys = self.current.keys
        return self.keyboard.checked(keys) if keys else {}

    @cached_property
    def _read(self) -> Understood:
        return self._file.load()

    @cached_property
    def _found(self) -> Understood:
        """What the file says, without keys that are not free and languages there are none of."""
        read = self._read
        preferences, faults = read.preferences, list(read.faults)
        if preferences.keys:
            keys, refused = _free(preferences.keys, self.keyboard)
            preferences = preferences._replace(keys=keys)
            faults += refused
        if preferences.language and self.languages:
            code = preferences.language.replace("-", "_").partition("_")[0].lower()
            if code not in self.languages:
                faults.append(_no_language(preferences.language, self.languages))
                preferences = preferences._replace(language="")
        return read._replace(preferences=preferences, faults=tuple(faults))

    def _change(self, preferences: Preferences, *names: str) -> None:
        # What was chosen holds for this run even if the file can't be written.
        self._changed = preferences
        self._file.save(preferences, names)


def _free(keys: Mapping[str, str], keyboard: Keyboard) -> tuple[dict[str, str], list[Fault]]:
    """The keys that are free, and what is wrong with the others.

    Two that swap their keys are free together, so that all are tried at once, and what is
    refused is left out one by one.
    """
    known = set(keyboard.ids())
    kept = {one: ",".join(normal_keys(said)) for one, said in keys.items() if one in known}
    faults = []
    while True:
        try:
            keyboard.checked(kept)
        except KeyRefusedError as error:
            wrong = _who(error, kept)
            faults.append(
                Fault(f"keys.{wrong}", f'"{keys[wrong]}"', error.key, dict(error.details))
            )
            del kept[wrong]
        else:
            return kept, faults


def _who(error: KeyRefusedError, kept: Mapping[str, str]) -> str:
    if isinstance(error, KeymapClashError):
        both = (str(error.details["second"]), str(error.details["first"]))
        return next(one for one in both if one in kept)
    return str(error.details["action"])


def _no_language(said: str, there: Sequence[str]) -> Fault:
    listed = ", ".join(f'"{code}"' for code in there)
    return Fault("language", f'"{said}"', "settings.right.no_language", {"languages": listed})
