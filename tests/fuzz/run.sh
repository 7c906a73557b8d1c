#!/usr/bin/env bash
# Builds the fuzz targets and runs each for a while over a copy of the kept corpus.
#   tests/fuzz/run.sh SECONDS [TARGET…]     no target means all of them
# Nightly: 60. On a push tests/run.sh runs the kept corpus through every target instead, in seconds and with any compiler.
#   docx, docx_parts    the DOCX reader: whole archives, and the XML parts of one
#   resume, layout      text, and words on a page, to a resume
#   posting             the posting parser
#   dates, numbers, text, skills    what both are made of
#   wire                the reading side of the helper's answers
#   markdown, json_resume, config, words_diff, resume_diff, apply    the other readers and editors
# An input that breaks something is left in build/fuzz/findings: make it small (bin/fuzz --target=NAME
# -minimize_crash=1 FILE), mend the defect, and keep it in tests/fuzz/corpus/NAME, where the tests run it.
# Installs clang and its runtime where they are missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

case "${1:-}" in
  "" | *[!0-9]*) echo "usage: tests/fuzz/run.sh SECONDS [TARGET…]" >&2; exit 2 ;;
esac
seconds=$1
shift

source lib/packages.sh
install_missing "${build_packages[@]}" clang libclang-rt-14-dev
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
