# Every fuzz target over its corpus and variants of it, under the sanitizers.
. "$COMITY_ROOT/scripts/sanitized-build.sh"
sanitized fuzz_replays "the fuzz targets" '^fuzz$'
