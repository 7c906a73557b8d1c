#!/usr/bin/env python3
"""The whole main job on pairs of resumes and postings (Python 3 standard library; pdftotext, optionally soffice).

  tests/bench/pairs.py --resumes DIR --postings DIR [--pairs 20] [--office] [--binary build/release/bin/resumax]

Takes that many pairs, spread over both folders, of one language where file names begin with one ("en-…"): add, optimize, accept --all, export to every format. Checks that
`pdftotext` of the PDF holds every accepted text and every line of the text export in order, that exporting again gives
the same bytes, and with --office that LibreOffice turns the DOCX into a PDF that holds the accepted texts too.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def squeeze(text):
    """Letters and digits only: line breaks, hyphens at line ends, bidi marks and bullets do not count."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if unicodedata.category(c)[0] in "LNS" and c != "•")


def spread(items, count):
    return [items[i * len(items) // count] for i in range(count)]


def pairs_of(resumes, postings, count):
    """Resumes spread over the folder, each with the next posting of its language, English where there is none."""
    by_language, turn = {}, {}
    for posting in postings:
        by_language.setdefault(os.path.basename(posting)[:3], []).append(posting)
    for resume in spread(resumes, count):
        language = os.path.basename(resume)[:3]
        candidates = by_language.get(language) or by_language.get("en-") or postings
        turn[language] = turn.get(language, -1) + 1
        yield resume, candidates[turn[language] * 5 % len(candidates)]


def below(folder, endings):
    return sorted(os.path.join(d, n) for d, _, names in os.walk(folder) for n in names if n.endswith(endings))


def missing_in_order(texts, whole):
    """Those of `texts` that do not follow the one before them in `whole`."""
    at, lost = 0, []
    for text in texts:
        wanted = squeeze(text)
        found = whole.find(wanted, at)
        if found < 0:
            lost.append(text)
        else:
            at = found + len(wanted)
    return lost


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resumes", required=True)
    parser.add_argument("--postings", required=True)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--binary", default=os.path.join(ROOT, "build/release/bin/resumax"))
    args = parser.parse_args()
    pairs = list(pairs_of(below(args.resumes, (".pdf", ".docx")), below(args.postings, (".txt", ".pdf", ".docx")),
                          args.pairs))
    failures = 0
    gains = []
    for number, (resume, posting) in enumerate(pairs, 1):
        with tempfile.TemporaryDirectory() as folder:
            env = dict(os.environ, RESUMAX_WORKSPACE=folder + "/workspace", HOME=folder)

            def run(*words):
                done = subprocess.run([args.binary, "--json", *words], env=env, capture_output=True, text=True)
                if done.returncode != 0:
                    raise RuntimeError(f"{' '.join(words[:2])}: exit {done.returncode} {done.stdout}{done.stderr}")
                return json.loads(done.stdout) if done.stdout.startswith("{") else done.stdout

            problems, proposed = [], []
            try:
                run("resume", "add", resume)
                run("jd", "add", posting)
                optimization = run("optimize", "r1", "j1")
                proposed = [s for s in optimization["suggestions"] if s["kind"] != "gap"]
                run("accept", "o1", "--all")
                for kind in ("pdf", "docx", "text", "md", "json"):
                    for copy in "ab":
                        run("export", "v1", "--format", kind, "-o", f"{folder}/{copy}.{kind}")
                    if open(f"{folder}/a.{kind}", "rb").read() != open(f"{folder}/b.{kind}", "rb").read():
                        problems.append(f"{kind} differs between runs")
                pdf = squeeze(subprocess.run(["pdftotext", folder + "/a.pdf", "-"], capture_output=True, text=True).stdout)
                accepted = [line for s in proposed for line in s["proposed"].split("\n")]
                problems += ["not in the PDF: " + t for t in accepted if squeeze(t) not in pdf]
                shown = json.load(open(folder + "/a.json"))
                bullets = [h for role in shown.get("work", []) for h in role.get("highlights", [])]
                problems += ["not in order in the PDF: " + t for t in missing_in_order(bullets, pdf)]
                if args.office:
                    subprocess.run(["soffice", "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir",
                                    folder + "/office", folder + "/a.docx"], capture_output=True)
                    office = squeeze(subprocess.run(["pdftotext", folder + "/office/a.pdf", "-"], capture_output=True,
                                                    text=True).stdout)
                    problems += ["not in the DOCX: " + t for t in accepted if squeeze(t) not in office]
                gains.append(optimization["scoreAfter"]["total"] - optimization["score"]["total"])
            except (RuntimeError, OSError, KeyError, ValueError) as error:
                problems.append(repr(error))
            failures += bool(problems)
            print(f"{number:3} {'FAILED' if problems else 'ok'} {len(proposed)} changes", *problems[:4], sep="\n      " if problems else " ")
    print(f"{len(pairs)} pairs, {failures} failed" +
          (f"; score gains {min(gains):.2f} to {max(gains):.2f}, median {sorted(gains)[len(gains) // 2]:.2f}" if gains else ""))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
