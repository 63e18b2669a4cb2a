// What data messages of SDMX 2.0 have and later ones have not: cross-sections of elements that are called by their
// measure (<STOCKS value="3.1" …/>), utility data, whose values are texts of elements (<FREQ>M</FREQ>), and message
// groups, which do not say in what form their data sets are.
#include "comity/formats/sdmx/detail/ml_old_data.hpp"

#include "comity/formats/sdmx/detail/ml_data.hpp"

namespace comity::formats::sdmx::detail {

std::string key_family_of(std::string_view name, RawAttributes attributes, const std::vector<std::pair<std::string, std::string>>& namespaces) {
  const auto colon = name.find(':');
  const std::string wanted = colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  std::string_view space;
  for (const auto& [prefix, uri] : namespaces) {
    if (prefix == wanted) space = uri;
  }
  for (; *attributes; attributes += 2) {
    if (attributes[0] == wanted) space = attributes[1];
  }
  constexpr std::string_view kMark = "KeyFamily=";
  const auto at = space.find(kMark);
  if (at == std::string_view::npos) return {};
  space.remove_prefix(at + kMark.size());
  return std::string(space.substr(0, space.rfind(':')));  // behind it: compact, cross or utility
}

// Generic data sets begin with what they are of; series of the others have attributes.
void MlDataHandler::look_at_first(std::string_view local, RawAttributes attributes) {
  if (local == "Annotations") return;
  specific_ = local != "KeyFamilyRef" && attributes[0] != nullptr;
  form_unknown_ = false;
}

MlDataHandler::At MlDataHandler::start_text(std::string_view local) {
  component_id_ = local;
  component_values_.assign(1, {});
  text_.clear(), language_.clear();
  parser->want_text(true);
  return At::component_value;
}

void MlDataHandler::carry(RawAttributes attributes) {
  carried_.clear();
  for (; *attributes; attributes += 2) {
    const std::string_view name = attributes[0];
    if (name.find(':') == std::string_view::npos && name != "xmlns") carried_.emplace_back(name, attributes[1]);
  }
}

void MlDataHandler::set_carried() {
  for (const auto& [id, text] : carried_) builder_.set_series(builder_.component(id), text);
}

// A section, what it stands in, and what stands in it: dimensions and attributes may stand on any of them.
MlDataHandler::At MlDataHandler::start_cross_section(At parent, std::string_view local, RawAttributes attributes) {
  if (local == "Annotations") return skip(local);
  if (parent == At::data_set && local == "Group") return carry(attributes), At::cross_group;
  if (parent != At::series && local == "Section") {
    builder_.begin_series();
    for (auto one = attributes; *one; one += 2) {
      const std::string_view name = one[0];
      if (name.find(':') == std::string_view::npos && name != "xmlns") builder_.set_series(builder_.component(name), one[1]);
    }
    set_carried();
    return At::series;
  }
  if (parent == At::cross_group && !builder_.in_series()) builder_.begin_series(), set_carried();
  start_cross_observation(local, attributes);
  return At::observation;
}

void MlDataHandler::start_cross_observation(std::string_view local, RawAttributes attributes) {
  builder_.begin_observation(parser->offset());
  for (; *attributes; attributes += 2) {
    const std::string_view name = attributes[0];
    if (name.find(':') != std::string_view::npos || name == "xmlns") continue;
    builder_.set(name == "value" ? builder_.component("OBS_VALUE", Kind::measure) : builder_.component(name), attributes[1]);
  }
  if (local == "OBS_VALUE") return;
  const auto [dimension, code] = builder_.cross_measure(local);
  builder_.set(builder_.component(dimension, Kind::dimension), code);
}

}  // namespace comity::formats::sdmx::detail
