// SDMX messages as records of text, for DuckDB and for tables on a screen: observations with a column per dimension,
// measure and attribute, and structures as one long table.
#pragma once

#include <filesystem>
#include <memory>

#include "comity/formats/record_reader.hpp"
#include "comity/formats/sdmx/data.hpp"
#include "comity/formats/sdmx/structure.hpp"

namespace comity::formats::sdmx {

// One record per observation. Columns: dimensions, the time, measures, attributes, each as published (null where there
// is none), then what is worked out:
//   _structure    "ECB:EXR(1.0)"           _action   I, A, R, D, M
//   _series       number of the series, from 1; null in flat messages
//   _value        the main measure times ten to the power of UNIT_MULT; null where there is none
//   _absence      why there is none ("confidential", base/absence.hpp); "value" where there is one
//   _period_from, _period_to   the days that the time covers
// Without structures an SDMX-ML file is read twice: first for its columns. A message of the publisher that the answer is
// not whole becomes a last record of nulls with that problem. Throws as open_data.
std::unique_ptr<RecordReader> open_sdmx_records(const std::filesystem::path& file, ReadOptions options = {});
// The structures are read from their own file (or files, of which each may hold some).
std::unique_ptr<RecordReader> open_sdmx_records(const std::filesystem::path& file, const std::vector<std::filesystem::path>& structure_files, const Limits& limits = {});

// One record per artefact, item (code, concept, …), component, group, and value of a constraint. Columns: class, agency,
// artefact, version, part, id, parent, position, name, names (all languages: `en:…;fr:…`), description, concept,
// codelist, format, attached_to, usage, refers_to, value.
std::unique_ptr<RecordReader> open_sdmx_structure_records(const std::filesystem::path& file, const Limits& limits = {});

}  // namespace comity::formats::sdmx
