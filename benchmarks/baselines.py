"""Plain ways to do the same, for comparison. Comes in: a corpus, pages. Goes out: a table.

A page is compared with all the words on record of each incident: cosine of tf-idf vectors, BM25 by tantivy, and MiniLM
where it is installed. Each one's threshold is the one with the best F1 on the open pages, used on the frozen.
"""

from collections import defaultdict

import numpy as np
import tantivy
from sklearn.feature_extraction.text import TfidfVectorizer

STEPS = 200


def figures(part):
    """precision, recall, f1 over incidents; silence: share of the pages without an incident that get no card."""
    right = sum(len(wanted & got) for wanted, got in part)
    found, there = sum(len(got) for _, got in part), sum(len(wanted) for wanted, _ in part)
    precision, recall = right / max(1, found), right / max(1, there)
    others = [got for wanted, got in part if not wanted]
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    silence = sum(not got for got in others) / max(1, len(others))
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "silence": silence,
        "there": there,
        "others": len(others),
    }


def measured(part):
    """The same, on one line."""
    f = figures(part)
    alarms = round((1 - f["silence"]) * f["others"])
    return (
        f"P {f['precision']:.3f}  R {f['recall']:.3f}  F1 {f['f1']:.3f}  of {f['there']}; "
        f"look-alikes with any card {alarms} of {f['others']}"
    )


def table(corpus, open_pages, frozen_pages):
    """Every baseline on the frozen pages, with its threshold from the open ones."""
    print("\nbaselines on the frozen pages, thresholds from the open ones")
    records = {i.id: words_on_record(i) for i in corpus.incidents.values()}
    for name, score in (("tf-idf cosine", tfidf), ("tantivy BM25", bm25), ("MiniLM cosine", minilm)):
        scorer = score(records)
        if scorer is None:
            print(f"  {name:14} not installed")
            continue
        best = best_threshold([(set(p.incidents), scorer(p.text)) for p in open_pages])
        part = [(set(p.incidents), above(scorer(p.text), best)) for p in frozen_pages]
        print(f"  {name:14}", measured(part))


def words_on_record(incident):
    """All that is on record of an incident, as one text."""
    said = [text for c in incident.claims for text in (c.text, *(f"{s.says} {s.passage.exact}" for s in c.statements))]
    return " ".join([incident.title, *(place.name for place in incident.where), *said])


def above(scores, threshold):
    """The incidents from the threshold on."""
    return {incident for incident, score in scores.items() if score >= threshold}


def best_threshold(scored):
    """The threshold with the best F1."""
    values = sorted({score for _, scores in scored for score in scores.values()})
    tried = values[:: max(1, len(values) // STEPS)]
    return max(tried, key=lambda t: figures([(wanted, above(scores, t)) for wanted, scores in scored])["f1"])


def tfidf(records):
    """Cosine of tf-idf vectors."""
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit(records.values())
    known = vectors.transform(records.values())
    return lambda text: dict(
        zip(records, (known @ vectors.transform([text]).T).toarray().ravel().tolist(), strict=True)
    )


def bm25(records):
    """tantivy's BM25 of the whole page as one query, on its English tokenizer."""
    builder = tantivy.SchemaBuilder()
    schema = builder.add_text_field("id", stored=True).add_text_field("text", tokenizer_name="en_stem").build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for incident, text in records.items():
        writer.add_document(tantivy.Document(id=incident, text=text))
    writer.commit()
    index.reload()
    return lambda text: _hits(index, text)


def _hits(index, text):
    query = index.parse_query_lenient(" ".join(w for w in text.split() if w.isalnum())[:20_000], ["text"])[0]
    searcher = index.searcher()
    scores = defaultdict(float)
    for score, address in searcher.search(query, 100).hits:
        scores[searcher.doc(address)["id"][0]] = score
    return dict(scores)


def minilm(records):
    """Best cosine of a sentence of the page and a sentence on record; None where the weights are not installed."""
    try:
        from beside.matchers.minilm import encode
    except ImportError:
        return None
    known = {incident: np.stack([encode(s) for s in text.split(". ") if s]) for incident, text in records.items()}

    def cosines(text):
        said = np.stack([encode(sentence) for sentence in text.replace("\n", ". ").split(". ") if sentence])
        return {incident: float((said @ vectors.T).max()) for incident, vectors in known.items()}

    return cosines
