"""Which stance a sentence of the page takes on a claim it carries. Comes in: the sentence. Goes out: a stance.

Only plain cues count; where cues of two kinds meet, or a negation stands alone, none is told. Source of the idea:
reporting verbs and negation as stance features (Fake News Challenge baselines).
"""

from __future__ import annotations

import re

# stance -> how English, Ukrainian and Russian say it
CUES = {
    "could_not_verify": (
        r"(?:could not|cannot|can't|couldn't|unable to|not been|not yet(?: been)?)\s+(?:be\s+)?(?:independently\s+)?"
        r"(?:verif|authenticat|confirm)",
        r"не (?:вдалося|змогл\w*|може)(?: незалежно)? (?:підтверд|перевір)",
        r"не (?:удалось|смог\w*|может)(?: независимо)? (?:подтверд|провер)",
    ),
    "states_unknown": (
        r"\bunclear\b|\bnot (?:known|clear)\b|\bunknown (?:whether|who|what)",
        r"невідомо|незрозуміло",
        r"неизвестно|неясно",
    ),
    "investigates": (r"\binvestigat|\bprobe\b|\binquiry\b|\blooking into\b", r"розслід", r"расслед"),
    "doubts": (r"\bunlikely\b|\bdoubt|\bquestioned\b", r"сумнів", r"сомнева|сомнен"),
    "denies": (
        r"\bden(?:y|ies|ied|ial|ying)\b|\breject(?:s|ed)?\b|\brefut|\bdismiss",
        r"запереч|відкину|спрост",
        r"отрица|отверг|опроверг",
    ),
}
PATTERNS = {stance: re.compile("|".join(cues), re.I) for stance, cues in CUES.items()}
NEGATED = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|without|не|нет|ни|ніхто|ніколи|немає|никто|никогда)\b|n['’]t\b", re.I
)
CARRIED = 0.2  # how much of a claim a sentence must carry before silence about a stance reads as saying it


def stance_of(sentence: str, carried: float = 1.0) -> str | None:
    """The cue's stance where one kind of cue stands; asserts for a plain sentence that carries the claim; else None."""
    found = [stance for stance, pattern in PATTERNS.items() if pattern.search(sentence)]
    if len(found) == 1:
        return found[0]
    return "asserts" if not found and carried >= CARRIED and not NEGATED.search(sentence) else None
