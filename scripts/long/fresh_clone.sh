# A clone with nothing built and no data folder. A first start is killed half-way; then two starts at once both end well,
# one waiting for the other; the next one goes straight to the program.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset COMITY_DATA_DIR COMITY_EDITION COMITY_STATE COMITY_TEST_EDITION
git clone -q --local "$COMITY_ROOT" "$work/clone" || { echo "git clone failed"; exit 1; }
mkdir "$work/a" "$work/b"
cd "$work/a" || exit 1
verdict() { printf '%s\t%s\t0\t%s\n' "$1" "$2" "$3" >>"$COMITY_TEST_RESULT"; }
check() { if "$@"; then verdict PASSED "$what" ""; else verdict FAILED "$what" "$(tail -n 3 "$work/a/talk" "$work/b/talk" 2>/dev/null | tr '\n\t' '  ')"; fi; }

"$work/clone/comity" version >/dev/null 2>&1 &
sleep 5
kill -KILL $! 2>/dev/null
wait

("$work/clone/comity" dossier Germany Kazakhstan >out 2>talk; echo $? >code) &
(cd "$work/b" && "$work/clone/comity" dossier Germany Kazakhstan >out 2>talk; echo $? >"$work/b/code") &
wait
cat "$work/a/talk" "$work/b/talk"
what="the first start" && check [ "$(cat "$work/a/code")" = 0 ]
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
