"""The optional judge: a local entailment model, used only when the user names one."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from verifier.matching import index_source, judge
from verifier.matching.base import Question, Verdict
from verifier.matching.onnx_scorer import CONFIG, MODEL, TOKENIZER, OnnxScorer, ScorerError, load_scorer

PAGE = "The crane lifts forty tonnes. It was built by two brothers in 1962. The harbour is quiet in winter."


class Fixed:
    """A judge that always says the same, and remembers what it was asked."""

    name = "fixed"

    def __init__(self, value: float) -> None:
        self.value = value
        self.asked: list[tuple[tuple[str, ...], str]] = []

    def score(self, premises: Sequence[str], claim: str) -> float:
        """Note what was asked."""
        self.asked.append((tuple(premises), claim))
        return self.value


def test_a_judge_reads_the_evidence_only_and_decides_where_details_agree() -> None:
    """Its probability takes the place of the score; the rules stay."""
    question, index = Question(text="The crane can lift forty tonnes."), index_source(PAGE)
    doubtful, sure = Fixed(0.05), Fixed(0.97)

    assert judge(question, index, scorer=doubtful).verdict is Verdict.PARTLY
    assert judge(question, index, scorer=sure).score == 0.97
    assert doubtful.asked[0][0][0] == "The crane lifts forty tonnes."


def test_what_stands_there_word_for_word_needs_no_judge() -> None:
    """A sentence of the source is in the source, whatever a model thinks of it."""
    doubtful = Fixed(0.05)

    match = judge(Question(text="The crane lifts forty tonnes."), index_source(PAGE), scorer=doubtful)

    assert match.verdict is Verdict.SUPPORTED
    assert doubtful.asked == []


def test_a_judge_cannot_talk_a_changed_figure_away() -> None:
    """Models accept a changed number readily; the check of details stands above them."""
    match = judge(Question(text="It was built by two brothers in 1926."), index_source(PAGE), scorer=Fixed(0.99))

    assert match.verdict is Verdict.DETAIL_DIFFERS


def _write_model(folder: Path, *, first_input: str = "input_ids", scores: bool = True) -> None:
    """A model of one layer: the share of the token "crane" in the input is its logit for entailment."""
    onnx = pytest.importorskip("onnx", reason="onnx is not installed")
    tokenizers = pytest.importorskip("tokenizers", reason="tokenizers is not installed")
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    helper, kinds = onnx.helper, onnx.TensorProto
    nodes = [
        helper.make_node("Cast", [first_input], ["floats"], to=kinds.FLOAT),
        helper.make_node("ReduceMax", ["floats"], ["most"], keepdims=1, axes=[1]),
        helper.make_node("Concat", ["zero", "most"], ["logits"], axis=1),
    ]
    if not scores:
        nodes[-1:] = [helper.make_node("Squeeze", ["most"], ["logits"])]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(first_input, kinds.INT64, [1, None])],
        [helper.make_tensor_value_info("logits", kinds.FLOAT, [1, 2] if scores else [])],
        [helper.make_tensor("zero", kinds.FLOAT, [1, 1], [0.0])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.save(model, str(folder / MODEL))
    words = tokenizers.Tokenizer(tokenizers.models.WordLevel({"?": 0, "crane": 4}, "?"))
    words.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    words.save(str(folder / TOKENIZER))
    (folder / CONFIG).write_text('{"id2label": {"0": "CONTRADICTION", "1": "ENTAILMENT"}}', encoding="utf-8")


def test_a_model_in_a_directory_is_a_judge(tmp_path: Path) -> None:
    """``--scorer onnx:DIR`` with a model, a tokenizer and the names of its labels."""
    _write_model(tmp_path)

    scorer = load_scorer(f"onnx:{tmp_path}")

    assert scorer.score(["the crane"], "a crane") == pytest.approx(0.982, abs=0.001)
    assert scorer.score(["the boat"], "a boat") == pytest.approx(0.5)
    assert scorer.name.startswith(f"onnx:{tmp_path.name} sha256:")


@pytest.mark.parametrize("spec", ["onnx:", "torch:x", "onnx:/no/such/folder", ""])
def test_a_judge_that_is_not_there_is_named(spec: str) -> None:
    """Wrong use is told in words, not as a traceback."""
    with pytest.raises(ScorerError, match="scorer"):
        load_scorer(spec)


def test_a_broken_model_is_told_in_words(tmp_path: Path) -> None:
    """A file that is no model is the user's to mend."""
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    (tmp_path / MODEL).write_bytes(b"nothing")
    (tmp_path / TOKENIZER).write_text("{}", encoding="utf-8")

    with pytest.raises(ScorerError, match="scorer"):
        load_scorer(f"onnx:{tmp_path}")


@pytest.mark.parametrize(
    "unlike",
    [
        pytest.param({"first_input": "pixel_values"}, id="it asks for pictures"),
        pytest.param({"scores": False}, id="it gives one number, and no row of them"),
    ],
)
def test_a_model_of_another_kind_is_refused_by_name_before_any_work(tmp_path: Path, unlike: dict[str, Any]) -> None:
    """Any ONNX file can be named; one that judges no pairs of texts must not look like a mistake of ours."""
    _write_model(tmp_path, **unlike)

    with pytest.raises(ScorerError, match=f"cannot use onnx:{tmp_path.name} .*as a scorer") as refused:
        load_scorer(f"onnx:{tmp_path}")

    assert "entailment model" in refused.value.help_text


def _giving(*scores: float) -> OnnxScorer:
    """A judge whose model gives the same scores to every pair."""
    encoded = SimpleNamespace(ids=[1], attention_mask=[1], type_ids=[0])
    session = SimpleNamespace(get_inputs=list, run=lambda *_: [[scores]])
    return OnnxScorer(name="fixed", session=session, tokenizer=SimpleNamespace(encode=lambda *_: encoded), label=0)


@pytest.mark.parametrize(
    ("scores", "probability"),
    [
        pytest.param((2.0,), 0.881, id="one score: log-odds"),
        pytest.param((-1000.0,), 0.0, id="one score, very low"),
        pytest.param((1000.0,), 1.0, id="one score, very high"),
        pytest.param((1.0, 0.0, 0.0), 0.576, id="a score a label"),
    ],
)
def test_the_scores_of_a_model_become_a_probability(scores: tuple[float, ...], probability: float) -> None:
    """Some models have a label for each relation, and some only the one that we ask for."""
    pytest.importorskip("numpy", reason="numpy is not installed")

    assert _giving(*scores).score(["a crane"], "a crane") == pytest.approx(probability, abs=0.001)


@pytest.mark.parametrize("scores", [(float("nan"),), (0.0, float("nan"))])
def test_a_model_that_gives_no_number_is_told_so(scores: tuple[float, ...]) -> None:
    """A model that was damaged must not support every claim."""
    pytest.importorskip("numpy", reason="numpy is not installed")

    with pytest.raises(ScorerError, match="it gives no number"):
        _giving(*scores).score(["a crane"], "a crane")
