"""The configuration file: what it may say, and what it may not."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.cli.configuring import load_configuration
from reports.configuration import KEYS, Configuration, ConfigurationError, configuration_from, for_path
from reports.rule_codes import check_codes
from verifier.findings import Severity


def test_reads_a_table_of_pyproject() -> None:
    """A repository that has a pyproject.toml needs no second file."""
    text = '[tool.provenote]\nfail-on = "warning"\nignore = ["R2"]\n[tool.provenote.severity]\nC501 = "error"\n'

    found = configuration_from(text, name="pyproject.toml")

    assert found == Configuration(fail_on="warning", ignore=("R2",), severity=(("C501", Severity.ERROR),))


def test_a_pyproject_without_our_table_is_none_of_our_business() -> None:
    """Nothing is assumed from other tools' tables."""
    assert configuration_from("[tool.other]\nx = 1\n", name="pyproject.toml") is None


def test_an_unknown_key_names_its_nearest_neighbour() -> None:
    """A misspelt key must not be silently without effect."""
    with pytest.raises(ConfigurationError, match="unknown key 'fail_on'") as caught:
        configuration_from('fail_on = "error"', name="provenote.toml")

    assert caught.value.help_text == "did you mean 'fail-on'?"


@pytest.mark.parametrize("key", ["proxy", "allow-private-hosts", "header"])
def test_where_requests_go_is_not_for_a_file_in_the_checkout(key: str) -> None:
    """A pull request could otherwise send the secrets of the CI job to a host of its choice."""
    with pytest.raises(ConfigurationError, match="only be given on the command line"):
        configuration_from(f'{key} = "x"', name="provenote.toml")


@pytest.mark.parametrize("key", ["max-time", "offline", "changed-since"])
def test_what_belongs_to_one_run_is_no_key(key: str) -> None:
    """The option exists, so the nearest key by its letters would be a wrong hint."""
    with pytest.raises(ConfigurationError, match="only be given on the command line") as caught:
        configuration_from(f"{key} = 3", name="provenote.toml")

    assert caught.value.help_text == "it belongs to one run"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('fail-on = "sometimes"', id="not a choice"),
        pytest.param("timeout = -1", id="negative"),
        pytest.param("timeout = true", id="true is no number of seconds"),
        pytest.param("timeout = 0.5", id="less than the command line takes"),
        pytest.param("fail-after = inf", id="without an end"),
        pytest.param("fail-after = 1.5", id="half a day"),
        pytest.param('strict = "yes"', id="text for a boolean"),
        pytest.param("ignore = [1]", id="numbers for codes"),
        pytest.param("severity = 3", id="number for a table"),
        pytest.param("min-checked = 101", id="more than all"),
        pytest.param("[severity]\nC501 = 'fatal'", id="unknown severity"),
        pytest.param("[per-path.'a/*']\nselect = ['C']", id="unknown key of a path"),
        pytest.param("x = [", id="no TOML"),
    ],
)
def test_a_wrong_value_is_one_plain_error(text: str) -> None:
    """The message names the file and the key."""
    with pytest.raises(ConfigurationError, match=r"provenote\.toml"):
        configuration_from(text, name="provenote.toml")


def test_one_text_stands_for_a_list_of_one() -> None:
    """Where several may stand, most repositories have one."""
    found = configuration_from('ignore = "R2"\nexclude = "example"', name="provenote.toml")

    assert found == Configuration(ignore=("R2",), exclude=("example",))


def test_patterns_match_paths_with_either_slash() -> None:
    """The file is the same on every system."""
    found = configuration_from('[per-path]\n"archive/*" = { ignore = ["R2"] }', name="provenote.toml")

    assert found is not None
    assert for_path(found, "archive\\old.md").ignore == ("R2",)


