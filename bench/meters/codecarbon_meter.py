"""codecarbon, as its documentation shows it: a tracker with a task for each phase; for a watch, a tracker at 10 Hz."""

import protocol
from codecarbon import OfflineEmissionsTracker

JOULES_PER_KWH = 3.6e6


def tracker(**options):
    return OfflineEmissionsTracker(
        country_iso_code="FRA", gpu_ids=[0], save_to_file=False, allow_multiple_runs=True, log_level="warning", **options
    )


def main():
    kept = {}

    def begin():
        if "tracker" not in kept:
            kept["tracker"] = tracker()
        kept["tracker"].start_task()

    def end():
        return kept["tracker"].stop_task().gpu_energy * JOULES_PER_KWH

    def begin_watch():
        kept["watching"] = tracker(measure_power_secs=0.1)
        kept["watching"].start()

    def end_watch():
        watching = kept.pop("watching")
        watching.stop()
        return watching.final_emissions_data.gpu_energy * JOULES_PER_KWH

    protocol.serve({"phase": (begin, end), "watch": (begin_watch, end_watch)}, "codecarbon")


if __name__ == "__main__":
    main()
