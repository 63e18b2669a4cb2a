#include "comity/formats/sdmx/detail/number_columns.hpp"

#include <algorithm>

#include "comity/formats/sdmx/detail/known_ids.hpp"
#include "comity/formats/sdmx/values.hpp"

namespace comity::formats::sdmx::detail {

bool none_is_measure(const std::vector<Component>& components) {
  return std::none_of(components.begin(), components.end(), [](const Component& one) { return one.kind == Kind::measure; });
}

void NumberColumns::look_at(const DataReader& reader) {
  if (reader.format().find("generic") != std::string_view::npos) return;  // says itself what an attribute is
  const Batch& batch = reader.batch();
  seen_.resize(reader.components().size());
  for (std::size_t at = 0; at < batch.columns.size(); ++at) {
    const auto& column = batch.columns[at];
    const Component& component = reader.components()[at];
    const bool possible = column.dictionary && component.at_observation && !component.multiple && !component.multilingual && component.kind != Kind::time && kind_by_id(component.id) != Kind::attribute;
    if (!possible) seen_[at].other = true;
    for (std::size_t row = 0; row < batch.rows && !seen_[at].other; ++row) look_at(seen_[at], *column.dictionary, column.codes[row]);
  }
}

void NumberColumns::look_at(Seen& seen, const Dictionary& dictionary, std::uint32_t code) {
  if (seen.generation != dictionary.generation()) seen.looked.clear(), seen.generation = dictionary.generation();
  if (seen.looked.size() <= code) seen.looked.resize(dictionary.size() + 1);
  if (code == 0 || seen.looked[code]) return;
  seen.looked[code] = true;
  const std::string_view text = dictionary.text(code);
  if (try_parse_number(text)) {
    seen.number = true;
  } else if (!is_missing(text)) {
    seen.other = true;
  }
}

std::vector<std::string> NumberColumns::ids(const std::vector<Component>& components) const {
  std::vector<std::string> out;
  bool behind = false;
  for (std::size_t at = 0; at < std::min(seen_.size(), components.size()); ++at) {
    behind |= components[at].kind == Kind::time;
    if (behind && seen_[at].number && !seen_[at].other) out.push_back(components[at].id);
  }
  return out;
}

}  // namespace comity::formats::sdmx::detail
