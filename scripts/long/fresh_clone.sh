# A clone with nothing built and no data folder. A first start is killed half-way; then two starts at once both end well,
# one waiting for the other; the next one goes straight to the program.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset COMITY_DATA_DIR COMITY_EDITION COMITY_STATE COMITY_TEST_EDITION
# Editions that whoever runs this has made are not the clone's.
export XDG_DATA_HOME="$work/share"
# The clone that is tested may belong to somebody else than who tests it.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'
git clone -q --local "$COMITY_ROOT" "$work/clone" || { echo "git clone failed"; exit 1; }
mkdir "$work/a" "$work/b"
cd "$work/a" || exit 1
verdict() { printf '%s\t%s\t0\t%s\n' "$1" "$2" "$3" >>"$COMITY_TEST_RESULT"; }
check() { if "$@"; then verdict PASSED "$what" ""; else verdict FAILED "$what" "$(tail -n 3 "$work/a/talk" "$work/b/talk" 2>/dev/null | tr '\n\t' '  ')"; fi; }

# With all that it started: setsid makes a group of them.
setsid "$work/clone/comity" version >/dev/null 2>&1 &
victim=$!
sleep 10
kill -KILL "-$victim" 2>/dev/null || { echo "the first start could not be killed"; exit 1; }
wait
[ ! -e "$work/clone/build/stamp" ] || { echo "the first start had already ended after 10 s"; exit 1; }

("$work/clone/comity" dossier Germany Kazakhstan >out 2>talk; echo $? >code) &
(cd "$work/b" && "$work/clone/comity" dossier Germany Kazakhstan >out 2>talk; echo $? >"$work/b/code") &
wait
cat "$work/a/talk" "$work/b/talk"
what="a start after a killed one" && check [ "$(cat "$work/a/code")" = 0 ]
what="a second start at the same time" && check [ "$(cat "$work/b/code")" = 0 ]
what="one of them waited" && check grep -q 'waiting for it' "$work/a/talk" "$work/b/talk"
what="the dossier is printed" && check grep -q 'Kazakhstan' "$work/a/out"
what="both print the same" && check cmp -s "$work/a/out" "$work/b/out"
what="the page is written" && check test -s "$work/a/germany-kazakhstan.html"
what="no chatter of installers on the terminal" && check [ "$(cat "$work/a/talk" "$work/b/talk" | wc -l)" -lt 40 ]

"$work/clone/comity" version >again 2>talk
what="the next start says nothing" && check [ ! -s talk ]
what="git sees nothing new in the clone" && check [ -z "$(git -C "$work/clone" status --porcelain)" ]
! grep -q '^FAILED' "$COMITY_TEST_RESULT"
