"""For the kit: matchers on trial, and an environment into which the built wheels are installed, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from beside.kit.ground import Ground, ground
from beside.kit.trial import Trial
from beside.matching import MatcherSpec

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "LICENSES", "server", "matchers", "seeds")
RUBBISH = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")

TryOut = Callable[[str], Trial]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def halven_ground() -> Iterator[Ground]:
    """The kit's own corpus, published in a folder of its own."""
    with ground() as place:
        yield place


@pytest.fixture
def try_out(tmp_path: Path, halven_ground: Ground) -> Iterator[TryOut]:
    """A matcher on trial, from its source; its worker is ended afterwards."""
    trials: list[Trial] = []

    def make(source: str) -> Trial:
        file = tmp_path / "stranger.py"
        file.write_text(source.strip(), "utf-8")
        trials.append(Trial(MatcherSpec("stranger", str(file), "file"), halven_ground))
        assert trials[-1].prepare() == ""
        return trials[-1]

    yield make
    for trial in trials:
        trial.close()


def build_wheel(source: Path, into: Path) -> Path:
    """The wheel of a project, built from its files alone, without an index."""
    command = ["wheel", "-q", "--no-index", "--no-deps", "--no-build-isolation", "-w", str(into), str(source)]
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run([sys.executable, "-m", "pip", *command], check=True, env=environment, timeout=300)
    return next(into.glob("*.whl"))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of beside, as it would be published."""
    source = tmp_path_factory.mktemp("source")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=RUBBISH)
        else:
            shutil.copy(ROOT / name, source / name)
    return build_wheel(source, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel of beside in it. What it depends on is lent from ours: no test downloads."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120)
    lent = next(folder.glob("lib*/python3*/site-packages")) / "lent.pth"
    lent.write_text("\n".join(dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))))
    install(folder, wheel)
    return folder


def install(environment: Path, wheel: Path) -> None:
    """What ``pip install`` does, without an index."""
    python = next((environment / "bin").glob("python3"))
    command = ["--python", str(python), "install", "-q", "--no-index", "--no-deps", "--force-reinstall", str(wheel)]
    variables = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    subprocess.run([sys.executable, "-m", "pip", *command], check=True, env=variables, timeout=300)


@pytest.fixture
def run(environment: Path, tmp_path: Path) -> Run:
    """Type a command in that environment, in an empty folder, with a data folder of its own."""
    folder = tmp_path / "author"
    folder.mkdir()

    def run(*command: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        variables = {
            "BESIDE_HOME": str(tmp_path / "author-home"),
            "BESIDE_DENY": "e5 minilm",
            "PATH": f"{environment / 'bin'}:/usr/bin:/bin",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        first = str(environment / "bin" / command[0])
        return subprocess.run(
            [first, *command[1:]],
            input=stdin,
            capture_output=True,
            text=True,
            cwd=folder,
            env=variables,
            timeout=300,
            check=False,
        )

    return run
