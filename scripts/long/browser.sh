# The HTML dossier as a reader sees it: three widths, light and dark, print. Pictures and PDFs stay in $COMITY_STATE/screenshots.
set -u
for tool in chromium pdfinfo node; do
  command -v $tool >/dev/null || { echo "$tool is missing"; exit 1; }
done
shots=$COMITY_STATE/screenshots
rm -rf "$shots" && mkdir -p "$shots" || exit 1
# The full edition, where the test of that name has just built it.
edition=$COMITY_STATE/full.duckdb
[ -n "${COMITY_DATA_DIR-}" ] && [ -e "$edition" ] || edition=$COMITY_STATE/base.duckdb
set --
for one in full:DEU:KAZ brief:DEU:KAZ article:DEU:KAZ full:NRU:BTN full:IRN:USA; do
  profile=${one%%:*} pair=${one#*:}
  name=$(echo "$pair-$profile" | tr 'A-Z:' 'a-z-')
  "$COMITY_PROGRAM" dossier "${pair%:*}" "${pair#*:}" --profile "$profile" --format html --edition "$edition" --output "$shots/$name.html" ||
    { echo "comity dossier $pair --profile $profile failed"; exit 1; }
  set -- "$@" "$name=$shots/$name.html"
done
code=0
node "$COMITY_ROOT/scripts/browser/check-dossier.mjs" "$COMITY_TEST_RESULT" "$shots" "$@" || code=1

pages=$(pdfinfo "$shots/deu-kaz-brief.pdf" | awk '/^Pages:/ { print $2 }')
size=$(pdfinfo "$shots/deu-kaz-brief.pdf" | sed -n 's/^Page size: *//p')
if [ "${pages:-99}" -le 2 ]; then verdict=PASSED; else verdict=FAILED code=1; fi
printf '%s\tthe brief fits two printed pages\t0\tit has %s pages of %s\n' $verdict "${pages:-no}" "$size" >>"$COMITY_TEST_RESULT"
case $size in *A4*) verdict=PASSED ;; *) verdict=FAILED code=1 ;; esac
printf '%s\tthe print is A4\t0\t%s\n' $verdict "$size" >>"$COMITY_TEST_RESULT"
exit $code
