from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from beside.language import concept, fold

THEMES = {
    file.name: tomllib.loads(file.read_text("utf-8"))
    for file in files("beside.language").joinpath("concepts").iterdir()
    if file.name.endswith(".toml")
}
BEGINNING = re.compile(r"[^\W\d_]+(['’][^\W\d_]+)?\.|[^\W\d_]{4,}|(?=.{4})[^\W\d_]+'[^\W\d_]+")


def spelled(beginning: str) -> str:
    return fold(beginning).replace("ё", "е").replace("œ", "oe")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("blast", "explosions"),
        ("вибухів", "explosion"),
        ("взрывы", "explosion"),
        ("captives", "військовополонених"),
        ("decapitated", "beheading"),
        ("enthauptung", "beheading"),
        ("décapité", "beheading"),
        ("розстріляли", "execution"),
        ("расстреле", "erschossen"),
        ("Zeugin", "témoins"),
        ("свідків", "свидетели"),
        ("hammer", "молотком"),
        ("marteau", "кувалдою"),
        ("Schüssen", "пострілів"),
        ("blessés", "поранених"),
        ("вимоги", "требование"),
        ("посередництво", "Vermittlung"),
        ("електричним", "électrique"),
        ("двору", "courtyard"),
        ("cellars", "підвалі"),
        ("съёмка", "съемки"),
        ("омбудсман", "ombudswoman"),
        ("конвенції", "конвенцию"),
        ("порівняла", "сравнил"),
        ("trawlers", "траулера"),
        ("гребля", "плотина"),
        ("Fähre", "пором"),
        ("overheard", "перехопили"),
        ("executioners", "bourreaux"),
        ("blackout", "знеструмлено"),
        ("commissioner", "уповноважений"),
        ("einschüchtern", "fear"),
        ("Erpressung", "ransom"),
        ("sanctioned", "одобрил"),
        ("blocking", "зірвати"),
        ("унижать", "humiliation"),
    ],
)
def test_words_of_one_concept_find_each_other(one: str, other: str) -> None:
    assert concept(fold(one)) == concept(fold(other)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("intercept", "video"),
        ("wounded", "killed"),
        ("missiles", "drones"),
        ("castration", "torture"),
        ("refused", "denied"),
        ("exchange", "return"),
        ("exchange", "release"),
        ("ransom", "money"),
        ("ceasefire", "peace"),
        ("верит", "проверить"),
        ("обмін", "обман"),
        ("plainte", "plan"),
        ("sanctioned", "sanctions"),
        ("blackmail", "ransom"),
        ("électricité", "electrocuted"),
    ],
)
def test_neighbours_are_told_apart(one: str, other: str) -> None:
    assert concept(fold(one)) is None or concept(fold(one)) != concept(fold(other))


FALSE_FRIENDS = """
    executive:kill Crimea:crime courtesy:court exploit:explosion Maria:wedding Castro:castrate quality:torture
    wurde:humiliate hair:hatred listen:list held:hero pain:suffering brand:blaze gift:poison grab:burial stern:naval-mast
    premier:prime-minister première:prime-minister propos:offer communiquer:declaration convient:invite
    fonctionne:official côté:coast monter:edited stakeholder:spike barnsley:barn eleven:school beachten:coast
    schaffen:livestock Förderprogramm:demand bulletin:bullet schützen:shooter Palästina:castle gefahren:danger
    стратегія:kill матеріал:parent справка:legal-case почти:post-mail шесть:spike семь:relative закончить:law
    очевидно:witness небезпека:sky страхування:fear наступний:offensive Португалія:harbour протокол:strait
    залізо:hall складати:warehouse повідомили:message відповідно:reply погодитися:weather прибыль:arrive завершить:assure
    Bäcker:sponsor Reiter:repeat Vermieter:evil umkämpft:kill fällen:legal-case zählte:money gegenentwurf:electric-shock
    Seide:henchman уникальный:obstruct entering:approve насадження:spike accrocher:battle скопление:castrate
    war:warfare Bäcker:supporters место:retaliation следовательно:investigate різняться:massacre Владислав:state-authorities
"""


@pytest.mark.parametrize("pair", FALSE_FRIENDS.split())
def test_a_false_friend_is_not_taken_in(pair: str) -> None:
    word, other = pair.split(":")

    assert any(other in table for table in THEMES.values())
    assert concept(fold(word)) != other


@pytest.mark.parametrize("word", ["the", "said", "country", "plantation", "a", "", "630", "Ukraine", "Moscow"])
def test_a_word_of_none_has_none(word: str) -> None:
    assert concept(fold(word)) is None


def test_a_beginning_belongs_to_one_concept() -> None:
    beginnings = Counter(spelled(b) for table in THEMES.values() for said in table.values() for b in said.split())

    assert [beginning for beginning, count in beginnings.items() if count > 1] == []


def test_a_concept_belongs_to_one_theme() -> None:
    names = Counter(name for table in THEMES.values() for name in table)

    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_a_theme_is_sorted_and_readable(theme: str) -> None:
    said = {name: line.split() for name, line in THEMES[theme].items()}

    assert list(said) == sorted(said)
    assert {
        name: beginnings for name, beginnings in said.items() if beginnings != sorted(beginnings, key=spelled)
    } == {}
    assert [b for beginnings in said.values() for b in beginnings if not BEGINNING.fullmatch(b)] == []


def test_the_name_of_a_concept_is_never_the_stem_of_another_word() -> None:
    """A word without a concept is compared by its stem: a concept is named by a word of its own, or by no one word."""
    names = [name for table in THEMES.values() for name in table]

    assert [name for name in names if "-" not in name and concept(name) != name] == []


def test_no_word_mixes_alphabets() -> None:
    said = [b for table in THEMES.values() for line in table.values() for b in line.split()]

    assert [b for b in said if re.search("[a-z]", fold(b)) and re.search("[\u0400-\u04ff]", b)] == []
