"""Both speak of a video, of a recording, of photographs, of a list.

Many incidents are known by a piece of footage, and a page that speaks of one calls it a clip, a film, a tape. Weak by
itself, since many incidents have a video. Source of the idea: media objects as evidence items (Berkeley Protocol).
"""

import re
from collections.abc import Iterator

from beside import Corpus, Match, MatchPage, Page, Reason

VERSION = "1.0"
WEIGHT = 0.25
CALLED = {
    "video": r"videos?|footage|clips?|films?|filmed|recordings?|відео\w*|запис\w*|видео\w*|ролик\w*|кадр\w*|vidéos?",
    "audio": r"audio|tapes?|recordings?|intercept(?:s|ed)?|radio|перехоплен\w*|перехват\w*|аудио\w*|аудіо\w*",
    "photo": r"photos?|photographs?|pictures?|images?|світлин\w*|фото\w*|снимк\w*",
    "list": r"lists?|списк\w*|список",
    "document": r"documents?|letters?|communiqu\w*|лист\w*|письм\w*|комюніке|коммюнике",
}
PATTERNS = {kind: re.compile(rf"\b(?:{words})\b", re.I) for kind, words in CALLED.items()}

EXAMPLES = {
    "match": ["The clip lasts a little over a minute."],
    "silent": ["The ship was boarded at noon."],
}


def matcher(corpus: Corpus) -> MatchPage:
    """Collect which kinds of media the accounts of each incident speak of."""
    known: dict[str, list[tuple[str, str]]] = {}
    for incident in corpus.incidents.values():
        for kind in sorted({media.kind for media in incident.media} & set(CALLED)):
            known.setdefault(kind, []).append((incident.id, kind))

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            for kind, holders in known.items():
                found = PATTERNS[kind].search(passage.text)
                if not found:
                    continue
                for incident, corpus_text in holders:
                    because = (Reason("media", found.start(), found.end(), corpus_text),)
                    yield Match(passage.number, f"incident:{incident}", WEIGHT, because)

    return match
