# ./comity and its set-up against troubles of the machine, each made with stand-ins for apt-get, sudo, npm, cmake and ninja: what
# is said, that it is said in one plain sentence with what to do, and that the next start works.
#   launcher_test.sh ROOT    verdicts go to $COMITY_TEST_RESULT
# shellcheck shell=sh
set -u
source_root=$1
case ${GTEST_FILTER-} in '' | *launcher*) ;; *) exit 0 ;; esac
: "${COMITY_TEST_RESULT:=/dev/stdout}"
: >"$COMITY_TEST_RESULT"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset COMITY_STATE COMITY_ROOT COMITY_JOBS COMITY_DATA_DIR COMITY_EDITION XDG_DATA_HOME XDG_CACHE_HOME
failures=0

# A clone with little in it, and a PATH on which every tool is a stand-in that works.
fresh_machine() {
  rm -rf "$work/clone" "$work/bin" "$work/home"
  mkdir -p "$work/clone/cmake" "$work/clone/apps" "$work/clone/src" "$work/clone/data" "$work/clone/sources" "$work/bin" "$work/home"
  cp -r "$source_root/scripts" "$work/clone/scripts"
  launcher=$source_root/comity
  [ -f "$launcher" ] || launcher=$source_root/scripts/launcher
  cp "$launcher" "$work/clone/comity"
  touch "$work/clone/CMakeLists.txt" "$work/clone/package.json" "$work/clone/.npmrc"
  echo lock >"$work/clone/package-lock.json"
  for tool in sh env cat cp mv rm mkdir touch ls find sed awk grep cmp df tail head tr cut wc id date sleep readlink dirname basename nproc flock kill printf mktemp chmod true; do
    real=$(command -v "$tool") && case $real in /*) ln -s "$real" "$work/bin/$tool" ;; esac
  done
  stand_in dpkg-query 'for package; do case $package in -*|*db:*) ;; *) echo "ii  $package" ;; esac; done'
  stand_in apt-get 'echo "apt chatter"; exit 0'
  stand_in dpkg 'exit 0'
  stand_in node 'echo 18'
  stand_in true 'exit 0'
  stand_in g++ 'exit 0'
  stand_in pkg-config 'exit 0'
  stand_in npm 'shift; mkdir -p "$1/node_modules"; echo "npm chatter"; touch "$1/node_modules/duckdb"'
  stand_in cmake 'while [ $# -gt 0 ]; do case $1 in -S) s=$2; shift ;; -B) b=$2; shift ;; esac; shift; done
    mkdir -p "$b"; echo "CMAKE_HOME_DIRECTORY:INTERNAL=$s" >"$b/CMakeCache.txt"; touch "$b/build.ninja"; echo "cmake chatter"'
  stand_in ninja 'case "$*" in *" -n "*) exit 0 ;; esac; echo "[1/2] ninja chatter"; mkdir -p "$2/bin"
    { echo "#!/bin/sh"; echo "[ \"\$1\" != build ] || { for last; do :; done; echo edition >\"\$last\"; exit; }"; echo "echo ran \"\$@\""; } >"$2/bin/comity"; chmod +x "$2/bin/comity"'
}
stand_in() { rm -f "$work/bin/$1"; printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"; chmod +x "$work/bin/$1"; }
without() { rm -f "$work/bin/$1"; }

# start [VAR=value...]: runs ./comity hello; out, talk, code
start() {
  (cd "$work/home" && env -i PATH="$work/bin" HOME="$work/home" "$@" "$work/clone/comity" hello world) >"$work/out" 2>"$work/talk" </dev/null
  code=$?
  out=$(cat "$work/out") talk=$(cat "$work/talk")
}

expect() { # NAME CONDITION...
  name=$1
  shift
  if "$@"; then
    printf 'PASSED\t%s\t0\t\n' "$name" >>"$COMITY_TEST_RESULT"
  else
    failures=$((failures + 1))
    printf 'FAILED\t%s\t0\tcode %s, said: %s\n' "$name" "$code" "$(printf '%s' "$talk" | tr '\n\t' '  ' | cut -c 1-500)" >>"$COMITY_TEST_RESULT"
    printf 'FAILED %s: code %s\n--- stdout\n%s\n--- stderr\n%s\n' "$name" "$code" "$out" "$talk"
  fi
}
ran() { [ "$code" = 0 ] && [ "$out" = "ran hello world" ]; }
quiet() { ran && [ -z "$talk" ]; }
said() { case $talk in *"$1"*) return 0 ;; *) return 1 ;; esac; }
refused() { [ "$code" = 1 ] && [ -z "$out" ] && for part; do said "$part" || return 1; done && [ "$(echo "$talk" | wc -l)" -le 12 ]; }
ran_and_said() { ran && said "$1"; }
not_said() { ran && ! said "$1"; }

fresh_machine
start
expect "a first start builds and runs" ran
expect "installers' chatter stays in the log" not_said chatter
expect "the chatter is in the log" grep -q 'ninja chatter' "$work/clone/build/first-start.log"
start
expect "a second start says nothing" quiet
sleep 0.05
touch "$work/clone/src/new.cpp"
start
expect "a new source file leads to a build" ran
start
expect "and only to one" quiet
ln -s "$work/clone/comity" "$work/bin/comity"
code=0 out=$(cd / && env -i PATH="$work/bin" HOME="$work/home" comity hello world 2>&1) talk=$out
expect "a link on the PATH works" ran

fresh_machine
stand_in npm 'echo "npm ERR! code ENOTFOUND"; exit 1'
start
expect "no network for npm" refused "the network could not be reached" "run the same command again" "first-start.log"
fresh_machine_again=$(ls "$work/clone/build/stamp" 2>/dev/null)
expect "a failed start leaves no stamp" [ -z "$fresh_machine_again" ]
stand_in npm 'shift; mkdir -p "$1/node_modules"; touch "$1/node_modules/duckdb"'
start
expect "the next start goes on from there" ran

fresh_machine
stand_in dpkg-query 'exit 1'
stand_in id 'echo 0'
stand_in apt-get 'case $* in *update*) exit 0 ;; esac; echo "E: Failed to fetch http://archive/x.deb  Temporary failure resolving"; exit 100'
start
expect "no network for apt" refused "the network could not be reached"
stand_in apt-get 'case $* in *update*) exit 0 ;; esac; echo "E: You do not have enough free space in /var/cache/apt/archives/."; exit 100'
start
expect "a full disk for apt" refused "the disk is full" "Make room"
stand_in apt-get 'case $* in *update*) exit 0 ;; esac; echo "E: Unable to locate package libfmt-dev"; exit 100'
start
expect "an unknown package" refused "Unable to locate package libfmt-dev" "Debian 12"

fresh_machine
stand_in dpkg-query 'exit 1'
stand_in id 'echo 1000'
start
expect "not root, no sudo" refused "there is no sudo" "As root, run: apt-get update && apt-get install" "ninja-build"
stand_in sudo 'exit 1'
start
expect "sudo would ask and nobody is there" refused "sudo would ask for a password" "As root, run: apt-get"
stand_in sudo 'while [ "$1" = -n ]; do shift; done; exec "$@"'
start
expect "sudo without a password" ran

fresh_machine
without dpkg-query
without ninja
start
expect "not Debian, a tool missing" refused "ninja is missing" "not a Debian system"

fresh_machine
stand_in node 'echo 12'
stand_in apt-get 'exit 0'
stand_in id 'echo 0'
start
expect "an old Node" refused "Node 18 or newer is needed"

fresh_machine
stand_in cmake 'echo "CMake Error at x.cmake:1 (message): DuckDB is not here"; exit 1'
start
expect "a configuration that fails" refused "The configuration of the build failed: CMake Error at x.cmake:1"
fresh_machine
stand_in ninja 'case "$*" in *" -n "*) exit 0 ;; esac; echo "c++: fatal error: Killed signal terminated program cc1plus"; exit 1'
start
expect "too little memory" refused "not enough memory" "COMITY_JOBS=1"
stand_in ninja 'case "$*" in *" -n "*) exit 0 ;; esac; echo "a.cpp:1: error: expected ;"; exit 1'
start
expect "a build that fails" refused "The build failed: a.cpp:1: error: expected ;" "first-start.log"
fresh_machine
stand_in df 'echo head; echo "disk 100 90 10240 90% /"'
start
expect "a full disk" refused "only 10 MB left" "Make room"

fresh_machine
(cd "$work" && env -i PATH="$work/bin" "$work/clone/comity" hello world) >"$work/out" 2>"$work/talk" </dev/null
code=$? out=$(cat "$work/out") talk=$(cat "$work/talk")
expect "no HOME" ran_and_said "HOME is not set"

# The front end: what it cannot have makes pages plain, and nothing worse.
with_web() {
  fresh_machine
  mkdir -p "$work/clone/web/src"
  echo lock >"$work/clone/web/package-lock.json"
  touch "$work/clone/web/vite.config.js"
}
with_web
stand_in npm 'case $2 in */web) echo "npm ERR! code ENOTFOUND"; exit 1 ;; esac; shift; mkdir -p "$1/node_modules"; touch "$1/node_modules/duckdb"'
start
expect "no parts for the front end: plain pages" ran_and_said "pages will be plain"
with_web
stand_in npm 'case $3 in run) sleep 0.05; mkdir -p "$2/dist"; touch "$2/dist/assets.json" ;; *) mkdir -p "$2/node_modules" ;; esac; echo "npm chatter"'
start
expect "the front end is built" [ -e "$work/clone/web/dist/assets.json" ]
start
expect "and once" quiet
sleep 0.05
touch "$work/clone/web/src/new.ts"
start
expect "again after a change of it" ran_and_said "Building the front end"

