#include "comity/formats/sdmx/detail/known_ids.hpp"

#include <algorithm>
#include <array>

namespace comity::formats::sdmx::detail {
namespace {

constexpr std::array<std::string_view, 34> kAttributes = {
    "OBS_STATUS", "OBS_FLAG",    "OBS_CONF",  "CONF_STATUS",   "CONF_STATUS_OBS", "CONF_STATUS_SERIES", "UNIT_MULT",  "UNIT_MULTIPLIER", "POWERCODE",
    "DECIMALS",   "TIME_FORMAT", "TITLE",     "TITLE_COMPL",   "COLLECTION",      "COLL_METHOD",        "COMPILATION", "OBS_COM",        "OBS_PRE_BREAK",
    "PRE_BREAK_VALUE", "COMMENT_OBS", "COMMENT_TS", "COMMENT_DSET", "COVERAGE",   "SOURCE_AGENCY",      "SOURCE_PUB", "SOURCE_DETAIL",   "DATA_SOURCE",
    "PUBL_PUBLIC", "PUBL_MU",    "PUBL_ECB",  "EMBARGO_TIME",  "REPORTING_YEAR_START_DAY", "LAST_UPDATE", "REF_PERIOD_DETAIL"};
constexpr std::array<std::string_view, 8> kDimensions = {"FREQ", "freq", "REF_AREA", "COUNTERPART_AREA", "SERIES", "INDICATOR", "geo", "GEO"};

}  // namespace

Kind kind_by_id(std::string_view id) {
  if (id == "TIME_PERIOD" || id == "TIME") return Kind::time;
  if (id == "OBS_VALUE") return Kind::measure;
  if (std::find(kAttributes.begin(), kAttributes.end(), id) != kAttributes.end()) return Kind::attribute;
  if (std::find(kDimensions.begin(), kDimensions.end(), id) != kDimensions.end()) return Kind::dimension;
  return Kind::unknown;
}

bool is_free_text_id(std::string_view id) {
  constexpr std::array<std::string_view, 5> kParts = {"TITLE", "COMMENT", "NOTE", "COMPILATION", "DESCRIPTION"};
  return id == "SOURCE" || id == "DATA_SOURCE" || id == "SOURCE_DETAIL" || id == "COVERAGE" || id.ends_with("_COM") ||
         std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) { return id.find(part) != std::string_view::npos; });
}

Kind kind_of(const ComponentDefinition& definition) {
  if (definition.kind == "time_dimension") return Kind::time;
  if (definition.kind == "dimension" || definition.kind == "measure_dimension") return Kind::dimension;
  return definition.kind == "measure" ? Kind::measure : Kind::attribute;
}

bool is_numeric(const Representation& representation) {
  if (!representation.enumeration.empty()) return false;
  constexpr std::array<std::string_view, 13> kNumeric = {"", "Numeric", "BigInteger", "Integer", "Long", "Short", "Decimal", "Float", "Double", "Count", "Incremental", "InclusiveValueRange", "ExclusiveValueRange"};
  return std::find(kNumeric.begin(), kNumeric.end(), representation.text_type) != kNumeric.end();
}

}  // namespace comity::formats::sdmx::detail
