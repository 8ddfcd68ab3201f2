"""An optional judge: an entailment model in a local directory, run by onnxruntime (extra ``provenote[onnx]``)."""

import hashlib
import importlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citations.errors import CitationError
from verifier.matching.base import Scorer

MODEL, TOKENIZER, CONFIG = "model.onnx", "tokenizer.json", "config.json"
LONGEST = 512
"""Tokens of premises and claim together: what such models were trained on."""
ENTAILS = ("entail", "support", "consistent")
"""Beginnings of the names that models give to the label we ask for."""
HASH_SHOWN = 12
LONGEST_PROBLEM = 300
"""Characters of a problem that a library reports, in a message."""
_CHUNK = 1 << 20


class ScorerError(CitationError):
    """A judge that cannot be used: an unknown kind, a directory without a model, libraries that are not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnnxScorer:
    """An entailment model. ``label`` is the column of its output that means "the premises entail the claim"."""

    name: str
    session: Any
    tokenizer: Any
    label: int

    def score(self, premises: Sequence[str], claim: str) -> float:
        """Give the probability that the premises, read as one text, entail the claim.

        Raises:
            ScorerError: the model asks for other inputs than texts, or gives something else than one row of scores.
        """
        try:
            score = _entailment(self._logits(premises, claim), self.label)
        except Exception as error:  # the runtime raises its own types, without a common one
            problem = " ".join(str(error).split())[:LONGEST_PROBLEM]
            raise _unfit(self.name, f"it cannot be run: {problem}") from error
        if not math.isfinite(score):
            raise _unfit(self.name, "it gives no number")
        return score

    def _logits(self, premises: Sequence[str], claim: str) -> list[float]:
        encoded = self.tokenizer.encode(" ".join(premises), claim)
        columns = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        numpy = importlib.import_module("numpy")
        kinds = {i.name: numpy.int32 if "int32" in i.type else numpy.int64 for i in self.session.get_inputs()}
        fed = {name: numpy.array([values], dtype=kinds[name]) for name, values in columns.items() if name in kinds}
        return [float(value) for value in self.session.run(None, fed)[0][0]]


def _unfit(name: str, problem: str) -> ScorerError:
    message = f"cannot use {name} as a scorer: {problem}"
    return ScorerError(
        message, "name an entailment model that takes input_ids and attention_mask and gives a score a label"
    )


def load_scorer(spec: str) -> Scorer:
    """Load the judge that a user names, ``onnx:DIR``.

    Raises:
        ScorerError: the kind is unknown, the directory holds no model, the extra is not installed, or the model
            cannot judge a first pair of texts.
    """
    kind, _, folder = spec.partition(":")
    if kind != "onnx" or not folder:
        message = f"cannot use {spec!r} as a scorer: expected onnx:DIR, a directory with {MODEL} and {TOKENIZER}"
        raise ScorerError(message)
    path = Path(folder)
    for name in (MODEL, TOKENIZER):
        if not (path / name).is_file():
            message = f"cannot use {spec!r} as a scorer: {path / name} is not there"
            raise ScorerError(message, f"name a directory with {MODEL} and {TOKENIZER}, as exported for onnxruntime")
    return _open(spec, path)


def _open(spec: str, path: Path) -> OnnxScorer:
    try:
        runtime = importlib.import_module("onnxruntime")
        tokenizers = importlib.import_module("tokenizers")
    except ImportError as error:
        message = f"cannot use {spec!r} as a scorer: {error.name} is not installed"
        raise ScorerError(message, "install provenote[onnx]") from error
    try:
        session = runtime.InferenceSession(str(path / MODEL), providers=["CPUExecutionProvider"])
        tokenizer = tokenizers.Tokenizer.from_file(str(path / TOKENIZER))
    except Exception as error:  # both libraries raise their own types, without a common one
        message = f"cannot use {spec!r} as a scorer: {error}"
        raise ScorerError(message) from error
    tokenizer.enable_truncation(LONGEST, strategy="only_first")
    name = f"onnx:{path.name} sha256:{_digest(path / MODEL)[:HASH_SHOWN]}"
    scorer = OnnxScorer(name=name, session=session, tokenizer=tokenizer, label=_label(path / CONFIG))
    scorer.score(["A first text."], "A first text.")  # a model that is none of ours is better refused before the work
    return scorer


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _label(config: Path) -> int:
    """The column that the configuration names as entailment; the last one where it names none."""
    try:
        names = json.loads(config.read_text(encoding="utf-8")).get("id2label", {})
        found = [int(i) for i, n in names.items() if str(n).lower().startswith(ENTAILS)]
    except (OSError, ValueError, AttributeError):
        return -1
    return found[0] if found else -1


def _entailment(logits: Sequence[float], label: int) -> float:
    """The share of one label among all; a score that stands alone is log-odds, so against one of 0."""
    if len(logits) == 1:
        logits, label = (0.0, *logits), -1
    most = max(logits)
    powers = [math.exp(v - most) for v in logits]
    return powers[label if -len(powers) <= label < len(powers) else -1] / sum(powers)
