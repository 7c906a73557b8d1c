#!/usr/bin/env bash
# The main job on invented people: installs what is missing, builds resumax, tailors two resumes to two postings.
# Run it again as often as you like; everything it makes is under build/.
set -euo pipefail
cd "$(dirname "$0")/.."
source lib/packages.sh

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n%s\n' "$*"; }

say "1. Packages"
install_missing "${build_packages[@]}"
echo "all there"

say "2. Build (build/release)"
cmake --preset release -DRESUMAX_TESTS=OFF -Wno-dev >/dev/null
cmake --build --preset release --target resumax resumax-extract -- --quiet
export PATH="$PWD/build/release/bin:$PATH"
resumax --version

out=$PWD/build/quickstart
rm -rf "$out"
mkdir -p "$out"
export RESUMAX_WORKSPACE="$out/workspace"
run() {
  say "\$ resumax $*"
  resumax --no-pager "$@"
}

say "3. A PDF resume and a posting, step by step"
run resume add examples/resumes/backend-engineer.pdf
run jd add examples/postings/platform-engineer.txt
run optimize r1 j1
run diff o1
run accept o1 --all --notes "first try"
run export v1 --format pdf -o "$out/backend-engineer.pdf"
run export v1 --format text -o "$out/backend-engineer.txt"
run log

say "4. A DOCX resume and a posting, in one command"
run optimize examples/resumes/icu-nurse.docx examples/postings/icu-nurse.txt --accept safe --export "$out/icu-nurse.docx"

say "Done. Your files:"
printf '  %s\n' "$out/backend-engineer.pdf" "$out/icu-nurse.docx" "$out/backend-engineer.txt"
