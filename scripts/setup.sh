# What ./comity and ./test share: from a bare Debian to a built program. Meant to be sourced, with COMITY_ROOT (the
# clone) and COMITY_STATE (the folder for all that is made) set. Each step looks first whether there is anything to do,
# so that a step cut short is simply done again. The terminal shows what is being done; the chatter goes to $log.
# shellcheck shell=sh

set -u
root=$COMITY_ROOT
state=$COMITY_STATE
log=$state/first-start.log
program=$state/bin/comity
: "${log_name:=comity}" # who speaks

say() { printf '%s\n' "$*" >&2; }

# stop SENTENCE [WHAT TO DO]: the end of a set-up that cannot go on.
stop() {
  printf '%s: %s\n' "$log_name" "$1" >&2
  [ -z "${2-}" ] || printf '  %s\n' "$2" >&2
  [ ! -s "$log" ] || printf '  The log: %s\n' "$log" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }
now() { date +%s; }
span() { if [ "$1" -lt 60 ]; then printf '%s s' "$1"; else printf '%s min %02d s' $(($1 / 60)) $(($1 % 60)); fi; }

# ---- where things go ------------------------------------------------------------------------------------------------

set_up_folder() {
  if [ -z "${HOME-}" ]; then
    say "HOME is not set; Comity keeps everything in $state."
    export npm_config_cache="$state/npm-cache" CCACHE_DIR="$state/ccache"
  fi
  if ! mkdir -p "$state" 2>/dev/null || ! [ -w "$state" ]; then
    stop "The folder $state cannot be written." "Clone Comity into a folder of your own, or set XDG_CACHE_HOME to a folder that you may write to."
  fi
  free=$(df -Pk "$state" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024) }')
  if [ "${free:-9999}" -lt "${COMITY_SPACE:-600}" ] && [ ! -x "$program" ]; then
    stop "The disk of $state has only $free MB left; Comity needs about ${COMITY_SPACE:-600} MB." "Make room and run the same command again."
  fi
}

# One set-up at a time. The lock lasts as long as any process started under it, so a killed launcher whose compiler
# still runs is waited for as well.
take_turns() {
  if have flock; then
    exec 9>>"$state/lock" || stop "The file $state/lock cannot be written." "See whose it is: ls -l $state"
    if ! flock -n 9; then
      say "Another start of Comity (process $(cat "$state/lock.pid" 2>/dev/null || echo unknown)) is preparing this folder; waiting for it to end."
      flock 9
    fi
    echo $$ >"$state/lock.pid"
  fi
  : >"$log" || stop "The log $log cannot be written." "Is the disk full? See: df -h $state"
}

begin_stamp() { touch "$state/stamp.new" || stop "The folder $state cannot be written." "Is the disk full? See: df -h $state"; }
end_stamp() { mv -f "$state/stamp.new" "$state/stamp"; }

# ---- one step, with its progress ------------------------------------------------------------------------------------

# What the tail of the log says about how far a step is: ninja's [12/345], apt's status lines.
progress_of_log() {
  tail -c +"$step_log_start" "$log" | tail -c 3000 | tr '\r' '\n' | awk '
    /^\[[0-9]+\/[0-9]+\]/ { split(substr($1, 2), part, /[\/\]]/); if (part[2]) text = int(100 * part[1] / part[2]) " %" }
    /^dlstatus:/ { split($0, part, ":"); text = "downloading, " int(part[3]) " %" }
    /^pmstatus:/ { split($0, part, ":"); text = "unpacking and setting up, " int(part[3]) " %" }
    END { print text }'
}

child=
interrupted() {
  trap - INT TERM HUP
  [ -z "$child" ] || { kill "$child" 2>/dev/null; wait "$child" 2>/dev/null; }
  [ ! -t 2 ] || printf '\r\033[K' >&2
  say "$log_name: stopped. Run the same command again to go on from here."
  exit 130
}
trap interrupted INT TERM HUP

