"""The sides exchanged in a page alone, in five languages. Comes in: a text. Goes out: the same with the sides exchanged.

Written by hand, for the tests alone: names of states, peoples, capitals and officials, case by case.
"""

from __future__ import annotations

import re

from mirror import REAL_EXCHANGED

# the first side's words, a form a word, and the other side's in the same order
WORDS = {
    "uk": (
        "Росія Росії Росію Росією росіяни росіян росіянам росіянами росіянин росіянина Москва Москви Москві Москву "
        "Москвою Кремль Кремля Москалькова Москалькової Москальковій Путін Путіна РФ росіянинові росіянину "
        "Захарова Захарової Захаровій Захарову Пєсков Пєскова Пєскову",
        "Україна України Україну Україною українці українців українцям українцями українець українця Київ Києва Києву "
        "Київ Києвом Банкова Банкової Лубінець Лубінця Лубінцю Зеленський Зеленського України українцеві українцю "
        "Тихий Тихого Тихому Тихого Подоляк Подоляка Подоляку",
    ),
    "ru": (
        "Россия России Россию Россией россияне россиян россиянам россиянами россиянин россиянина Москва Москвы Москве "
        "Москву Москвой Кремль Кремля Москалькова Москальковой Москалькову Путин Путина РФ "
        "Захарова Захаровой Захарову Песков Пескова Пескову русские русских русским русского русский",
        "Украина Украины Украину Украиной украинцы украинцев украинцам украинцами украинец украинца Киев Киева Киеву "
        "Киев Киевом Банковая Банковой Лубинец Лубинца Лубинца Зеленский Зеленского Украины "
        "Тихий Тихого Тихого Подоляк Подоляка Подоляку украинцы украинцев украинцам украинца украинец",
    ),
    "de": (
        "Russland Russlands Russen Russe Moskau Moskaus Kreml Moskalkowa Putin Sacharowa Peskow",
        "Ukraine Ukraine Ukrainer Ukrainer Kiew Kiews Bankowa Lubinez Selenskyj Tychyj Podoljak",
    ),
    "fr": (
        "Russie Russes Russe russes russe russe russes Moscou Kremlin Moskalkova Poutine Zakharova Peskov",
        "Ukraine Ukrainiens Ukrainien ukrainiens ukrainien ukrainienne ukrainiennes Kiev Bankova Loubinets Zelensky Tykhyï Podoliak",
    ),
}
ALONE = {  # forms that one side's word shares among several cases
    "uk": {"Україні": "Росії", "Києві": "Москві", "ЗСУ": "ЗС РФ", "СБУ": "ФСБ"},
    "ru": {"Украине": "России", "Киеве": "Москве", "ВСУ": "ВС РФ", "СБУ": "ФСБ"},
    "de": {"Kyjiw": "Moskau", "Ukrainern": "Russen", "SBU": "FSB"},
    "fr": {"Kyiv": "Moscou", "SBU": "FSB"},
}
ADJECTIVES = {
    "uk": ("російськ", "українськ"),
    "ru": ("российск", "украинск"),
    "de": ("russisch", "ukrainisch"),
    "fr": ("\0", "\0"),  # whole words, above
}


def exchanged(text: str, lang: str) -> str:
    """The text with every name of one side the other's."""
    if lang == "en":
        return REAL_EXCHANGED(text)
    first, other = (side.split() for side in WORDS[lang])
    pairs = zip(first + other, other + first, strict=True)
    table: dict[str, str] = {}
    for said, instead in (*pairs, *ALONE[lang].items()):
        table.setdefault(said, instead)
        table.setdefault(said.capitalize(), instead.capitalize())
    one, another = ADJECTIVES[lang]
    stems = {one: another, another: one}
    stems |= {stem.capitalize(): instead.capitalize() for stem, instead in stems.items()}
    whole = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    pattern = re.compile(rf"\b(?:(?:{whole})\b|(?:{'|'.join(stems)}))")
    return pattern.sub(lambda found: table.get(found.group()) or stems[found.group()], text)
