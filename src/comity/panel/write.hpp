// A panel as a file: CSV (also .gz and .zst), Parquet, Stata, Excel, by the ending of the name; and what describes it beside it:
// datapackage.json, codebook.md, join_report.json (and, by the command line, references.bib). A file is whole or not there: written beside, then renamed.
// The same panel gives the same bytes.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "comity/panel/panel.hpp"

namespace comity::panel {

// "csv", "csv.gz", "csv.zst", "parquet", "dta", "xlsx". Throws UsageError naming the endings.
std::string format_of(const std::filesystem::path& file);

// Throws UsageError (more rows or columns than the format holds, names it cannot have), StoreError (full disk, no folder).
void write_panel(const Panel& panel, const std::filesystem::path& file, int threads);

// CSV text in pieces, RFC 4180, missing cells empty, numbers with at most 15 significant digits.
void write_csv(const Panel& panel, const std::function<void(std::string_view)>& write);

// An array of objects, one a row, a missing cell null: for panels that fit a page.
void write_json(const Panel& panel, const std::function<void(std::string_view)>& write);

// "csv.gz" or "parquet" straight into a stream that has a name (/dev/stdout): not whole when it fails on the way.
void write_panel_through(const Panel& panel, std::string_view format, const std::filesystem::path& stream, int threads);

// What describes the panel: `file` is its own name, `edition` the hash of the edition it was made from.
std::string data_package(const Panel& panel, const std::string& file, const std::string& edition);
std::string codebook(const Panel& panel, const std::string& file, const std::string& edition);
// The join report as JSON, and as lines for people.
std::string report_json(const Panel& panel);
std::string report_text(const Panel& panel);

// Used by write_panel; each writes to the path given, whole, and throws on trouble.
void write_stata(const Panel& panel, const std::filesystem::path& file);
void write_xlsx(const Panel& panel, const std::filesystem::path& file);

}  // namespace comity::panel
