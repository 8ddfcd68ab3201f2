"""``provenote schema``: the JSON schema of the report."""

import click


@click.command
def schema() -> int:
    """Print the JSON schema of the report."""
    from reports.schema import shipped_schema

    click.echo(shipped_schema(), nl=False)
    return 0


COMMAND = schema
