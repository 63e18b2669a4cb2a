# How the verdicts of test programs are collected (tests/support/main.cpp writes them). Sourced after setup.sh.
# shellcheck shell=sh

# run_ctest BUILD LABELS LOG: runs the tests whose label matches, and writes the verdict of every case to stdout, one a line:
# PASSED, FAILED or SKIPPED, program and case, milliseconds, first message.
run_ctest() {
  rm -f "$1"/test-results/*.tsv "$1/Testing/Temporary/LastTestsFailed.log"
  ctest --test-dir "$1" -L "$2" -j "$(jobs)" --output-on-failure --no-tests=error >"$3" 2>&1
  ctest --test-dir "$1" -L "$2" -N | sed -n 's/^ *Test *#[0-9]*: \(.*\)$/\1/p' | while read -r name; do
    bad=$(grep -cx "[0-9]*:$name" "$1/Testing/Temporary/LastTestsFailed.log" 2>/dev/null)
    file=$1/test-results/$name.tsv
    [ -e "$file" ] || file=/dev/null
    awk -F '\t' -v OFS='\t' -v name="$name" -v bad="${bad:-0}" '
      $1 == "RUNNING" { running = $2; next }
      { running = ""; if ($1 == "FAILED") failed = 1; print $1, name ": " $2, $3, $4; n++ }
      END {
        if (running != "") print "FAILED", name ": " running, 0, "the program died or ran out of time in this case"
        else if (bad && !failed) print "FAILED", name, 0, n ? "the program ended badly after its last case" : "the program could not run"
      }' "$file"
  done
}