# step TITLE COMMAND...: runs it with its output in the log; gives its exit code. step_log_start is where its output begins.
step() {
  title=$1
  shift
  printf '\n==== %s: %s\n' "$title" "$*" >>"$log"
  step_log_start=$(($(wc -c <"$log") + 1))
  step_start=$(now)
  "$@" >>"$log" 2>&1 </dev/null &
  child=$!
  if [ -t 2 ]; then
    while kill -0 "$child" 2>/dev/null; do
      far=$(progress_of_log)
      printf '\r\033[K%s … %s%s' "$title" "${far:+$far, }" "$(span $(($(now) - step_start)))" >&2
      sleep 0.3
    done
    printf '\r\033[K' >&2
  else
    say "$title …"
  fi
  wait "$child" 2>/dev/null
  code=$?
  child=
  [ "$code" != 0 ] || say "$title: done in $(span $(($(now) - step_start)))"
  return "$code"
}

log_of_step() { tail -c +"$step_log_start" "$log"; }
log_says() { log_of_step | grep -qiE "$1"; }

# failed WHAT: reads the log of the step that failed, and stops with the likeliest reason in plain words.
failed() {
  again="then run the same command again."
  if log_says 'no space left|ENOSPC|enough free space|disk quota'; then
    stop "$1 failed: the disk is full." "Make room (df -h $state), $again"
  elif log_says 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|could not resolve|temporary failure|could not connect|unable to connect|network is unreachable|failed to fetch|cannot initiate the connection|no route to host'; then
    stop "$1 failed: the network could not be reached." "Check the connection and the proxy settings, $again"
  elif log_says 'EINTEGRITY'; then
    stop "$1 failed: a package is not the one that package-lock.json names." "Do not use it. Try again later or from another network, and report it."
  elif log_says 'unable to locate package|has no installation candidate'; then
    stop "$1 failed: $(log_of_step | grep -iEm1 'unable to locate package|no installation candidate' | sed 's/^E: //')." \
      "Comity's list is for Debian 12; is its main archive among apt's sources?"
  elif log_says 'could not get lock'; then
    stop "$1 failed: another package manager is at work." "Wait for it to end, $again"
  elif log_says 'killed signal terminated|virtual memory exhausted|cannot allocate memory|out of memory'; then
    stop "$1 failed: there was not enough memory." "Try with one compiler at a time: COMITY_JOBS=1 and the same command."
  elif log_says 'permission denied|EACCES|read-only file system'; then
    stop "$1 failed: $(log_of_step | grep -iEm1 'permission denied|EACCES|read-only file system' | cut -c 1-200)." "See whose the files are: ls -l $state $root"
  fi
  said=$(log_of_step | grep -vE '^(dl|pm)status:')
  reason=$(printf '%s\n' "$said" | grep -Em1 'error:|^E: |^comity: ' || printf '%s\n' "$said" | grep -Em1 -A2 'CMake Error|npm ERR!|npm error|FAILED')
  reason=$(printf '%s' "$reason" | tr -s ' \n' ' ' | cut -c 1-300)
  stop "$1 failed${reason:+: $reason}" "The last lines of the log tell more: tail -n 40 $log"
}

# ---- Debian packages ------------------------------------------------------------------------------------------------

# packages_wanted run|test|long
packages_wanted() {
  awk -v level="$1" '{ sub(/#.*/, "") }
    $1 != "" && ($2 == "" || $2 == level || (level == "long" && $2 == "test")) { print $1 }' "$root/scripts/debian-packages.txt"
}

packages_missing() {
  wanted=$(packages_wanted "$1")
  # shellcheck disable=SC2086 # a list of words
  installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' $wanted 2>/dev/null | awk '$1 == "ii" { print $2 }')
  for package in $wanted; do
    printf '%s\n' "$installed" | grep -qx "$package" || printf '%s ' "$package"
  done
  parts_ready || node_ready || printf 'nodejs npm '
}

node_ready() {
  have npm && have node && [ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -ge 18 ]
}

