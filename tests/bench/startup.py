#!/usr/bin/env python3
"""Start-up and whole-job times as ratios in one run (Python 3 standard library only).

  tests/bench/startup.py [--binary build/release/bin/resumax] [--runs 40]

Prints the median of each command against `git --version`, and of parsing and of the whole local job against
`pdftotext` on the same file. The commands take turns, so that a busy machine slows all of them alike.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(command, env):
    start = time.perf_counter()
    code = subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    return time.perf_counter() - start, code


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(ROOT, "build/release/bin/resumax"))
    parser.add_argument("--runs", type=int, default=40)
    args = parser.parse_args()
    folder = tempfile.mkdtemp()
    env = dict(os.environ, RESUMAX_WORKSPACE=os.path.join(folder, "workspace"), HOME=folder)
    env.pop("XDG_DATA_HOME", None)
    resume = os.path.join(ROOT, "examples/resumes/backend-engineer.pdf")
    posting = os.path.join(ROOT, "examples/postings/platform-engineer.txt")
    for setup in (["resume", "add", resume], ["jd", "add", posting], ["optimize", "r1", "j1"], ["accept", "o1", "--all"]):
        if run([args.binary, *setup], env)[1] != 0:
            sys.exit("cannot set up: resumax " + " ".join(setup))

    out = os.path.join(folder, "out.pdf")
    fresh = [os.path.join(folder, "fresh")]

    def whole_job():
        shutil.rmtree(fresh[0], ignore_errors=True)
        return [args.binary, "--workspace", fresh[0], "optimize", resume, posting, "--accept", "safe", "--export", out,
                "--force"]

    rows = [
        ("git --version", lambda: ["git", "--version"], None, None),
        ("resumax --version", lambda: [args.binary, "--version"], "git --version", 3),
        ("resumax status", lambda: [args.binary, "status"], "git --version", 3),
        ("resumax log", lambda: [args.binary, "log"], "git --version", 3),
        ("resumax diff v1", lambda: [args.binary, "diff", "v1"], "git --version", 3),
        ("pdftotext", lambda: ["pdftotext", resume, "-"], None, None),
        ("resumax resume parse", lambda: [args.binary, "resume", "parse", resume, "--json"], "pdftotext", 2),
        ("whole job", whole_job, "pdftotext", 10),
    ]
    times = {name: [] for name, *_ in rows}
    for _ in range(args.runs):
        for name, command, *_ in rows:
            seconds, code = run(command(), env)
            if code != 0:
                sys.exit(f"{name}: exit {code}")
            times[name].append(seconds)
    median = {name: statistics.median(values) for name, values in times.items()}
    print(f"{'command':24} {'median ms':>10}  {'ratio':>6}  budget")
    for name, _, base, budget in rows:
        ratio = f"{median[name] / median[base]:6.2f}  {budget}x {base}" if base else ""
        print(f"{name:24} {1000 * median[name]:10.2f}  {ratio}")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
