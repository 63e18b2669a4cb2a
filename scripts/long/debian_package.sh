# The .deb: built with CPack, its contents looked through, unpacked into an empty folder, and the program in it asked and served from
# there, without the clone and without npm's folder. The unit is checked by systemd's own tool where it is there.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset COMITY_DATA_DIR COMITY_EDITION COMITY_HOME COMITY_SHARE COMITY_BASE_EDITION
verdict() { printf '%s\t%s\t0\t%s\n' "$1" "$2" "$3" >>"$COMITY_TEST_RESULT"; }
check() { if "$@" >>"$work/talk" 2>&1; then verdict PASSED "$what" ""; else verdict FAILED "$what" "$(tail -n 2 "$work/talk" | tr '\n\t' '  ')"; fi; }

build=$(dirname "$(dirname "$COMITY_PROGRAM")")
[ -e "$build/base.duckdb" ] || { echo "there is no base edition to pack: ./comity version makes one"; exit 1; }
(cd "$work" && cpack --config "$build/CPackConfig.cmake" -B "$work/made") >"$work/cpack.log" 2>&1 || { tail -n 20 "$work/cpack.log"; exit 1; }
deb=$(ls "$work"/made/comity_*.deb) || { echo "cpack made no package"; exit 1; }
echo "$(basename "$deb"), $(du -h "$deb" | cut -f 1)"
dpkg-deb --field "$deb"

dpkg-deb --contents "$deb" | awk '{ print $6 }' | sed 's|^\./||' | sort >"$work/list"
for file in usr/bin/comity usr/lib/comity/libduckdb.so usr/lib/comity/base.duckdb usr/lib/comity/register.image usr/lib/comity/names.index usr/share/comity/data/states.csv usr/share/comity/sources/prelude.sql \
  usr/lib/comity/packages/world-countries/countries.json usr/lib/systemd/system/comity.service usr/share/doc/comity/copyright usr/share/doc/comity/docs/operations.md; do
  what="holds $file" && check grep -qx "$file" "$work/list"
done
what="holds no source code and nothing of the build" && check sh -c "! grep -E '\.(cpp|hpp|o|a)$' '$work/list'"
what="needs the libraries of Debian" && check sh -c "dpkg-deb --field '$deb' Depends | grep -q libicu"
what="does not ask for DuckDB elsewhere" && check sh -c "! dpkg-deb --field '$deb' Depends | grep -qi duckdb"
dpkg-deb --control "$deb" "$work/control"
for script in postinst prerm; do what="$script is a script" && check sh -n "$work/control/$script"; done

dpkg-deb --extract "$deb" "$work/root" || exit 1
program=$work/root/usr/bin/comity
cd "$work" || exit 1
export HOME="$work/home" XDG_DATA_HOME="$work/home/data"
what="its library is its own" && check sh -c "LD_DEBUG=libs '$program' query 'SELECT 1' 2>&1 | grep -q 'calling init: $work/root/usr/.*libduckdb'"
what="it says its versions" && check "$program" version
what="its edition is its own" && check sh -c "'$program' version | grep -q '$work/root/usr/lib/comity/base.duckdb'"
what="it prints a dossier" && check sh -c "'$program' dossier Germany Kazakhstan --format text | grep -q Kazakhstan"
what="it knows names in every script" && check sh -c "'$program' resolve Казахстан | grep -q KAZ"
"$program" serve --port 0 --access-log none >address 2>serve.log &
server=$!
for _ in $(seq 100); do [ -s address ] && break; sleep 0.1; done
what="it serves" && check sh -c "curl -s \"\$(cat address)healthz\" | grep -q '\"status\":\"ok\"'"
what="its children find their way" && check sh -c "curl -s \"\$(cat address)api/v1/sql?query=SELECT+1+AS+one\" | grep -q '\[\[1\]\]'"
kill "$server" 2>/dev/null
what="it ends when told to" && check wait "$server"

if command -v systemd-analyze >/dev/null; then
  sed "s|/usr/bin/comity|$program|; s|file:///usr|file://$work/root/usr|" "$work/root/usr/lib/systemd/system/comity.service" >"$work/comity.service"
  what="systemd understands the unit" && check systemd-analyze verify --man=no "$work/comity.service"
  what="systemd finds the unit well closed" && check systemd-analyze security --offline=yes --threshold=25 "$work/comity.service"
fi
! grep -q '^FAILED' "$COMITY_TEST_RESULT"
