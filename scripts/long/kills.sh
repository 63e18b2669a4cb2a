# kill -9 at random moments of `comity build`: the edition opens and gives the answer of the last build that ended, no write-ahead
# log is left beside it, and the next build succeeds. The moments are scattered over the time that a build takes.
set -u
rounds=${COMITY_KILLS:-50}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/share" XDG_CACHE_HOME="$work/cache"
unset COMITY_EDITION
edition=$work/last-good.duckdb
home=${COMITY_HOME:-$COMITY_ROOT}
count="SELECT (SELECT count(*) FROM state) AS states, (SELECT count(*) FROM membership) AS memberships, (SELECT count(*) FROM observation) AS observations"
answer() { COMITY_HOME=$home "$COMITY_PROGRAM" query "$count" --edition "$edition" --format csv; }
verdict() { printf '%s\t%s\t0\t%s\n' "$1" "$2" "$3" >>"$COMITY_TEST_RESULT"; }
milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# A build of what the edition holds already ends at once. So there are two wishes, few and more, and each round asks for the one
# that the edition is not: a source more or, where there is no data folder, a row more in a table of Comity's own.
mkdir "$work/few" "$work/more" && ln -s "$home"/* "$work/few/" && ln -s "$home"/* "$work/more/" || exit 1
if [ -n "${COMITY_DATA_DIR-}" ]; then
  few=imf_cdis,database_of_embassies,us_mission_status,kz_bns_trade,eurostat_comext_extracts,twin_cities,unctad_iia
  more=$few,wb_gdp
else
  few='' more=''
  rm "$work/few/data" && cp -R "$home/data" "$work/few/data" && sed '$d' "$home/data/curated/observations.csv" >"$work/few/data/curated/observations.csv" || exit 1
fi
# run_build few|more: in the place of the shell that calls it, so that what is killed is the build itself.
run_build() {
  export COMITY_HOME="$work/$1"
  set -- "$([ "$1" = few ] && echo "$few" || echo "$more")"
  if [ -n "$1" ]; then set -- --data "$COMITY_DATA_DIR" --only "$1"; else set -- --base; fi
  exec "$COMITY_PROGRAM" build "$@" --output "$edition" --overwrite
}
# timed_build few|more: how many milliseconds it takes.
timed_build() {
  began=$(milliseconds)
  (run_build "$1") >"$work/talk" 2>&1 || { cat "$work/talk"; echo "comity build failed"; exit 1; }
  echo $(($(milliseconds) - began))
}

cold=$(timed_build more) || { echo "$cold"; exit 1; }
answer_more=$(answer) || { echo "comity query failed on the first edition: $answer_more"; exit 1; }
warm=$(timed_build few) || { echo "$warm"; exit 1; }
answer_few=$(answer) || { echo "comity query failed on the second edition: $answer_few"; exit 1; }
echo "a build takes $cold ms, with fragments at hand $warm ms; the editions say $answer_more and $answer_few"
[ "$(echo "$answer_more" | wc -l)" = 2 ] && [ "$answer_more" != "$answer_few" ] || { echo "comity query does not tell the two editions apart"; exit 1; }

killed=0 holds=few
for round in $(seq "$rounds"); do
  # Half of the rounds begin with an empty cache of fragments.
  whole=$warm
  [ $((round % 2)) = 0 ] || { rm -rf "$work/cache"; whole=$cold; }
  if [ $holds = few ]; then wish=more last=$answer_few next=$answer_more; else wish=few last=$answer_more next=$answer_few; fi
  moment=$(awk -v seed="$round" -v whole="$whole" 'BEGIN { printf "%.3f", (0.01 + 0.97 * ((seed * 7919 + 371) % 1000) / 1000) * whole / 1000 }')
  (run_build $wish) >"$work/talk" 2>&1 &
  pid=$!
  sleep "$moment"
  kill -KILL "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  code=$?
  [ $code != 137 ] || killed=$((killed + 1))
  now=$(answer 2>&1)
  # A build that was killed after it had put its edition in place has ended as far as its user can see.
  if [ "$now" = "$next" ]; then holds=$wish; fi
  if [ "$now" != "$next" ] && { [ "$now" != "$last" ] || [ $code = 0 ]; }; then
    verdict FAILED "killed after $moment s" "exit $code, and the edition gives another answer: $(echo "$now" | tr '\n\t' '  ')"
  elif [ -e "$edition.wal" ]; then
    verdict FAILED "killed after $moment s" "$edition.wal was left behind"
  else
    verdict PASSED "killed after $moment s" ""
  fi
done
echo "$killed of $rounds builds were killed before they ended"
[ "$killed" -gt $((rounds / 2)) ] || verdict FAILED "kills" "only $killed of $rounds builds were killed in time; the moments are badly chosen"

# What killed builds leave half made goes with a later build, an hour after.
find "$work" -name '*.part*' -exec touch -d '2 hours ago' {} +
if [ $holds = few ]; then wish=more next=$answer_more; else wish=few next=$answer_few; fi
if (run_build $wish) && [ "$(answer)" = "$next" ]; then verdict PASSED "a build after all kills" ""; else verdict FAILED "a build after all kills" "it failed or gave another answer"; fi
left=$(find "$work" -type f \( -name '*.part*' -o -name '*.wal' -o -path "$work/last-good.*" \) ! -name last-good.duckdb ! -name last-good.duckdb.changes ! -name last-good.duckdb.pairs | tr '\n' ' ')
if [ -z "$left" ]; then verdict PASSED "nothing is left lying about" ""; else verdict FAILED "nothing is left lying about" "found $left"; fi
! grep -q '^FAILED' "$COMITY_TEST_RESULT"
