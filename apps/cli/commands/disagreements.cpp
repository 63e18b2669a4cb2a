// comity disagreements: where the sources contradict each other, for one pair or for all, most consequential first.
#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "apps/cli/command.hpp"
#include "apps/cli/options.hpp"
#include "apps/cli/sql_rows.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {
namespace {

const std::vector<std::string> kinds = {"mission_without_relations", "relations_date", "trade_mirror", "fdi_mirror", "total", "count", "revision", "state_span"};

constexpr const char* rows_sql = R"(
SELECT a.key AS state_a, b.key AS state_b, d.kind, d.consequence::INTEGER AS consequence, d.size, d.unit, d.title, d.said, d.reading,
       lower(printf('%016x', d.key_a)) AS key_a, lower(printf('%016x', d.key_b)) AS key_b
FROM disagreement d
LEFT JOIN state a ON a.id = CASE WHEN d.pair < 65536 THEN d.pair ELSE d.pair // 65536 END
LEFT JOIN state b ON b.id = CASE WHEN d.pair >= 65536 THEN d.pair % 65536 END
WHERE {}
ORDER BY d.consequence, d.size DESC, a.key, b.key, d.kind, d.title)";

class DisagreementsCommand : public Command {
 public:
  void setup(Arguments& arguments) override {
    arguments.words("A B", "two states; without them, every pair", words_);
    arguments.choice("--kind", "KIND", "only contradictions of this kind", kind_, kinds);
    format_.add_to(arguments, {"text", "table", "csv", "json"}, "text");
    output_.add_to(arguments);
    edition_.add_to(arguments);
  }

  int run() override {
    std::string where = "true";
    if (!words_.empty()) {
      const auto [a, b] = ask_pair(*load_register(), words_, "disagreements");
      where = fmt::format("d.pair = {}", Pair(a, b).code());
    }
    if (!kind_.empty()) where += fmt::format(" AND d.kind = {}", store::sql_text(kind_));
    const std::string sql = fmt::format(fmt::runtime(rows_sql), where);
    auto database = edition_.open_database();
    auto connection = database.connect();
    Output out = output_.open();
    if (format_.name == "text") {
      write_text(connection, sql, out);
    } else {
      write_query(connection, sql, *make_row_writer(format_.name, out));
    }
    out.finish();
    return 0;
  }

 private:
  // A paragraph each; the list of all pairs is long, so beyond a hundred the rest is counted.
  void write_text(store::Connection& connection, const std::string& sql, Output& out) const {
    const auto all = connection.number(fmt::format("SELECT count(*) FROM ({})", sql));
    if (all == 0) {
      out.write("No contradiction between independent sources was found in this edition.\n");
      return;
    }
    auto result = connection.query(fmt::format("SELECT state_a || coalesce(' ' || state_b, ''), kind, title, said, reading FROM ({}) LIMIT 100", sql));
    while (const auto chunk = result.next()) {
      for (std::size_t i = 0; i < chunk.rows(); ++i) {
        out.write(fmt::format("{}  {}\n  {}\n  {}\n", chunk.text(0, i), chunk.text(1, i), chunk.text(2, i), chunk.text(3, i)));
        if (!chunk.text(4, i).empty()) out.write(fmt::format("  {}\n", chunk.text(4, i)));
        out.write("\n");
      }
    }
    out.write(all > 100 ? fmt::format("The first 100 of {}; all of them: --format csv\n", all) : fmt::format("{} in all\n", all));
  }

  std::vector<std::string> words_;
  std::string kind_;
  FormatOption format_;
  OutputOption output_;
  EditionOption edition_;
};

}  // namespace

std::unique_ptr<Command> make_disagreements_command() { return std::make_unique<DisagreementsCommand>(); }

}  // namespace comity::cli
