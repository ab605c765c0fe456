"""Every task and kind of model: loaded, warmed up, and measured phase by phase with the right counts."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import FORWARD, GENERATING, load_message
from tiny_datasets import IMAGE_SIZES, PAIRS, PROMPTS, QUESTIONS, SOUND_HERTZ, TEXTS

from ai_energy_score_worker.load import Loaded, load
from ai_energy_score_worker.phases import run_passes
from ai_energy_score_worker.warm_up import warm_up

ROWS = {
    "text-generation": len(TEXTS),
    "reasoning": len(TEXTS),
    "summarization": len(TEXTS),
    "text-classification": len(TEXTS),
    "question-answering": len(QUESTIONS),
    "sentence-similarity": len(PAIRS),
    "image-classification": len(IMAGE_SIZES),
    "object-detection": len(IMAGE_SIZES),
    "image-to-text": len(IMAGE_SIZES),
    "automatic-speech-recognition": len(SOUND_HERTZ),
    "text-to-image": len(PROMPTS),
}


def opened(message: dict[str, Any]) -> Loaded:
    """The message's model."""
    return load(message, lambda done: None)


def measured(loaded: Loaded, minimum_seconds: float = 0) -> dict[str, dict[str, Any]]:
    """The counts of every phase of the plan, in order."""
    preparation = [None] * len(loaded.queries.rows)
    counts = {}
    with loaded.inference():
        for phase in loaded.request.phases:
            counts[phase] = run_passes(
                loaded.request,
                loaded.answering,
                loaded.queries.rows,
                phase,
                minimum_seconds,
                preparation,
                lambda done: None,
                loaded.synchronise,
            ).as_fields()
    return counts


FORWARD_MODELS = [
    ("summarization", "bart"),
    ("summarization", "t5"),
    ("question-answering", "bert-answers"),
    ("text-classification", "bert-labels"),
    ("sentence-similarity", "bert-vectors"),
    ("sentence-similarity", "roberta-vectors"),
    ("sentence-similarity", "t5"),
    ("image-classification", "vit"),
    ("object-detection", "yolos"),
    ("object-detection", "detr"),
    ("automatic-speech-recognition", "wav2vec2"),
]


@pytest.mark.parametrize(("task", "model"), FORWARD_MODELS)
def test_a_forward_task_answers_every_query_in_one_pass(tiny: Path, task: str, model: str) -> None:
    loaded = opened(load_message(tiny, task, model, phases=FORWARD, new_tokens=None))
    with loaded.inference():
        assert warm_up(loaded.request, loaded.answering, loaded.queries.rows, 60, loaded.synchronise, print)[0] == 11
    counts = measured(loaded)
    assert list(counts) == FORWARD
    for phase in FORWARD:
        assert (counts[phase]["passes"], counts[phase]["queries"], counts[phase]["failedQueries"]) == (1, ROWS[task], 0)
        assert counts[phase]["outputTokens"] is None
    assert counts["preprocess"]["inputTokens"] == counts["forward"]["inputTokens"]
    is_text = task in ("summarization", "question-answering", "text-classification", "sentence-similarity")
    assert (counts["forward"]["inputTokens"] is not None) == is_text


GENERATING_MODELS = [
    ("text-generation", "thinker", 10),
    ("text-generation", "babbler", 10),
    ("text-generation", "t5", 10),
    ("summarization", "t5", 10),
    ("question-answering", "t5", 100),
    ("text-classification", "t5", 10),
    ("automatic-speech-recognition", "whisper", 100),
    ("image-to-text", "blip", 100),
    ("image-to-text", "git", 100),
    ("image-to-text", "vit-gpt2", 100),
    ("image-to-text", "llava", 100),
]


@pytest.mark.parametrize(("task", "model", "new_tokens"), GENERATING_MODELS)
def test_a_generating_task_makes_exactly_its_new_tokens(tiny: Path, task: str, model: str, new_tokens: int) -> None:
    loaded = opened(load_message(tiny, task, model, phases=GENERATING, new_tokens=new_tokens))
    with loaded.inference():
        assert warm_up(loaded.request, loaded.answering, loaded.queries.rows, 60, loaded.synchronise, print)[0] == 11
    counts = measured(loaded)
    rows = ROWS[task]
    assert all((counts[phase]["queries"], counts[phase]["failedQueries"]) == (rows, 0) for phase in GENERATING)
    assert counts["preprocess"]["outputTokens"] is None
    assert counts["prefill"]["outputTokens"] == rows
    assert counts["generate"]["outputTokens"] == rows * new_tokens
    assert counts["prefill"]["inputTokens"] == counts["generate"]["inputTokens"] == counts["preprocess"]["inputTokens"]


def test_reasoning_stops_at_the_end_that_the_model_sets(tiny: Path) -> None:
    loaded = opened(load_message(tiny, "reasoning", "thinker"))
    counts = measured(loaded)
    made = counts["generate"]["outputTokens"]
    assert len(TEXTS) < made < len(TEXTS) * 8192
    assert loaded.applied["reasoning"]["state"] == "on"


