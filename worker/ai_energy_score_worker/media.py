"""Images and sounds of a data set, as models take them."""

from pathlib import Path

import numpy
import soundfile
import soxr
from PIL import Image

# A picture of more pixels would be a bomb, not a query.
Image.MAX_IMAGE_PIXELS = 100_000_000


def read_image(file: Path) -> Image.Image:
    """An image in red, green and blue. Raises what Pillow raises for a file that is none."""
    with Image.open(file) as image:
        return image.convert("RGB")


def read_sound(file: Path, hertz: int) -> numpy.ndarray:
    """A sound with one channel at a sampling rate, as float32 from -1 to 1. Raises what soundfile raises for a file that is none."""
    samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
    mono = samples.mean(axis=1)
    return mono if rate == hertz else soxr.resample(mono, rate, hertz).astype(numpy.float32)
