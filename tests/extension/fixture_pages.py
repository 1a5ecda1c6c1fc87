"""Pages that are built otherwise: late, deep in shadow trees or frames, from right to left, very long, or hostile.

All are invented, and say so. The first three sentences are those of ``pages/article.html``.
"""

from __future__ import annotations

import random
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."
MARKUP = "Ukraine’s ombudsman Dmytro Lubinets said the Makiivka video had been staged, a version that Kyiv repeated."
OTHER = "The office said on 18 November 2022 that it knew of the videos from Makiivka and was looking into them."
NOTE = "<p>This page is invented for testing software. It is no report, and its wording is nobody's.</p>"
FILLER = (
    "This sentence of an invented page says nothing of anybody and stands here for its length alone, as others do. "
)
WORDS = (
    "the report said that officials on both sides of the line gave different accounts of what happened near the "
    "village after soldiers surrendered and investigators looked at footage"
).split()


def page(body: str, head: str = "", attributes: str = "lang=en") -> str:
    """A whole page around a body."""
    style = "<style>body{font:17px/1.6 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem}</style>"
    return (
        f"<!doctype html><html {attributes}><meta charset=utf-8><title>t</title>{style}{head}<body>{body}</body></html>"
    )


def long_page(words: int, hits: int) -> str:
    """As many words as asked for, links and emphasis among them, and the first sentence so many times."""
    chance = random.Random(1)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        length = chance.randint(25, 70)
        count += length
        chosen = [chance.choice(WORDS) for _ in range(length)]
        for at in range(0, length, 17):
            chosen[at] = f'<a href="#x{at}">{chosen[at]}</a>'
        for at in range(5, length, 23):
            chosen[at] = f"<em>{chosen[at]}</em>"
        paragraphs.append(" ".join(chosen))
    for hit in range(hits):
        at = hit * len(paragraphs) // hits
        paragraphs[at] = f"Number {hit}. {PLAIN} {paragraphs[at]}"
    inner = "".join(f"<p>{text}.</p>" for text in paragraphs)
    return page(f"<nav>menu</nav><article><h1>Long</h1>{NOTE}{inner}</article>")


SHADOW = """<script>
customElements.define('x-story', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML =
    '<h2>In the open shadow</h2><p>%s</p><div><slot></slot></div>'; }
});
customElements.define('x-closed', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<p>SECRET-CLOSED words.</p>'; }
});
</script>"""
STORIES = """<script>
addEventListener('go', () => {
  history.pushState({}, '', '/spa/second');
  document.querySelector('article').innerHTML =
    '<h1>A second story</h1><p>%s</p><p>%s</p>';
});
</script>"""
LATE = """<script>
addEventListener('go', () => {
  const late = document.createElement('article');
  late.innerHTML = '<h1>Late</h1><p>%s</p><p>%s</p>';
  document.body.append(late);
});
</script>"""

