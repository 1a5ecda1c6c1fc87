"""The page about matchers, for the admin. Comes in: a reader, a home. Goes out: HTML: states, data sheets, shadows."""

from __future__ import annotations

from flask import Blueprint, render_template

from ..bench import kept_sheets
from ..home import Home
from ..reader import Reader
from .words import LANGUAGES, speak


def matcher_pages(reader: Reader, home: Home) -> Blueprint:
    """One page, to be read: what is set is set in settings.toml and by commands."""
    routes = Blueprint("matchers", __name__)

    @routes.get("/matchers")
    def matchers() -> str:
        speak(LANGUAGES[0])  # for the admin, in English alone
        return render_template(
            "matchers.html",
            states=reader.matchers,
            shadows=reader.shadow.counts if reader.shadow else (),
            passed=reader.shadow.passed if reader.shadow else 0,
            tables=kept_sheets(home),
        )

    return routes
