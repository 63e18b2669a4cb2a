# Every unit test under AddressSanitizer and UndefinedBehaviorSanitizer.
. "$COMITY_ROOT/scripts/sanitized-build.sh"
sanitized unit_tests "the unit tests" '^unit$'
