"""The corpus room: files -> validated corpus -> sealed release. Comes in: folders, files. Goes out: Source, Release.

In the order it happens: ``files`` reads; ``form`` and ``forms`` check shapes; ``references``, ``privacy``, ``rules``,
``texts`` and ``whole`` check how it all agrees; ``records`` assembles; ``sealing`` writes a release; ``publishing``
switches to it; ``opening`` reads it. For the admin: ``changes``, ``verifying``, ``examples``.
Plain claims, a line each: ``claim_lines`` reads; ``sealing_claims`` seals; ``opening_claims`` opens; ``plain`` makes
them nouns.
"""

from .changes import Change, compare
from .claim_lines import PlainClaim
from .examples import Examples, Source, check_examples
from .folder import count_files, read_folder
from .opening import open_release
from .opening_claims import read_claims
from .problems import CorpusError, Problem
from .publishing import publish, published
from .sealing import seal
from .sealing_claims import SealedClaims, is_plain, seal_claims
from .storing import ReleaseError
from .verifying import Verification, verify_documents

__all__ = [
    "Change",
    "CorpusError",
    "Examples",
    "PlainClaim",
    "Problem",
    "ReleaseError",
    "SealedClaims",
    "Source",
    "Verification",
    "check_examples",
    "compare",
    "count_files",
    "is_plain",
    "open_release",
    "publish",
    "published",
    "read_claims",
    "read_folder",
    "seal",
    "seal_claims",
    "verify_documents",
]
