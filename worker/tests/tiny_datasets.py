"""Tiny data sets: a few rows for each task, with images and sounds that are drawn and computed."""

import json
import math
from pathlib import Path
from typing import Any

import numpy
import soundfile
from PIL import Image, ImageDraw

TEXTS = [
    "The meter ticks while the rain falls on the roof of the mill.",
    "A quiet machine takes little power, and a busy one takes more.",
    "Seven spiders walk over the bridge. How many legs walk with them?",
    "In the morning the wind turns, and by noon the whole valley hums. " * 12,
]
PAIRS = [("A cat sleeps on the mat.", "The mat has a cat on it."), ("It rains.", "The meter counts joules.")]
QUESTIONS = [("Who walks over the bridge?", TEXTS[2]), ("When does the wind turn?", TEXTS[3])]
PROMPTS = ["a red mill in the rain", "a spider on a bridge"]

IMAGE_SIZES = [(48, 32), (40, 40), (64, 48)]
# One of them at half the rate of the others.
SOUND_HERTZ = [16000, 16000, 8000]


def write_datasets(folder: Path) -> None:
    """Writes <task>.jsonl for each task."""
    folder.mkdir(parents=True, exist_ok=True)
    for task in ("text-generation", "reasoning", "summarization", "text-classification"):
        write_rows(folder, task, [{"text": text} for text in TEXTS])
    write_rows(
        folder, "question-answering", [{"question": question, "context": context} for question, context in QUESTIONS]
    )
    write_rows(folder, "sentence-similarity", [{"sentence1": one, "sentence2": other} for one, other in PAIRS])
    write_rows(folder, "text-to-image", [{"prompt": prompt} for prompt in PROMPTS])
    images = [write_image(folder / "images", number, size) for number, size in enumerate(IMAGE_SIZES, start=1)]
    for task in ("image-classification", "object-detection", "image-to-text"):
        write_rows(folder, task, [{"image": f"images/{image}"} for image in images])
    sounds = [write_sound(folder / "sounds", number, hertz) for number, hertz in enumerate(SOUND_HERTZ, start=1)]
    write_rows(folder, "automatic-speech-recognition", [{"audio": f"sounds/{sound}"} for sound in sounds])


def write_rows(folder: Path, task: str, rows: list[dict[str, Any]]) -> None:
    """Writes rows as JSON Lines."""
    text = "".join(f"{json.dumps(row)}\n" for row in rows)
    (folder / f"{task}.jsonl").write_text(text, "utf-8")


def write_image(folder: Path, number: int, size: tuple[int, int]) -> str:
    """Draws a disc, and gives the file's name."""
    folder.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, (240, 240, 220))
    ImageDraw.Draw(image).ellipse((4 * number, 4, 4 * number + 16, 20), fill=(200, 40 * number, 30))
    image.save(folder / f"disc-{number}.png")
    return f"disc-{number}.png"


def write_sound(folder: Path, number: int, hertz: int) -> str:
    """Writes half a second of a tone, and gives the file's name."""
    folder.mkdir(parents=True, exist_ok=True)
    moments = numpy.arange(hertz // 2) / hertz
    soundfile.write(
        folder / f"tone-{number}.wav", 0.3 * numpy.sin(2 * math.pi * 220 * number * moments), hertz, subtype="PCM_16"
    )
    return f"tone-{number}.wav"
