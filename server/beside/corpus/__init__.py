"""The corpus room: files -> validated corpus -> sealed release. Comes in: folders. Goes out: Source, Release.

In the order it happens: ``files`` reads; ``form`` and ``forms`` check shapes; ``references``, ``privacy``, ``rules``,
``texts`` and ``whole`` check how it all agrees; ``records`` assembles; ``sealing`` writes a release; ``publishing``
switches to it; ``opening`` reads it. For the admin: ``changes``, ``verifying``, ``examples``.
"""

from .changes import Change, compare
from .examples import Examples, Source, check_examples
from .folder import count_files, read_folder
from .opening import open_release
from .problems import CorpusError, Problem
from .publishing import publish, published
from .sealing import seal
from .storing import ReleaseError
from .verifying import Verification, verify_documents

__all__ = [
    "Change",
    "CorpusError",
    "Examples",
    "Problem",
    "ReleaseError",
    "Source",
    "Verification",
    "check_examples",
    "compare",
    "count_files",
    "open_release",
    "publish",
    "published",
    "read_folder",
    "seal",
    "verify_documents",
]
