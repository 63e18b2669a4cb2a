// What stands around the data of an SDMX message: header, footer, what is to be done with it, and counts of what was read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::formats::sdmx {

// What a receiver shall do with a data set. Replies to queries are information.
enum class Action : std::uint8_t { information, append, replace, remove, merge };
std::string_view id_of(Action action);           // "I", "A", "R", "D", "M": SDMX-CSV 2.0
Action action_of(std::string_view text);         // "Replace", "R", …; what is not known is information

// Texts by language ("en"; "" where the message does not say), in the message's order.
struct LocalText {
  std::vector<std::pair<std::string, std::string>> all;
  bool empty() const { return all.empty(); }
  // English, else what has no language, else the first; "" when there is none.
  std::string_view best() const;
  std::string notation() const;                  // "en:Italy;fr:Italie"; a single text without language as it is
};

struct Header {
  std::string id, prepared, sender, receiver, extracted, data_set_id, reporting_begin, reporting_end;
  std::string schema;                            // of SDMX-JSON
  LocalText sender_name, name;
  bool test = false;
  std::vector<std::string> content_languages;
};

// What the publisher adds behind the data: a warning, an error, "the answer is cut off".
struct FooterMessage {
  std::string code;                              // "413", "510"
  std::string severity;                          // "Error", "Warning", "Information"; may be empty
  LocalText text;
  std::uint64_t line = 0;
  // Whether it says that not everything asked for is here: severity Error, or one of the codes of SDMX web services
  // for errors and for limits (100 to 599).
  bool means_partial() const;
  std::string words() const;                     // "413 Information: Due to the large query …"
};

struct Counts {
  std::uint64_t observations = 0, series = 0, groups = 0, data_sets = 0;
  std::uint64_t series_without_observations = 0;
  // Values of attributes as the message states them, each once where it is attached.
  std::uint64_t data_set_attributes = 0, group_attributes = 0, series_attributes = 0, observation_attributes = 0;
  std::uint64_t annotations = 0;
  // Groups that stood behind observations they may speak of, and so are not in their rows (ReadOptions::groups_anywhere).
  std::uint64_t late_groups = 0;
};

}  // namespace comity::formats::sdmx
