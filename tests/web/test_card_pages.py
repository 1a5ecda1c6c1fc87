"""The card on the service's own pages: the panel's sections in the panel's order, readable without a script."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from flask import render_template
from lxml import html

from beside.corpus import publish, read_folder, seal
from beside.home import Home, find_home
from beside.matching import capabilities
from beside.model import Evidence, IncidentMatch
from beside.reader import open_reader
from beside.settings import load_settings
from beside.web.card_view import on_the_way
from beside.web.factory import create_app
from beside.web.sample import NAMES
from beside.web.words import t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from flask.testing import FlaskClient

    from beside.reader import Reader

ROOT = Path(__file__).parents[2]
MINES = "strait-mine-count-2031"
BOARDING = "boarding-video-2031-03"
FERRY = "/try?sample=ferry-and-trawler"
ORDER = "here accounts not-found missing wordings figures known parallel why reporting".split()


def page_of(client: FlaskClient, path: str) -> html.HtmlElement:
    return html.document_fromstring(client.get(path).text)


def test_the_pages_wear_the_panels_card() -> None:
    """If this fails, the panel's card has changed: copy extension/panel/card.css to server/beside/web/static."""
    ours, panels = ROOT / "server/beside/web/static/card.css", ROOT / "extension/panel/card.css"

    assert ours.read_bytes() == panels.read_bytes()


@pytest.mark.parametrize("path", ["/try", FERRY, "/incidents/halven-strait/boarding-video-2031-03"])
def test_the_sections_stand_in_the_panels_order(client: FlaskClient, path: str) -> None:
    for card in page_of(client, path).cssselect("article.card"):
        seen = [str(e.get("class")) for e in card if e.tag in ("section", "details")]

        assert seen == [name for name in ORDER if name in seen]
        assert {"accounts", "figures", "reporting"} <= set(seen)


def test_an_incidents_own_page_has_nothing_of_a_page(client: FlaskClient) -> None:
    (card,) = page_of(client, "/incidents/halven-strait/boarding-video-2031-03").cssselect("article.card")

    assert not card.cssselect(".here, .not-found, .known, .why, .own, .marks, select")


def test_what_was_not_found_leads_to_the_account_and_is_not_counted(client: FlaskClient) -> None:
    page = page_of(client, FERRY)
    ids = {str(account.get("id")) for account in page.cssselect("li.account")}
    links = [str(link.get("href")) for link in page.cssselect(".not-found li a")]

    assert links
    assert {link.removeprefix("#") for link in links} <= ids
    assert not [
        h
        for h in page.cssselect(".not-found h3, .not-found > .note, .missing h3")
        if any(map(str.isdigit, h.text_content()))
    ]


def test_not_found_and_none_on_record_are_two_things(client: FlaskClient) -> None:
    page = page_of(client, FERRY)
    told = {str(item[0].text): str(item[1].text) for item in page.cssselect(".missing li")}
    owners = "the owners of the trawler Tordvane"

    assert told[owners] == t("missingOne", "8 documents", "5 April 2031", owners)
    assert t("notOnPage") != t("noAccountFrom")


def test_every_number_keeps_its_words_day_and_speaker_and_the_pages_own_is_marked(client: FlaskClient) -> None:
    page = page_of(client, "/try")
    cells = page.cssselect("#card-3 .figures .strip > li")

    assert {tuple(str(p.get("class")) for p in cell)[:4] for cell in cells} == {("value", "verbatim", "who", "note")}
    own = [
        [p.text_content() for p in cell.cssselect(".value, .verbatim, .who, .note")]
        for cell in page.cssselect("#card-3 li.own")
    ]
    assert ["about 140", "“140”", "This page", "8 April 2031"] in own
    assert "as of 1 April 2031" in page.cssselect("#card-3 .figures")[0].text_content()


def test_sums_are_shown_with_their_parts(client: FlaskClient) -> None:
    page = page_of(client, "/incidents/pow-accounts/pow-execution-case-count-2025-05")

    assert [item.text_content() for item in page.cssselect(".sums li")] == [
        "Parts as given: 8 + 8 + 39 + 20 = 75, the total that was given.",
        "Parts as given: 57 + 11 + 149 + 51 = 268, the total that was given.",
    ]