def test_paths_add_to_what_holds_everywhere() -> None:
    """Old articles can be let off without letting off new ones."""
    text = "ignore = ['R2']\n[per-path.'archive/*']\nignore = ['L3']\n"
    configuration = configuration_from(text, name="provenote.toml")
    assert configuration is not None

    assert for_path(configuration, "archive/1999.md").ignore == ("R2", "L3")
    assert for_path(configuration, "new.md").ignore == ("R2",)


@given(st.text(max_size=200))
def test_any_text_is_a_configuration_or_a_plain_error(text: str) -> None:
    """The file comes with a pull request."""
    try:
        configuration_from(text, name="provenote.toml")
    except ConfigurationError as error:
        assert str(error).startswith("provenote.toml")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param('select = ["C9"]', "select", id="select"),
        pytest.param('ignore = ["c501"]', "ignore", id="small letters"),
        pytest.param('ignore = [""]', "ignore", id="nothing"),
        pytest.param('[severity]\nC599 = "error"', "severity", id="severity"),
        pytest.param('[per-path."a.md"]\nignore = ["dead-link"]', r"per-path\.'a\.md'", id="a name"),
    ],
)
def test_a_code_that_no_rule_has_is_an_error(text: str, key: str) -> None:
    """With ``select`` a typing error would leave out every finding, and the gate would be green."""
    configuration = configuration_from(text, name="provenote.toml")

    assert configuration is not None
    with pytest.raises(ConfigurationError, match=f"provenote.toml: {key}: no rule has the code") as caught:
        check_codes(configuration, ["C501", "L301"], file="provenote.toml")
    assert "provenote rules" in caught.value.help_text


def test_a_code_in_small_letters_is_told_the_right_one() -> None:
    """Codes are typed by hand."""
    with pytest.raises(ConfigurationError) as caught:
        check_codes(Configuration(ignore=("c5",)), ["C501", "L301"], file="provenote.toml")

    assert "did you mean 'C5'?" in caught.value.help_text


def test_a_mark_at_the_beginning_of_the_file_is_no_part_of_it(tmp_path: Path) -> None:
    """Editors of Windows write one, and TOML has no place for it."""
    (tmp_path / "provenote.toml").write_bytes(b'\xef\xbb\xbffail-on = "never"\n')

    configuration, _ = load_configuration(None, tmp_path)

    assert configuration.fail_on == "never"


def test_a_file_that_is_far_too_large_for_a_configuration_is_not_read(tmp_path: Path) -> None:
    """Whoever opens a pull request can put anything into its place."""
    (tmp_path / "provenote.toml").write_text("# nothing\n" * 200_000, encoding="utf-8")

    with pytest.raises(ConfigurationError, match="too large"):
        load_configuration(None, tmp_path)


def test_beginnings_of_codes_are_known() -> None:
    """A letter names a family."""
    check_codes(Configuration(select=("C", "L3"), ignore=("C501",)), ["C501", "L301"], file="provenote.toml")


def test_a_table_of_pyproject_in_a_file_of_our_own_is_explained() -> None:
    """It is copied from one file into the other."""
    with pytest.raises(ConfigurationError, match="unknown key 'tool'") as caught:
        configuration_from("[tool.provenote]\nstrict = true\n", name="provenote.toml")

    assert "only in pyproject.toml" in caught.value.help_text


def test_the_page_about_the_configuration_names_every_key_and_no_other() -> None:
    """Whoever looks for a key finds it there, with its default."""
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.+?) \|", page, re.MULTILINE))
    defaults = {name: getattr(Configuration(), name.replace("-", "_")) for name in rows}

    assert set(rows) == KEYS
    for name, shown in rows.items():
        if shown.startswith("`"):
            assert tomllib.loads(f"value = {shown.strip('`')}")["value"] == defaults[name], name


@pytest.mark.parametrize(("text", "name"), [("fail-after = 1", "fail_after"), ("timeout = 1", "timeout")])
def test_the_least_value_is_a_value(text: str, name: str) -> None:
    """Whoever wants a page listed at its first failure may say so."""
    found = configuration_from(text, name="provenote.toml")

    assert found is not None
    assert getattr(found, name) == 1
