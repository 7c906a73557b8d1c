#!/bin/sh
# The same input gives the same bytes: score, rank and optimize as JSON.
#
#   tests/bench/determinism.sh [--runs 100] [--binary build/release/bin/resumax] [--other BINARY]
#
# Each is run that many times, by turns on one processor and on two, and its output compared byte for byte; --other is
# the program of another build folder, whose output has to be the same too. Names of a run (ids, times) are left out.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
runs=100 binary=$root/build/release/bin/resumax other=
while [ $# -gt 0 ]; do
  case $1 in
    --runs) runs=$2 ;;
    --binary) binary=$2 ;;
    --other) other=$2 ;;
    *) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
  shift 2
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work"
cd "$root/examples"

run() { # PROGRAM PROCESSORS VERB
  case $3 in
    score) taskset -c "$2" "$1" score resumes/backend-engineer.pdf postings/platform-engineer.txt --json ;;
    rank) taskset -c "$2" "$1" rank postings/platform-engineer.txt resumes --json ;;
    optimize)
      rm -rf "$work/ws"
      taskset -c "$2" "$1" --workspace "$work/ws" optimize resumes/icu-nurse.docx postings/icu-nurse.txt --json 2>"$work/err" |
        grep -vE '"([a-zA-Z]*[iI]d|createdAt|completedAt|updatedAt)":' ;;
  esac
}

both=0; [ "$(nproc)" -lt 2 ] || both=0,1
failed=0
for verb in score rank optimize; do
  run "$binary" 0 $verb >"$work/first"
  [ -s "$work/first" ] || { echo "$verb printed nothing"; exit 1; }
  differing=0 at=1
  while [ $at -le "$runs" ]; do
    processors=0; [ $((at % 2)) -eq 0 ] || processors=$both
    run "$binary" $processors $verb >"$work/again"
    cmp -s "$work/first" "$work/again" || differing=$((differing + 1))
    at=$((at + 1))
  done
  note=
  if [ -n "$other" ]; then
    note=", the other build gives the same"
    run "$other" 0 $verb >"$work/again"
    cmp -s "$work/first" "$work/again" || { note=", the other build DIFFERS"; differing=$((differing + 1)); }
  fi
  echo "$verb: $runs runs, $differing different$note"
  failed=$((failed + differing))
done
[ $failed -eq 0 ]