install_packages() {
  if ! have dpkg-query || ! have apt-get; then
    for tool in g++ cmake ninja pkg-config node npm; do
      have $tool || stop "$tool is missing, and this is not a Debian system on which Comity could install it." \
        "Install the counterparts of the packages in scripts/debian-packages.txt, and Node 18 or newer."
    done
    return
  fi
  missing=$(packages_missing "$1")
  [ -n "$missing" ] || return 0
  plain="apt-get update && apt-get install --no-install-recommends $missing"
  as_root=
  if [ "$(id -u)" != 0 ]; then
    have sudo || stop "Some Debian packages are missing, and there is no sudo to install them with." "As root, run: $plain"
    if ! sudo -n true 2>/dev/null; then
      [ -t 2 ] && [ -r /dev/tty ] || stop "Some Debian packages are missing, and sudo would ask for a password." "As root, run: $plain"
      say "Comity needs some Debian packages: $missing"
      sudo -p 'Password of %p, to install them: ' -v </dev/tty || stop "sudo did not allow the installation." "As root, run: $plain"
    fi
    as_root="sudo -n"
  fi
  apt="$as_root env DEBIAN_FRONTEND=noninteractive http_proxy=${http_proxy-} https_proxy=${https_proxy-} LC_ALL=C.UTF-8"
  # apt's status lines (progress) come on a descriptor of their own, which sudo would close; hence sh. (As descriptor 1 they
  # would leave the packages' own scripts without a stdout.)
  # An installation that was cut short is finished first. An update that fails in part need not matter: the installation tells.
  # shellcheck disable=SC2086 # lists of words
  {
    $apt dpkg --configure -a >>"$log" 2>&1 || true
    step "Reading Debian's package lists" $apt apt-get -q update -o Acquire::Retries=2 || true
    step "Installing $(echo $missing | wc -w) Debian packages" $apt sh -c 'exec "$@" 3>&1' sh apt-get -q -y install --no-install-recommends \
      -o APT::Status-Fd=3 -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 -o Acquire::Retries=2 $missing ||
      failed "The installation of Debian packages"
  }
}

# ---- parts from npm -------------------------------------------------------------------------------------------------

if [ -w "$root" ]; then parts=$root/node_modules; else parts=$state/parts/node_modules; fi

# Ours, or npm's own mark of a finished installation that is newer than the lock file.
parts_ready() {
  cmp -s "$parts/.comity-lock.json" "$root/package-lock.json" ||
    { [ ! -e "$parts/.comity-lock.json" ] && [ -n "$(find "$parts/.package-lock.json" -newer "$root/package-lock.json" 2>/dev/null)" ]; }
}

install_parts() {
  ! parts_ready || return 0
  node_ready || stop "Node 18 or newer is needed; found $(node --version 2>/dev/null || echo none)." "Install Debian's: apt-get install --no-install-recommends nodejs npm"
  folder=${parts%/node_modules}
  if [ "$folder" != "$root" ]; then
    mkdir -p "$folder" && cp -f "$root/package.json" "$root/package-lock.json" "$root/.npmrc" "$folder/" || stop "The folder $folder cannot be written."
  fi
  step "Fetching DuckDB and geography from npm" env npm_config_update_notifier=false \
    npm --prefix "$folder" ci --ignore-scripts --no-audit --no-fund --prefer-offline || failed "The installation of npm packages"
  cp -f "$root/package-lock.json" "$parts/.comity-lock.json" || stop "The folder $parts cannot be written."
}

# ---- the front end --------------------------------------------------------------------------------------------------

# Where it cannot be made, pages are plain: that is said, and no reason to stop.
if [ -w "$root" ]; then web=$root/web; else web=$state/web; fi

web_built() {
  [ -e "$web/dist/assets.json" ] &&
    [ -z "$(find "$root/web/src" "$root/web/package-lock.json" "$root/web/vite.config.js" -newer "$web/dist/assets.json" -print -quit)" ]
}

