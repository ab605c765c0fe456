"""Speech models: encoder-decoders make tokens one by one, CTC models hear a sound in one forward pass."""

from typing import TYPE_CHECKING, Any

from transformers import AutoFeatureExtractor, AutoModelForCTC, AutoModelForSpeechSeq2Seq
from transformers.models.auto.modeling_auto import MODEL_FOR_CTC_MAPPING_NAMES

from ..generating import generation
from ..loading import converted, load_network, load_processor, placed
from ..media import read_sound
from ..query import Answering, OnToken, Query
from ..rows import Row

if TYPE_CHECKING:
    from .registry import Opening


def open_speech(opening: "Opening") -> Answering:
    """Opens a speech model by its kind."""
    request = opening.request
    extractor = load_processor(AutoFeatureExtractor, request)
    is_ctc = opening.config.get("model_type") in MODEL_FOR_CTC_MAPPING_NAMES
    network = load_network(AutoModelForCTC if is_ctc else AutoModelForSpeechSeq2Seq, request, opening.placement)

    def prepare(row: Row) -> Query:
        samples = read_sound(opening.dataset_folder / row[request.columns[0]], extractor.sampling_rate)
        features = extractor(samples, sampling_rate=extractor.sampling_rate, return_tensors="pt")
        return Query(converted(dict(features), network))

    return ctc(prepare, network) if is_ctc else sequence(prepare, network)


def ctc(prepare: Any, network: Any) -> Answering:
    """One pass gives a letter for each moment; there is no decoder."""

    def forward(query: Query) -> None:
        network(**placed(query.inputs, network))

    return Answering(prepare=prepare, forward=forward, networks=[network])


def sequence(prepare: Any, network: Any) -> Answering:
    """A decoder writes tokens of what the encoder heard."""
    make = generation(network)

    def generate(query: Query, new_tokens: int, exact: bool, on_token: OnToken) -> int:
        return make(placed(query.inputs, network), new_tokens, exact, on_token)

    return Answering(prepare=prepare, generate=generate, networks=[network])
