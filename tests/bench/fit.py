#!/usr/bin/env python3
"""How well the score tells which postings fit one person, against that person's labels (Python 3 standard library only).

  tests/bench/fit.py RESUME LABELS [--yes 1] [--postings FOLDER] [--bands] [--errors N] [--table]

LABELS holds a line a posting: its file, a tab, a number; what follows another tab is not read, nor a line without a
number. A posting fits where its number is at least that of --yes. Files are looked for in FOLDER, else beside LABELS and
in the folder beside it of its name without the ending. Prints the AUC (the chance that a posting that fits is placed
above one that does not) of the score, of each of its components alone, of the cosine of plain TF-IDF and of keyword
coverage, both written here, each with its 95% interval over resampled postings, and how far the score hangs on the
length of a posting. --bands adds the share of fits by score, --errors the postings that are placed worst, --table a line
of tabs a posting. Each posting is scored by itself; nothing is stored.
"""
import argparse
import collections
import concurrent.futures
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile

from areas import area

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLES = 1000
CONDITIONS = ("seniority", "education", "languages")


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def read_labels(path, folder, yes):
    """{file: whether it fits}"""
    folders = [folder] if folder else [os.path.dirname(path) or ".", os.path.splitext(path)[0]]
    out = {}
    for line in read(path).splitlines():
        name, _, rest = line.partition("\t")
        try:
            grade = float(rest.split("\t")[0])
        except ValueError:
            continue
        found = [f for f in (os.path.join(d, name) for d in folders) if os.path.isfile(f)]
        if not found:
            sys.exit(f"{name}: no such posting in {' or '.join(folders)}")
        out[found[0]] = grade >= yes
    return out


