// Header (1.0: "header", 2.0: "meta") and errors of an SDMX-JSON message.
#pragma once

#include <simdjson.h>

#include <string>
#include <vector>

#include "comity/formats/sdmx/message.hpp"

namespace comity::formats::sdmx::detail {

void read_json_header(simdjson::dom::element root, Header& header, std::vector<FooterMessage>& errors);
// {"en": "Italy", "fr": "Italie"}, or the text itself.
LocalText json_local_text(simdjson::dom::element value);

}  // namespace comity::formats::sdmx::detail
