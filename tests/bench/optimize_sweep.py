#!/usr/bin/env python3
"""Optimizes every resume of a folder for some postings of another, and holds the results to what is promised
(Python 3 standard library; build the target optimize_bench first).

  tests/bench/optimize_sweep.py RESUMES POSTINGS [--each 10] [--strategy default] [--jobs 2] [--parsed DIR]
  tests/bench/optimize_sweep.py RESUMES POSTINGS --speed

RESUMES is searched for PDF, DOCX, text and JSON Resume files, POSTINGS for .txt and .md. Each resume is parsed once (kept
in DIR where one is given) and meets as many postings, the next ones in turn. Fails where a proposal or the resume with all
of them fails the guard, where applying all lowers the score, or where optimizing the result again raises it by more than
a point. Prints the distribution of the score gains and the suggestions per kind; with --speed the milliseconds a pair
takes on one core, parsed already, and how they divide into stages. --sample N prints N proposals to read.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import random
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def below(folder, endings):
    return sorted(os.path.join(d, n) for d, _, names in os.walk(folder, followlinks=True) for n in names if n.lower().endswith(endings))


def parse(binary, path, out):
    """-> the path of the parse, or None where the document cannot be read."""
    if not os.path.exists(out):
        os.makedirs(os.path.dirname(out), exist_ok=True)
        done = subprocess.run([binary, "resume", "parse", path, "--json"], capture_output=True)
        with open(out, "wb") as file:
            file.write(done.stdout if done.returncode == 0 else b"")
    return out if os.path.getsize(out) else None


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))] if values else 0.0


def run(bench, strategy, each, check, resumes, postings, jobs):
    parts = [resumes[i::jobs] for i in range(jobs) if resumes[i::jobs]]

    def part(some):
        done = subprocess.run([bench, strategy, str(each), str(check), *some, "--", *postings], capture_output=True,
                              text=True)
        if done.returncode != 0:
            sys.exit(done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        return [record for records in pool.map(part, parts) for record in records]


def print_speed(records):
    times = [r["micros"] / 1000 for r in records]
    print(f"{len(times)} pairs: {sum(times) / len(times):.2f} ms a pair, p50 {percentile(times, .5):.2f}, "
          f"p95 {percentile(times, .95):.2f}, most {max(times):.2f}; {60000 * len(times) / sum(times):.0f} pairs a minute")
    stages = collections.Counter()
    for record in records:
        stages.update(record["stages"])
    print("of which", ", ".join(f"{name} {value / len(records) / 1000:.2f}" for name, value in stages.most_common()))


def print_quality(records):
    changes = lambda r: [s for s in r["suggestions"] if s["kind"] != "gap"]
    gains = [r["after"] - r["before"] for r in records]
    kinds = collections.Counter(s["kind"] for r in records for s in r["suggestions"])
    print("suggestions:", ", ".join(f"{n} {kind}" for kind, n in kinds.most_common()))
    print("sent back by the guard:", sum(len(r["rejected"]) for r in records))
    for name, some in (("all pairs", records),
                       ("of one language", [r for r in records if r["language"][:2] == r["postingLanguage"][:2]])):
        some_gains = [r["after"] - r["before"] for r in some]
        if some:
            print(f"{name}: {len(some)}, nothing to change in {sum(not changes(r) for r in some)}; gain "
                  + ", ".join(f"p{round(100 * s)} {percentile(some_gains, s):.2f}" for s in (.25, .5, .75, .9, .99))
                  + f", most {max(some_gains):.2f}")
    print(f"gains by points: " + ", ".join(f"{low}+: {sum(g >= low for g in gains)}" for low in (0.01, 0.5, 1, 2, 5, 10)))
    again = collections.Counter(s["kind"] for r in records for s in r["again"])
    print("optimized again:", ", ".join(f"{n} {kind}" for kind, n in again.most_common()) or "nothing",
          f"in {sum(bool(r['again']) for r in records)} pairs; most gained "
          f"{max(r['againAfter'] - r['after'] for r in records):.2f}")


def failures_of(record):
    out = list(record["broken"])
    if record["againAfter"] - record["after"] > 1:
        out.append(f"optimized again it gains {record['againAfter'] - record['after']:.2f}")
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("resumes")
    parser.add_argument("postings")
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--strategy", default="default")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--parsed")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bin", default=os.path.join(ROOT, "build/release/bin"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        parsed = args.parsed or folder
        files = below(args.resumes, (".pdf", ".docx", ".txt", ".md", ".json"))
        with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
            resumes = list(pool.map(lambda f: parse(args.bin + "/resumax", f, os.path.join(
                parsed, os.path.relpath(f, args.resumes) + ".parse.json")), files))
        resumes = [r for r in resumes if r]
        postings = below(args.postings, (".txt", ".md"))
        if not resumes or not postings:
            sys.exit("no resume or no posting that can be read")
        records = run(args.bin + "/optimize_bench", args.strategy, args.each, int(not args.speed), resumes, postings,
                      1 if args.speed else args.jobs)
    print(f"{len(resumes)} of {len(files)} resumes, {len(postings)} postings, strategy {args.strategy}")
    print_speed(records)
    if args.speed:
        return
    print_quality(records)
    proposals = [(r, s) for r in records for s in r["suggestions"]]
    for record, s in random.Random(args.seed).sample(proposals, min(args.sample, len(proposals))):
        print(f"\n[{s['kind']} {s['delta']:+.2f}{' ?' if s['uncertain'] else ''}] {s['target']}\n  - {s['original']}"
              f"\n  + {s['proposed']}\n    {s['reason']}")
    bad = [(r, f) for r in records for f in failures_of(r)]
    for record, failure in bad[:20]:
        print(f"FAILED {os.path.basename(record['resume'])} for {os.path.basename(record['posting'])}: {failure}")
    print(f"{len(records)} pairs, {len(bad)} failures")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