def test_later_accounts_are_marked_and_counted_as_such(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    deal = import_module("beside.cards.deal")
    monkeypatch.setattr(deal, "said_after", lambda said, *_: True if said.edtf > "2031-03-16" else None)
    card = page_of(client, FERRY).cssselect("article.card")[0]
    told = card.cssselect(".known")[0].text_content()

    assert t("knownAt", "12 March 2031", 0, 5) in told
    assert t("knownUntold", 9) in told
    assert len(card.cssselect(".account .later")) == 5


def test_nothing_is_called_later_by_the_day_it_was_printed(client: FlaskClient) -> None:
    card = page_of(client, FERRY).cssselect("article.card")[0]

    assert t("knownAt", "12 March 2031", 9, 0) in card.text_content()
    assert not card.cssselect(".later")


def test_the_pages_own_words_stand_where_the_service_puts_them(reader: Reader) -> None:
    card = reader.card("makiivka-surrender-2022-11")
    evidence = (Evidence(0, 0, 1, "ours", "", "", (), ()),)
    beside = replace(
        card, found=IncidentMatch("", "strong", 0.9, (), evidence), page_wordings=((0,),), page_places=(1,)
    )

    alone = list(on_the_way(card, 0))
    assert list(on_the_way(beside, 0)) == [alone[0], evidence[0], *alone[1:]]
    assert len(alone) == 4


def test_the_shelf_of_other_incidents_says_its_order_and_leads_to_slugs(client: FlaskClient) -> None:
    (shelf,) = page_of(client, "/incidents/pow-accounts/makiivka-videos-2022-11").cssselect(".parallel")

    assert "in order of date" in shelf.text_content()
    assert all("zaporizhzhia-drone-video-2024-11?" in str(link.get("href")) for link in shelf.cssselect("a"))


def test_no_address_of_a_page_names_an_actor_or_an_act(client: FlaskClient) -> None:
    paths = ("/", "/incidents/pow-accounts/makiivka-videos-2022-11")
    links = [str(a.get("href")) for path in paths for a in page_of(client, path).cssselect("a[href^='/incidents/']")]

    assert len(links) > 20
    assert not [link for link in links if re.search("surrender|execution|torture|killing|beheading|castration", link)]


def test_a_speaker_that_was_not_found_is_named_with_what_tells_who_it_is(client: FlaskClient) -> None:
    items = page_of(client, FERRY).cssselect(".not-found li")

    assert items
    assert all(len(item.cssselect("bdi")) == 2 for item in items)


def test_the_pages_say_nothing_of_the_machine_they_run_on(client: FlaskClient) -> None:
    for path in ("/", "/about", "/try", FERRY, "/incidents/halven-strait/boarding-video-2031-03"):
        assert "this machine" not in client.get(path).text


def test_why_this_card_names_words_and_matchers(client: FlaskClient) -> None:
    why = page_of(client, "/try").cssselect("details.why")[0].text_content()

    assert "This page speaks of this incident." in why
    assert "place: Yllverholt" in why
    assert "(places@" in why


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_has_cards_with_several_accounts_that_it_carries(client: FlaskClient, name: str) -> None:
    page = page_of(client, f"/try?sample={name}")

    assert page.cssselect("article.card")
    assert all(len(card.cssselect(".account .mark.found")) >= 3 for card in page.cssselect("article.card"))
    assert [link.get("href") for link in page.cssselect(".samples [aria-current]")] == [f"/try?sample={name}"]


def test_a_sample_that_is_not_there_gets_a_plain_page(client: FlaskClient) -> None:
    answer = client.get("/try?sample=../../etc/passwd")

    assert (answer.status_code, answer.mimetype) == (422, "text/html")
    assert "passwd" not in answer.text


def test_words_of_a_source_keep_their_own_direction(client: FlaskClient) -> None:
    page = page_of(client, FERRY)

    assert not page.cssselect(
        ".account blockquote:not([dir=auto]), .account .says:not([dir=auto]), .text > :not([dir=auto])"
    )
    assert not [h for h in page.cssselect(".account h4") if [child.tag for child in h] != ["bdi"]]


def test_ids_are_given_once(client: FlaskClient) -> None:
    ids = [str(e.get("id")) for e in page_of(client, "/try").cssselect("[id]")]

    assert len(ids) == len(set(ids))


def test_the_about_page_says_what_is_served_and_what_is_stored(client: FlaskClient) -> None:
    page = page_of(client, "/about")
    told = " ".join(page.text_content().split())

    assert "Nothing of what is read here" in told
    assert "Kept now: 0." in told
    assert [code.text_content() for code in page.cssselect("code.long")] == [
        corpus["release"] for corpus in (client.get("/v1/about").json or {})["corpora"]
    ]
    assert {row.text_content() for row in page.cssselect("tbody th")} >= {"places", "figures", "wording"}
    assert "ok" in {cell.text_content() for cell in page.cssselect("tbody td")}


def test_the_api_says_what_this_system_does_not_keep_matchers_from(client: FlaskClient) -> None:
    told = client.get("/v1/about").json or {}

    assert told["weaker"] == [fence.words for fence in capabilities() if not fence.holds]


@pytest.mark.parametrize("weaker", [[], ["opens sockets", "starts processes"]])
def test_the_about_page_lists_what_is_weaker(app: Flask, client: FlaskClient, weaker: list[str]) -> None:
    about = (client.get("/v1/about").json or {}) | {"weaker": weaker}
    with app.test_request_context("/about"):
        page = html.document_fromstring(render_template("about.html", about=about, reports=0))

    assert [item.text_content() for item in page.cssselect(".table ~ ul li")] == weaker


def test_the_api_says_which_release_of_a_corpus_is_served(client: FlaskClient) -> None:
    told = client.get("/v1/about").json or {}

    assert told["releases"] == {corpus["id"]: corpus["release"] for corpus in told["corpora"]}


@pytest.fixture
def renewed(loaded_home: Home, tmp_path: Path) -> Iterator[tuple[FlaskClient, str, str]]:
    """The service after the invented corpus was published anew, without the mines; and both releases."""
    home = find_home({"BESIDE_HOME": str(tmp_path / "renewed")})
    shutil.copytree(loaded_home.root, home.root, dirs_exist_ok=True)
    old = (home.current / "halven-strait").read_text().strip()
    corpus = read_folder(ROOT / "seeds" / "halven-strait").corpus
    kept = {id_: incident for id_, incident in corpus.incidents.items() if id_ != MINES}
    kept[BOARDING] = replace(kept[BOARDING], slug="sea-video-2031-03")
    fewer = replace(
        corpus,
        incidents=kept,
        relations=tuple(
            r for r in corpus.relations if {r.source, *r.targets} <= {c.id for i in kept.values() for c in i.claims}
        ),
    )
    new = seal(home.root, fewer).sha256
    publish(home.root, "halven-strait", new)
    reader = open_reader(home, load_settings(home.settings, {}, deny=("e5", "minilm")))
    yield create_app(reader, home).test_client(), old, new
    reader.close()


def test_an_older_release_stays_reachable_and_says_that_there_is_a_newer_one(
    renewed: tuple[FlaskClient, str, str],
) -> None:
    client, old, new = renewed
    hall = "/incidents/halven-strait/village-hall-yllverholt-2031-03"
    told = page_of(client, f"{hall}?release={old[:8]}")

    assert f"This card is from an older release ({old[:8]})" in " ".join(told.text_content().split())
    assert told.cssselect(".notice a")[0].get("href") == f"{hall}?release={new[:8]}"
    assert not page_of(client, f"{hall}?release={new[:8]}").cssselect(".notice")


def test_a_slug_that_was_changed_is_good_in_its_own_release(renewed: tuple[FlaskClient, str, str]) -> None:
    client, old, new = renewed
    home = "/incidents/halven-strait"
    told = page_of(client, f"{home}/{BOARDING}?release={old}")

    assert told.cssselect(".notice a")[0].get("href") == f"{home}/sea-video-2031-03?release={new[:8]}"
    assert client.get(f"{home}/sea-video-2031-03?release={new}").status_code == 200
    assert client.get(f"{home}/sea-video-2031-03?release={old}").status_code == 404
    assert client.get(f"{home}/{BOARDING}").status_code == 200  # the id stays good


def test_a_card_that_the_newer_release_no_longer_holds_stays_too(renewed: tuple[FlaskClient, str, str]) -> None:
    client, old, _ = renewed
    told = page_of(client, f"/incidents/halven-strait/{MINES}?release={old}")

    assert "it does not hold this incident" in " ".join(told.text_content().split())
    assert len(told.cssselect("li.account")) == 10
    assert client.get(f"/incidents/halven-strait/{MINES}").status_code == 404
