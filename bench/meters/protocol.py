"""How the bench talks to a meter: a command is a line of input; what happens is told in lines of output, all JSON.

{"command": "phase" or "watch", "seconds": S} is answered by {"begun": ns} once the meter has read the start, then by
{"from": ns, "to": ns, "joules": J, "said": [...]} or {"fault": text, "said": [...]}. Times are CLOCK_MONOTONIC's.
A phase is a window whose energy is asked for; a watch lets the meter sample at 10 Hz.
"""

import json
import logging
import sys
import time
import warnings

_said = []


class _Listener(logging.Handler):
    def emit(self, record):
        _said.append(record.getMessage())


def _tell(**what):
    print(json.dumps(what), flush=True)


def _measure(begin, end, seconds):
    try:
        begin()
        start = time.monotonic_ns()
        _tell(begun=start)
        time.sleep(seconds)
        stop = time.monotonic_ns()
        joules = end()
    except Exception as error:
        return {"fault": f"{type(error).__name__}: {error}"}
    return {"from": start, "to": stop, "joules": joules}


def serve(commands, logger):
    """Carries out commands until the input ends. commands maps a name to what begins and what ends a measurement."""
    logging.getLogger(logger).addHandler(_Listener(logging.WARNING))
    warnings.showwarning = lambda message, *_: _said.append(str(message))
    warnings.simplefilter("always")
    _tell(ready=True)
    for line in sys.stdin:
        asked = json.loads(line)
        _said.clear()
        begin, end = commands[asked["command"]]
        outcome = _measure(begin, end, asked["seconds"])
        _tell(**outcome, said=list(_said))
