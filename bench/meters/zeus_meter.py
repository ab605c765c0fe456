"""zeus, as its documentation shows it: a monitor with a window for each phase; beside it, for a watch, its power monitor."""

import protocol
from zeus.monitor import PowerMonitor, ZeusMonitor


def main():
    kept = {}

    def begin():
        if "monitor" not in kept:
            kept["monitor"] = ZeusMonitor(gpu_indices=[0], cpu_indices=[])
        # No framework runs here whose work would have to be waited for.
        kept["monitor"].begin_window("phase", sync_execution=False)

    def end():
        return kept["monitor"].end_window("phase", sync_execution=False).gpu_energy[0]

    def begin_watch():
        kept["power"] = PowerMonitor(gpu_indices=[0], update_period=0.1)
        begin()

    def end_watch():
        joules = end()
        kept.pop("power").stop()
        return joules

    protocol.serve({"phase": (begin, end), "watch": (begin_watch, end_watch)}, "zeus")


# The power monitor starts processes that import this file anew.
if __name__ == "__main__":
    main()
