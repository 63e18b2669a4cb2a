#include "comity/sources/moved_pairs.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace comity::sources {
namespace {

struct Told {
  const char *table, *code;
};
// All of which a pair's or a state's facts are read (store/rows.hpp) but observation.
constexpr Told told[] = {{"event", "pair"}, {"mission", "pair"}, {"agreement", "pair"}, {"presence", "pair"}, {"standing", "pair"}, {"disagreement", "pair"}, {"membership", "state::UINTEGER"}};

// By code: a hash of its rows in the order in which they lie.
std::map<std::uint32_t, std::uint64_t> hashes(store::Connection& connection, const std::string& database, const Told& one) {
  std::map<std::uint32_t, std::uint64_t> out;
  auto result = connection.query(fmt::format("SELECT {}, hash(t) FROM {}.{} t ORDER BY t.rowid", one.code, database, one.table));
  auto at = out.end();
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const auto code = chunk.get<std::uint32_t>(0, i);
      if (at == out.end() || at->first != code) at = out.try_emplace(code, 0).first;
      // Two rows that change places must show.
      at->second = (at->second ^ chunk.get<std::uint64_t>(1, i)) * 0x9e3779b97f4a7c15u + 1;
    }
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> find_moved_pairs(store::Connection& connection, const std::set<std::string>& kept, const std::vector<std::uint32_t>& figures) {
  std::set<std::uint32_t> out(figures.begin(), figures.end());
  for (const Told& one : told) {
    if (kept.contains(one.table)) continue;
    const auto before = hashes(connection, "before", one), now = hashes(connection, connection.text("SELECT current_database()"), one);
    for (const auto& [code, hash] : now) {
      const auto found = before.find(code);
      if (found == before.end() || found->second != hash) out.insert(code);
    }
    for (const auto& [code, hash] : before) {
      if (!now.contains(code)) out.insert(code);
    }
  }
  return {out.begin(), out.end()};
}

}  // namespace comity::sources