web_parts_ready() { # run|test
  cmp -s "$web/node_modules/.comity-lock.json" "$root/web/package-lock.json" && { [ "$1" = run ] || [ -e "$web/node_modules/typescript" ]; }
}

# build_web run|test: tests need a type checker, a driver for browsers and axe beside what builds.
build_web() {
  [ -e "$root/web/package-lock.json" ] && node_ready || return 0
  if web_built && { [ "$1" = run ] || web_parts_ready test; }; then return 0; fi
  [ "$web" = "$root/web" ] || { mkdir -p "$web" && cp -Rf "$root/web/." "$web/"; } || return 0
  if ! web_parts_ready "$1"; then
    most=$([ "$1" = run ] && echo --omit=dev)
    step "Fetching the parts of the front end from npm" env npm_config_update_notifier=false \
      npm --prefix "$web" ci --ignore-scripts --no-audit --no-fund --prefer-offline ${most:+"$most"} &&
      cp -f "$root/web/package-lock.json" "$web/node_modules/.comity-lock.json" ||
      { say "The front end's parts could not be fetched; pages will be plain. The log: $log"; return 0; }
  fi
  web_built || step "Building the front end" npm --prefix "$web" run build ||
    say "The front end could not be built; pages will be plain. The log: $log"
}

# ---- building -------------------------------------------------------------------------------------------------------

# As many compilers as there are cores, and memory for (about 0.7 GB each).
jobs() {
  if [ -n "${COMITY_JOBS-}" ]; then
    echo "$COMITY_JOBS"
    return
  fi
  cores=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
  awk -v cores="$cores" '/^MemAvailable:/ { fit = int($2 / 700000) }
    END { if (!fit || fit > cores) fit = cores; if (fit < 1) fit = 1; print fit }' /proc/meminfo 2>/dev/null || echo "$cores"
}

# configure [OPTION...] in $state; only where there is no build of this clone yet, or an option changes.
configure() {
  cached=$state/CMakeCache.txt
  needed=
  [ -e "$state/build.ninja" ] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cached" 2>/dev/null || needed=yes
  for option in "$@"; do
    grep -qxF "${option#-D}" "$cached" 2>/dev/null || needed=yes
  done
  [ -n "$needed" ] || return 0
  # A clone that was moved, or a configuration cut short, starts anew.
  [ -e "$state/build.ninja" ] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cached" || rm -rf "$cached" "$state/CMakeFiles/cmake.check_cache"
  [ -e "$cached" ] || [ $# -gt 0 ] || set -- -DCOMITY_TESTS:BOOL=OFF
  ! have ccache || set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
  step "Configuring the build" cmake -S "$root" -B "$state" -G Ninja -DCMAKE_BUILD_TYPE=Release "-DCOMITY_PARTS=$parts" "-DCOMITY_WEB=$web/dist" "$@" ||
    failed "The configuration of the build"
}

# build TARGET WHAT
build() {
  # ccache sees through precompiled headers, and through clones in different folders, only when told so.
  export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_BASEDIR="$root"
  if ninja -C "$state" -n "$1" 2>/dev/null | grep -q 'no work to do'; then return 0; fi
  step "Building $2" ninja -C "$state" -j "$(jobs)" "$1" || failed "The build"
}

# The edition that the program carries: everything it knows without a data folder.
build_base_edition() {
  base=$state/base.duckdb
  [ -e "$base" ] && [ -z "$(find "$program" "$root/data" "$root/sources" "$root/package-lock.json" -newer "$base" -print -quit)" ] && return 0
  rm -f "$state"/base.new.duckdb*
  step "Building the base edition" env COMITY_HOME="$root" "$program" build --base --output "$state/base.new.duckdb" ||
    failed "The build of the base edition"
  [ ! -e "$state/base.new.duckdb.pairs" ] || mv -f "$state/base.new.duckdb.pairs" "$base.pairs"
  mv -f "$state/base.new.duckdb" "$base" || stop "The folder $state cannot be written." "Is the disk full? See: df -h $state"
}
