"""Quantised checkpoints, run for real: bitsandbytes computes on the CPU as well."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
import transformers
from conftest import code_of, load_message
from test_tasks import measured, opened
from tiny_models import decoder
from tiny_tokenizers import text_tokenizer

from ai_energy_score_worker.applied import check_still_quantised
from ai_energy_score_worker.faults import Fault
from ai_energy_score_worker.quantization import configured
from ai_energy_score_worker.request import request_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the lock file has bitsandbytes for Linux alone")


@pytest.mark.parametrize("bits", [4, 8])
def test_a_bitsandbytes_checkpoint_runs_as_it_is(tiny: Path, tmp_path: Path, bits: int) -> None:
    plain, folder = tmp_path / "plain", tmp_path / "quantised"
    tokenizer = text_tokenizer()
    # bitsandbytes takes 64 values at a time.
    decoder(tokenizer, hidden_size=64, intermediate_size=128, head_dim=16).save_pretrained(plain)
    how = {4: {"load_in_4bit": True, "bnb_4bit_compute_dtype": torch.float32}, 8: {"load_in_8bit": True}}[bits]
    transformers.AutoModelForCausalLM.from_pretrained(
        plain,
        dtype=torch.float32,
        device_map={"": "cpu"},
        quantization_config=transformers.BitsAndBytesConfig(**how),
    ).save_pretrained(folder)
    tokenizer.save_pretrained(folder)

    plan = {"quantization": {"method": "bitsandbytes", "bits": bits}}
    loaded = opened(load_message(tiny, "text-generation", folder, **plan))
    assert loaded.applied["quantization"] == f"bitsandbytes, {bits} bits"
    assert loaded.applied["precision"] == "float32"
    assert loaded.parameters == transformers.AutoModelForCausalLM.from_pretrained(plain).num_parameters()
    counts = measured(loaded)
    assert counts["generate"]["outputTokens"] == counts["generate"]["queries"] * 10
    assert counts["generate"]["failedQueries"] == 0


def test_weights_that_were_expanded_on_loading_are_told(tiny: Path) -> None:
    request = request_of(load_message(tiny, "text-generation", "thinker", quantization={"method": "mxfp4", "bits": 4}))
    expanded = torch.nn.Linear(2, 2)
    quantizer = SimpleNamespace(quantization_config=SimpleNamespace(dequantize=True))
    for state in ({"is_quantized": False}, {"is_quantized": True, "hf_quantizer": quantizer}):
        for name, value in state.items():
            object.__setattr__(expanded, name, value)
        with pytest.raises(Fault) as error:
            check_still_quantised(request, [expanded])
        assert code_of(error) == "operator/quantization-not-supported"
        assert "(mxfp4, 4 bits) were expanded to float32" in error.value.message


@pytest.mark.parametrize(
    ("config", "found"),
    [
        ({}, None),
        ({"quantization_config": {"quant_method": "gptq", "bits": 4}}, {"method": "gptq", "bits": 4}),
        ({"quantization_config": {"quant_method": "awq", "w_bit": 4}}, {"method": "awq", "bits": 4}),
        ({"quantization_config": {"quant_method": "mxfp4"}}, {"method": "mxfp4", "bits": 4}),
        ({"quantization_config": {"quant_method": "fbgemm_fp8"}}, {"method": "fp8", "bits": 8}),
        ({"quantization_config": {"load_in_8bit": True}}, {"method": "bitsandbytes", "bits": 8}),
        ({"text_config": {"quantization_config": {"quant_method": "fp8"}}}, {"method": "fp8", "bits": 8}),
        (
            {
                "quantization_config": {
                    "quant_method": "compressed-tensors",
                    "config_groups": {"group_0": {"weights": {"type": "float", "num_bits": 8}}},
                }
            },
            {"method": "fp8", "bits": 8},
        ),
    ],
)
def test_configurations_of_every_method_are_read(config: dict, found: dict | None) -> None:
    assert configured(config) == found
