#!/usr/bin/env python3
"""Parses every given file in a process of its own; says what came out, how long it took and how much memory
(Python 3 standard library only).

  tests/bench/robustness.py [--binary build/release/bin/resumax] [--all] PATH…

PATH is a file or a folder (searched for .pdf and .docx). Prints a line for each file that was not parsed, or for all
with --all, then totals. Exit 1 if any file ended in anything but a parse or an error with a code, took over 10 s, or
needed over 512 MB.
"""
import argparse
import collections
import os
import subprocess
import sys
import time

from outcomes import outcome_of

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def parse(binary, path):
    """-> (outcome, seconds, peak MB); the peak covers the helper, which the program waits for."""
    start = time.perf_counter()
    process = subprocess.Popen([binary, "resume", "parse", path, "--json"], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    out, err = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    return outcome_of(process.returncode, out, err), seconds, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(ROOT, "build/release/bin/resumax"))
    parser.add_argument("--all", action="store_true")
    parser.add_argument("paths", nargs="+")
    args = parser.parse_args()
    files = []
    for path in args.paths:
        if os.path.isdir(path):
            for folder, _, names in os.walk(path):
                files += [os.path.join(folder, n) for n in names if n.lower().endswith((".pdf", ".docx"))]
        else:
            files.append(path)
    outcomes, bad, slowest, largest = collections.Counter(), 0, (0, ""), (0, "")
    for path in sorted(files):
        outcome, seconds, megabytes = parse(args.binary, path)
        outcomes[outcome] += 1
        slowest, largest = max(slowest, (seconds, path)), max(largest, (megabytes, path))
        wrong = outcome.isupper() or outcome.startswith("EXIT") or seconds > 10 or megabytes > 512
        bad += wrong
        if args.all or wrong or outcome != "parsed":
            print(f"{'WRONG ' if wrong else ''}{outcome:20} {seconds:6.2f} s {megabytes:6.0f} MB  {os.path.basename(path)}")
    print(f"{len(files)} files: " + ", ".join(f"{n} {o}" for o, n in outcomes.most_common()))
    print(f"slowest {slowest[0]:.2f} s ({os.path.basename(slowest[1])}), "
          f"largest {largest[0]:.0f} MB ({os.path.basename(largest[1])})")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
