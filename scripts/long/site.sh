# The static site of the full edition: how long it takes, that every link leads somewhere, and that a second run writes nothing.
set -u
edition=$COMITY_STATE/full.duckdb
[ -e "$edition" ] || { echo "$edition is not there: full_edition.sh makes it where the publishers' files are"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
began=$(date +%s)
"$COMITY_PROGRAM" site --output "$work/site" --address https://example.org/world/ --edition "$edition" | head -n 1 || exit 1
echo "written in $(($(date +%s) - began)) s, $(du -sh --apparent-size "$work/site" | cut -f 1)"
node "$COMITY_ROOT/scripts/check-site.mjs" "$work/site" "$COMITY_TEST_RESULT" || exit 1
"$COMITY_PROGRAM" site --output "$work/site" --address https://example.org/world/ --edition "$edition" | head -n 1 >"$work/again"
cat "$work/again"
grep -q '(0 written,' "$work/again" || { echo "a second run wrote pairs again that had not moved"; exit 1; }
