"""Every error has a name, and its message helps."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import FORWARD, GENERATING, code_of, load_message
from safetensors.torch import load_file, save_file
from test_tasks import measured, opened

from ai_energy_score_worker import phases
from ai_energy_score_worker.faults import Fault, memory_fault
from ai_energy_score_worker.warm_up import warm_up


def changed(tiny: Path, tmp_path: Path, model: str, **config: Any) -> Path:
    """A copy of a tiny model, with changes of its config.json."""
    folder = tmp_path / model
    shutil.copytree(tiny / "models/tiny-random" / model, folder)
    file = folder / "config.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **config}))
    return folder


def fault(message: dict[str, Any]) -> Fault:
    """The fault that loading ends in."""
    with pytest.raises(Fault) as error:
        opened(message)
    assert error.value.mend
    return error.value


def test_a_missing_column_is_located(tiny: Path) -> None:
    told = fault(
        load_message(tiny, "question-answering", "bert-answers", dataset=tiny / "datasets/text-generation.jsonl")
    )
    assert (told.kind, told.code) == ("input", "dataset-missing-column")
    assert "text-generation.jsonl:1" in told.message


@pytest.mark.parametrize(
    ("task", "model"),
    [
        ("text-generation", "vit"),
        ("image-classification", "thinker"),
        ("object-detection", "bert-labels"),
        ("automatic-speech-recognition", "bert-labels"),
        ("image-to-text", "bert-labels"),
        ("text-to-image", "thinker"),
    ],
)
def test_a_model_made_for_something_else_is_told(tiny: Path, task: str, model: str) -> None:
    told = fault(load_message(tiny, task, model))
    # A tokenizer that is not there is found before the network is looked at.
    assert (told.kind, told.code) in (("input", "model-not-for-task"), ("input", "processor-missing"))


def test_phases_that_a_kind_of_model_has_not_are_told(tiny: Path) -> None:
    told = fault(load_message(tiny, "automatic-speech-recognition", "wav2vec2"))
    assert told.code == "phases-not-for-model"
    assert "runs preprocess + forward" in told.message
    told = fault(load_message(tiny, "automatic-speech-recognition", "whisper", phases=FORWARD, new_tokens=None))
    assert "runs preprocess + prefill + generate" in told.message


def test_a_head_that_the_checkpoint_lacks_is_no_random_head(tiny: Path) -> None:
    told = fault(load_message(tiny, "text-classification", "bert-vectors"))
    assert told.code == "weights-incomplete"
    assert "classifier" in told.message


def test_a_weight_of_another_shape_is_told(tiny: Path, tmp_path: Path) -> None:
    folder = changed(tiny, tmp_path, "bert-labels", intermediate_size=48)
    assert fault(load_message(tiny, "text-classification", folder)).code in ("weights-incomplete", "model-load-failed")


def test_a_single_missing_weight_is_told(tiny: Path, tmp_path: Path) -> None:
    folder = changed(tiny, tmp_path, "vit")
    weights = load_file(folder / "model.safetensors")
    del weights["classifier.bias"]
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    told = fault(load_message(tiny, "image-classification", folder))
    assert told.code == "weights-incomplete"
    assert "classifier.bias" in told.message


def test_pickles_alone_are_refused_unopened(tiny: Path, tmp_path: Path) -> None:
    folder = changed(tiny, tmp_path, "bert-labels")
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    told = fault(load_message(tiny, "text-classification", folder))
    assert told.code == "weights-not-safetensors"
    assert "pytorch_model.bin" in told.message
    (folder / "pytorch_model.bin").unlink()
    assert fault(load_message(tiny, "text-classification", folder)).code == "weights-missing"


def test_damaged_weights_are_told(tiny: Path, tmp_path: Path) -> None:
    folder = changed(tiny, tmp_path, "bert-labels")
    whole = (folder / "model.safetensors").read_bytes()
    for damaged in (whole[:-1], b"\x80\x04pickle", whole + b"x", b""):
        (folder / "model.safetensors").write_bytes(damaged)
        assert fault(load_message(tiny, "text-classification", folder)).code == "weights-unreadable"


def test_an_index_has_to_name_files_that_are_there(tiny: Path, tmp_path: Path) -> None:
    folder = changed(tiny, tmp_path, "bert-labels")
    (folder / "model.safetensors").unlink()
    index = folder / "model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": {"a": "model-00001-of-00002.safetensors"}}))
    assert fault(load_message(tiny, "text-classification", folder)).code == "weights-missing"
    index.write_text(json.dumps({"weight_map": {"a": "../elsewhere.safetensors"}}))
    assert fault(load_message(tiny, "text-classification", folder)).code == "weights-unreadable"


def test_code_of_a_repository_is_never_run(tiny: Path, tmp_path: Path) -> None:
    folder = changed(tiny, tmp_path, "bert-labels", auto_map={"AutoModel": "evil.py--Model"})
    ran = tmp_path / "ran"
    (folder / "evil.py").write_text(f"open({str(ran)!r}, 'w')")
    assert fault(load_message(tiny, "text-classification", folder)).code == "remote-code-needed"
    (folder / "config.json").write_text(
        json.dumps({"model_type": "unheard-of", "vision": {"auto_map": {"AutoModel": "evil.Model"}}})
    )
    assert fault(load_message(tiny, "text-classification", folder)).code == "remote-code-needed"
    assert not ran.exists()


def test_a_pipeline_with_parts_of_its_own_is_refused(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stable-diffusion"
    shutil.copytree(tiny / "models/tiny-random/stable-diffusion", folder)
    file = folder / "model_index.json"
    index = json.loads(file.read_text())
    for part in (["my_module", "UNet"], ["os", "system"]):
        file.write_text(json.dumps({**index, "unet": part}))
        assert fault(load_message(tiny, "text-to-image", folder)).code == "remote-code-needed"


def test_an_unknown_architecture_and_an_unreadable_configuration_are_told(tiny: Path, tmp_path: Path) -> None:
    folder = changed(tiny, tmp_path, "bert-labels", model_type="unheard-of")
    assert fault(load_message(tiny, "text-classification", folder)).code in ("model-not-supported", "processor-missing")
    (folder / "config.json").write_text("{")
    assert fault(load_message(tiny, "text-classification", folder)).code == "model-config-unreadable"


def test_reasoning_needs_a_chat_template(tiny: Path) -> None:
    assert fault(load_message(tiny, "reasoning", "babbler", new_tokens=16)).code == "chat-template-missing"


def test_reasoning_off_that_is_on_would_be_another_measurement(tiny: Path) -> None:
    off = opened(load_message(tiny, "reasoning", "thinker", state="off"))
    assert off.applied["reasoning"] == {
        "state": "off",
        "effort": None,
        "means": "chat template with enable_thinking=False; the prompt closes <think></think> at once",
    }
    told = fault(load_message(tiny, "reasoning", "thinker", state="on", effort="high"))
    assert told.code == "reasoning-not-taken"


def test_a_precision_that_the_architecture_does_not_keep_is_told(tiny: Path) -> None:
    told = fault(load_message(tiny, "text-generation", "t5", precision="float16"))
    assert told.code == "precision-differs"
    assert "float16" in told.message


def test_quantisation_is_what_the_checkpoint_says(tiny: Path, tmp_path: Path) -> None:
    told = fault(load_message(tiny, "text-generation", "thinker", quantization={"method": "gptq", "bits": 4}))
    assert told.code == "quantization-differs"
    folder = changed(
        tiny, tmp_path, "thinker", quantization_config={"quant_method": "bitsandbytes", "load_in_4bit": True}
    )
    told = fault(load_message(tiny, "text-generation", folder))
    assert told.code == "quantization-differs"
    assert told.mend == "Write quantization: { method: bitsandbytes, bits: 4 } into the submission."
    folder = changed(tiny, tmp_path / "other", "thinker", quantization_config={"quant_method": "novel"})
    assert fault(load_message(tiny, "text-generation", folder)).code == "quantization-unknown"


def test_a_context_without_room_for_the_new_tokens_is_told(tiny: Path) -> None:
    assert fault(load_message(tiny, "text-generation", "babbler", new_tokens=64)).code == "context-too-short"


def test_a_model_larger_than_the_machine_is_told_before_it_is_loaded(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ai_energy_score_worker.devices.free_host_bytes", lambda: 60_000)
    told = fault(load_message(tiny, "text-generation", "babbler"))
    assert (told.kind, told.code) == ("operator", "model-does-not-fit")
    assert "at float32; cpu has 0.06 MB free" in told.message
    assert "quantised to 8 bits" in told.mend


def test_an_unreadable_sample_is_a_failed_query_with_its_reason(
    tiny: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(tiny / "datasets/images", tmp_path / "images")
    (tmp_path / "images/disc-2.png").write_bytes(b"\x89PNG cut off")
    dataset = tmp_path / "rows.jsonl"
    shutil.copy(tiny / "datasets/image-classification.jsonl", dataset)
    counts = measured(opened(load_message(tiny, "image-classification", "vit", dataset=dataset)))
    assert {phase: counts[phase]["failedQueries"] for phase in FORWARD} == {"preprocess": 1, "forward": 1}
    assert "preprocess: query 2 failed: cannot identify image file" in capfd.readouterr().err


def test_a_sound_that_is_none_fails_the_warm_up(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"RIFF no sound")
    dataset = tmp_path / "rows.jsonl"
    dataset.write_text('{"audio":"a.wav"}\n')
    loaded = opened(load_message(tiny, "automatic-speech-recognition", "whisper", dataset=dataset))
    with pytest.raises(Fault) as error:
        warm_up(loaded.request, loaded.answering, loaded.queries.rows, 60, loaded.synchronise, print)
    assert code_of(error) == "input/first-query-failed"


def test_another_number_of_tokens_than_the_task_fixes_is_a_failed_query(
    tiny: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    loaded = opened(load_message(tiny, "text-generation", "babbler"))
    network = loaded.answering.networks[0]
    plain_generate = network.generate
    network.generate = lambda **inputs: plain_generate(**{**inputs, "max_new_tokens": 3, "min_new_tokens": None})
    counts = measured(loaded)
    assert counts["generate"]["failedQueries"] == counts["generate"]["queries"]
    assert "token-count: It made 3 new tokens where the task fixes 10" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."), "input"),
        (MemoryError(), "operator"),
        (
            RuntimeError(
                "[enforce fail at alloc_cpu.cpp:1] DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes."
            ),
            "operator",
        ),
    ],
)
def test_memory_that_runs_out_ends_the_phase_by_name(tiny: Path, error: Exception, kind: str) -> None:
    loaded = opened(load_message(tiny, "text-classification", "bert-labels"))

    def fail(*_: Any, **__: Any) -> None:
        raise error

    loaded.answering.networks[0].forward = fail
    with pytest.raises(Fault) as told:
        measured(loaded)
    assert code_of(told) == f"{kind}/out-of-memory"
    assert "query 1 in the phase forward" in told.value.message
    with pytest.raises(Fault) as told:
        warm_up(loaded.request, loaded.answering, loaded.queries.rows, 60, loaded.synchronise, print)
    assert code_of(told) == f"{kind}/out-of-memory"


def test_any_other_error_is_no_lack_of_memory() -> None:
    assert memory_fault(ValueError("memory of old times"), "loading") is None


def test_the_phases_of_the_runner_are_the_ones_that_are_answered(tiny: Path) -> None:
    loaded = opened(load_message(tiny, "text-generation", "babbler"))
    for phase in GENERATING:
        assert callable(phases.answer_of(loaded.request, loaded.answering, loaded.queries.rows, phase, []))
