from __future__ import annotations

from pathlib import Path

import pytest

from beside.settings import SettingsError, load_settings


def test_everything_has_a_default(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "settings.toml", {})

    assert (settings.port, settings.corpora, settings.matchers.soft_ms) == (8377, None, 250)


def test_a_flag_wins_over_a_variable_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("port = 9001\n[matchers]\nsoft_ms = 100\n")

    assert load_settings(file, {}).port == 9001
    assert load_settings(file, {"BESIDE_PORT": "9002"}).port == 9002
    assert load_settings(file, {"BESIDE_PORT": "9002"}, port=9003).port == 9003
    assert load_settings(file, {}).matchers.soft_ms == 100


def test_denied_matchers_come_from_a_variable_too(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "s.toml", {"BESIDE_DENY": "wording places"}).matchers.deny == ("wording", "places")


@pytest.mark.parametrize(
    "text",
    [
        "nonsense = 1",
        "port = 0",
        "port = 'x'",
        "port = ",
        "[matchers]\nspeed = 1",
        "matchers = 3",
        "corpora = 1",
        "[matchers.settings]\nships = 1",
        "[matchers.settings.ships]\ncorpora = 1",
    ],
)
def test_a_setting_that_cannot_be_used_names_the_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        load_settings(file, {})


def test_the_allow_list_is_open_unless_it_is_stated(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "s.toml", {}).matchers.allow is None
    assert load_settings(tmp_path / "s.toml", {"BESIDE_ALLOW": "ships"}).matchers.allow == ("ships",)


def test_settings_of_matchers_stand_for_all_corpora_and_for_one(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[matchers.settings.ships]\nnear = 20\n[matchers.settings.ships.corpora.pow-accounts]\nnear = 2\n")

    assert load_settings(file, {}).matchers.settings == {
        "ships": {"near": 20, "corpora": {"pow-accounts": {"near": 2}}}
    }


def test_a_variable_that_is_no_number_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="BESIDE_PORT"):
        load_settings(tmp_path / "s.toml", {"BESIDE_PORT": "many"})
