"""Networks that look at one image in one forward pass. Reading and decoding the file is part of the preparation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import transformers
from transformers import AutoImageProcessor

from ..loading import converted, load_network, load_processor, placed
from ..media import read_image
from ..query import Answering, Query
from ..rows import Row

if TYPE_CHECKING:
    from .registry import Opening


def open_with(auto_class: str) -> "Callable[[Opening], Answering]":
    """Opens a network of one of transformers' auto classes."""

    def open_image_network(opening: "Opening") -> Answering:
        request = opening.request
        processor = load_processor(AutoImageProcessor, request)
        network = load_network(getattr(transformers, auto_class), request, opening.placement)

        def prepare(row: Row) -> Query:
            image = read_image(opening.dataset_folder / row[request.columns[0]])
            return Query(converted(dict(processor(images=image, return_tensors="pt")), network))

        def forward(query: Query) -> None:
            network(**placed(query.inputs, network))

        return Answering(prepare=prepare, forward=forward, networks=[network])

    return open_image_network
