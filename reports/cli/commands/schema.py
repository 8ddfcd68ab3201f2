"""``provenote schema``: the JSON schema of the report."""

import click


@click.command
def schema() -> int:
    """Print the JSON schema of the report."""
    from reports.schema import shipped_schema  # noqa: PLC0415 - heavy imports wait until they are needed

    click.echo(shipped_schema(), nl=False)
    return 0


COMMAND = schema
