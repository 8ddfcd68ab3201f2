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
        """Give the probability that the premises, read as one text, entail the claim."""
        encoded = self.tokenizer.encode(" ".join(premises), claim)
        columns = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        numpy = importlib.import_module("numpy")
        wanted = {i.name for i in self.session.get_inputs()}
        fed = {n: numpy.array([v], dtype=numpy.int64) for n, v in columns.items() if n in wanted}
        logits = [float(v) for v in self.session.run(None, fed)[0][0]]
        return _probability(logits, self.label)


def load_scorer(spec: str) -> Scorer:
    """Load the judge that a user names, ``onnx:DIR``.

    Raises:
        ScorerError: the kind is unknown, the directory holds no model, or the extra is not installed.
    """
    kind, _, folder = spec.partition(":")
    if kind != "onnx" or not folder:
        message = f"cannot use {spec!r} as a scorer: expected onnx:DIR, a directory with {MODEL} and {TOKENIZER}"
        raise ScorerError(message)
    path = Path(folder)
    for name in (MODEL, TOKENIZER):
        if not (path / name).is_file():
            message = f"cannot use {spec!r} as a scorer: {path / name} is not there"
            raise ScorerError(message)
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
    return OnnxScorer(name=name, session=session, tokenizer=tokenizer, label=_label(path / CONFIG))


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


def _probability(logits: Sequence[float], label: int) -> float:
    if len(logits) == 1:
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logits[0]))))
    most = max(logits)
    powers = [math.exp(v - most) for v in logits]
    return powers[label if -len(powers) <= label < len(powers) else -1] / sum(powers)
