# Builds the edition of all sources from COMITY_DATA_DIR and looks for the control figures in what the program prints.
set -u
[ -n "${COMITY_DATA_DIR-}" ] || { echo "COMITY_DATA_DIR is not set: the publishers' files are not here"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
edition=$COMITY_STATE/full.duckdb
began=$(date +%s)
"$COMITY_PROGRAM" build --data "$COMITY_DATA_DIR" --output "$edition" --overwrite || { echo "comity build failed"; exit 1; }
echo "built in $(($(date +%s) - began)) s, $(du -h "$edition" | cut -f 1)"
[ ! -e "$edition.wal" ] || { echo "$edition.wal was left behind"; exit 1; }

export COMITY_EDITION="$edition"
for pair in DEU-KAZ IRN-USA RUS-UKR BWA-ZAF NRU-BTN; do
  "$COMITY_PROGRAM" dossier "${pair%-*}" "${pair#*-}" --format json --output "$work/$pair.json" || { echo "comity dossier $pair failed"; exit 1; }
  "$COMITY_PROGRAM" dossier "${pair%-*}" "${pair#*-}" --format text --output "$work/$pair.txt" || { echo "comity dossier $pair failed"; exit 1; }
done
node "$COMITY_ROOT/scripts/control-figures.mjs" "$work" "$COMITY_TEST_RESULT" || exit 1
COMITY="$COMITY_PROGRAM" node "$COMITY_ROOT/scripts/control-table.mjs" "$edition" "$COMITY_TEST_RESULT" >"$work/table.tsv" || { grep -v "holds$" "$work/table.tsv"; exit 1; }
node "$COMITY_ROOT/scripts/severed-pairs.mjs" "$COMITY_PROGRAM" "$edition" "$COMITY_TEST_RESULT" || exit 1

"$COMITY_PROGRAM" dossier DEU KAZ --format json >"$work/again.json" && cmp "$work/again.json" "$work/DEU-KAZ.json" ||
  { echo "the same dossier came out with other bytes"; exit 1; }

# The audit of the article that Comity set out from, held against all that this edition knows.
COMITY_TEST_FULL_EDITION="$edition" COMITY_TEST_RESULT="$work/audit.tsv" "$COMITY_STATE/tests/bin/test_audit" --gtest_filter='RealArticle.*' >"$work/audit.log" 2>&1
code=$?
grep -v '^RUNNING' "$work/audit.tsv" >>"$COMITY_TEST_RESULT"
[ $code = 0 ] || tail -n 40 "$work/audit.log"
exit $code
