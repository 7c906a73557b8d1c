#!/usr/bin/env bash
# Runs every test: installs what is missing, builds the release and a sanitized tree, tests both.
#   tests/run.sh            everything
#   tests/run.sh --quick    the release tree only
set -euo pipefail
cd "$(dirname "$0")/.."
source lib/packages.sh

trees=(release asan)
case "${1:-}" in
  "") ;;
  --quick) trees=(release) ;;
  *) echo "usage: tests/run.sh [--quick]" >&2; exit 2 ;;
esac

say() { printf '\n== %s\n' "$*"; }

say "packages"
install_missing "${build_packages[@]}" "${test_packages[@]}"

say "format"
git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run --Werror
echo "clean"

for tree in "${trees[@]}"; do
  say "build $tree"
  cmake --preset "$tree" -DRESUMAX_TESTS=ON -Wno-dev >/dev/null
  cmake --build --preset "$tree" -- --quiet
done

say "install into a fresh prefix, and use it from there"
tests/install.sh build/release

for tree in "${trees[@]}"; do
  say "tests of $tree"
  ctest --preset "$tree" --output-on-failure -j "$(nproc)" --progress 2>&1 | tail -n 40
done
