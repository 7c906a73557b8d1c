#!/usr/bin/env python3
"""Skills in sentences against expert spans (Python 3 standard library only).

  tests/bench/skillspan.py FOLDER [--binary build/release/bin/resumax] [--part tech] [--wrong N] [--missed N]

FOLDER holds SkillSpan's files, skillspan_PART_train.conll and skillspan_PART_dev.conll: a token a line with two columns of
BIO tags behind tabs, skills (soft ones and tasks) and knowledge (what resumax calls skills), sentences parted by a blank
line. Each sentence, its tokens joined by blanks, is a line for `resumax taxonomy find - --asked
--json`. Printed per file:

  strict    precision, recall and F1 of spans with the same first and last token as a knowledge span
  overlap   the share of found spans that share a token with a knowledge span, and the share of those that a found span
            touches

--wrong N and --missed N list the most frequent spans without a counterpart.
"""
import argparse
import collections
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def read(path):
    sentences, tokens, tags = [], [], []
    with open(path, encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 3:
                if tokens:
                    sentences.append((tokens, tags))
                tokens, tags = [], []
                continue
            tokens.append(cells[0])
            tags.append(cells[2])
    return sentences


def spans(tags):
    found, begin = [], None
    for i, tag in enumerate([*tags, "O"]):
        if begin is not None and not tag.startswith("I"):
            found.append((begin, i))
            begin = None
        if tag.startswith("B") or (tag.startswith("I") and begin is None):
            begin = i
    return found


def find(binary, sentences):
    text = "".join(" ".join(tokens).replace("\r", " ") + "\n" for tokens, _ in sentences)
    done = subprocess.run([binary, "taxonomy", "find", "-", "--asked", "--json", "-c", "limits.posting=64MB"],
                          input=text.encode(), stdout=subprocess.PIPE, check=True)
    out = [[] for _ in sentences]
    for record in map(json.loads, done.stdout.splitlines()):
        tokens = sentences[record["line"] - 1][0]
        edges, at = [], 0
        for token in tokens:
            edges.append((at, at + len(token.encode())))
            at = edges[-1][1] + 1
        for skill in record["skills"]:
            inside = [i for i, (b, e) in enumerate(edges) if b < skill["end"] and e > skill["begin"]]
            out[record["line"] - 1].append((inside[0], inside[-1] + 1))
    return out


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(binary, path, wrong, missed):
    sentences = read(path)
    found = find(binary, sentences)
    same = touched = reached = n_found = n_gold = 0
    for (tokens, tags), ours in zip(sentences, found):
        gold = spans(tags)
        n_gold += len(gold)
        n_found += len(ours)
        same += len(set(gold) & set(ours))
        for b, e in ours:
            hit = any(b < ge and e > gb for gb, ge in gold)
            touched += hit
            if not hit:
                wrong[" ".join(tokens[b:e]).lower()] += 1
        for gb, ge in gold:
            hit = any(b < ge and e > gb for b, e in ours)
            reached += hit
            if not hit:
                missed[" ".join(tokens[gb:ge]).lower()] += 1
    precision, recall = same / max(n_found, 1), same / max(n_gold, 1)
    print("%-28s %6d %6d   %.3f %.3f %.3f    %.3f   %.3f" % (os.path.basename(path), n_gold, n_found, precision, recall,
          f1(precision, recall), touched / max(n_found, 1), reached / max(n_gold, 1)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--binary", default=os.path.join(ROOT, "build/release/bin/resumax"))
    parser.add_argument("--part", default="tech")
    parser.add_argument("--wrong", type=int, default=0, metavar="N")
    parser.add_argument("--missed", type=int, default=0, metavar="N")
    args = parser.parse_args()
    print("%-28s %6s %6s   %-18s   %s" % ("file", "gold", "found", "strict P, R, F1", "overlap P, R"))
    wrong, missed = collections.Counter(), collections.Counter()
    for name in ("train", "dev"):
        path = os.path.join(args.folder, "skillspan_%s_%s.conll" % (args.part, name))
        if not os.path.exists(path):
            sys.exit("no file " + path)
        if name == "dev":
            wrong_dev, missed_dev = collections.Counter(), collections.Counter()
        measure(args.binary, path, *((wrong, missed) if name == "train" else (wrong_dev, missed_dev)))
    for title, counter, number in (("found, not marked (train)", wrong, args.wrong),
                                   ("marked, not found (train)", missed, args.missed)):
        if number:
            print("\n" + title)
            for words, times in sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:number]:
                print("%5d  %s" % (times, words))


if __name__ == "__main__":
    main()
