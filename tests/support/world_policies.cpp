#include "tests/support/world_policies.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "comity/base/table.hpp"

namespace comity::test {
namespace {

using facts::PolicyRow;

// Fields by name; a column that a table does not have is empty.
class Fields {
 public:
  Fields(const Table& table, const world::Register& states) : table_(table), states_(states) {}

  std::string_view text(std::size_t row, std::string_view column) const {
    const auto it = std::ranges::find(table_.columns(), column);
    return it == table_.columns().end() ? std::string_view() : table_.at(row, static_cast<std::size_t>(it - table_.columns().begin()));
  }
  std::string_view first_of(std::size_t row, std::string_view column, std::string_view other) const {
    const auto found = text(row, column);
    return found.empty() ? text(row, other) : found;
  }
  int year(std::size_t row, std::string_view column) const {
    const auto digits = text(row, column);
    int out = 0;
    if (digits.empty()) return out;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (error != std::errc() || end != digits.data() + digits.size()) table_.fail(row, column, "not a year");
    return out;
  }
  StateId state(std::size_t row, std::string_view column, std::string_view key) const {
    if (key.empty()) return {};
    const StateId id = states_.by_key(key);
    if (!id) table_.fail(row, column, "no state has this key");
    return id;
  }
  std::vector<StateId> states(std::size_t row, std::string_view column) const {
    std::vector<StateId> out;
    for (std::string_view rest = text(row, column); !rest.empty();) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      out.push_back(state(row, column, rest.substr(0, bar)));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    return out;
  }

 private:
  const Table& table_;
  const world::Register& states_;
};

PolicyRow read_row(const Fields& fields, std::size_t row, std::string_view table) {
  PolicyRow out;
  out.table = table;
  out.id = fields.text(row, "id");
  for (const std::string_view column : {"kind", "topic", "basis", "valuation"}) {
    if (out.kind.empty()) out.kind = fields.text(row, column);
  }
  const bool by_reporter = !fields.text(row, "reporter").empty();
  out.state = fields.state(row, by_reporter ? "reporter" : "state", fields.first_of(row, "state", "reporter"));
  out.side = fields.text(row, "side");
  out.partners = fields.states(row, "partners");
  out.from_year = fields.year(row, "year_from");
  out.to_year = fields.year(row, "year_to");
  out.indicator = fields.text(row, "indicator");
  out.data_source = fields.text(row, "data_source");
  out.text = fields.text(row, "reading");
  out.detail = fields.first_of(row, "ports", "commodity");
  if (out.detail.empty()) out.detail = fields.text(row, "last_day");
  out.reference = fields.text(row, "source");
  return out;
}

}  // namespace

std::vector<PolicyRow> read_policies(const std::filesystem::path& data_folder, const world::Register& states) {
  constexpr std::array<std::string_view, 8> names = {"capital_notes", "fdi_hubs", "fob_importers", "former_names", "oil_first_destination", "series_breaks", "source_readings", "transit_hubs"};
  std::vector<PolicyRow> out;
  for (const std::string_view name : names) {
    const auto file = data_folder / "dossier" / (std::string(name) + ".csv");
    if (!std::filesystem::exists(file)) continue;
    const Table table = Table::read(file);
    const Fields fields(table, states);
    for (std::size_t row = 0; row < table.rows(); ++row) out.push_back(read_row(fields, row, name));
  }
  return out;
}

}  // namespace comity::test
