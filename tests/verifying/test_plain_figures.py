"""Figures and measures that a source tells in another way are found, and others are not taken for them."""

import pytest
from judging import judged_against

from verifier.matching.base import Verdict

REST = " The harbour board met on Monday. Nobody was hurt in Ellory that day."


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("The pearl weighs 1.46 kilograms.", "The pearl weighs 1.46kg.", id="glued in the source"),
        pytest.param("The pearl weighs 1.46kg.", "The pearl weighs 1.46 kilograms.", id="glued in the claim"),
        pytest.param("The path is 3.8km long.", "The path is 3.8 kilometres long.", id="kilometres"),
        pytest.param("The line is 400 m long.", "The line is 400m long.", id="metres"),
        pytest.param("It was 31 °C in Halm.", "It was 31C in Halm.", id="degrees"),
        pytest.param("Bread costs 13.7p a slice.", "Bread costs 13.7 pence a slice.", id="pence"),
    ],
)
def test_a_measure_told_in_another_way_is_supported(claim: str, page: str) -> None:
    """How a figure and its unit are written, or reckoned, is no difference."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("The pearl weighs 2,500kg.", "The pearl weighs 2,500g.", id="another unit"),
    ],
)
def test_another_measure_differs(claim: str, page: str) -> None:
    """What is written in short is compared as well."""
    assert judged_against(claim, page + REST).verdict is Verdict.DETAIL_DIFFERS
