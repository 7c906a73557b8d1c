#!/usr/bin/env bash
# Builds the fuzz targets and runs each for a while over a copy of the kept corpus.
#   tests/fuzz/run.sh SECONDS [TARGET…]     nightly: 60, on every push: 3; no target means all of them
# An input that breaks something is left in build/fuzz/findings: make it small (bin/fuzz --target=NAME
# -minimize_crash=1 FILE), mend the defect, and keep it in tests/fuzz/corpus/NAME, where the tests run it.
# Needs clang and its runtime (Debian: clang libclang-rt-14-dev).
set -euo pipefail
cd "$(dirname "$0")/../.."

case "${1:-}" in
  "" | *[!0-9]*) echo "usage: tests/fuzz/run.sh SECONDS [TARGET…]" >&2; exit 2 ;;
esac
seconds=$1
shift

cmake --preset fuzz -Wno-dev >/dev/null
cmake --build --preset fuzz -- --quiet

names=("$@")
if [ ${#names[@]} -eq 0 ]; then
  for folder in tests/fuzz/corpus/*/; do names+=("$(basename "$folder")"); done
fi

findings=build/fuzz/findings
mkdir -p "$findings"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=()
for name in "${names[@]}"; do
  cp -r "tests/fuzz/corpus/$name" "$work/$name"
  printf '%-14s' "$name"
  # Sanitized code runs at a fifth of the speed: 10 s of it for 4 KB is far more than any input should take.
  if build/fuzz/bin/fuzz --target="$name" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
      -print_final_stats=1 -artifact_prefix="$findings/$name-" "$work/$name" >"$work/$name.log" 2>&1; then
    awk '/number_of_executed_units/ { runs = $2 } /slowest_unit_time_sec/ { slow = $2 } /cov:/ { cov = $4 }
         END { printf "%9d runs, %6d edges, slowest %d s\n", runs, cov, slow }' "$work/$name.log"
  else
    failed+=("$name")
    echo "BROKEN"
    grep -aE 'broken invariant|ERROR:|SUMMARY:|runtime error|Test unit written' "$work/$name.log" || tail -n 5 "$work/$name.log"
  fi
done
[ ${#failed[@]} -eq 0 ] || { echo "broken: ${failed[*]}" >&2; exit 1; }
