#include "comity/sources/disagreements.hpp"

#include <algorithm>
#include <mutex>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/store/edition.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {

std::vector<PairDisagreement> find_all_disagreements(const std::filesystem::path& edition, std::shared_ptr<const world::Register> states, const facts::FindDisagreements& rule,
                                                     const std::vector<std::string>& indicators, int threads) {
  std::vector<PairDisagreement> out;
  std::mutex mutex;
  const store::Edition opened(edition, std::move(states), {.read_only = true});
  opened.for_each_pair(
      threads,
      [&](std::size_t, facts::PairFacts& facts) {
        // The rule has no say on them, and must not be able to: a new list of schools is no reason to judge every pair anew (predecessor.cpp).
        facts.presences.clear();
        auto found = rule(facts, opened.context());
        if (found.empty()) return;
        const std::uint32_t pair = Pair(facts.a, facts.b).code();
        const std::lock_guard lock(mutex);
        for (auto& one : found) out.push_back({pair, std::move(one)});
      },
      indicators);
  std::ranges::stable_sort(out, {}, &PairDisagreement::pair);
  return out;
}

void add_disagreements(store::Connection& connection, const std::vector<PairDisagreement>& all) {
  if (all.empty()) return;
  connection.run("CREATE TEMP TABLE found_disagreement AS SELECT * FROM disagreement");
  duckdb_appender appender = nullptr;
  if (duckdb_appender_create_ext(connection.handle(), "temp", nullptr, "found_disagreement", &appender) != DuckDBSuccess) throw StoreError("cannot fill the table disagreement");
  const auto text = [&](const std::string& value) { value.empty() ? duckdb_append_null(appender) : duckdb_append_varchar_length(appender, value.data(), value.size()); };
  for (const auto& [pair, d] : all) {
    duckdb_append_uint32(appender, pair);
    duckdb_append_uint8(appender, static_cast<std::uint8_t>(d.consequence));
    text(d.kind), text(d.title), text(d.said), text(d.reading);
    duckdb_append_double(appender, d.size);
    text(d.unit);
    duckdb_append_uint64(appender, d.key_a);
    duckdb_append_uint64(appender, d.key_b);
    duckdb_appender_end_row(appender);
  }
  const bool fine = duckdb_appender_close(appender) == DuckDBSuccess;
  duckdb_appender_destroy(&appender);
  if (!fine) throw StoreError("cannot fill the table disagreement");
  connection.run(fmt::format("TRUNCATE disagreement; INSERT INTO disagreement SELECT * FROM found_disagreement ORDER BY {}, title; DROP TABLE found_disagreement", store::table("disagreement").order));
}

}  // namespace comity::sources
