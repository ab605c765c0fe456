"""Whether a model fits its devices, told before it is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass

from .checkpoint import Weights
from .faults import Fault, input_fault, operator_fault
from .request import Request

BYTES = {"float32": 4, "float16": 2, "bfloat16": 2}

# Of a GPU's free memory, what the weights may take: inputs, caches and the libraries' own buffers need the rest.
WEIGHTS_SHARE = 0.95

# Where classes A and B end.
LARGEST_OF_ONE_GPU = 66e9
TASKS_WITH_CLASSES = ("text-generation", "reasoning")


@dataclass(frozen=True)
class Room:
    """Memory of one device in bytes."""

    name: str
    free: int
    total: int


def is_split(request: Request, parameters: int) -> bool:
    """Whether the model's class takes several GPUs: class C, or, where nothing told the class, a number of parameters beyond B."""
    if request.model_class is not None:
        return request.model_class == "C"
    return request.task in TASKS_WITH_CLASSES and parameters > LARGEST_OF_ONE_GPU


def needed_bytes(weights: Weights, precision: str, quantised: bool) -> int:
    """Bytes of the weights at a precision. Quantised weights stay as they are."""
    if quantised:
        return weights.bytes
    others = sum(
        count * stored_bytes(name)
        for name, count in weights.values.items()
        if name not in ("F64", "F32", "F16", "BF16")
    )
    return weights.floats() * BYTES[precision] + others


def stored_bytes(name: str) -> int:
    """Bytes of one value of a safetensors format: the digits of its name are bits."""
    digits = "".join(character for character in name.split("_")[0] if character.isdigit())
    return max(1, int(digits) // 8) if digits else 1


def check_fit(request: Request, weights: Weights, rooms: Sequence[Room]) -> None:
    """Makes sure that the weights alone fit the devices together.

    Raises code model-does-not-fit: of the input on GPUs, of the operator on the host.
    """
    if not rooms:
        return
    needed = needed_bytes(weights, request.precision, request.quantization is not None)
    if needed <= sum(usable(room) for room in rooms):
        return
    on_host = rooms[0].name == "cpu"
    fault = operator_fault if on_host else input_fault
    raise fault("model-does-not-fit", misfit(request, needed, rooms), what_fits(request, weights, rooms))


def usable(room: Room) -> int:
    """What the weights may take of a device."""
    return int(room.free * WEIGHTS_SHARE)


def misfit(request: Request, needed: int, rooms: Sequence[Room]) -> str:
    """What is needed and what there is, in figures."""
    quantised = "" if request.quantization is None else ", quantised as they are"
    devices = ", ".join(f"{room.name} has {gigabytes(room.free)} free of {gigabytes(room.total)}" for room in rooms)
    return f"The weights of {request.model_id} take {gigabytes(needed)} at {request.precision}{quantised}; {devices}. Nothing is offloaded."


def what_fits(request: Request, weights: Weights, rooms: Sequence[Room]) -> str:
    """Which precision, quantisation or number of such GPUs would do."""
    space = sum(usable(room) for room in rooms)
    ways = []
    if request.quantization is None:
        values = weights.floats()
        if request.precision == "float32" and values * 2 <= space:
            ways.append(f"float16 or bfloat16 ({gigabytes(values * 2)})")
        ways += [
            f"a checkpoint quantised to {bits} bits (about {gigabytes(values * bits // 8)})"
            for bits in (8, 4)
            if values * bits // 8 <= space
        ]
    if rooms[0].name != "cpu":
        needed = needed_bytes(weights, request.precision, request.quantization is not None)
        each = usable(max(rooms, key=lambda room: room.free))
        if each > 0:
            ways.append(f"{-(-needed // each)} such GPUs (class C, above 66 billion parameters, takes several)")
    return f"Would fit: {'; '.join(ways)}." if ways else "Use a machine with more memory, or a smaller model."


def gigabytes(count: int) -> str:
    """Bytes for people: 1 GB is 10^9 bytes."""
    return f"{count / 1e9:.2f} GB" if count >= 1e7 else f"{count / 1e6:.2f} MB"


def offloaded(device_map: dict[str, object], model_id: str) -> Fault | None:
    """The fault of a map that puts parts elsewhere than on GPUs; None where all lie on GPUs."""
    elsewhere = {name: device for name, device in device_map.items() if str(device) in ("cpu", "disk", "meta")}
    if not elsewhere:
        return None
    shown = ", ".join(f"{name or 'the whole model'} on {device}" for name, device in list(elsewhere.items())[:4])
    return input_fault(
        "model-does-not-fit",
        f"{model_id} does not fit the GPUs: {len(elsewhere)} of {len(device_map)} parts would lie elsewhere ({shown}).",
        "Use more or larger GPUs, or a quantised checkpoint. Nothing is offloaded.",
    )
