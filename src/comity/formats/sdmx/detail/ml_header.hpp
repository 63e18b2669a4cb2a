// The header and footer of an SDMX-ML message, and the errors that stand where a message was expected: fed with elements,
// in any version and under any prefixes. Used by readers of data and of structures.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "comity/formats/sdmx/data.hpp"
#include "comity/formats/sdmx/detail/ml_parser.hpp"

namespace comity::formats::sdmx::detail {

// "2.1" of the namespace of a message's first element; "" when it is none of SDMX.
std::string version_of(std::string_view root, RawAttributes attributes);

class MlHeader {
 public:
  explicit MlHeader(std::string file) : file_(std::move(file)) {}
  // Elements from <Header>, <Footer> or <ErrorMessage> on, themselves among them, and their texts.
  void start(std::string_view local, RawAttributes attributes, std::uint64_t line);
  void end(std::string_view local);
  void text(std::string_view piece) { text_ += piece; }

  Header header;
  std::vector<FooterMessage> footer;
  std::string action;                         // of all data sets that do not say their own
  std::string key_family, key_family_agency;  // of SDMX 2.0
  std::map<std::string, DataSet> structures;  // structureID → what its data sets are of

  // The data set that refers to it; the only structure there is when it does not say.
  DataSet data_set_of(std::string_view structure_ref) const;

 private:
  void end_in_header(std::string_view local, const std::string& parent);

  std::string file_, text_, language_, structure_id_, status_;
  DataSet structure_;
  std::vector<std::string> open_;
};

}  // namespace comity::formats::sdmx::detail
