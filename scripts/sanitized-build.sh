# The build with the address and undefined-behaviour sanitizers, beside the ordinary one. Sourced by scripts/long/.
# shellcheck shell=sh
export COMITY_STATE="$COMITY_STATE-asan" COMITY_SPACE=3000
log_name=sanitizers
. "$COMITY_ROOT/scripts/setup.sh"
. "$COMITY_ROOT/scripts/verdicts.sh"

export ASAN_OPTIONS="detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1:detect_leaks=1:malloc_context_size=3"
export UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1"
export LSAN_OPTIONS="suppressions=$COMITY_ROOT/tests/support/leaks.supp:print_suppressions=0"

# sanitized TARGET WHAT LABEL: builds, runs, and gives the verdicts to ./test.
sanitized() {
  set_up_folder
  take_turns
  configure -DCOMITY_TESTS:BOOL=ON -DCOMITY_FUZZ:BOOL=ON -DCOMITY_SANITIZE:STRING=address,undefined \
    -DCMAKE_BUILD_TYPE:STRING=Sanitized "-DCMAKE_CXX_FLAGS_SANITIZED:STRING=-O1 -g1"
  build "$1" "$2 with sanitizers"
  run_ctest "$state" "$3" "$state/test.log" >"$COMITY_TEST_RESULT.new"
  mv "$COMITY_TEST_RESULT.new" "$COMITY_TEST_RESULT"
  cat "$state/test.log"
  [ -s "$COMITY_TEST_RESULT" ] || { echo "there is no test labelled $3"; return 1; }
  ! grep -q '^FAILED' "$COMITY_TEST_RESULT"
}
