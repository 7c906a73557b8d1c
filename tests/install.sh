#!/usr/bin/env bash
# Installs BUILD into a fresh prefix and runs the main job from there, the source tree out of reach.
#   tests/install.sh BUILD
set -euo pipefail
build=$(realpath "${1:?usage: tests/install.sh BUILD}")
examples=$(realpath "$(dirname "$0")/../examples")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cmake --install "$build" --prefix "$dir/prefix" >/dev/null
cp "$examples/resumes/backend-engineer.pdf" "$examples/postings/platform-engineer.txt" "$dir"
cd "$dir"
# Nothing of the caller's environment but a path: the program must find its helper and data by itself.
env -i HOME="$dir/home" PATH=/usr/bin:/bin "$dir/prefix/bin/resumax" --no-pager --json \
  optimize backend-engineer.pdf platform-engineer.txt --accept safe --export out.pdf >record.json
head -c 5 out.pdf | grep -q '%PDF-'
for file in share/man/man1/resumax.1 share/man/man1/resumax-optimize.1 share/bash-completion/completions/resumax \
  share/zsh/site-functions/_resumax share/fish/vendor_completions.d/resumax.fish; do
  [ -s "$dir/prefix/$file" ] || { echo "not installed: $file" >&2; exit 1; }
done
echo "works from $(basename "$dir")/prefix"
