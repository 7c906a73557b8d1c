#!/usr/bin/env python3
"""How well postings order resumes, against labels (Python 3 standard library only).

  tests/bench/ranking.py FOLDER [--binary build/release/bin/resumax] [--bands]

FOLDER holds queries/ (one posting a file), corpus/ (one resume a file) and qrels.tsv (TREC form: query 0 document
relevance; what is not listed is not relevant). Prints the mean over queries of AUC, MAP@50 and nDCG@50 of three orders:
what `resumax rank` gives, the score of each pair alone, and the cosine of plain TF-IDF written here. With --bands also
the share of relevant pairs by score.
"""
import argparse
import collections
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time

from areas import area

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DEPTH = 50


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def tfidf_orders(queries, corpus):
    """{query: {document: cosine}} of (1 + ln tf) * ln(documents / df) over lower-case words of letters and digits."""
    count = {name: collections.Counter(re.findall(r"\w+", text.lower())) for name, text in corpus.items()}
    frequency = collections.Counter(word for words in count.values() for word in words)

    def weigh(words):
        weights = {w: (1 + math.log(n)) * math.log(len(corpus) / frequency[w]) for w, n in words.items() if frequency[w]}
        norm = math.sqrt(sum(x * x for x in weights.values())) or 1
        return {w: x / norm for w, x in weights.items()}

    documents = {name: weigh(words) for name, words in count.items()}
    result = {}
    for name, text in queries.items():
        query = weigh(collections.Counter(re.findall(r"\w+", text.lower())))
        result[name] = {d: sum(x * words.get(w, 0) for w, x in query.items()) for d, words in documents.items()}
    return result


def measure(values, relevant):
    ordered = sorted(values, key=lambda name: (-values[name], name))[:DEPTH]
    hits, precision, gain = 0, 0, 0
    for place, name in enumerate(ordered, 1):
        if name in relevant:
            hits += 1
            precision += hits / place
            gain += 1 / math.log2(place + 1)
    most = min(len(relevant), DEPTH)
    return area(values, relevant), precision / len(relevant), gain / sum(1 / math.log2(i + 1) for i in range(1, most + 1))


def show_bands(scores, relevant):
    bands = collections.defaultdict(lambda: [0, 0])
    for query, values in scores.items():
        for document, score in values.items():
            band = bands[min(int(score // 10) * 10, 90)]
            band[0] += 1
            band[1] += document in relevant[query]
    print("\nscore     pairs  relevant")
    for low in sorted(bands):
        pairs, good = bands[low]
        print(f"{low:2} to {low + 10:3} {pairs:6} {100 * good / pairs:7.1f}%")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--binary", default=os.path.join(ROOT, "build/release/bin/resumax"))
    parser.add_argument("--bands", action="store_true")
    args = parser.parse_args()
    files = {kind: {n: os.path.join(args.folder, kind, n) for n in sorted(os.listdir(os.path.join(args.folder, kind)))}
             for kind in ("queries", "corpus")}
    relevant = collections.defaultdict(set)
    for line in read(os.path.join(args.folder, "qrels.tsv")).splitlines():
        query, _, document, grade = line.split()
        if float(grade) > 0:
            relevant[query].add(document)

    env = dict(os.environ, HOME=tempfile.mkdtemp())
    ranks, scores, seconds = {}, {}, 0
    for query, path in files["queries"].items():
        start = time.perf_counter()
        done = subprocess.run([args.binary, "--json", "rank", path, *files["corpus"].values()], env=env,
                              capture_output=True, text=True)
        seconds += time.perf_counter() - start
        if done.returncode not in (0, 1):
            sys.exit(f"rank: exit {done.returncode} {done.stdout[:300]}{done.stderr[:300]}")
        rows = json.loads(done.stdout)["resumes"]
        ranks[query] = {os.path.basename(row["file"]): -row["rank"] for row in rows}
        scores[query] = {os.path.basename(row["file"]): row["score"] for row in rows}
        for lost in set(files["corpus"]) - set(ranks[query]):  # what cannot be read stands last
            ranks[query][lost], scores[query][lost] = -len(files["corpus"]) - 1, 0
    plain = tfidf_orders({n: read(p) for n, p in files["queries"].items()},
                         {n: read(p) for n, p in files["corpus"].items()})
    print(f"{len(ranks)} postings, {len(files['corpus'])} resumes, rank in {seconds / len(ranks):.2f} s a posting\n")
    print(f"{'':14}   AUC  MAP@{DEPTH}  nDCG@{DEPTH}")
    for title, orders in (("rank", ranks), ("score alone", scores), ("plain TF-IDF", plain)):
        rows = [measure(values, relevant[query]) for query, values in orders.items() if relevant[query]]
        means = [sum(column) / len(rows) for column in zip(*rows)]
        print(f"{title:14} {means[0]:.3f}   {means[1]:.3f}    {means[2]:.3f}")
    if args.bands:
        show_bands(scores, relevant)


if __name__ == "__main__":
    main()
