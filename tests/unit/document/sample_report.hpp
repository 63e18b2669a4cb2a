// A small report with every kind of block and inline part, for the renderers' tests. Its figures are made up.
#pragma once

#include <string>

#include "comity/document/report.hpp"

namespace comity::document {

// Every text of it ends with `trap` where one is given: what a field must never become.
Report sample_report(const std::string& trap = {});

}  // namespace comity::document
