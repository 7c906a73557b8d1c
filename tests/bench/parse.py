#!/usr/bin/env python3
"""Parsing against `pdftotext` on the same files, in one run (Python 3 standard library; pdftotext, optionally pdfunite).

  tests/bench/parse.py [--binary build/release/bin/resumax] [--runs 5] [--sample 60] [--jobs N] PATH…

PATH is a PDF or DOCX, or a folder of them. Three tables:

1. each PDF (at most --sample of them, spread evenly) in a process of its own, `resumax` and `pdftotext` taking turns, so
   that a busy machine slows both alike: medians and the median of the files' ratios. Target 2.
2. the same PDFs in bulk, taking turns again: one `resume parse --out` of all of them on all processors and on one,
   against a `pdftotext` for each and, where pdfunite is there, one `pdftotext` of all of them as one file. Target 1.3
   times the `pdftotext` for each.
3. every file, and a PDF of 400 pages made here, once: outcome, time, peak memory of the program and of its helper. The
   limits are 10 s and 512 MB for each of the two. Files over limits.resume are read with a raised limit too.

Exit 1 where a limit is passed or a file ends in anything but a parse or an error with a code; ratios only inform.
"""
import argparse
import collections
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from outcomes import outcome_of

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def spread(items, count):
    return items if len(items) <= count else [items[i * len(items) // count] for i in range(count)]


def below(paths):
    files = []
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in os.walk(path):
                files += [os.path.join(folder, n) for n in names if n.lower().endswith((".pdf", ".docx"))]
        else:
            files.append(path)
    return sorted(set(files))


def timed(command, **options):
    start = time.perf_counter()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options).returncode
    return time.perf_counter() - start, code


def pages(count):
    """A PDF of so many pages of invented text, its cross-reference table included."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>",
               f"<</Type/Pages/Count {count}/Kids[" + " ".join(f"{4 + 2 * i} 0 R" for i in range(count)) + "]>>",
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for page in range(count):
        lines = [f"BT /F 10 Tf 12 TL 60 {760 - 12 * line} Td (Page {page + 1}, line {line + 1}: kept the northern "
                 f"depots of Sandholt Freight on time for {line + 2} years.) Tj ET" for line in range(55)]
        text = "\n".join(lines)
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>"
                       f"/Contents {5 + 2 * page} 0 R>>")
        objects.append(f"<</Length {len(text)}>>stream\n{text}\nendstream")
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def resident_peaks(pid):
    """-> {name: VmHWM in MB} of a process and its children."""
    peaks = {}
    try:
        children = open(f"/proc/{pid}/task/{pid}/children").read().split()
        for process in [str(pid), *children]:
            fields = dict(line.split(":", 1) for line in open(f"/proc/{process}/status") if ":" in line)
            name = "helper" if process != str(pid) else "main"
            peaks[name] = max(peaks.get(name, 0), int(fields.get("VmHWM", "0 kB").split()[0]) / 1024)
    except (OSError, ValueError):
        pass  # it has ended meanwhile
    return peaks


def parse(binary, path, *flags):
    """-> (outcome, seconds, peak MB of the program, of its helper)"""
    peaks = collections.Counter()
    start = time.perf_counter()
    process = subprocess.Popen([binary, "resume", "parse", path, "--json", *flags], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    ended = threading.Event()

    def watch():
        while not ended.wait(0.005):
            for name, megabytes in resident_peaks(process.pid).items():
                peaks[name] = max(peaks[name], megabytes)

    watcher = threading.Thread(target=watch)
    watcher.start()
    out, err = process.communicate()
    seconds = time.perf_counter() - start
    ended.set()
    watcher.join()
    return outcome_of(process.returncode, out, err), seconds, peaks["main"], peaks["helper"]


def whole_process(binary, files, runs):
    ratios, ours, theirs = [], [], []
    for path in files:
        a, b = [], []
        for _ in range(runs):
            a.append(timed([binary, "resume", "parse", path, "--json"])[0])
            b.append(timed(["pdftotext", path, "-"])[0])
        ours.append(statistics.median(a))
        theirs.append(statistics.median(b))
        ratios.append(ours[-1] / theirs[-1])
    ratios.sort()
    print(f"\n1. one process a file ({len(files)} PDFs, {runs} runs each)")
    print(f"   pdftotext {1000 * statistics.median(theirs):8.2f} ms   resumax {1000 * statistics.median(ours):8.2f} ms")
    print(f"   ratio: median {statistics.median(ratios):.2f} (target 2), "
          f"best {ratios[0]:.2f}, 90% below {ratios[len(ratios) * 9 // 10]:.2f}, worst {ratios[-1]:.2f}")


def bulk(binary, files, runs, jobs):
    folder = tempfile.mkdtemp()
    names = []
    for number, path in enumerate(files):  # one folder, so that the command line stays short
        names.append(os.path.join(folder, "in", f"{number}.pdf"))
        os.makedirs(os.path.dirname(names[-1]), exist_ok=True)
        shutil.copy(path, names[-1])
    united = os.path.join(folder, "united.pdf")
    if not shutil.which("pdfunite") or len(files) < 2 or timed(["pdfunite", *names, united])[1] != 0:
        united = None
    rows = collections.defaultdict(list)
    for _ in range(runs):
        for label, flags in ((f"resumax, {jobs} jobs", ["--jobs", str(jobs)]), ("resumax, 1 job", ["--jobs", "1"])):
            shutil.rmtree(folder + "/out", ignore_errors=True)
            rows[label].append(timed([binary, "resume", "parse", "--out", folder + "/out", *flags, folder + "/in"])[0])
        rows["pdftotext each"].append(sum(timed(["pdftotext", name, "-"])[0] for name in names))
        if united:
            rows["pdftotext, all as one"].append(timed(["pdftotext", united, "-"])[0])
    shutil.rmtree(folder)
    print(f"\n2. in bulk ({len(files)} PDFs, median of {runs} runs; target 1.3 of pdftotext each)")
    base = statistics.median(rows["pdftotext each"])
    for label, values in rows.items():
        total = statistics.median(values)
        print(f"   {label:22} {1000 * total / len(files):8.2f} ms a file   ratio {total / base:5.2f}")


def robustness(binary, files):
    folder = tempfile.mkdtemp()
    long = os.path.join(folder, "400-pages.pdf")
    with open(long, "wb") as file:
        file.write(pages(400))
    outcomes, wrong = collections.Counter(), 0
    slowest, most = (0, ""), {"main": (0, ""), "helper": (0, "")}
    print(f"\n3. {len(files)} files and a PDF of 400 pages, once each (shown: what passes a limit, the long and the large)")
    for path in [long, *files]:
        tries = [[]] + ([["-c", "limits.resume=1GB"]] if os.path.getsize(path) > 5 << 20 else [])
        for flags in tries:
            outcome, seconds, main, helper = parse(binary, path, *flags)
            outcomes[outcome] += 1
            over = outcome.isupper() or outcome.startswith("EXIT") or seconds > 10.5 or max(main, helper) > 512
            wrong += over
            name = os.path.basename(path) + (" (raised limit)" if flags else "")
            slowest = max(slowest, (seconds, name))
            most["main"], most["helper"] = max(most["main"], (main, name)), max(most["helper"], (helper, name))
            if over or path == long or len(tries) > 1:
                print(f"   {'WRONG ' if over else ''}{name:36} {outcome:18} {seconds:6.2f} s   "
                      f"main {main:4.0f} MB   helper {helper:4.0f} MB")
    shutil.rmtree(folder)
    print("   " + ", ".join(f"{n} {o}" for o, n in outcomes.most_common()))
    print(f"   slowest {slowest[0]:.2f} s ({slowest[1]}); largest main {most['main'][0]:.0f} MB ({most['main'][1]}), "
          f"helper {most['helper'][0]:.0f} MB ({most['helper'][1]})")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(ROOT, "build/release/bin/resumax"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("paths", nargs="+")
    args = parser.parse_args()
    files = below(args.paths)
    # What both read: a ratio against a refusal says nothing.
    readable = [f for f in spread([f for f in files if f.lower().endswith(".pdf")], args.sample)
                if os.path.getsize(f) <= 5 << 20 and timed(["pdftotext", f, "-"])[1] == 0 and
                timed([args.binary, "resume", "parse", f, "--json"])[1] == 0]
    if readable:
        whole_process(args.binary, readable, args.runs)
        bulk(args.binary, readable, args.runs, args.jobs)
    wrong = robustness(args.binary, files)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