def test_text_to_image_takes_its_diffusion_steps(tiny: Path) -> None:
    loaded = opened(load_message(tiny, "text-to-image", "stable-diffusion", steps=3))
    with loaded.inference():
        assert warm_up(loaded.request, loaded.answering, loaded.queries.rows, 60, loaded.synchronise, print)[0] == 11
    steps: list[int] = []
    unet = loaded.answering.networks[
        [type(network).__name__ for network in loaded.answering.networks].index("UNet2DConditionModel")
    ]
    unet.register_forward_hook(lambda *_: steps.append(1))
    counts = measured(loaded)
    assert counts["call"] == {"passes": 1, "queries": 2, "failedQueries": 0, "inputTokens": None, "outputTokens": None}
    assert len(steps) == 2 * 3
    assert [place["device"] for place in loaded.applied["placement"]] == ["cpu"]
    assert sum(place["parameters"] for place in loaded.applied["placement"]) == loaded.parameters


def test_a_pipeline_whose_files_are_named_fp16_runs_in_the_plans_precision(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stable-diffusion"
    shutil.copytree(tiny / "models/tiny-random/stable-diffusion", folder)
    for file in folder.rglob("*.safetensors"):
        file.rename(file.with_name(f"{file.stem}.fp16.safetensors"))
    loaded = opened(load_message(tiny, "text-to-image", folder, steps=2))
    assert loaded.applied["precision"] == "float32"
    assert measured(loaded)["call"]["failedQueries"] == 0


def test_greedy_answers_are_those_of_the_library_with_every_setting_spelled_out(tiny: Path) -> None:
    import transformers

    folder = tiny / "models/tiny-random/thinker"
    loaded = opened(load_message(tiny, "text-generation", "thinker"))
    network = loaded.answering.networks[0]
    made: list[Any] = []
    plain_generate = network.generate
    network.generate = lambda **inputs: made.append(plain_generate(**inputs)) or made[-1]
    with loaded.inference():
        query = loaded.answering.prepare({"text": TEXTS[0]})
        assert loaded.answering.generate(query, 10, True, lambda: None) == 10

    reference = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    with torch.inference_mode():
        tokens = query.inputs["input_ids"]
        for _ in range(10):
            logits = reference(tokens).logits[:, -1]
            logits[:, reference.generation_config.eos_token_id] = -torch.inf
            tokens = torch.cat([tokens, logits.argmax(-1, keepdim=True)], dim=-1)
    assert made[0].tolist() == tokens.tolist()


def test_long_inputs_are_cut_to_the_positions_and_counted(tiny: Path) -> None:
    loaded = opened(load_message(tiny, "text-generation", "babbler"))
    # 64 positions less 10 new tokens; one of the texts is longer.
    assert loaded.applied["maximumInputTokens"] == 54
    assert loaded.applied["truncatedQueries"] == 1
    longest = loaded.answering.prepare({"text": TEXTS[3]})
    assert longest.input_tokens == 54


def test_roberta_takes_as_many_tokens_as_it_has_positions_behind_its_padding(tiny: Path) -> None:
    config = json.loads((tiny / "models/tiny-random/roberta-vectors/config.json").read_text())
    dataset = tiny / "long-pairs.jsonl"
    dataset.write_text(json.dumps({"sentence1": TEXTS[3], "sentence2": TEXTS[3]}) + "\n")
    loaded = opened(load_message(tiny, "sentence-similarity", "roberta-vectors", dataset=dataset))
    assert loaded.applied["maximumInputTokens"] == config["max_position_embeddings"] - config["pad_token_id"] - 1
    assert measured(loaded)["forward"]["failedQueries"] == 0


def test_a_prompt_of_a_chat_is_cut_in_the_text_and_keeps_its_frame(tiny: Path) -> None:
    from transformers import AutoTokenizer

    from ai_energy_score_worker.chat import chat_preparation
    from ai_energy_score_worker.reasoning import rendering
    from ai_energy_score_worker.reasoning_switches import Setting

    tokenizer = AutoTokenizer.from_pretrained(tiny / "models/tiny-random/thinker")
    prepare, is_cut = chat_preparation(tokenizer, rendering(tokenizer), Setting(), "text", 100)
    assert [is_cut({"text": text}) for text in TEXTS] == [False, False, False, True]
    query = prepare({"text": TEXTS[3]})
    assert query.input_tokens <= 100
    prompt = tokenizer.decode(query.inputs["input_ids"][0])
    assert prompt.startswith("<|start|>user\nIn the morning")
    assert prompt.endswith("<|end|>\n<|start|>assistant\n")


def test_what_was_applied_is_read_off_the_model(tiny: Path) -> None:
    loaded = opened(load_message(tiny, "text-generation", "thinker", precision="bfloat16"))
    parameters = sum(parameter.numel() for parameter in loaded.answering.networks[0].parameters())
    assert loaded.applied == {
        "precision": "bfloat16",
        "quantization": None,
        "reasoning": {"state": "off", "effort": None, "means": "the text itself, without a chat template"},
        "attention": "sdpa",
        "maximumInputTokens": 16384 - 10,
        "truncatedQueries": 0,
        "placement": [{"device": "cpu", "parameters": parameters}],
    }
    assert (loaded.device, loaded.parameters) == ("cpu", parameters)


def test_phases_repeat_whole_passes_until_their_time_is_reached(tiny: Path) -> None:
    loaded = opened(load_message(tiny, "text-classification", "bert-labels"))
    counts = measured(loaded, minimum_seconds=0.2)
    assert counts["forward"]["passes"] > 1
    assert counts["forward"]["queries"] == counts["forward"]["passes"] * len(TEXTS)
