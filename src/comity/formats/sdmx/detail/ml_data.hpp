// Elements of an SDMX-ML data message → Builder: the state machine for generic and structure-specific data of 2.1, 3.0
// and 2.0 (what only 2.0 has, cross-sections, utility data and message groups, is in ml_old_data.cpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/formats/sdmx/detail/builder.hpp"
#include "comity/formats/sdmx/detail/ml_header.hpp"

namespace comity::formats::sdmx::detail {

class MlDataHandler : public MlHandler {
 public:
  MlDataHandler(Builder& builder, std::string file) : builder_(builder), header(std::move(file)) {}

  void start(std::string_view name, RawAttributes attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  MlParser* parser = nullptr;
  std::string format;  // "SDMX-ML 2.1 generic data"; empty until the first element
  bool header_done = false;

 private:
  enum class At : std::uint8_t { wrapper, root, head, data_set, group, group_key, group_attributes, series, series_key, series_attributes, observation, observation_key,
                                 observation_attributes, data_set_attributes, leaf, component, component_value, cross_group, key_family, skipped };

  // ids of generic values in the order in which they came last time
  struct Plan {
    std::vector<std::pair<std::string, std::uint32_t>> entries;
    std::size_t at = 0;
  };
  // XML attributes of an element in the order of last time, told by the address of their names
  struct Layout {
    static constexpr std::uint32_t kIgnored = UINT32_MAX;
    std::vector<std::pair<const char*, std::uint32_t>> entries;
  };

  void start_root(std::string_view name, std::string_view local, RawAttributes attributes);
  void start_data_set(std::string_view name, RawAttributes attributes);
  void begin_data_set();
  At start_in_data_set(std::string_view local, RawAttributes attributes);
  At start_in_series(std::string_view local, RawAttributes attributes);
  At start_in_observation(std::string_view local, RawAttributes attributes);
  At start_group(RawAttributes attributes);
  At start_series(RawAttributes attributes);
  At start_observation(RawAttributes attributes);
  At start_cross_section(At parent, std::string_view local, RawAttributes attributes);
  void start_cross_observation(std::string_view local, RawAttributes attributes);
  At start_text(std::string_view local);
  void look_at_first(std::string_view local, RawAttributes attributes);
  void carry(RawAttributes attributes);
  void set_carried();
  At start_generic_value(At parent, RawAttributes attributes);
  At start_component(At parent, RawAttributes attributes);
  At skip(std::string_view local);
  void end_component();
  void end_group();
  template <typename Set>
  void set_attributes(Layout& layout, RawAttributes attributes, Kind hint, Set set);
  std::uint32_t laid_out(Layout& layout, std::size_t i, const char* name, Kind hint);
  std::uint32_t planned(Plan& plan, std::string_view id, Kind hint);
  void set_here(At where, std::uint32_t component, std::string_view value);

  Builder& builder_;

 public:
  MlHeader header;

 private:
  std::vector<At> open_;
  bool specific_ = false, old_ = false;  // structure-specific; SDMX 2.0
  bool cross_ = false, utility_ = false, form_unknown_ = false;  // of SDMX 2.0: cross-sectional, utility, to be told by its first element
  bool begins_later_ = false;            // a data set whose structure stands inside it
  std::vector<std::pair<std::string, std::string>> namespaces_;  // of the first element: "xmlns:bis" → "urn:…KeyFamily=BIS:EXT_DEBT:compact"
  std::vector<std::pair<std::string, std::string>> carried_;     // what a group of 2.0 says of all series inside it
  bool group_open_ = false;
  std::uint64_t annotations_open_ = 0;
  DataSet data_set_;
  std::uint32_t at_observation_ = UINT32_MAX;  // the dimension at the observation, when it is one
  Layout group_layout_, series_layout_, observation_layout_;
  Plan series_plan_, observation_plan_, attribute_plan_, series_attribute_plan_, group_plan_, group_attribute_plan_, data_set_plan_;

  // <Comp id="…"><Value>…</Value></Comp> of 3.0
  std::string component_id_, language_, text_;
  std::vector<std::vector<std::pair<std::string, std::string>>> component_values_;
};

}  // namespace comity::formats::sdmx::detail
