"""How fast a folder of a gigabyte is read, with one worker and with two, and in how much memory.

    python tests/benchmarks/folder.py            # 1,000 MB; `--megabytes 50` for less

The texts are generated into a temporary folder and removed at the end. Peak memory is that of the largest process of a run.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from generator import corpus

RUN = """
import json, resource, sys, time
from interparty.scale import claims_of_folder

if __name__ == "__main__":
    folder, output, workers = sys.argv[1:]
    begin = time.perf_counter()
    report = claims_of_folder(folder, output, int(workers), date="2002-10", progress=False)
    seconds = time.perf_counter() - begin
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    core = sum(one.ru_utime + one.ru_stime for one in used)
    peak = max(one.ru_maxrss for one in used) / 1024
    print(json.dumps([report.texts, report.claims, len(report.failures), seconds, core, peak]))
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        script = place / "run.py"
        script.write_text(RUN, encoding="utf-8")
        corpus(place / "texts", options.megabytes * 1_000_000)
        heads = [
            "workers",
            "texts",
            "MB",
            "claims",
            "left out",
            "seconds",
            "MB/s",
            "MB/s of one core",
            "peak memory of a process, MB",
        ]
        print("| " + " | ".join(heads) + " |\n" + "|---" * len(heads) + "|", flush=True)
        for workers in options.workers:
            command = [sys.executable, str(script), str(place / "texts"), str(place / f"claims-{workers}"), str(workers)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            texts, claims, failed, seconds, core, peak = json.loads(done.stdout)
            size = options.megabytes
            speeds = [f"{seconds:.0f}", f"{size / seconds:.1f}", f"{size / core:.1f}", f"{peak:.0f}"]
            print(
                "| " + " | ".join([str(workers), f"{texts:,}", f"{size:,}", f"{claims:,}", str(failed), *speeds]) + " |",
                flush=True,
            )


if __name__ == "__main__":
    main()
