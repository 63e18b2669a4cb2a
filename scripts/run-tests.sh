# ./test. Adds up the lines that test programs write to $state/test-results/<program>.tsv (tests/support/main.cpp):
# verdict, case, milliseconds, first message.
# shellcheck shell=sh
set -u
COMITY_ROOT=$1
shift
long='' only='' update=''
while [ $# -gt 0 ]; do
  case $1 in
    --long) long=yes ;;
    --only) only=${2-}; shift ;;
    --only=*) only=${1#--only=} ;;
    --update) update=yes ;;
    -h | --help) sed -n '2,/^here=/s/^# \{0,1\}//p' "$COMITY_ROOT/test"; exit 0 ;;
    *) echo "./test: unknown option $1; see ./test --help" >&2; exit 2 ;;
  esac
  shift || break
done
level=test
[ -z "$long" ] || level=long

COMITY_STATE=$COMITY_ROOT/build
[ -w "$COMITY_ROOT" ] || COMITY_STATE=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/comity$COMITY_ROOT
export COMITY_ROOT COMITY_STATE COMITY_SPACE=1500
log_name=test
. "$COMITY_ROOT/scripts/setup.sh"
. "$COMITY_ROOT/scripts/verdicts.sh"
results=$state/test-results
test_log=$state/test.log

# A set-up that fails is one failed test: the closing line is there whatever happens.
close() {
  awk -F '\t' '{ n[$1]++ } END { printf "%d passed, %d failed, %d skipped\n", n["PASSED"], n["FAILED"], n["SKIPPED"] }' "$state/test-summary.tsv"
}
set_up() (
  set_up_folder
  take_turns
  begin_stamp
  install_packages "$level"
  install_parts
  build_web test
  configure -DCOMITY_TESTS:BOOL=ON
  build all "the program and its tests"
  # Without the base edition most tests still tell something; that it failed is a failed test.
  rm -f "$state/base-failed"
  if (build_base_edition); then end_stamp; else touch "$state/base-failed"; fi
)

run_node_tests() {
  set -- "$web"/tests/*.test.*
  [ -e "$1" ] && have node || return 0
  if [ ! -e "$web/node_modules/esbuild" ]; then
    printf 'SKIPPED\tweb: all\t0\tthe parts of the front end are not installed\n'
    return 0
  fi
  node --test --test-reporter=tap "$@" 2>&1 | tee -a "$test_log" | awk -v OFS='\t' '
    /^# Subtest: / { next }
    /^ *(not )?ok [0-9]+ - / { verdict = $1 == "ok" ? "PASSED" : "FAILED"; if (/# SKIP/) verdict = "SKIPPED"
      sub(/^ *(not )?ok [0-9]+ - /, ""); print verdict, "web: " $0, 0, "" }'
}

# scripts/long/<name>.sh: 0 passed, 77 skipped, else failed; may write verdicts of its own to $COMITY_TEST_RESULT.
run_long_tests() {
  unset GTEST_FILTER # a long test that was asked for runs whole
  # The full edition first: the browser looks at its dossiers.
  for script in "$root"/scripts/long/full_edition.sh "$root"/scripts/long/*.sh; do
    name=$(basename "$script" .sh)
    [ "$name" != full_edition ] || [ -z "${full_done-}" ] || continue
    [ "$name" != full_edition ] || full_done=yes
    case $name in *"$only"*) ;; *) continue ;; esac
    say "long test $name …"
    began=$(now)
    export COMITY_TEST_RESULT="$results/long_$name.tsv" COMITY_LONG_LOG="$state/long-$name.log"
    rm -f "$COMITY_TEST_RESULT"
    COMITY_ROOT=$root COMITY_STATE=$state COMITY_PROGRAM=$program sh "$script" >"$COMITY_LONG_LOG" 2>&1 </dev/null
    code=$?
    last=$(grep -v '^$' "$COMITY_LONG_LOG" | tail -n 1 | cut -c 1-300 | tr '\t' ' ')
    took=$(($(now) - began))
    say "long test $name: exit $code after $(span $took)"
    case $code in
      0) verdict=PASSED ;;
      77) verdict=SKIPPED ;;
      *) verdict=FAILED ;;
    esac
    [ ! -s "$COMITY_TEST_RESULT" ] || sed "s/\t/\tlong_$name: /" "$COMITY_TEST_RESULT"
    # Its own verdict counts where it gave none for its parts, and whenever it failed without saying where.
    if [ ! -s "$COMITY_TEST_RESULT" ] || { [ $verdict = FAILED ] && ! grep -q '^FAILED' "$COMITY_TEST_RESULT"; }; then
      printf '%s\t%s\t%s\t%s\n' "$verdict" "long_$name" "$took" "$last (log: $COMITY_LONG_LOG)"
    fi
  done
}

report() {
  awk -F '\t' '
    function program(name) { sub(/: .*/, "", name); return name }
    { p = program($2); if (!(p in seen)) { seen[p] = 1; order[++programs] = p }; count[p, $1]++ }
    $1 == "SKIPPED" { skips[$4 == "" ? "no reason given" : $4]++ }
    END {
      for (i = 1; i <= programs; i++) printf "%-24s %5d passed %4d failed %4d skipped\n", order[i], count[order[i], "PASSED"], count[order[i], "FAILED"], count[order[i], "SKIPPED"]
      for (reason in skips) printf "skipped %d: %s\n", skips[reason], reason
    }' "$state/test-summary.tsv"
  awk -F '\t' '$1 == "FAILED" { printf "FAILED %s\n    %s\n", $2, substr($4, 1, 600) }' "$state/test-summary.tsv"
}

mkdir -p "$state" 2>/dev/null
if ! set_up; then
  printf 'FAILED\tset-up\t0\tsee above\n' >"$state/test-summary.tsv" 2>/dev/null || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
  grep -E -m 10 -A 3 'error:|CMake Error' "$log" | cut -c 1-200 >&2
  close
  exit 1
fi

if [ -n "$update" ]; then
  export COMITY_TEST_EDITION="$state/base.duckdb"
  for kind in cli docs; do (cd "$root" && "$state/tests/bin/run_cli_tests" --program "$program" --$kind --update); done
  exit
fi

export COMITY_TEST_EDITION="$state/base.duckdb"
[ -z "$only" ] || export GTEST_FILTER="*$only*"
say "Running the tests … details: $test_log"
began=$(now)
{
  # .ci/run has just run the short tests on this very build: their verdicts still hold.
  if [ -n "$long" ] && [ "${COMITY_TEST_REUSE-}" = yes ] && [ -e "$results/short.tsv" ] && [ "$results/short.tsv" -nt "$program" ]; then
    cat "$results/short.tsv"
  else
    run_ctest "$state" . "$test_log" >"$state/short.tsv"
    run_node_tests >>"$state/short.tsv"
    [ -n "$only" ] || cp "$state/short.tsv" "$results/short.tsv"
    cat "$state/short.tsv"
  fi
  [ ! -e "$state/base-failed" ] || printf 'FAILED\tbase edition\t0\tcomity build --base failed, see above\n'
  [ -z "$long" ] || run_long_tests
} >"$state/test-summary.tsv"
report
say "Tests took $(span $(($(now) - began)))."
close
! grep -q '^FAILED' "$state/test-summary.tsv" && grep -q '^PASSED' "$state/test-summary.tsv"
