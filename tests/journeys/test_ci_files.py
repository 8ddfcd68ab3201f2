"""The files for CI systems: legal, and their scripts run, as far as that goes without the service."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from command import PROGRAM, run

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "reports" / "cli" / "templates"
OFFLINE = "--sources examples/sources --offline"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with the example, committed."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    identity = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")
    for line in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "first")):
        subprocess.run(["git", "-C", str(tmp_path), *identity, *line], check=True, capture_output=True)
    return tmp_path


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _script(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={"PATH": path, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / ".cache"), **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def _action_step(name: str) -> str:
    steps = _yaml(ROOT / "action.yml")["runs"]["steps"]
    script: str = next(step["run"] for step in steps if step.get("id") == name)
    return script


def _run_action(repository: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's own script with the runner's files in a folder."""
    runner = repository / "runner"
    (runner / "provenote" / "bin").mkdir(parents=True)
    (runner / "provenote" / "bin" / "provenote").symlink_to(PROGRAM)
    environment = {
        "RUNNER_TEMP": str(runner),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "ARTICLES": "examples/article.md",
        "CHANGED_SINCE": "",
        "FAIL_ON": "error",
        "ARGUMENTS": OFFLINE,
    }
    return _script(_action_step("check"), repository, **{**environment, **inputs})


def test_the_action_annotates_fails_and_writes_the_summary(repository: Path) -> None:
    """The example has errors, so the job is red, and says where."""
    done = _run_action(repository)

    assert done.returncode == 1, done.stderr
    assert "::error file=examples/article.md,line=" in done.stdout
    assert "article 40, source 30" in (repository / "runner" / "summary.md").read_text(encoding="utf-8")


def test_the_action_looks_only_at_what_changed(repository: Path) -> None:
    """Old faults do not fail a pull request that has nothing to do with them."""
    done = _run_action(repository, CHANGED_SINCE="HEAD")

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_checks_everything_where_there_is_no_base(repository: Path) -> None:
    """On a push the base of a pull request is empty, and "origin/" is no revision."""
    done = _run_action(repository, CHANGED_SINCE="origin/")

    assert done.returncode == 1, done.stderr
    assert "of 11 claims" in done.stdout


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_the_templates_are_legal_yaml(name: str) -> None:
    """And have the jobs that the documentation names."""
    job = _yaml(TEMPLATES / name)

    assert set(job) & {"jobs", "provenote"}


def test_init_names_the_articles_in_the_job(repository: Path) -> None:
    """Articles mostly have a folder of their own; a job that finds none is red from the first day."""
    done = run("init", "--articles", "examples/*.md essays/*.md", folder=repository)

    job = _yaml(repository / ".github" / "workflows" / "provenote.yml")
    assert job["env"]["ARTICLES"] == "examples/*.md essays/*.md"
    assert job[True]["pull_request"]["paths"][:2] == ["examples/*.md", "essays/*.md"]  # YAML takes "on" for true
    assert done.stderr == ""


def test_init_says_where_its_job_would_find_nothing(repository: Path) -> None:
    """The example stands in a folder, and the job looks beside the configuration."""
    assert "no file here matches *.md" in run("init", folder=repository).stderr


def test_the_weekly_job_is_never_red() -> None:
    """It updates one issue instead."""
    job = _yaml(TEMPLATES / "github.yml")["jobs"]["everything"]
    checks = [step["run"] for step in job["steps"] if "provenote check" in step.get("run", "")]

    assert len(checks) == 1
    assert "--fail-on never" in checks[0]


def test_the_gitlab_job_writes_code_quality(repository: Path) -> None:
    """Its script runs as it stands, and is not red outside a merge request."""
    (script,) = _yaml(TEMPLATES / "gitlab.yml")["provenote"]["script"]
    (repository / "provenote.toml").write_text('sources = "examples/sources"\n', encoding="utf-8")

    done = _script(
        script.replace("provenote check", "provenote check --offline"), repository, ARTICLES="examples/article.md"
    )

    assert done.returncode == 0, done.stderr
    assert '"fingerprint"' in (repository / "provenote.json").read_text(encoding="utf-8")


def test_the_hook_for_commits_needs_no_network(repository: Path) -> None:
    """It judges by what was fetched before; nothing was, so it only looks at the notes."""
    hooks = {hook["id"]: hook for hook in _yaml(ROOT / ".pre-commit-hooks.yaml")}
    program, *arguments = hooks["provenote"]["entry"].split()

    done = run(*arguments, "examples/article.md", folder=repository)

    assert program == "provenote"
    assert "--offline" in arguments
    assert "Checked 0 of 11 claims" in done.stdout
    assert done.returncode == 0


def test_init_writes_a_configuration_that_check_accepts(tmp_path: Path) -> None:
    """From nothing to a gate in one command; a second one does not write over it."""
    first, second = (run("init", "--ci", "gitlab", folder=tmp_path) for _ in range(2))
    (tmp_path / "a.md").write_text("# A title\n\nNothing is cited here.\n", encoding="utf-8")

    assert first.returncode == 0, first.stderr
    assert run("check", "a.md", "--offline", folder=tmp_path).returncode == 0
    assert second.returncode == 2
    assert "provenote.toml and .gitlab/provenote.yml are there already" in second.stderr
