// What a data set of SDMX 2.0 is of, where only its namespace says so.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "comity/formats/sdmx/detail/ml_parser.hpp"

namespace comity::formats::sdmx::detail {

// "BIS:EXT_DEBT" of urn:sdmx:org.sdmx.infomodel.keyfamily.KeyFamily=BIS:EXT_DEBT:compact, the namespace of the element
// called `name`, which it declares itself or the first element does; empty where it is none of these.
std::string key_family_of(std::string_view name, RawAttributes attributes, const std::vector<std::pair<std::string, std::string>>& namespaces);

}  // namespace comity::formats::sdmx::detail
