#include "comity/sources/fragment_summary.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/store/duckdb.hpp"
#include "comity/store/schema.hpp"

namespace comity::sources {
namespace {

using store::sql_name;

constexpr std::string_view first_line = "comity fragment 2", last_line = "end";

std::filesystem::path place_of(const FragmentInfo& fragment) {
  auto out = fragment.file;
  return out.replace_extension(".summary");
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t end = std::min(text.find(mark), text.size());
    out.push_back(text.substr(0, end));
    if (end == text.size()) return out;
    text.remove_prefix(end + 1);
  }
}

template <class Number>
bool read_number(std::string_view text, Number& out) {
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
  return problem == std::errc() && end == text.data() + text.size();
}

// False where the text is not a whole summary.
bool parse(std::string_view text, FragmentSummary& out) {
  const auto lines = split(text, '\n');
  if (lines.size() < 3 || lines.front() != first_line || lines[lines.size() - 2] != last_line || !lines.back().empty()) return false;
  for (std::size_t i = 1; i + 2 < lines.size(); ++i) {
    const auto words = split(lines[i], '\t');
    if (words[0] == "files" && words.size() == 2) {
      if (!read_number(words[1], out.files)) return false;
    } else if (words[0] == "table" && words.size() == 2) {
      out.tables.emplace_back(words[1]);
    } else if (words[0] == "reference" && words.size() == 2) {
      out.references.emplace_back(words[1]);
    } else if (words[0] == "content" && words.size() == 5) {
      ContentDigest digest{std::string(words[1]), std::string(words[2]), 0, std::string(words[4])};
      if (!read_number(words[3], digest.rows)) return false;
      out.contents.push_back(std::move(digest));
    } else {
      return false;
    }
  }
  return true;
}

std::string as_text(const FragmentSummary& summary) {
  std::string out = fmt::format("{}\nfiles\t{}\n", first_line, summary.files);
  for (const auto& table : summary.tables) out += fmt::format("table\t{}\n", table);
  for (const auto& reference : summary.references) out += fmt::format("reference\t{}\n", reference);
  for (const auto& one : summary.contents) out += fmt::format("content\t{}\t{}\t{}\t{}\n", one.table, one.kind, one.rows, one.hash);
  return out + fmt::format("{}\n", last_line);
}

std::string kind_of(std::string_view table) {
  if (table == "observation") return fmt::format("indicator || CASE WHEN period_months = 1 THEN {} ELSE '' END", store::sql_text(by_month));
  return table == "series" ? "indicator" : table == "event" || table == "agreement" ? "kind" : "'*'";
}

// Of the database of that name, which is the fragment.
FragmentSummary look_into(store::Connection& connection, const std::string& database) {
  FragmentSummary out;
  const auto each = [&](const std::string& sql, auto work) {
    auto result = connection.query(sql);
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) work(chunk, i);
    }
  };
  const std::string place = sql_name(database), its = fmt::format("database_name = {}", store::sql_text(database));
  out.files = static_cast<std::uint32_t>(connection.number(fmt::format("SELECT count(*) FROM {}.file", place)));
  each(fmt::format("SELECT table_name FROM duckdb_tables() WHERE {0} UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND {0} ORDER BY 1", its), [&](const auto& chunk, std::size_t i) { out.tables.emplace_back(chunk.text(0, i)); });
  std::string references;
  for (const auto& table : store::tables()) {
    const std::string name = table.name;
    if (!table.is_fact || !out.has(name)) continue;
    if (name != "state_name") references += fmt::format("{}SELECT reference FROM {}.{}", references.empty() ? "" : " UNION ", place, name);
    each(fmt::format("SELECT {0}::VARCHAR, count(*)::UBIGINT, printf('%016x', (sum(hash(t)::HUGEINT) % 18446744073709551616)::UBIGINT) FROM {1}.{2} t GROUP BY 1 ORDER BY 1", kind_of(name), place, sql_name(name)),
         [&](const auto& chunk, std::size_t i) {
           out.contents.push_back({name, std::string(chunk.text(0, i)), chunk.template get<std::uint64_t>(1, i), std::string(chunk.text(2, i))});
         });
  }
  if (!references.empty()) {
    each(fmt::format("SELECT reference FROM ({}) WHERE reference IS NOT NULL ORDER BY 1", references), [&](const auto& chunk, std::size_t i) { out.references.emplace_back(chunk.text(0, i)); });
  }
  return out;
}

}  // namespace

bool FragmentSummary::has(std::string_view table) const { return std::ranges::binary_search(tables, table, std::less<>()); }

std::uint64_t FragmentSummary::rows(std::string_view table) const {
  std::uint64_t out = 0;
  for (const auto& one : contents) out += one.table == table ? one.rows : 0;
  return out;
}

FragmentSummary summarize(const FragmentInfo& fragment) {
  const auto place = place_of(fragment);
  std::error_code problem;
  if (std::filesystem::exists(place, problem)) {
    try {
      FragmentSummary known;
      if (parse(read_file(place), known)) return known;
    } catch (const Error&) {
      // As good as none.
    }
  }
  store::Database database(fragment.file, {.read_only = true});
  auto connection = database.connect();
  const std::string name = connection.text("SELECT current_database()");
  FragmentSummary out = look_into(connection, name);
  write_file(place, as_text(out));
  return out;
}

void write_summary(const FragmentInfo& fragment, store::Connection& connection, const std::string& database) { write_file(place_of(fragment), as_text(look_into(connection, database))); }

}  // namespace comity::sources
