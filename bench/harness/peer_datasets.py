"""Writes a data set of JSON Lines as the peer reads data sets: Parquet that holds images and sounds itself, as on the Hub.

python peer_datasets.py FILE FOLDER

Sounds become rows of plain numbers and their rate: decoding their files would need codec libraries of the system.
"""

import json
import sys
from pathlib import Path
from typing import Any

import soundfile
from datasets import Dataset, Image
from datasets.table import embed_table_storage


def main() -> None:
    """Reads the file's rows and writes one Parquet file."""
    file, folder = Path(sys.argv[1]), Path(sys.argv[2])
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    folder.mkdir(parents=True)
    dataset_of(columns, file.parent).to_parquet(folder / "train.parquet")


def dataset_of(columns: dict[str, list[str]], folder: Path) -> Dataset:
    """The columns, with what the named files hold in place of their names."""
    if "audio" in columns:
        return Dataset.from_dict({**columns, "audio": [sound(folder / name) for name in columns["audio"]]})
    if "image" not in columns:
        return Dataset.from_dict(columns)
    named = Dataset.from_dict({**columns, "image": [str(folder / name) for name in columns["image"]]})
    images = named.cast_column("image", Image())
    return images.with_format("arrow").map(embed_table_storage).with_format(None)


def sound(file: Path) -> dict[str, Any]:
    """A sound as the peer's preparation takes it."""
    samples, hertz = soundfile.read(file, dtype="float32")
    return {"array": samples, "sampling_rate": hertz}


if __name__ == "__main__":
    main()