def score(binary, resume, posting, env):
    done = subprocess.run([binary, "score", resume, posting, "--json"], env=env, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{posting}: exit {done.returncode} {done.stdout[:300]}{done.stderr[:300]}")
    return json.loads(done.stdout)


def text_of(binary, resume, env):
    """What the resume says, for the orders to compare with."""
    if resume.lower().endswith((".txt", ".md")):
        return read(resume)
    done = subprocess.run([binary, "resume", "parse", resume, "--json"], env=env, capture_output=True, text=True)

    def strings(value):
        if isinstance(value, str):
            return [value]
        return [s for v in (value.values() if isinstance(value, dict) else value) for s in strings(v)] \
            if isinstance(value, (dict, list)) else []

    return "\n".join(strings(json.loads(done.stdout)))


def words_of(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def tfidf(resume, postings):
    """{posting: cosine} of (1 + ln tf) * ln((1 + texts) / (1 + df)) over the words of all of them."""
    count = {name: words_of(text) for name, text in postings.items()}
    mine = words_of(resume)
    frequency = collections.Counter(word for words in [*count.values(), mine] for word in words)

    def weigh(words):
        weights = {w: (1 + math.log(n)) * math.log((2 + len(count)) / (1 + frequency[w])) for w, n in words.items()}
        norm = math.sqrt(sum(x * x for x in weights.values())) or 1
        return {w: x / norm for w, x in weights.items()}

    mine = weigh(mine)
    return {name: sum(x * mine.get(w, 0) for w, x in weigh(words).items()) for name, words in count.items()}


def coverage(resume, postings):
    """{posting: share of its different words that the resume has}, without what stands in most postings."""
    count = {name: set(words_of(text)) for name, text in postings.items()}
    frequency = collections.Counter(word for words in count.values() for word in words)
    mine = words_of(resume)
    out = {}
    for name, words in count.items():
        telling = [w for w in words if len(w) > 1 and 2 * frequency[w] <= len(count)]
        out[name] = sum(w in mine for w in telling) / max(1, len(telling))
    return out


def interval(values, fits, seed=1):
    """The middle 95% of areas over samples, drawn with replacement from those that fit and from the others."""
    chance = random.Random(seed)
    kinds = [[n for n in values if fits[n]], [n for n in values if not fits[n]]]
    if not all(kinds):
        return math.nan, math.nan
    areas = []
    for _ in range(SAMPLES):
        drawn = {(kind, i): name for kind in (0, 1) for i, name in
                 enumerate(chance.choices(kinds[kind], k=len(kinds[kind])))}
        areas.append(area({k: values[n] for k, n in drawn.items()}, {k for k, n in drawn.items() if fits[n]}))
    areas.sort()
    return areas[SAMPLES // 40], areas[SAMPLES - SAMPLES // 40 - 1]


def ranked(values):
    order = {name: i for i, name in enumerate(sorted(values, key=lambda n: (values[n], n)))}
    return [order[name] for name in values]


def correlation(a, b):
    """Spearman's, of values by the same names."""
    x, y = ranked(a), ranked(b)
    middle = (len(x) - 1) / 2
    spread = sum((i - middle) ** 2 for i in x)
    return sum((i - middle) * (j - middle) for i, j in zip(x, y)) / spread if spread else math.nan


def print_row(title, values, fits):
    some = {n: v for n, v in values.items() if v is not None}
    low, high = interval(some, fits)
    note = "" if len(some) == len(values) else f"   {len(some)} postings ask for it"
    print(f"{title:18} {area(some, {name for name in some if fits[name]}):.3f}   {low:.3f} to {high:.3f}{note}")


def earned_share(components, at):
    """What a component earns of its maximum, None where it is not asked for; of a condition, which earns as far as the
    others do, what it earns of that."""
    share = lambda parts: sum(p["points"] for p in parts) / sum(p["maximum"] for p in parts)
    part = components[at]
    if not part["maximum"]:
        return None
    if part["name"] not in CONDITIONS:
        return share([part])
    others = [p for p in components if p["name"] not in CONDITIONS and p["maximum"]]
    fit = share(others) if others else 1
    return share([part]) / fit if fit else None


def print_bands(scores, fits):
    print("\nscore     postings     fit")
    bands = collections.defaultdict(list)
    for name, value in scores.items():
        bands[min(int(value // 10) * 10, 90)].append(fits[name])
    for low in sorted(bands):
        print(f"{low:2} to {low + 10:3} {len(bands[low]):8} {100 * sum(bands[low]) / len(bands[low]):7.1f}%")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("resume")
    parser.add_argument("labels")
    parser.add_argument("--yes", type=float, default=1)
    parser.add_argument("--postings")
    parser.add_argument("--bands", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--binary", default=os.path.join(ROOT, "build/release/bin/resumax"))
    args = parser.parse_args()
    fits = read_labels(args.labels, args.postings, args.yes)
    if not any(fits.values()) or all(fits.values()):
        sys.exit("the labels have to have both postings that fit and others")
    with tempfile.TemporaryDirectory() as home, concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        env = dict(os.environ, HOME=home)
        records = dict(zip(fits, pool.map(lambda p: score(args.binary, args.resume, p, env), fits)))
        plain = text_of(args.binary, args.resume, env)
    texts = {name: read(name) for name in fits}
    scores = {name: record["score"] for name, record in records.items()}
    print(f"{len(fits)} postings, {sum(fits.values())} fit\n\n{'':18}   AUC   95%")
    print_row("score", scores, fits)
    print_row("plain TF-IDF", tfidf(plain, texts), fits)
    print_row("keyword coverage", coverage(plain, texts), fits)
    for i, part in enumerate(next(iter(records.values()))["components"]):
        earned = {name: earned_share(record["components"], i) for name, record in records.items()}
        if len({fits[n] for n, v in earned.items() if v is not None}) == 2:
            print_row("  " + part["name"], earned, fits)
    others = {n: v for n, v in scores.items() if not fits[n]}
    length = {n: len(words_of(texts[n])) for n in scores}
    print(f"\nscore and length of the posting: Spearman {correlation(scores, length):+.2f}, among those that do not fit "
          f"{correlation(others, {n: length[n] for n in others}):+.2f}")
    if args.bands:
        print_bands(scores, fits)
    by_score = sorted(scores, key=scores.get)
    for title, some in (("fit, placed low", [n for n in by_score if fits[n]][:args.errors]),
                        ("do not fit, placed high", [n for n in reversed(by_score) if not fits[n]][:args.errors])):
        if some:
            print(f"\n{title}:")
        for name in some:
            parts = ", ".join(f"{p['name']} {p['points']:.1f}/{p['maximum']:.0f}" for p in records[name]["components"]
                              if p["maximum"])
            print(f"{scores[name]:6.2f} {os.path.basename(name)}: {parts}")
    if args.table:
        print()
        for name in fits:
            print(os.path.basename(name), int(fits[name]), scores[name],
                  *(f"{p['points']}/{p['maximum']}" for p in records[name]["components"]), sep="\t")


if __name__ == "__main__":
    main()
