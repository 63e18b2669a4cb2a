# The pages as readers use them, in a real Chromium: search, map, charts, tables, keyboard, dark, phone, and what axe finds; from a
# server, and from a static site as plain web space serves it. Pictures stay in $COMITY_STATE/screenshots/pages.
set -u
if [ -w "$COMITY_ROOT" ]; then web=$COMITY_ROOT/web; else web=$COMITY_STATE/web; fi
for tool in chromium node; do
  command -v $tool >/dev/null || { echo "$tool is missing"; exit 1; }
done
[ -e "$web/node_modules/playwright-core" ] || { echo "the parts of the front end are not installed (npm ci in web/)"; exit 1; }
[ -e "$web/dist/assets.json" ] || { echo "web/dist is not built"; exit 1; }
edition=$COMITY_STATE/full.duckdb
[ -n "${COMITY_DATA_DIR-}" ] && [ -e "$edition" ] || { echo "the checks want the figures of a full edition: set COMITY_DATA_DIR"; exit 77; }
work=$(mktemp -d) || exit 1
serving=
trap '[ -z "$serving" ] || kill "$serving" 2>/dev/null; rm -rf "$work"' EXIT
code=0

# address FILE: the first line of what a server prints, within half a minute.
address() {
  for _ in $(seq 150); do
    [ ! -s "$1" ] || { head -n 1 "$1"; return 0; }
    sleep 0.2
  done
  return 1
}

"$COMITY_PROGRAM" serve --edition "$edition" --port 0 --access-log none >"$work/server" &
serving=$!
at=$(address "$work/server") || { echo "comity serve says no address"; exit 1; }
sample=${COMITY_TEST_ARTICLE-$COMITY_DATA_DIR/../documents/germany-kazakhstan.txt}
[ ! -e "$sample" ] || export COMITY_AUDIT_TEXT="$sample"
node "$web/browser/check.mjs" "$COMITY_TEST_RESULT" "$COMITY_STATE/screenshots/pages" "$at" || code=1
kill "$serving"
wait "$serving" 2>/dev/null

"$COMITY_PROGRAM" site --edition "$edition" --output "$work/site" --only DEU,KAZ,BRA,FRA,USA >"$work/talk" 2>&1 || { cat "$work/talk"; echo "comity site failed"; exit 1; }
node "$web/browser/folder.mjs" "$work/site" >"$work/folder" &
serving=$!
at=$(address "$work/folder") || { echo "the folder is not served"; exit 1; }
node "$web/browser/check.mjs" "$work/verdicts" "$COMITY_STATE/screenshots/site" "$at" --static || code=1
awk -F '\t' -v OFS='\t' '{ $2 = "site, " $2; print }' "$work/verdicts" >>"$COMITY_TEST_RESULT"
exit $code
