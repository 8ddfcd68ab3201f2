"""JUnit: valid by both schemas in use, one case a citation, unique names."""

from pathlib import Path

import pytest
from example_audit import report_of
from hostile_audit import HOSTILE, hostile_audit
from lxml import etree

from reports.formats import render
from reports.values import Report

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"


@pytest.mark.parametrize("name", ["junit.xsd", "junit-10.xsd"])
@pytest.mark.parametrize("text", ["plain", *HOSTILE], ids=lambda text: ascii(text)[:20])
def test_follows_the_schema(name: str, text: str) -> None:
    """The dialect of Ant and that of Jenkins disagree; the file fits both, whatever a page says."""
    if not (SCHEMAS / name).is_file():
        pytest.skip("the JUnit schemas are not beside the project")
    schema = etree.XMLSchema(etree.parse(SCHEMAS / name))

    tree = etree.fromstring(render(report_of(hostile_audit(text)), "junit").encode())

    schema.assertValid(tree)


def test_has_a_case_for_each_citation(example: Report) -> None:
    """The count of cases is the count of citations, and of findings about no citation."""
    tree = etree.fromstring(render(example, "junit").encode())

    names = [case.get("name") for case in tree.iter("testcase")]
    assert len(names) == len(set(names)) == 7 + 1 + 1
    assert len(tree.findall(".//failure")) == 2
    assert len(tree.findall(".//skipped")) == 2
    assert tree.findall("testsuite")[0].get("tests") == "8"
