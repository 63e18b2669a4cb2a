// From a declaration in source.toml to the reader of that format: the one place where formats are chosen by name.
#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/delimited.hpp"
#include "comity/formats/json.hpp"
#include "comity/formats/sdmx/records.hpp"
#include "comity/formats/xls.hpp"
#include "comity/formats/xlsx.hpp"
#include "comity/formats/xml.hpp"
#include "comity/sources/detail/declared_structure.hpp"
#include "comity/sources/source.hpp"

namespace comity::sources {
namespace {

formats::Dialect dialect_of(const FileDeclaration& file) {
  formats::Dialect dialect;
  dialect.delimiter = file.delimiter;
  dialect.quote = file.quote;
  dialect.encoding = file.encoding;
  dialect.header_row = file.header_row;
  dialect.skip_lines = file.skip_lines;
  dialect.columns_expected = file.columns;
  dialect.trailing_delimiter = file.trailing_delimiter;
  dialect.trim = file.trim;
  dialect.null_text = file.null_text;
  dialect.ragged = file.ragged;
  return dialect;
}

}  // namespace

std::filesystem::path declared_structure(const FileDeclaration& file, const std::filesystem::path& path) {
  if (file.structure.empty()) return {};
  std::filesystem::path folder = formats::split_member(path).file.parent_path();
  const auto depth = std::count(file.path.begin(), file.path.begin() + std::ptrdiff_t(std::min(file.path.find('!'), file.path.size())), '/');
  for (auto i = depth; i > 0; --i) folder = folder.parent_path();
  return folder / file.structure;
}

std::unique_ptr<formats::RecordReader> open_declared(const FileDeclaration& file, const std::filesystem::path& path) {
  if (file.format == "delimited") return formats::open_delimited(path, dialect_of(file));
  if (file.format == "xlsx_cells") return formats::open_xlsx(path, file.sheet);
  if (file.format == "xlsx_rows") return formats::open_xlsx_rows(path, file.sheet, file.header_row);
  if (file.format == "xls_cells") return formats::open_xls(path, file.sheet);
  if (file.format == "xls_rows") return formats::open_xls_rows(path, file.sheet, file.header_row);
  if (file.format == "json") return formats::open_json_records(path, file.pointer, file.columns, file.explode);
  if (file.format == "xml") return formats::open_xml_records(path, file.record_element, file.columns);
  if (file.format == "sdmx") {
    const auto structure = declared_structure(file, path);
    if (structure.empty()) return formats::sdmx::open_sdmx_records(path);
    return formats::sdmx::open_sdmx_records(path, std::vector<std::filesystem::path>{structure});
  }
  if (file.format == "sdmx_structure") return formats::sdmx::open_sdmx_structure_records(path);
  throw DataError(fmt::format("'{}' is no format that Comity reads", file.format),
                  "Formats: delimited, xlsx_cells, xlsx_rows, xls_cells, xls_rows, json, xml, sdmx, sdmx_structure.");
}

}  // namespace comity::sources
