"""German has wording rules and a measure of its own, and its days, lists and names."""

from __future__ import annotations

from datetime import date

import pytest

from companion.catalog.crisis import Directory
from companion.catalog.files import shipped
from companion.catalog.language import Language
from companion.catalog.lint import check_prompt, check_sentence, rules
from companion.catalog.readability import amstad, german_syllables
from companion.catalog.shelf import Bookshelf
from companion.domain.text import unaccented

RULE = rules(shipped(), "de")
WORDS = Language("de")

PLANTED = [
    ("Warum bist du gegangen?", "why: warum"),
    ("Und weshalb?", "why: weshalb"),
    ("Wie kommt es, dass du schweigst?", "why: wie kommt es dass"),
    ("Was hat dich getriggert?", "jargon: getriggert"),
    ("Wie geht es dem Arbeitsbündnis?", "jargon: arbeitsbündnis"),
    ("Welche Ressourcen hast du?", "jargon: ressourcen"),
    ("Was sagt sie dazu?", "gendered: sagt sie"),
    ("Wann hat er geschwiegen?", "gendered: er"),
    ("Was denkt deine Therapeutin?", "nowhere: deine therapeutin"),
    ("Was denkt dein*e Therapeut*in?", "nowhere: therapeut in"),
    ("Für jede:r ein Blatt.", "nowhere: jede r"),
    ("Ruf eine Freundin an.", "gendered: freundin"),
    ("Gut gemacht. Und dann?", "praise: gut gemacht"),
    ("Schön, dass du da bist.", "praise: schön dass du"),
    ("Du solltest es sagen.", "advice: du solltest"),
    ("Du musst es sagen.", "advice: du musst"),
    ("Achte auf deinen Atem.", "advice: achte auf"),
    ("Alles wird gut.", "promise: alles wird gut"),
    ("Danach wirst du dich besser fühlen.", "promise: besser fühlen"),
    ("Wie weh hat das getan?", "leading: wie weh"),
    ("Das kennst du, nicht wahr?", "leading: nicht wahr"),
    ("Nimm 2 Blätter.", "a digit"),
    ("Nur zu!", "an exclamation mark"),
    ("Im Jänner schneit es.", "nowhere: jänner"),
    ("Wort " * 31, "31 words, 30 at most"),
]


@pytest.mark.parametrize(("sentence", "wrong"), PLANTED)
def test_a_planted_mistake_is_found(sentence: str, wrong: str) -> None:
    assert wrong in list(check_prompt(sentence, RULE))


def test_hard_words_are_found_by_their_ease() -> None:
    hard = "Bedürfnisorientierte Kommunikation verlangt Aufmerksamkeit gegenüber Befindlichkeiten."
    assert any("reading ease by amstad" in one for one in check_prompt(hard, RULE))


@pytest.mark.parametrize(
    "sentence",
    [
        "Was war los, kurz bevor du still wurdest?",
        "Du musst nichts davon sagen.",
        "Was habt ihr beide gelacht, du und dein Gegenüber?",
        "Welcher Satz passt? Lies ihn noch einmal, oder leg ihn weg.",
        "Was wolltest du deinen Leuten sagen, und was haben sie verstanden?",
    ],
)
def test_a_plain_question_passes(sentence: str) -> None:
    assert list(check_prompt(sentence, RULE)) == []


def test_both_genders_in_one_breath_leave_nobody_out() -> None:
    said = "Wer schreibt das auf? Sag es dort, wo Therapeutinnen und Therapeuten sind."
    assert list(check_prompt(said, RULE)) == []
    assert list(check_sentence("Zwei Seiten für Therapeutinnen und Therapeuten.", RULE)) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Mut", 1), ("Seele", 2), ("Haus", 1), ("Träume", 2), ("heute", 2), ("wie", 1),
        ("sehen", 2), ("neue", 2), ("Feier", 2), ("traurig", 2), ("unruhig", 3), ("Quelle", 2),
        ("Yoga", 2), ("Typ", 1), ("Theater", 3), ("aktuell", 3), ("Geräusch", 2), ("Boot", 1),
        ("Therapie", 3), ("Therapien", 4), ("Familie", 4), ("Ferien", 3), ("studieren", 3),
        ("schrien", 1), ("geehrt", 2), ("beenden", 3), ("beeilen", 3), ("Beet", 1), ("Beere", 2),
        ("Museum", 3), ("Stolperstelle", 4), ("wiederaufgenommen", 6), ("Ärger", 2), ("hm", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_german_has_them(word: str, count: int) -> None:
    assert german_syllables(word) == count


def test_the_ease_is_the_published_formula() -> None:
    # Two sentences, seven words, eleven syllables: 180 - 3.5 - 58.5 * 11 / 7.
    said = "Der Regen hört auf. Vögel singen wieder."
    assert amstad(said) == pytest.approx(84.571, abs=0.001)


def test_a_text_without_words_is_no_burden() -> None:
    assert amstad("…") == 100


def test_days_are_said_in_german_order() -> None:
    assert WORDS.day(date(2027, 3, 6)) == "Samstag, 6. März 2027"


@pytest.mark.parametrize(("number", "said"), [(0, "0 Punkte"), (1, "1 Punkt"), (7, "7 Punkte")])
def test_a_number_asks_for_its_plural_form(number: int, said: str) -> None:
    assert WORDS.say("moved.dots", number=number) == said


def test_countries_have_german_names_in_german_order() -> None:
    names = [country.name for country in Directory(language="de").countries()]
    assert {"Deutschland", "Österreich", "Vereinigtes Königreich", "USA"} <= set(names)
    assert names == sorted(names, key=unaccented)
    assert names.index("Norwegen") < names.index("Österreich") < names.index("Polen")


def test_no_word_for_a_feeling_asks_for_a_gender() -> None:
    step = Bookshelf("de").path("feelings").step("words")
    assert step is not None
    offered = [word for group in step.groups for word in group.words]
    assert len(offered) >= 55
    assert len(set(offered)) == len(offered)
    # An ending would say one, as in "ein Trauriger"; these end so by themselves.
    ending = {
        word for word in offered if " " not in word and word.endswith(("er", "e", "es", "in"))
    }
    assert ending == {"heiter", "leer", "müde"}
