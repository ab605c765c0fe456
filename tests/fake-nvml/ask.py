"""Calls NVML through NVIDIA's own binding. A line of input is a call, [name, argument...]; a line of output its answer.

An argument "gpu:N" is the handle of the GPU with that index. An answer is {"value": ...} or {"code": NVML's code}.
"""

import ctypes
import json
import subprocess
import sys

import pynvml


def true_millijoules(index, start, end):
    function = pynvml.nvmlLib.fakeNvmlTrueMillijoules
    function.restype = ctypes.c_double
    return function(ctypes.c_uint(index), ctypes.c_double(start), ctypes.c_double(end))


def seconds():
    function = pynvml.nvmlLib.fakeNvmlSeconds
    function.restype = ctypes.c_double
    return function()


def field(handle, number):
    answer = pynvml.nvmlDeviceGetFieldValues(handle, [number])[0]
    if answer.nvmlReturn != pynvml.NVML_SUCCESS:
        raise pynvml.NVMLError(answer.nvmlReturn)
    whole = answer.valueType == pynvml.NVML_VALUE_TYPE_UNSIGNED_LONG_LONG
    return answer.value.ullVal if whole else answer.value.uiVal


WAIT = "import os, sys; print(os.getpid(), flush=True); sys.stdin.read()"
WRAP = "import subprocess, sys; subprocess.run(sys.argv[1:])"


def start(*words, wrapped=False):
    """Starts a process with these words in its command line, which ends with this one; gives its id once it is up."""
    command = [sys.executable, "-c", WAIT, *words]
    if wrapped:
        command = [sys.executable, "-c", WRAP, *command]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    started.append(child)
    return int(child.stdout.readline())


def start_wrapped(*words):
    """The same, below a process that has the words in its command line as well."""
    return start(*words, wrapped=True)


def below(name, index, *words):
    """Makes a call about a GPU in a process below this one, with these words in its command line."""
    lines = json.dumps(["nvmlInit"]) + "\n" + json.dumps([name, f"gpu:{index}"]) + "\n"
    answers = subprocess.run([sys.executable, __file__, *words], input=lines, capture_output=True, text=True, check=True)
    return json.loads(answers.stdout.splitlines()[-1])["value"]


started = []
OURS = {
    "start": start,
    "start_wrapped": start_wrapped,
    "below": below,
    "true_millijoules": true_millijoules,
    "seconds": seconds,
    "field": field,
}


def plain(value):
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, ctypes.Structure):
        return {name: plain(getattr(value, name)) for name, *_ in value._fields_}
    return {name: plain(one) for name, one in vars(value).items()} if hasattr(value, "__dict__") else value


def answer(name, *arguments):
    try:
        given = [
            pynvml.nvmlDeviceGetHandleByIndex(int(one[4:])) if isinstance(one, str) and one.startswith("gpu:") else one
            for one in arguments
        ]
        function = OURS.get(name) or getattr(pynvml, name)
        return {"value": plain(function(*given))}
    except pynvml.NVMLError as error:
        return {"code": error.value, "text": str(error)}


for line in sys.stdin:
    print(json.dumps(answer(*json.loads(line))), flush=True)
