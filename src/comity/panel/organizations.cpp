#include "comity/panel/organizations.hpp"

#include <algorithm>
#include <tuple>

#include "comity/panel/fill.hpp"

namespace comity::panel {
namespace {

// Names of organisations by the number of their column in the publisher's file.
std::vector<std::string> names(Shelf& shelf) {
  std::vector<std::string> out;
  auto result = shelf.connection().query(
      "SELECT DISTINCT s.item, f.columns[s.item] FROM series s JOIN source_file f ON f.id = s.file WHERE s.indicator = (SELECT id FROM indicator WHERE key = 'igo_membership') ORDER BY ALL");
  while (const auto chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      const std::size_t item = chunk.get<std::uint32_t>(0, i);
      if (item >= out.size()) out.resize(item + 1);
      out[item] = std::string(chunk.text(1, i));
    }
  }
  return out;
}

struct Stay {
  std::uint32_t state_row, item;
  std::int8_t status;
};

std::vector<Stay> stays(Shelf& shelf) {
  const Frame& frame = shelf.frame();
  std::vector<Stay> out;
  for (const Span& span : shelf.series("igo_membership")) {
    const std::int32_t from = std::max(frame.first_period(), period_of(frame.step(), span.first)), to = std::min(frame.last_period(), period_of(frame.step(), span.last));
    const auto member = static_cast<std::size_t>(span.from);
    for (std::int32_t period = from; period <= to; ++period) {
      const std::int64_t row = frame.row(member, member, period);
      if (row >= 0) out.push_back({static_cast<std::uint32_t>(row), span.item, static_cast<std::int8_t>(span.value)});
    }
  }
  std::ranges::sort(out, {}, [](const Stay& s) { return std::make_tuple(s.state_row, s.item, s.status); });
  const auto twice = std::ranges::unique(out, {}, [](const Stay& s) { return std::make_tuple(s.state_row, s.item); });
  out.erase(twice.begin(), twice.end());
  return out;
}

}  // namespace

Panel expand_by_organization(Shelf& shelf, Panel states) {
  shelf.load_series({"igo_membership"});
  const auto all = stays(shelf);
  std::vector<std::uint32_t> rows;
  for (const Stay& stay : all) rows.push_back(stay.state_row);
  for (Column& column : states.columns) column.keep(rows);
  Column organization("organization", Kind::text, all.size()), membership("membership", Kind::int8, all.size());
  organization.dictionary() = names(shelf);
  for (std::size_t row = 0; row < all.size(); ++row) {
    organization.set(row, all[row].item);
    membership.set(row, all[row].status);
  }
  const Coverage& coverage = shelf.coverage("igo_membership");
  ColumnReport key, status;
  key.name = "organization";
  key.title = "Short name of the organisation in the publisher's file";
  key.is_key = true;
  status.name = "membership";
  status.title = "1 full, 2 associate, 3 observer; before 1965 coded every five years";
  status.sources = coverage.sources;
  status.from_year = coverage.from;
  status.to_year = coverage.to;
  status.source_rows = shelf.matching("igo_membership").rows;
  status.unmatched = shelf.matching("igo_membership").unmatched;
  states.columns.insert(states.columns.begin() + 1, std::move(organization));
  states.reports.insert(states.reports.begin() + 1, key);
  const auto keys = std::ranges::find_if(states.reports, [](const ColumnReport& report) { return !report.is_key; }) - states.reports.begin();
  states.columns.insert(states.columns.begin() + keys, std::move(membership));
  states.reports.insert(states.reports.begin() + keys, status);
  states.rows = states.frame_rows = all.size();
  states.unit = "state-organization-year";
  return states;
}

}  // namespace comity::panel
