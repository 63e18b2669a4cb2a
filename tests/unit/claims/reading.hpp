// Reads a text with the project's own grammars, for tests of what is found in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/claims/extract.hpp"

namespace comity::claims {

const Extractor& extractor();
Extractor::Result read(std::string_view text, std::string_view file_name = "text.txt");
// One claim as "kind subject object value unit currency period place person", blanks where empty, without trailing ones.
std::string line(const Claim& claim);
std::vector<std::string> lines(std::string_view text, std::string_view file_name = "text.txt");
// Of an article about Peru and Norway, whose first words after the title are these.
std::vector<std::string> about(std::string_view text);
// The same of a German article about Germany and Peru.
std::vector<std::string> auf_deutsch(std::string_view text);

}  // namespace comity::claims