BODIES = {
    "/spa": page(f"<article><h1>A first story</h1>{NOTE}<p>{PLAIN}</p></article>" + STORIES % (MARKUP, FILLER)),
    "/late": page(f"<h1>Soon</h1>{NOTE}<p>{FILLER}</p>" + LATE % (PLAIN, FILLER * 2)),
    "/shadow": page(
        f"<main>{NOTE}<x-story><p>{MARKUP}</p></x-story><x-closed><p>SECRET-UNSLOTTED</p></x-closed></main>"
        + SHADOW % PLAIN
    ),
    "/soup": page(
        f"<font>An invented page<br><br>{FILLER}<br><br>\n{PLAIN}<br><b>Then</b> a word.<br><br>"
        f"{FILLER}<a href=#>link</a><br><br>{MARKUP}</font>"
    ),
    "/rtl": page(
        f"<article><h1>صفحة مخترعة</h1><p>هذه صفحة مخترعة لاختبار البرامج.</p><p>كتب الموقع: {PLAIN} نهاية.</p></article>",
        attributes="lang=ar dir=rtl",
    ),
    "/framed": page(f"{NOTE}<iframe src=/spa style='width:100%;height:400px'></iframe><p>{FILLER}</p>"),
    "/framed-other": page(f"{NOTE}<iframe src='OTHER/spa' style='width:100%;height:400px'></iframe><p>{FILLER}</p>"),
    "/tight": page(
        NOTE + "".join(f"<p>{PLAIN} {FILLER}</p>" for _ in range(4)),
        "<style>body{max-width:none;margin:0;padding:0 6px}</style>",
    ),
    "/crowded": page(
        NOTE + "".join(f"<div style='font:12px/1.2 serif;white-space:nowrap'>{n}. {PLAIN}</div>" for n in range(9))
    ),
    "/scrolling": page(
        f"{NOTE}<div id=box style='height:300px;overflow:auto'><p>{FILLER * 20}</p><p>{PLAIN}</p>"
        f"<p>{FILLER * 20}</p></div><p>{MARKUP}</p>"
    ),
    "/tall": page(f"{NOTE}<p>{PLAIN}</p>" + f"<p>{FILLER * 6}</p>" * 60 + f"<p>{MARKUP}</p>"),
    "/clobbered": page(
        f"{NOTE}<form><input name=parentElement><input name=parentNode><input name=nodeName><input name=lastChild>"
        f"<input name=hasAttribute><input name=getBoundingClientRect><div>{PLAIN}</div></form>"
    ),
    "/huge": long_page(50_000, 120),
    "/ten-thousand": long_page(10_000, 27),
    "/hostile": page(
        f"<article><h1>Hostile</h1>{NOTE}<p id=plain>{PLAIN}</p></article><script src=/hostile.js></script>"
    ),
    "/hostile.js": (PAGES / "hostile.js").read_text("utf-8"),
    "/fights-remove": page(f"<article>{NOTE}<p>{PLAIN}</p></article><script src=/fights.js></script>"),
    "/fights.js": (PAGES / "fights.js").read_text("utf-8"),
    "/fights-hide": page(
        f"<article>{NOTE}<p>{PLAIN}</p></article>",
        "<style>beside-notes, body ~ * { display: none !important; opacity: 0 !important; left: 5000px "
        "!important; visibility: hidden !important; z-index: -1 !important; transform: scale(0) !important }</style>",
    ),
    "/fights-cover": page(
        f"<article>{NOTE}<p>{PLAIN}</p></article><div id=cover style='position:fixed;inset:0;z-index:2147483647;"
        "background:rgb(255 255 255 / .01)'></div>"
        "<script>addEventListener('go', () => document.documentElement.append(document.getElementById('cover')))</script>"
    ),
    "/header": page(
        f"<header id=bar>A bar that stays</header>{NOTE}<p>{PLAIN}</p>" + f"<p>{FILLER * 6}</p>" * 30,
        "<style>#bar{position:sticky;top:0;height:90px;background:#fff;margin:0 -60px}</style>",
    ),
    "/scaled": page(f"<article>{NOTE}<p>{PLAIN}</p></article>", "<style>html{transform:scale(.8)}</style>"),
    "/moved": page(f"<article>{NOTE}<p>{PLAIN}</p></article>", "<style>html{transform:translate(30px,20px)}</style>"),
    "/columns": page(
        f"<article id=set>{NOTE}<p>{FILLER * 4}</p><p>{FILLER * 2}{PLAIN}</p><p>{FILLER * 3}</p><p>{MARKUP}</p>"
        f"<p>{FILLER * 2}</p></article>",
        "<style>body{max-width:46rem}#set{columns:2;column-gap:3rem}</style>",
    ),
    "/columns-whole": page(
        f"<article id=set>{NOTE}<p>{FILLER * 3}</p><p>{PLAIN}</p><p>{MARKUP}</p><p>{FILLER * 4}</p></article>",
        "<style>body{max-width:46rem}#set{columns:2;column-gap:3rem}p{break-inside:avoid}</style>",
    ),
    "/columns-loose": page(
        f"{NOTE}<div style='columns:3;column-gap:40px'>{FILLER * 2}<br><br>{MARKUP}<br><br>{FILLER * 2}{PLAIN} {FILLER * 3}</div>",
        "<style>body{max-width:60rem}</style>",
    ),
    "/table": page(
        f"{NOTE}<table><tr><td>{FILLER}<td>{PLAIN}<td>{FILLER}<tr><td>{MARKUP}<td>{FILLER}<td>{FILLER}</table>",
        "<style>table{border-spacing:32px 24px}td{width:33%;vertical-align:top}</style>",
    ),
    "/grid": page(
        f"{NOTE}<main><section><p>{FILLER * 3}</p></section><section><p>{FILLER}</p><p>{PLAIN}</p></section>"
        f"<aside>{FILLER}</aside><section><p>{MARKUP}</p></section></main>",
        "<style>body{max-width:none}main{display:grid;grid-template-columns:1fr 1fr;gap:0 32px;padding:0 40px}</style>",
    ),
    "/frameset": "<!doctype html><html lang=en><title>t</title><frameset rows='120,*'><frame src=/late>"
    "<frameset cols='30%,70%'><frame src='OTHER/late'><frame src=/spa></frameset></frameset>",
    "/frameset-other": "<!doctype html><html lang=en><title>t</title><frameset cols='*'><frame src='OTHER/spa'></frameset>",
    "/tracked": page("<iframe src='OTHER/spa' hidden></iframe><iframe src='OTHER/spa' width=1 height=1></iframe>"),
    "/framed-block": page(f"{NOTE}<iframe src=/spa style='display:block;width:100%;height:400px'></iframe>"),
    "/padded": page(
        f"<article>{NOTE}<p>{PLAIN}</p></article>",
        "<style>html{position:relative;margin:80px 40px;border:5px solid}</style>",
    ),
}
