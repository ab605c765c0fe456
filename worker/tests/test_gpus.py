"""What concerns GPUs, with PyTorch's own words played: this runs where there are none."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import accelerate
import pytest
import torch
import transformers
from conftest import code_of
from transformers.integrations.accelerate import _get_device_map

from ai_energy_score_worker import applied, devices
from ai_energy_score_worker.checkpoint import Weights
from ai_energy_score_worker.faults import Fault
from ai_energy_score_worker.fit import Room, check_fit, is_split, offloaded
from ai_energy_score_worker.load import Placement, placement_of
from ai_energy_score_worker.loading import where
from ai_energy_score_worker.request import Request

UUIDS = ["a1b2c3d4-0000-4000-8000-000000000001", "a1b2c3d4-0000-4000-8000-000000000002"]
GB = 10**9


@pytest.fixture
def two_gpus(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Two GPUs of 80 GB; gives the list of those that were waited for."""
    waited: list[int] = []
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda gpu: SimpleNamespace(uuid=UUIDS[gpu]))
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda gpu: (79 * GB, 80 * GB))
    monkeypatch.setattr(torch.cuda, "synchronize", waited.append)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda gpu: "Tesla Test")
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda including_emulation=True: including_emulation)
    return waited


def request(**changes: Any) -> Request:
    """A request for a model of class B."""
    parts: dict[str, Any] = {
        "model_folder": None,
        "processor_folder": None,
        "dataset_file": None,
        "model_id": "org/model",
        "task": "text-generation",
        "phases": (),
        "columns": ("text",),
        "precision": "float16",
        "quantization": None,
        "model_class": "B",
        "reasoning_state": "off",
        "reasoning_effort": None,
        "new_tokens": 10,
        "exact_new_tokens": True,
        "inference_steps": None,
    }
    return Request(**{**parts, **changes})


def weights(billions: float, name: str = "BF16") -> Weights:
    """Weights of so many parameters."""
    from collections import Counter

    return Weights(Counter({name: int(billions * 1e9)}), int(billions * 2e9))


def test_gpus_are_named_by_their_uuids(two_gpus: list[int]) -> None:
    assert devices.device_name([0, 1]) == f"cuda:GPU-{UUIDS[0]},GPU-{UUIDS[1]}"
    assert devices.device_name([]) == "cpu"


def test_every_gpu_of_the_model_is_waited_for(two_gpus: list[int]) -> None:
    devices.synchronise([0, 1])
    assert two_gpus == [0, 1]


def test_classes_a_and_b_run_on_one_gpu_and_class_c_on_all(two_gpus: list[int]) -> None:
    assert placement_of(request(), weights(30)) == Placement([0], None)
    large = placement_of(request(model_class="C"), weights(70))
    assert (large.gpus, sorted(large.shares or {})) == ([0, 1], [0, 1])
    # Nothing told the class: the number of parameters does.
    assert placement_of(request(model_class=None), weights(70)).gpus == [0, 1]
    assert not is_split(request(model_class=None, task="image-to-text"), 70_000_000_000)


def test_a_split_model_may_not_go_to_the_host() -> None:
    split = where(Placement([0, 1], {0: 5, 1: 6}), False)
    assert split == {"device_map": "auto", "max_memory": {0: 5, 1: 6, "cpu": 0}}
    assert where(Placement([0], None), False) == {"device_map": {"": 0}}
    assert where(Placement([], None), False) == {}


def test_a_model_that_does_not_fit_its_gpu_is_told_with_what_would_fit(two_gpus: list[int]) -> None:
    with pytest.raises(Fault) as error:
        placement_of(request(precision="float32"), weights(30))
    assert code_of(error) == "input/model-does-not-fit"
    assert error.value.message == (
        "The weights of org/model take 120.00 GB at float32; cuda:0 has 79.00 GB free of 80.00 GB. Nothing is offloaded."
    )
    assert error.value.mend == (
        "Would fit: float16 or bfloat16 (60.00 GB); a checkpoint quantised to 8 bits (about 30.00 GB); "
        "a checkpoint quantised to 4 bits (about 15.00 GB); 2 such GPUs (class C, above 66 billion parameters, takes several)."
    )


def test_quantised_weights_count_as_they_are_stored() -> None:
    check_fit(
        request(quantization={"method": "awq", "bits": 4}, precision="float32"),
        Weights(weights(1).values, 10),
        [Room("cuda:0", 100, 100)],
    )


@pytest.mark.parametrize(("share", "fits"), [(150_000, True), (90_000, False)])
def test_the_librarys_own_map_of_a_split_model_leaves_out_the_host(
    two_gpus: list[int], tiny: Path, share: int, fits: bool
) -> None:
    config = transformers.AutoConfig.from_pretrained(tiny / "models/tiny-random/thinker")
    with accelerate.init_empty_weights():
        network = transformers.AutoModelForCausalLM.from_config(config)
    options = where(Placement([0, 1], {0: share, 1: share}), False)
    device_map = _get_device_map(network, options["device_map"], options["max_memory"], None)
    assert "cpu" not in device_map.values()
    assert {0, 1} <= set(device_map.values())
    assert (offloaded(device_map, "org/model") is None) == fits


def test_parts_that_a_map_puts_elsewhere_are_told() -> None:
    assert offloaded({"": 0}, "org/model") is None
    assert offloaded({"model.a": 0, "model.b": "cuda:1"}, "org/model") is None
    fault = offloaded({"model.a": 0, "model.b": "cpu", "lm_head": "disk"}, "org/model")
    assert fault is not None
    assert fault.code == "model-does-not-fit"
    assert "2 of 3 parts would lie elsewhere (model.b on cpu, lm_head on disk)" in fault.message


def test_a_gpu_without_bfloat16_is_told(two_gpus: list[int]) -> None:
    with pytest.raises(Fault) as error:
        placement_of(request(precision="bfloat16"), weights(1))
    assert code_of(error) == "input/precision-not-supported"


def test_gpus_that_cannot_be_used_are_not_replaced_by_the_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", f"GPU-{UUIDS[0]}")
    with pytest.raises(Fault) as error:
        devices.visible_gpus()
    assert code_of(error) == "operator/gpu-not-usable"
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert devices.visible_gpus() == []


def test_placement_numbers_the_gpus_that_the_model_uses() -> None:
    def parameter(device: str, count: int) -> Any:
        return SimpleNamespace(device=torch.device(device), numel=lambda: count)

    network = SimpleNamespace(
        parameters=lambda: [parameter("cuda:1", 5), parameter("cuda:3", 7), parameter("cuda:3", 1)]
    )
    assert applied.placement_of([network]) == [
        {"device": "cuda:0", "parameters": 5},
        {"device": "cuda:1", "parameters": 8},
    ]
    assert applied.gpus_of([network]) == [1, 3]
