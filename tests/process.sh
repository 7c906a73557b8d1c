#!/usr/bin/env bash
# The program as a process: signals, pipes, full disks, read-only folders, several at once. What the tests in process
# cannot show.
#   tests/process.sh BIN    BIN holds resumax and resumax-extract
set -uo pipefail
bin=$(realpath "${1:?usage: tests/process.sh BIN}")
examples=$(realpath "$(dirname "$0")/../examples")
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cp "$bin/resumax" "$bin/resumax-extract" "$dir"
cp "$examples"/resumes/* "$examples"/postings/* "$dir"

if [ "$(id -u)" -eq 0 ] && [ -z "${RESUMAX_AS_NOBODY:-}" ]; then
  # No folder is read-only for root.
  chmod -R a+rX,u+w "$dir"
  mkdir -p "$dir/repo/tests" "$dir/repo/examples" && cp "$0" "$dir/repo/tests/process.sh"
  mkdir "$dir/repo/examples/resumes" "$dir/repo/examples/postings"
  cp "$examples"/resumes/* "$dir/repo/examples/resumes" && cp "$examples"/postings/* "$dir/repo/examples/postings"
  chmod -R a+rX "$dir"
  RESUMAX_AS_NOBODY=1 setpriv --reuid 65534 --regid 65534 --clear-groups bash "$dir/repo/tests/process.sh" "$dir"
  exit
fi

cd "$dir"
export HOME="$dir/home" RESUMAX_PAGER=cat
unset RESUMAX_WORKSPACE
failures=0
# expect NAME GOT WANTED
expect() {
  [[ "$2" == $3 ]] && { echo "ok      $1"; return; }
  echo "FAILED  $1: got '$2', wanted '$3'"
  failures=$((failures + 1))
}
sound() { expect "$1: the workspace is sound" "$(./resumax doctor | grep -c ', sound')" 1; }

./resumax init >/dev/null
./resumax resume add backend-engineer.pdf >/dev/null
./resumax jd add platform-engineer.txt >/dev/null

# A reader that goes away is no error to talk about.
for i in $(seq 40); do ./resumax jd show j1 2>>pipe.err | head -n 1 >/dev/null; done
expect "a closed pipe is quiet" "$(cat pipe.err)" ""
expect "no colour in a pipe" "$(./resumax score r1 j1 | grep -c $'\e')" 0

./resumax status --json >/dev/full 2>full.err
expect "a full disk behind standard output: exit code" $? 3
expect "a full disk behind standard output: code" "$(cat full.err)" '*storage_error*'

(ulimit -f 8; ./resumax resume add icu-nurse.docx) >/dev/null 2>limit.err
expect "no room for the database: exit code" $? 3
expect "no room for the database: code" "$(cat limit.err)" '*storage_error*'
sound "no room"
expect "no room: nothing half-stored" "$(./resumax resume list | grep -c icu-nurse)" 0

(ulimit -f 8; ./resumax optimize backend-engineer.pdf platform-engineer.txt --accept safe --export big.pdf) >/dev/null 2>&1
expect "no room for an export leaves no file" "$(ls big.pdf* 2>/dev/null)" ""

chmod a-w .resumax .resumax/*
expect "a read-only workspace can be read" "$(./resumax resume list | grep -c backend-engineer)" 1
./resumax resume add icu-nurse.docx >/dev/null 2>read-only.err
expect "a read-only workspace: exit code" $? 3
expect "a read-only workspace: code" "$(cat read-only.err)" '*storage_error*'
chmod u+w .resumax .resumax/*
sound "read-only"

# Ctrl-C while it waits, and at any moment of the work.
# interrupt PID SECONDS: a signal before the shell has become the program would be the shell's.
interrupt() {
  for _ in $(seq 1000); do
    [ "$(readlink "/proc/$1/exe")" = "$dir/resumax" ] && break
    [ -e "/proc/$1/exe" ] || break
    sleep 0.001
  done
  sleep "$2"
  kill -INT "$1" 2>/dev/null
}
mkfifo wait
set -m  # or the shell has background jobs ignore the signal
./resumax jd add - --title T <wait >/dev/null 2>&1 &
exec 3>wait
interrupt $! 0.3
wait $!
expect "Ctrl-C while waiting for standard input" $? 130
exec 3>&-
for delay in 0.002 0.005 0.01 0.02 0.03 0.05; do
  ./resumax optimize r1 j1 --force --accept safe --export x.pdf >/dev/null 2>&1 &
  interrupt $! $delay
  wait $!
  expect "Ctrl-C after $delay s" $? '@(0|130)'
  ./resumax resume add icu-nurse.docx >/dev/null 2>&1 &
  sleep $delay
  kill -KILL $! 2>/dev/null
  wait $! 2>/dev/null
done
mkdir many
for i in $(seq 150); do cp backend-engineer.pdf many/$i.pdf; done
./resumax resume parse backend-engineer.pdf --json >whole.json
for delay in 0.05 0.2; do
  ./resumax resume parse --out parsed many >/dev/null 2>&1 &
  interrupt $! $delay
  wait $!
  expect "Ctrl-C after $delay s of many files" $? 130
  expect "only whole results" "$(for file in parsed/*; do [ -e "$file" ] && { cmp -s "$file" whole.json || echo "$file"; }; done)" ""
done
./resumax resume parse --out parsed many >/dev/null
expect "many files after an interruption" "$? $(ls parsed | wc -l)" "0 150"
sound "interrupted"
./resumax resume add icu-nurse.docx >/dev/null
expect "an interrupted command can be run again" $? 0
expect "a pair whose run was killed can be run again" "$(./resumax optimize r1 j1 --force | head -c 2)" 'o?'

# Several at once, over one database.
for i in 1 2 3 4; do
  ./resumax jd add "$([ $((i % 2)) = 0 ] && echo platform-engineer.txt || echo icu-nurse.txt)" --title "Job $i" >/dev/null 2>>many.err &
done
wait
expect "several at once" "$(cat many.err)" ""
sound "several at once"

mkdir alone && cp resumax alone
alone/resumax resume parse backend-engineer.pdf >/dev/null 2>alone.err
expect "without its helper: exit code" $? '@(3|70)'
expect "without its helper: said" "$(cat alone.err)" '*resumax-extract*'

[ "$failures" -eq 0 ] || { echo "$failures failed"; exit 1; }
