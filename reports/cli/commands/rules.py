"""``provenote rules``: every rule with its severity, for people and for programs."""

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from verifier.findings import Rule


@click.command("rules")
@click.option("--format", "format_name", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
def rules(format_name: str) -> int:
    """List the rules: code, severity, name, and what it looks for.

    \b
    Examples:
      provenote rules
      provenote explain C502
    """
    from verifier.checks import RULES

    ordered = sorted(RULES, key=lambda rule: rule.code)
    click.echo(_as_json(ordered) if format_name == "json" else _as_text(ordered))
    return 0


COMMAND = rules


def _as_text(ordered: "list[Rule]") -> str:
    widest = max(len(rule.name) for rule in ordered)
    return "\n".join(f"{rule.code}  {rule.severity:7}  {rule.name:{widest}}  {rule.summary}" for rule in ordered)


def _as_json(ordered: "list[Rule]") -> str:
    fields = ("code", "name", "severity", "summary", "explanation", "help")
    return json.dumps([{field: getattr(rule, field) for field in fields} for rule in ordered], indent=2)
