#include "comity/panel/write.hpp"

#include <readstat.h>
#include <unistd.h>

#include <filesystem>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/panel/status.hpp"
#include "tests/unit/panel/little_edition.hpp"

namespace comity::panel::test {
namespace {

namespace fs = std::filesystem;

class Write : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / fmt::format("comity-panel-{}-{}", ::getpid(), ::testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
    PanelRequest request;
    request.variables = {"milex", "mindist"};
    request.frame.from_year = 1900;
    request.frame.to_year = 1901;
    request.where = "ccode1 = 2";
    request.status = true;
    panel_ = edition_.make(request);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name) {
    write_panel(panel_, folder_ / name, 1);
    return folder_ / name;
  }

  static inline const std::string text =
      "ccode1,ccode2,year,milex1,milex1_status,milex2,milex2_status,mindist,mindist_status\n"
      "2,200,1900,1000,value,0.5,value,,not_covered\n2,200,1901,1000,value,,not_reported,,not_covered\n"
      "2,220,1900,1000,value,,not_reported,,not_covered\n2,220,1901,1000,value,,not_reported,,not_covered\n"
      "2,255,1900,1000,value,,not_reported,,not_covered\n2,255,1901,1000,value,,not_reported,,not_covered\n";

  LittleEdition edition_;
  Panel panel_;
  fs::path folder_;
};

TEST_F(Write, csv_as_it_is_and_packed) {
  EXPECT_EQ(read_file(write("a.csv")), text);
  EXPECT_EQ(formats::read_all_bytes(write("a.csv.gz")), text);
  EXPECT_EQ(formats::read_all_bytes(write("a.csv.zst")), text);
  for (const auto& entry : fs::directory_iterator(folder_)) EXPECT_FALSE(entry.path().string().ends_with(".part"));
}

TEST_F(Write, the_same_panel_gives_the_same_bytes) {
  for (const char* ending : {"csv.gz", "csv.zst", "parquet", "dta", "xlsx"}) {
    const auto a = sha256_of_file(write(std::string("a.") + ending));
    EXPECT_EQ(a, sha256_of_file(write(std::string("b.") + ending))) << ending;
  }
}

TEST_F(Write, parquet_holds_rows_in_order_with_nulls_and_texts) {
  const auto file = write("a.parquet");
  store::Database database({}, {.may_read_files = true});
  auto connection = database.connect();
  const auto ask = [&](const char* sql) { return connection.text(fmt::format(fmt::runtime(sql), store::sql_text(file.string()))); };
  EXPECT_EQ(ask("SELECT string_agg(ccode2 || '/' || year, ' ') FROM {}"), "200/1900 200/1901 220/1900 220/1901 255/1900 255/1901");
  EXPECT_EQ(ask("SELECT count(milex2) || ' ' || sum(milex2) || ' ' || count(mindist) FROM {}"), "1 0.5 0");
  EXPECT_EQ(ask("SELECT string_agg(DISTINCT milex2_status, ' ' ORDER BY milex2_status) FROM {}"), "not_reported value");
}

struct Seen {
  int rows = 0, variables = 0, missing = 0;
  std::string labels;
};

TEST_F(Write, stata_reads_back) {
  const auto file = write("a.dta");
  Seen seen;
  readstat_parser_t* parser = readstat_parser_init();
  readstat_set_metadata_handler(parser, [](readstat_metadata_t* data, void* context) {
    static_cast<Seen*>(context)->rows = readstat_get_row_count(data);
    static_cast<Seen*>(context)->variables = readstat_get_var_count(data);
    return static_cast<int>(READSTAT_HANDLER_OK);
  });
  readstat_set_variable_handler(parser, [](int, readstat_variable_t* variable, const char*, void* context) {
    if (const char* label = readstat_variable_get_label(variable)) static_cast<Seen*>(context)->labels += std::string(label) + "\n";
    return static_cast<int>(READSTAT_HANDLER_OK);
  });
  readstat_set_value_handler(parser, [](int, readstat_variable_t* variable, readstat_value_t value, void* context) {
    static_cast<Seen*>(context)->missing += readstat_value_is_missing(value, variable);
    return static_cast<int>(READSTAT_HANDLER_OK);
  });
  EXPECT_EQ(readstat_parse_dta(parser, file.c_str(), &seen), READSTAT_OK);
  readstat_parser_free(parser);
  EXPECT_EQ(seen.rows, 6);
  EXPECT_EQ(seen.variables, 9);
  EXPECT_EQ(seen.missing, 11) << "five of milex2 and six of mindist";
  EXPECT_NE(seen.labels.find("Military expenditure"), std::string::npos);
}

TEST_F(Write, excel_has_both_sheets_and_refuses_what_a_sheet_cannot_hold) {
  const auto file = write("a.xlsx");
  EXPECT_GT(fs::file_size(file), 4000u);
  panel_.rows = 1'048'576;
  EXPECT_THROW(write_panel(panel_, folder_ / "b.xlsx", 1), UsageError);
  EXPECT_FALSE(fs::exists(folder_ / "b.xlsx"));
}

TEST_F(Write, a_name_without_a_format_and_a_folder_that_is_not_there) {
  EXPECT_THROW(write("panel"), UsageError);
  EXPECT_THROW(write("panel.txt"), UsageError);
  EXPECT_THROW(write("no/folder/a.csv"), StoreError);
  EXPECT_THROW(write("no/folder/a.parquet"), StoreError);
  EXPECT_THROW(write("no/folder/a.csv.gz"), StoreError);
}

TEST_F(Write, a_full_disk_leaves_no_half_file) {
  // /dev/full takes no byte; the part that is written first is a link to it.
  for (const char* ending : {"csv", "csv.gz", "csv.zst", "dta"}) {
    const fs::path target = folder_ / (std::string("full.") + ending);
    const fs::path part = target.string() + fmt::format(".{}.part", ::getpid());
    fs::create_symlink("/dev/full", part);
    EXPECT_THROW(write_panel(panel_, target, 1), StoreError) << ending;
    EXPECT_FALSE(fs::exists(target)) << ending;
    EXPECT_FALSE(fs::exists(fs::symlink_status(part))) << ending;
  }
}

TEST_F(Write, descriptions_name_every_variable_with_its_source_and_coverage) {
  const std::string package = data_package(panel_, "a.csv", "abc");
  EXPECT_NE(package.find(R"({"name":"milex1","type":"number","title":"Military expenditure")"), std::string::npos) << package;
  EXPECT_NE(package.find(R"("coverage":[1900,1950])"), std::string::npos);
  EXPECT_NE(package.find(R"("primaryKey":["ccode1","ccode2","year"])"), std::string::npos) << package;
  const std::string book = codebook(panel_, "a.csv", "abc");
  EXPECT_NE(book.find("| mindist | Shortest distance between the territories | km | lists | 1992-2016 | missing |"), std::string::npos) << book;
  const std::string report = report_json(panel_);
  EXPECT_NE(report.find(R"("rows":6)"), std::string::npos);
  EXPECT_NE(report.find(R"("variable":"milex1")"), std::string::npos);
}

}  // namespace
}  // namespace comity::panel::test
