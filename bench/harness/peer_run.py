"""Runs the peer's scenario of the AI Energy Score once, as its own command line would, and stops at the edges of its phases.

python peer_run.py '{"backend": {...}, "scenario": {...}}'

At each edge the process that infers writes a line of JSON to standard output and waits for a line on standard input, so
that somebody outside can read a meter. Nothing else of the peer is changed.
"""

import json
import os
import sys
from contextlib import contextmanager

from optimum_benchmark import Benchmark, BenchmarkConfig, EnergyStarConfig, ProcessConfig, PyTorchConfig
from optimum_benchmark.scenarios.energy_star.scenario import EnergyStarScenario

track = EnergyStarScenario.track
run = EnergyStarScenario.run


def edge(phase: str, name: str) -> None:
    told = {"phase": phase, "edge": name, "pid": os.getpid(), "launcher": os.getppid()}
    os.write(1, f"{json.dumps(told)}\n".encode())
    os.read(0, 1)


@contextmanager
def tracked(self, task_name: str):
    with track(self, task_name):
        edge(task_name, "start")
        yield
        edge(task_name, "end")


def run_and_read(self, backend):
    """The scenario, and after it what each of its passes does beside the model: reading every sample out of its table."""
    report = run(self, backend)
    edge("reading", "start")
    for i in range(self.config.num_samples):
        backend.prepare_inputs(self.dataset[i : i + 1])
    edge("reading", "end")
    return report


# The launcher starts another process, which imports this file again.
EnergyStarScenario.track = tracked
EnergyStarScenario.run = run_and_read

if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    Benchmark.launch(
        BenchmarkConfig(
            name="side-by-side",
            launcher=ProcessConfig(),
            backend=PyTorchConfig(**told["backend"]),
            scenario=EnergyStarConfig(**told["scenario"]),
        )
    )
