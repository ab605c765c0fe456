"""The protocol on real pipes: nothing but messages on standard output, and an end without delay."""

import json
import subprocess
import sys
from pathlib import Path

WORKER = Path(__file__).parent.parent

CHATTY = """
import os, sys
sys.path.insert(0, sys.argv[1])
from ai_energy_score_worker.channel import standard_channel
channel = standard_channel()
print("a library prints")
sys.stdout.flush()
os.system("echo a child prints; cat")
os.write(1, b"C prints\\n")
channel.send({"type": "echo", "of": channel.receive()})
channel.receive()
print("never")
"""

ENVIRONMENT = """
import os, sys
sys.path.insert(0, sys.argv[1])
from ai_energy_score_worker.environment import seal_environment
seal_environment()
for name in ("HF_HUB_OFFLINE", "HF_HOME", "TRITON_CACHE_DIR"):
    print(os.environ[name])
import getpass
print(getpass.getuser())
"""


def ran(script: str, stdin: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A script's end, with nothing else in its environment."""
    return subprocess.run(
        [sys.executable, "-I", "-B", "-c", script, str(WORKER)],
        input=stdin,
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )


def started(script: str) -> subprocess.Popen[str]:
    """A script with pipes."""
    command = [sys.executable, "-I", "-B", "-c", script, str(WORKER)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def say(worker: subprocess.Popen[str], line: str) -> None:
    """Writes one line to a script."""
    assert worker.stdin is not None
    worker.stdin.write(f"{line}\n")
    worker.stdin.flush()


def test_whatever_is_printed_goes_to_standard_error() -> None:
    with started(CHATTY) as worker:
        assert worker.stdout is not None
        say(worker, '{"type":"hello"}\n')
        assert json.loads(worker.stdout.readline()) == {"type": "echo", "of": {"type": "hello"}}
        printed, errors = worker.communicate('{"type":"shutdown"}\n', timeout=60)
    assert (worker.returncode, printed) == (0, "")
    assert errors.splitlines() == ["a library prints", "a child prints", "C prints"]


def test_the_end_of_the_input_is_the_end() -> None:
    ended = ran(CHATTY, '{"type":"hello"}\n')
    assert (ended.returncode, "never" in ended.stdout + ended.stderr) == (0, False)


def test_a_line_that_is_no_message_is_told() -> None:
    serving = "import sys; sys.path.insert(0, sys.argv[1]); from ai_energy_score_worker.__main__ import main; main()"
    with started(serving) as worker:
        assert worker.stdout is not None
        say(worker, "hello")
        told = json.loads(worker.stdout.readline())
        assert worker.wait(60) == 1
    assert (told["type"], told["kind"], told["code"]) == ("error", "internal", "protocol-line")


def test_without_a_home_the_caches_lie_below_the_temporary_folder(tmp_path: Path) -> None:
    offline, hf, triton, user = ran(ENVIRONMENT, "", TMPDIR=str(tmp_path)).stdout.splitlines()
    assert offline == "1"
    assert hf.startswith(str(tmp_path))
    assert triton.startswith(str(tmp_path))
    assert user
