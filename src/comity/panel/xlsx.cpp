// Excel's .xlsx through libxlsxwriter, for small panels: a sheet of data and a sheet that says what each column is.
#include <xlsxwriter.h>

#include <cstring>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/panel/write.hpp"

namespace comity::panel {
namespace {

constexpr std::size_t most_rows = 1'048'575;  // a sheet's, without the header
constexpr std::size_t most_columns = 16'384;

std::string coverage_of(const ColumnReport& report) {
  return report.to_year < report.from_year ? std::string() : fmt::format("{}-{}", report.from_year, report.to_year);
}

void write_about(lxw_worksheet* sheet, const Panel& panel) {
  const char* heads[] = {"variable", "title", "unit", "sources", "coverage", "note"};
  for (std::size_t i = 0; i < std::size(heads); ++i) worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), heads[i], nullptr);
  for (std::size_t i = 0; i < panel.reports.size(); ++i) {
    const ColumnReport& report = panel.reports[i];
    const std::string cells[] = {report.name, report.title, report.unit, fmt::format("{}", fmt::join(report.sources, ", ")), coverage_of(report), report.note};
    for (std::size_t c = 0; c < std::size(cells); ++c) {
      worksheet_write_string(sheet, static_cast<lxw_row_t>(i + 1), static_cast<lxw_col_t>(c), cells[c].c_str(), nullptr);
    }
  }
}

}  // namespace

void write_xlsx(const Panel& panel, const std::filesystem::path& file) {
  if (panel.rows > most_rows || panel.columns.size() > most_columns) {
    throw UsageError(fmt::format("a sheet holds {} rows, the panel has {}", most_rows, panel.rows),
                     "Give fewer years, a condition with --where, or take .csv or .parquet.");
  }
  // Rows go to disk as they come; the folder's own file system is what may run full.
  std::string folder = file.parent_path().empty() ? "." : file.parent_path().string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder.data();
  lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
  if (!book) throw StoreError(fmt::format("{} cannot be written", file.string()), "Name another place with --output.");
  lxw_doc_properties properties{};
  properties.created = 86400 * 365;  // a fixed day: the same panel gives the same bytes
  workbook_set_properties(book, &properties);
  lxw_worksheet* sheet = workbook_add_worksheet(book, "panel");
  for (std::size_t i = 0; i < panel.columns.size(); ++i) worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), panel.columns[i].name().c_str(), nullptr);
  for (std::size_t row = 0; row < panel.rows; ++row) {
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
      const Column& column = panel.columns[i];
      if (!column.has(row)) continue;
      const auto at = static_cast<lxw_row_t>(row + 1);
      if (column.kind() == Kind::text) {
        worksheet_write_string(sheet, at, static_cast<lxw_col_t>(i), column.dictionary()[static_cast<std::size_t>(column.as<std::int16_t>()[row])].c_str(), nullptr);
      } else {
        worksheet_write_number(sheet, at, static_cast<lxw_col_t>(i), column.at(row), nullptr);
      }
    }
  }
  write_about(workbook_add_worksheet(book, "variables"), panel);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
    throw StoreError(fmt::format("{} cannot be written: {}", file.string(), lxw_strerror(error)), "Make room on the disk, or name another place with --output.");
  }
}

}  // namespace comity::panel
