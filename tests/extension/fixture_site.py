"""The fixture site: one invented article, plain, under a strict policy, with a prying script, long, or empty."""

from __future__ import annotations

import http.server
import threading
from pathlib import Path

import fixture_pages

PAGES = Path(__file__).parent / "pages"
ARTICLE = (PAGES / "article.html").read_text("utf-8")
PRYING = '<script src="/prying.js"></script></body>'  # not inline: its own words would stand in the page
STRICT = (
    "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; "
    "sandbox allow-same-origin allow-scripts"
)
PARAGRAPHS = (f"<p>Paragraph {n} of a long invented page says little, and says it slowly.</p>" for n in range(6_000))


def page(body: str) -> str:
    """A whole page around a body."""
    return f"<!doctype html><html lang=en><meta charset=utf-8><title>t</title><body>{body}</body></html>"


def dated(head: str, body: str = "") -> str:
    """A page that says in some way when it was published."""
    return page(f"{body}<p>A sentence of an invented article.</p>").replace("<title>", f"{head}<title>")


BODIES = {
    "/article": ARTICLE,
    "/strict": ARTICLE,
    "/prying": ARTICLE.replace("</body>", PRYING),
    "/long": page(f"<main>{''.join(PARAGRAPHS)}</main>"),
    "/deep": page(f"{'<div>' * 180}<p>A sentence far down.</p>{'</div>' * 180}"),
    "/scroller": page(
        "<div id=box style='height:200px;overflow:auto'><p>The first sentence, scrolled out of its box.</p>"
        "<div style='height:3000px'></div><p>The last sentence, in view.</p></div>"
    ),
    "/dated-meta": dated(
        '<meta property="article:published_time" content="yesterday"><meta name="DC.date.issued" content="2022-11-18">'
        '<meta name="PubDate" content="2022-11-21 10:15 SECRET">',
        "<time datetime=2022-11-05>then</time>",
    ),
    "/dated-json": dated(
        '<script type="application/ld+json">{"datePublished": "2022-11-05", SECRET</script>'
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "SECRET"}, {"@type": "Article",'
        ' "headline": "SECRET", "datePublished": "2022-11-21T10:15:00+02:00"}]}</script>',
        "<time datetime=2022-11-05>then</time>",
    ),
    "/dated-time": dated(
        "",
        "<time datetime=2022-11-05>then</time><header><time datetime=2022-11-06>the clock</time></header>"
        "<article><time datetime=10:15>a time</time><time datetime=2022-11-21T10:15Z>the day</time></article>",
    ),
    "/undated": dated('<meta name="date" content="2022-02-30">', "<time datetime=9999-01-01>one day</time>"),
    "/prying.js": (PAGES / "prying.js").read_text("utf-8"),
    "/empty": page("<script>1</script>"),
} | fixture_pages.BODIES


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        body = BODIES.get(path)
        self.send_response(200 if body else 404)
        kind = "text/javascript" if path.endswith(".js") else "text/html"
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        if path == "/strict":
            self.send_header("Content-Security-Policy", STRICT)
        self.end_headers()
        port = self.server.server_address[1]  # the same site by another name is another origin
        self.wfile.write((body or "").replace("OTHER", f"http://127.0.0.1:{port}").encode())

    def log_message(self, *arguments: object) -> None:
        pass


class Site:
    """Serves until closed. Its name leads to this machine in both browsers."""

    def __init__(self) -> None:
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://news.example:{self.server.server_address[1]}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
