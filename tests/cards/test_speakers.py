"""Who speaks, on two lines: as the source names them, and what these words leave out; nothing twice."""

from __future__ import annotations

import pytest

from beside.cards.speakers import speaker_of
from beside.model import Agent, Corpus, Role, Selector, Statement, When

AGENTS = (
    Agent(id="vessmark", kind="state", name="Vessmark"),
    Agent(
        id="orla", kind="person", name="Orla Tenwick", roles=(Role("Vessmark's ombudsman", "vessmark"),),
        speaks_for="vessmark",
    ),
    Agent(id="ministry", kind="body", name="foreign ministry of Vessmark", speaks_for="vessmark"),
    Agent(id="post", kind="outlet", name="Vessmark Post"),
    Agent(id="officials", kind="anonymous", name="Vessmarkian officials (unnamed)"),
    Agent(id="captive", kind="person", name="a captive", roles=(Role("a cook", None),), status="captive"),
)  # fmt: skip
CORPUS = Corpus(
    id="c",
    title="C",
    languages=("en",),
    maintainer="m",
    licence="l",
    criteria="k",
    agents={agent.id: agent for agent in AGENTS},
    documents={},
    incidents={},
)


def statement(agent: str, named: str = "") -> Statement:
    return Statement(
        id="S1", claim="C1", speaker=agent, speaker_as=named, stance="asserts", act="report", hedge="flat", says="A",
        said=When(edtf="", basis=""), passage=Selector(document="D", start=0, end=1, exact="a"), voice="direct",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("agent", "named", "role"),
    [
        ("orla", "Vessmark’s Ombudsman Orla Tenwick", "person"),
        ("orla", "the Vessmarkian Ombudswoman, Orla Tenwick", "person"),
        ("orla", "Ombudsman Orla Tenwick", "Vessmark's ombudsman"),
        ("orla", "Ms Tenwick", "Vessmark's ombudsman"),
        ("orla", "The ombudswoman", "Orla Tenwick, Vessmark's ombudsman"),
        ("orla", "Vessmark’s ombudsman", "Orla Tenwick"),
        ("ministry", "Vessmark’s Foreign Ministry", "body"),
        ("ministry", "the ministry", "foreign ministry of Vessmark"),
        ("post", "", "outlet"),
        ("officials", "Vessmarkian officials", "anonymous"),
        ("officials", "two men in an office", "Vessmarkian officials (unnamed)"),
        ("captive", "a man in the film", "a cook"),
    ],
)
def test_the_second_line_says_what_the_first_leaves_out(agent: str, named: str, role: str) -> None:
    speaker = speaker_of(statement(agent, named), CORPUS)

    assert (speaker.name, speaker.role) == (named or CORPUS.agents[agent].name, role)
