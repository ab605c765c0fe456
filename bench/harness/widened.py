"""Writes a model of ordinary size in the shape of a tiny one: the same files but for wider and more layers, with random weights.

python widened.py TINY_FOLDER FOLDER WIDTH LAYERS

WIDTH: how many times as wide. LAYERS: how many of them.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import torch
import transformers

# What transformers' configurations call a width, and a number of layers.
WIDTHS = {
    "d_kv",
    "d_model",
    "d_ff",
    "decoder_ffn_dim",
    "encoder_ffn_dim",
    "encoder_hidden_size",
    "head_dim",
    "hidden_size",
    "image_text_hidden_size",
    "intermediate_size",
    "projection_dim",
}
LAYERS = {"decoder_layers", "encoder_layers", "num_hidden_layers", "num_layers"}


def main() -> None:
    """Writes one model."""
    tiny, folder, width, layers = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    told = json.loads((tiny / "config.json").read_text("utf-8"))
    wide = scaled(told, width, layers)
    # Said of each layer of the tiny one.
    wide.pop("layer_types", None)
    architecture = getattr(transformers, told["architectures"][0])
    torch.manual_seed(0)
    network = architecture(architecture.config_class.from_dict(wide))
    if network.can_generate():
        network.generation_config = transformers.GenerationConfig.from_pretrained(tiny)
    shutil.copytree(tiny, folder)
    network.save_pretrained(folder)
    print(sum(weights.numel() for weights in network.parameters()))


def scaled(value: Any, width: int, layers: int) -> Any:
    """The configuration with its parts, wider and deeper."""
    if not isinstance(value, dict):
        return value
    return {
        name: layers if name in LAYERS else part * width if name in WIDTHS and part is not None else scaled(part, width, layers)
        for name, part in value.items()
    }


if __name__ == "__main__":
    main()
