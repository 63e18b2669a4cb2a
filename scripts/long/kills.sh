# kill -9 at random moments of `comity build`: the last good edition opens and gives the same answer, no write-ahead log is
# left beside it, and the next build succeeds. The moments are scattered over the time that a whole build takes.
set -u
rounds=${COMITY_KILLS:-50}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/share" XDG_CACHE_HOME="$work/cache"
unset COMITY_EDITION
edition=$work/last-good.duckdb
count="SELECT (SELECT count(*) FROM state) AS states, (SELECT count(*) FROM membership) AS memberships, (SELECT count(*) FROM observation) AS observations"

if [ -n "${COMITY_DATA_DIR-}" ]; then
  set -- --data "$COMITY_DATA_DIR" --only imf_cdis,database_of_embassies,us_mission_status,kz_bns_trade,eurostat_comext_extracts,twin_cities,unctad_iia,wb_gdp
else
  set -- --base
fi
set -- build "$@" --output "$edition" --overwrite
answer() { "$COMITY_PROGRAM" query "$count" --edition "$edition" --format csv; }
verdict() { printf '%s\t%s\t0\t%s\n' "$1" "$2" "$3" >>"$COMITY_TEST_RESULT"; }
milliseconds() { echo $(($(date +%s%N) / 1000000)); }

began=$(milliseconds)
"$COMITY_PROGRAM" "$@" || { echo "comity build failed"; exit 1; }
whole=$(($(milliseconds) - began))
good=$(answer) || { echo "comity query failed on the first edition: $good"; exit 1; }
echo "a whole build takes $whole ms; the edition says $good"
[ "$(echo "$good" | wc -l)" = 2 ] || { echo "comity query gave no single row"; exit 1; }

killed=0
for round in $(seq "$rounds"); do
  # Half of the rounds begin with an empty cache of fragments.
  [ $((round % 2)) = 0 ] || rm -rf "$work/cache"
  moment=$(awk -v seed="$round" -v whole="$whole" 'BEGIN { printf "%.3f", (0.01 + 0.97 * ((seed * 7919 + 371) % 1000) / 1000) * whole / 1000 }')
  "$COMITY_PROGRAM" "$@" >"$work/talk" 2>&1 &
  pid=$!
  sleep "$moment"
  kill -KILL "$pid" 2>/dev/null && killed=$((killed + 1))
  wait "$pid" 2>/dev/null
  now=$(answer 2>&1)
  if [ "$now" != "$good" ]; then
    verdict FAILED "killed after $moment s" "the edition no longer gives the same answer: $(echo "$now" | tr '\n\t' '  ')"
  elif [ -e "$edition.wal" ]; then
    verdict FAILED "killed after $moment s" "$edition.wal was left behind"
  else
    verdict PASSED "killed after $moment s" ""
  fi
done
echo "$killed of $rounds builds were killed before they ended"
[ "$killed" -gt $((rounds / 4)) ] || verdict FAILED "kills" "only $killed of $rounds builds were killed in time; the moments are badly chosen"

if "$COMITY_PROGRAM" "$@" && [ "$(answer)" = "$good" ]; then verdict PASSED "a build after all kills" ""; else verdict FAILED "a build after all kills" "it failed or gave another answer"; fi
left=$(find "$work" -maxdepth 1 -type f ! -name last-good.duckdb ! -name last-good.duckdb.changes ! -name last-good.duckdb.pairs ! -name talk | tr '\n' ' ')
if [ -z "$left" ]; then verdict PASSED "nothing is left lying about" ""; else verdict FAILED "nothing is left lying about" "found $left"; fi
! grep -q '^FAILED' "$COMITY_TEST_RESULT"
