// Every question of docs/recipes.md is asked, and must be answered as printed there. The edition is made from the sources that
// the page names (in its first comment), or is COMITY_RECIPES_EDITION. Skipped without COMITY_DATA_DIR.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/number.hpp"
#include "comity/base/progress.hpp"
#include "comity/sources/edition_builder.hpp"
#include "comity/store/duckdb.hpp"

namespace comity {
namespace {

namespace fs = std::filesystem;

struct Recipe {
  std::string title, sql, answer;
};

struct Page {
  std::vector<std::string> sources;
  std::vector<Recipe> recipes;
};

Page read_page() {
  Page page;
  std::istringstream in(read_file(COMITY_SOURCE_DIR "/docs/recipes.md"));
  std::string line, block;
  bool inside = false;
  while (std::getline(in, line)) {
    if (line.starts_with("<!-- sources: ")) {
      std::istringstream words(line.substr(14, line.size() - 18));
      for (std::string word; words >> word;) page.sources.push_back(word);
    } else if (line.starts_with("## ")) {
      page.recipes.push_back({line.substr(3), "", ""});
    } else if (line.starts_with("```")) {
      inside = !inside;
      if (inside) block = line.substr(3);
    } else if (inside && !page.recipes.empty()) {
      (block == "sql" ? page.recipes.back().sql : page.recipes.back().answer) += line + "\n";
    }
  }
  return page;
}

// One text a row, values parted by " | ".
std::string ask(store::Connection& connection, const std::string& sql) {
  std::string out;
  auto rows = connection.query(sql);
  for (std::size_t column = 0; column < rows.columns(); ++column) out += (column ? " | " : "") + rows.name(column);
  out += "\n";
  while (const auto chunk = rows.next()) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      for (std::size_t column = 0; column < rows.columns(); ++column) {
        if (column) out += " | ";
        if (chunk.is_null(column, row)) continue;
        switch (rows.type(column)) {
          case DUCKDB_TYPE_VARCHAR: out += chunk.text(column, row); break;
          case DUCKDB_TYPE_BIGINT: out += std::to_string(chunk.get<std::int64_t>(column, row)); break;
          case DUCKDB_TYPE_INTEGER: out += std::to_string(chunk.get<std::int32_t>(column, row)); break;
          case DUCKDB_TYPE_DOUBLE: out += exact(chunk.get<double>(column, row)); break;
          case DUCKDB_TYPE_DATE: out += to_string(chunk.day(column, row)); break;
          default: ADD_FAILURE() << "cast " << rows.name(column) << " to VARCHAR, BIGINT, DOUBLE or DATE";
        }
      }
      out += "\n";
    }
  }
  return out;
}

TEST(Recipes, the_page_has_ten_questions_with_answers) {
  const Page page = read_page();
  EXPECT_GE(page.recipes.size(), 10u);
  EXPECT_FALSE(page.sources.empty());
  for (const auto& recipe : page.recipes) {
    EXPECT_FALSE(recipe.sql.empty()) << recipe.title;
    EXPECT_FALSE(recipe.answer.empty()) << recipe.title;
  }
}

TEST(Recipes, every_question_is_answered_as_printed) {
  const char* mirror = std::getenv("COMITY_DATA_DIR");
  if (!mirror) GTEST_SKIP() << "COMITY_DATA_DIR is not set";
  const Page page = read_page();
  const fs::path folder = fs::temp_directory_path() / fmt::format("comity-recipes-{}", ::getpid());
  fs::create_directories(folder);
  const char* given = std::getenv("COMITY_RECIPES_EDITION");
  fs::path edition = given ? fs::path(given) : folder / "edition.duckdb";
  if (!given) {
    sources::BuildOptions options;
    options.places = {COMITY_SOURCE_DIR, COMITY_PARTS, mirror};
    options.states = world::Register::load(COMITY_SOURCE_DIR "/data");
    options.output = edition;
    options.cache = folder / "cache";
    options.only = page.sources;
    Progress silent;
    sources::build_edition(options, silent);
  }
  {
    store::Database database(edition, {.read_only = true, .threads = 2});
    auto connection = database.connect();
    for (const auto& recipe : page.recipes) {
      SCOPED_TRACE(recipe.title);
      std::string sql = recipe.sql;
      while (!sql.empty() && (sql.back() == '\n' || sql.back() == ';')) sql.pop_back();
      EXPECT_EQ(ask(connection, sql), recipe.answer);
    }
  }
  fs::remove_all(folder);
}

}  // namespace
}  // namespace comity
