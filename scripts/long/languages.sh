# The helpers for Python and R, each against the base edition.
set -u
for tool in Rscript /usr/bin/python3; do
  command -v $tool >/dev/null || { echo "$tool is missing"; exit 1; }
done
export COMITY_TEST_EDITION="$COMITY_STATE/base.duckdb"
verdicts() { # WHICH: the lines of its program, on stdin, as verdicts
  awk -v OFS='\t' -v what="$1" '
    what == "python" && / \.\.\. (ok|FAIL|ERROR)$/ { print ($NF == "ok" ? "PASSED" : "FAILED"), "python: " $1, 0, $NF }
    what == "r" && /^(not )?ok / { verdict = $1 == "ok" ? "PASSED" : "FAILED"; sub(/^(not )?ok /, ""); print verdict, "r: " $0, 0, "" }' >>"$COMITY_TEST_RESULT"
}
code=0
log=$COMITY_STATE/languages.out
/usr/bin/python3 "$COMITY_ROOT/tests/languages/comity_test.py" -v >"$log" 2>&1 || code=1
cat "$log"
verdicts python <"$log"
Rscript --vanilla "$COMITY_ROOT/tests/languages/comity_test.R" >"$log" 2>&1 || code=1
cat "$log"
verdicts r <"$log"
exit $code
