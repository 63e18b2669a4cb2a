// The preset peacesciencer against what the R package gives: every cell of the sample, and of the whole panel, for each column
// and decade, the rows, missing cells, sum, least and greatest. Runs on the publishers' files; the reference lies beside them in
// a folder `panel` (or COMITY_PANEL_REFERENCE).
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <map>

#include "comity/base/error.hpp"
#include "comity/base/progress.hpp"
#include "comity/formats/delimited.hpp"
#include "comity/panel/panel.hpp"
#include "comity/sources/edition_builder.hpp"

namespace comity::panel::test {
namespace {

namespace fs = std::filesystem;

fs::path mirror() {
  const char* set = std::getenv("COMITY_DATA_DIR");
  return set ? set : "";
}

fs::path reference() {
  const char* set = std::getenv("COMITY_PANEL_REFERENCE");
  return set ? fs::path(set) : mirror().parent_path() / "panel";
}

// The panel, made once for both tests from an edition of the preset's sources alone.
const Panel& preset() {
  static const Panel panel = [] {
    const fs::path folder = fs::temp_directory_path() / fmt::format("comity-preset-{}", ::getpid());
    fs::create_directories(folder);
    const auto states = world::Register::load(COMITY_SOURCE_DIR "/data");
    sources::BuildOptions options;
    options.places = {COMITY_SOURCE_DIR, COMITY_PARTS, mirror()};
    options.states = states;
    options.output = folder / "edition.duckdb";
    options.cache = folder / "cache";
    options.only = {"peacesciencer", "cow_nmc", "cow_contiguity", "cow_igo_v3", "isard", "cow_trade_4_0"};
    Progress silent;
    sources::build_edition(options, silent);
    store::Database database(options.output, {.read_only = true, .threads = 2});
    auto connection = database.connect();
    PanelRequest request;
    request.preset = "peacesciencer";
    request.threads = 2;
    Panel out = make_panel(connection, *states, request);
    fs::remove_all(folder);
    return out;
  }();
  return panel;
}

bool close(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

class Records {
 public:
  explicit Records(const fs::path& file) : reader_(formats::open_delimited(file, {})) {}
  const std::vector<std::string>& columns() { return reader_->columns(); }
  bool next() { return reader_->next(record_); }
  std::string at(std::size_t column) const { return std::string(record_.fields[column]); }

 private:
  std::unique_ptr<formats::RecordReader> reader_;
  formats::Record record_;
};

#define NEEDS_REFERENCE()                                                                                                    \
  if (mirror().empty()) GTEST_SKIP() << "COMITY_DATA_DIR is not set";                                                         \
  if (!fs::exists(reference() / "cow_directed_dyad_year.fingerprint.csv")) GTEST_SKIP() << "the reference panel is not beside the mirror"

TEST(Preset, every_cell_of_the_sample_is_equal) {
  NEEDS_REFERENCE();
  const Panel& panel = preset();
  std::map<std::tuple<int, int, int>, std::size_t> rows;
  for (std::size_t row = 0; row < panel.rows; ++row) {
    rows[{static_cast<int>(panel.column("ccode1").at(row)), static_cast<int>(panel.column("ccode2").at(row)), static_cast<int>(panel.column("year").at(row))}] = row;
  }
  Records sample(reference() / "cow_directed_dyad_year.sample.csv.gz");
  ASSERT_EQ(sample.columns().size(), 84u);
  ASSERT_EQ(panel.columns.size(), 84u);
  for (std::size_t i = 0; i < 84; ++i) ASSERT_EQ(panel.columns[i].name(), sample.columns()[i]);
  std::size_t records = 0, wrong = 0;
  while (sample.next()) {
    ++records;
    const auto found = rows.find({std::stoi(sample.at(0)), std::stoi(sample.at(1)), std::stoi(sample.at(2))});
    ASSERT_NE(found, rows.end()) << sample.at(0) << " " << sample.at(1) << " " << sample.at(2);
    for (std::size_t i = 0; i < 84; ++i) {
      const std::string text = sample.at(i);
      const Column& column = panel.columns[i];
      const bool same = text.empty() ? !column.has(found->second) : column.has(found->second) && close(column.at(found->second), std::stod(text));
      if (!same && ++wrong < 10) ADD_FAILURE() << column.name() << " of " << sample.at(0) << "-" << sample.at(1) << " " << sample.at(2) << " is not '" << text << "'";
    }
  }
  EXPECT_EQ(records, 19844u);
  EXPECT_EQ(wrong, 0u);
}

struct Print {
  std::size_t rows = 0, missing = 0;
  double sum = 0, least = std::numeric_limits<double>::infinity(), most = -std::numeric_limits<double>::infinity();
};

TEST(Preset, every_fingerprint_of_the_whole_panel_is_equal) {
  NEEDS_REFERENCE();
  const Panel& panel = preset();
  EXPECT_EQ(panel.rows, 1912290u);
  std::map<std::pair<int, std::string>, Print> prints;
  for (const Column& column : panel.columns) {
    std::map<int, Print> decades;
    for (std::size_t row = 0; row < panel.rows; ++row) {
      Print& print = decades[static_cast<int>(panel.column("year").at(row)) / 10 * 10];
      ++print.rows;
      if (!column.has(row)) {
        ++print.missing;
        continue;
      }
      const double value = column.at(row);
      print.sum += value;
      print.least = std::min(print.least, value);
      print.most = std::max(print.most, value);
    }
    for (const auto& [decade, print] : decades) prints[{decade, column.name()}] = print;
  }
  Records wanted(reference() / "cow_directed_dyad_year.fingerprint.csv");
  std::size_t records = 0;
  while (wanted.next()) {
    ++records;
    const Print& print = prints[{std::stoi(wanted.at(0)), wanted.at(1)}];
    const std::string what = wanted.at(1) + " in the " + wanted.at(0) + "s";
    EXPECT_EQ(print.rows, std::stoul(wanted.at(2))) << what;
    EXPECT_EQ(print.missing, std::stoul(wanted.at(3))) << what;
    EXPECT_TRUE(close(print.sum, std::stod(wanted.at(4)))) << what << ": sum " << print.sum;
    if (print.missing == print.rows) continue;
    EXPECT_TRUE(close(print.least, std::stod(wanted.at(5)))) << what << ": least " << print.least;
    EXPECT_TRUE(close(print.most, std::stod(wanted.at(6)))) << what << ": most " << print.most;
  }
  EXPECT_EQ(records, 1701u);
}

}  // namespace
}  // namespace comity::panel::test
