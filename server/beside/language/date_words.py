"""The words that dates are told in. Goes out: month and weekday names with their numbers, patterns for the others.

English, Ukrainian, Russian, German and French. Names are CLDR's, by Babel (wide and short, both cases); the cases that
CLDR does not give, and adjectives of months, are added here.
"""

from __future__ import annotations

import re
from functools import cache

from babel.dates import get_day_names, get_month_names

from .inflection import forms

LANGUAGES = ("en", "uk", "ru", "de", "fr")


@cache
def month_numbers() -> dict[str, int]:
    """Folded month names and short forms of all LANGUAGES -> 1 to 12."""
    names: dict[str, int] = {}
    for lang in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, lang).items():
                    names.setdefault(name.casefold().rstrip("."), number)
    # Cases that a day does not govern: "in November" is said in the locative and the like.
    for number, said in LOCATIVES.items():
        names.update(dict.fromkeys(said.split(), number))
    return {name: number for name, number in names.items() if len(name) > 2} | {"sept": 9}


LOCATIVES = {
    1: "январе січні", 2: "феврале лютому", 3: "марте березні", 4: "апреле квітні", 5: "мае травні", 6: "июне червні",
    7: "июле липні", 8: "августе серпні", 9: "сентябре вересні", 10: "октябре жовтні", 11: "ноябре листопаді",
    12: "декабре грудні",
}  # fmt: skip


@cache
def weekday_numbers() -> dict[str, int]:
    """Folded weekday names of all LANGUAGES -> 0 (Monday) to 6."""
    wide = {name.casefold(): n for lang in LANGUAGES for n, name in get_day_names("wide", locale=lang).items()}
    return wide | {"среду": 2, "пятницу": 4, "субботу": 5, "середу": 2, "п’ятницю": 4, "п'ятницю": 4, "суботу": 5}


@cache
def weekday_pattern() -> re.Pattern[str]:
    """One weekday, as the group ``weekday``."""
    return re.compile(r"\b(?P<weekday>" + "|".join(map(re.escape, weekday_numbers())) + r")\b", re.I)


# What stands before a month without a day: a month alone may be a name, or a verb.
BEFORE_A_MONTH = (
    "in|since|last|this|previous|mid|late|early|of|by|until|в|у|с|з|из|от|до|від|минулого|цього|прошлого|минувшего|этого|"
    "im|vergangenen|letzten|vorigen|en|au"
)
# "On Wednesday" is the last one up to the page's own day; "yesterday" is the day before it.
YESTERDAY, TODAY = "yesterday вчера вчора gestern hier", "today сегодня сьогодні heute"
DAY_WORDS = dict.fromkeys(TODAY.split(), 0) | dict.fromkeys(YESTERDAY.split(), 1)


@cache
def day_word_pattern() -> re.Pattern[str]:
    """ "Yesterday" or "today", as the group ``dayword``."""
    return re.compile(r"\b(?P<dayword>" + "|".join(DAY_WORDS) + r")\b", re.I)


# "Last month" and "last year" need it too: how many months or years back, for the words of five languages.
MONTHS_BACK = {
    0: "this month|цього місяця|в этом месяце|этого месяца|(?:in )?diese[mn] monat|ce mois-ci",
    1: "last month|минулого місяця|(?:в )?прошл(?:ом|ого) месяц[еа]|(?:im )?(?:vergangenen|letzten|vorigen) monat|"
    "(?:le|du|au) mois dernier",
}
YEARS_BACK = {
    0: "this year|цього року|цьогоріч|(?:в )?это(?:м|го) год[уа]|(?:in )?dieses? jahr|cette année",
    1: "last year|торік|минулого року|(?:в )?прошл(?:ом|ого) год[уа]|(?:im )?(?:vergangene[ns]|letzte[ns]|vorige[ns]) "
    "jahr|l['’](?:an|année) derni(?:er|ère)",
}


@cache
def relative_patterns() -> tuple[re.Pattern[str], ...]:
    """ "Last month", "this year": one group each, named by the unit and how many of it to go back ("months1")."""
    tables = (("months", MONTHS_BACK), ("years", YEARS_BACK))
    return tuple(
        re.compile(rf"\b(?P<{unit}{back}>{said})(?!\w)", re.I) for unit, table in tables for back, said in table.items()
    )


# "One October evening": an adjective in Ukrainian and Russian, in any case and number.
MONTH_ADJECTIVES = (
    "січневий лютневий березневий квітневий травневий червневий липневий серпневий вересневий жовтневий листопадовий "
    "грудневий январский февральский мартовский апрельский майский июньский июльский августовский сентябрьский "
    "октябрьский ноябрьский декабрьский"
)


@cache
def month_adjectives() -> dict[str, int]:
    """Folded adjectives of months -> 1 to 12."""
    adjectives = enumerate(MONTH_ADJECTIVES.split())
    return {form: n % 12 + 1 for n, word in adjectives for form in forms(word, "uk" if n < 12 else "ru")}
