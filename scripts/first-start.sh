# Called by ./comity when there is no program yet, or when a source file is newer than it.
# shellcheck shell=sh
. "$COMITY_ROOT/scripts/setup.sh"

set_up_folder
take_turns
started=$(now)
begin_stamp
first=$([ -e "$state/stamp" ] || echo yes)
[ -z "$first" ] || say "Comity prepares itself; this happens once and takes some minutes. Details: $log"
install_packages run
install_parts
build_web run
configure
build comity_cli "the program"
build_base_edition
end_stamp
[ -z "$first" ] || say "Ready after $(span $(($(now) - started)))."
