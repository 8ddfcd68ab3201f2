"""Write the shipped schema again from the types: ``python -m reports.schema``."""

import json
from pathlib import Path

from reports.schema import FILE, schema_of_report

text = json.dumps(schema_of_report(), ensure_ascii=False, indent=2) + "\n"
Path(__file__).with_name(FILE).write_text(text, encoding="utf-8")
