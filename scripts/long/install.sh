# cmake --install into an empty folder (DESTDIR), as a packager or an administrator does it: the program runs from there, finds its tables, its
# edition and its library, serves, and keeps what it does not hold to itself. systemd's own tool looks at every unit that is installed.
set -u
work=$(mktemp -d) || exit 1
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
unset COMITY_DATA_DIR COMITY_EDITION COMITY_HOME COMITY_SHARE COMITY_BASE_EDITION
verdict() { printf '%s\t%s\t0\t%s\n' "$1" "$2" "$3" >>"$COMITY_TEST_RESULT"; }
check() { if "$@" >>"$work/talk" 2>&1; then verdict PASSED "$what" ""; else verdict FAILED "$what" "$(tail -n 2 "$work/talk" | tr '\n\t' '  ')"; fi; }

tree=$(cd "$(dirname "$0")/../.." && pwd)
build=$(dirname "$(dirname "$COMITY_PROGRAM")")
[ -e "$build/base.duckdb" ] || { echo "there is no base edition to install: ./comity version makes one"; exit 1; }
DESTDIR="$work/root" cmake --install "$build" --prefix /opt/comity >"$work/install.log" 2>&1 || { tail -n 20 "$work/install.log"; exit 1; }
top=$work/root/opt/comity
program=$top/bin/comity
what="nothing is installed outside its prefix" && check sh -c "! find '$work/root' -type f -not -path '$top/*' | grep ."
for file in bin/comity lib/comity/libduckdb.so lib/comity/base.duckdb share/comity/data/states.csv share/comity/sources/prelude.sql; do what="holds $file" && check test -s "$top/$file"; done

cd "$work" || exit 1
export HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_CACHE_HOME="$work/home/cache"
what="its library is its own" && check sh -c "LD_DEBUG=libs '$program' query 'SELECT 1' 2>&1 | grep -q 'calling init: $top/.*libduckdb'"
what="its edition is its own" && check sh -c "'$program' version | grep -q '$top/lib/comity/base.duckdb'"
what="it prints a dossier" && check sh -c "'$program' dossier Germany Kazakhstan --format text | grep -q Kazakhstan"
what="it knows names in every script" && check sh -c "'$program' resolve Казахстан | grep -q KAZ"
what="it builds an edition from what came with it" && check "$program" build --base --output "$work/own.duckdb"
"$program" serve --port 0 --access-log none >address 2>serve.log &
server=$!
for _ in $(seq 300); do [ -s address ] && break; sleep 0.1; done
what="it serves" && check sh -c "curl -s \"\$(cat address)healthz\" | grep -q '\"status\":\"ok\"'"
what="its pages have their styles" && check sh -c "curl -s \"\$(cat address)\" | grep -o 'assets/[^\"]*css' | head -n 1 | xargs -I NAME curl -sf -o styles.css \"\$(cat address)NAME\" && test -s styles.css"
what="its children find their way" && check sh -c "curl -s \"\$(cat address)api/v1/sql?query=SELECT+1+AS+one\" | grep -q '\[\[1\]\]'"
kill "$server" 2>/dev/null
what="it ends when told to" && check wait "$server"
server=

# The reader of SDMX for others' programs: the one of docs/sdmx.md, as it stands there, with what is installed and nothing else.
mkdir reader && cd reader
what="the library is installed where it is asked for" && check cmake --install "$build" --component library --prefix "$work/library"
sed -n '/^```cpp$/,/^```$/p' "$tree/docs/sdmx.md" | sed '1d;$d' >flows.cpp
export PKG_CONFIG_PATH="$work/library/lib/pkgconfig"
what="the program of docs/sdmx.md compiles with it" && check sh -c 'c++ -O1 flows.cpp $(pkg-config --cflags --libs comity-sdmx) -o flows'
printf 'DATAFLOW,PARTNER,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nXX:D(1.0),KZ,2020,1.5,3\nXX:D(1.0),KZ,2021,2,3\nXX:D(1.0),UZ,2020,:,3\n' >m.csv
what="it adds up a message" && check sh -c './flows m.csv >sums && printf "KZ 3500\n" | cmp - sums'
what="it says what is wrong with another" && check sh -c 'echo "<html>" >m.html; ! ./flows m.html 2>wrong && grep -q "web page" wrong'
cd "$work" || exit 1

if command -v systemd-analyze >/dev/null; then
  mkdir units
  for unit in "$top"/lib/systemd/system/comity*; do
    [ -e "$unit" ] || continue
    sed "s|/usr/bin/comity|$program|; s|file:///usr|file://$work/root/usr|" "$unit" >"units/$(basename "$unit")"
  done
  for unit in units/*.service units/*.timer; do
    [ -e "$unit" ] || continue
    what="systemd understands $(basename "$unit")" && check systemd-analyze verify --man=no "$unit"
  done
  for unit in units/*.service; do
    what="systemd finds $(basename "$unit") well closed" && check systemd-analyze security --offline=yes --threshold=30 "$unit"
    echo "$(basename "$unit"): $(systemd-analyze security --offline=yes --no-pager "$unit" 2>/dev/null | tail -n 1)"
  done
else
  verdict SKIPPED "systemd understands the units" "systemd-analyze is not here"
fi
! grep -q '^FAILED' "$COMITY_TEST_RESULT"