# A process killed with the lock in its hand, and one that holds it still.
fresh_machine
mkdir -p "$work/clone/build"
if command -v flock >/dev/null; then
  flock "$work/clone/build/lock" sleep 1 &
  sleep 0.2
  start
  expect "a second first start waits, and says so" ran_and_said "waiting for it to end"
  wait
fi

# Killed in every step: the next start works.
for step in npm cmake ninja; do
  fresh_machine
  cp "$work/bin/$step" "$work/bin/$step.real"
  stand_in $step "case \"\$*\" in *\" -n \"*) exit 0 ;; esac; touch '$work/reached'; while :; do sleep 0.1; done"
  rm -f "$work/reached"
  (cd "$work/home" && exec env -i PATH="$work/bin" HOME="$work/home" "$work/clone/comity" hello world) >/dev/null 2>&1 </dev/null &
  victim=$!
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do [ -e "$work/reached" ] && break; sleep 0.1; done
  kill -TERM $victim 2>/dev/null
  # The set-up is a child of the launcher: it and the step that sleeps go too.
  for process in /proc/[0-9]*; do
    { tr '\0' ' ' <"$process/cmdline" | grep -q "$work" && [ "${process#/proc/}" != $$ ] && kill -KILL "${process#/proc/}"; } 2>/dev/null
  done
  wait 2>/dev/null
  rm -f "$work/bin/$step"
  mv "$work/bin/$step.real" "$work/bin/$step"
  start
  expect "killed in $step, the next start works" ran
done

# A clone that the user cannot write (root can write everything, so this needs another user).
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
  fresh_machine
  chmod 755 "$work"
  chown -R 65534:65534 "$work/home"
  as_nobody() { (cd "$work/home" && setpriv --reuid=65534 --regid=65534 --clear-groups env -i PATH="$work/bin" "$@" "$work/clone/comity" hello world) >"$work/out" 2>"$work/talk" </dev/null; }
  as_nobody HOME="$work/home"
  code=$? out=$(cat "$work/out") talk=$(cat "$work/talk")
  expect "an unwritable clone is built in the cache" ran
  expect "in a folder of its own" [ -e "$work/home/.cache/comity$work/clone/stamp" ]
  as_nobody HOME="$work/home"
  code=$? out=$(cat "$work/out") talk=$(cat "$work/talk")
  expect "and found again" quiet
  as_nobody HOME=/nonexistent
  code=$? out=$(cat "$work/out") talk=$(cat "$work/talk")
  expect "nowhere to write" refused "cannot be written" "XDG_CACHE_HOME"
else
  printf 'SKIPPED\tan unwritable clone\t0\tneeds root and setpriv, to become another user\n' >>"$COMITY_TEST_RESULT"
fi
[ "$failures" = 0 ]
