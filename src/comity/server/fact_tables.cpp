// The columns that rows of the API have, table by table: names in place of numbers, and where each fact stands in its file.
#include "comity/server/table.hpp"

namespace comity::server {
namespace {

// Where a fact comes from: the same for all.
constexpr Field source_fields[] = {{"key", "lower(printf('%016x', t.key))"}, {"source", "src.key"}, {"file", "f.path"}, {"record", "t.record", Field::integer}, {"column", "t.col", Field::integer}};
constexpr const char* source_joins = " LEFT JOIN source src ON src.id = t.source LEFT JOIN source_file f ON f.id = t.file";

FactTable make(const char* name, std::vector<Field> fields, std::string joins) {
  fields.insert(fields.end(), std::begin(source_fields), std::end(source_fields));
  return {name, std::move(fields), std::move(joins) + source_joins};
}

}  // namespace

const FactTable& observation_table() {
  static const FactTable table = make("observation",
                                      {{"from", "x.key"},
                                       {"to", "y.key"},
                                       {"indicator", "i.key"},
                                       {"reporter", "r.key"},
                                       {"side", "t.reporter_kind"},
                                       {"period_start", "t.period_start"},
                                       {"period_months", "t.period_months", Field::integer},
                                       {"at_end", "t.at_end", Field::boolean},
                                       {"product", "t.product"},
                                       {"product_scheme", "t.product_scheme"},
                                       {"variant", "t.variant"},
                                       {"value", "t.value", Field::number},
                                       {"absence", "t.absence"},
                                       {"unit", "t.unit"},
                                       {"currency", "t.currency"},
                                       {"valuation", "t.valuation"},
                                       {"price_base", "t.price_base", Field::integer},
                                       {"origin", "t.origin"},
                                       {"flags", "t.flags", Field::integer},
                                       {"note", "t.note"}},
                                      "LEFT JOIN state x ON x.id = t.from_state LEFT JOIN state y ON y.id = t.to_state LEFT JOIN state r ON r.id = t.reporter LEFT JOIN indicator i ON i.id = t.indicator");
  return table;
}

const FactTable& event_table() {
  static const FactTable table = make("event",
                                      {{"kind", "t.kind"},
                                       {"state_a", "x.key"},
                                       {"state_b", "y.key"},
                                       {"date", "t.date_edtf"},
                                       {"day_from", "t.day_from"},
                                       {"day_to", "t.day_to"},
                                       {"actor", "w.key"},
                                       {"third_state", "z.key"},
                                       {"person", "t.person"},
                                       {"office", "t.office"},
                                       {"host", "t.host"},
                                       {"place", "t.place"},
                                       {"occasion", "t.occasion"},
                                       {"title", "t.title"},
                                       {"detail", "t.detail"},
                                       {"status", "t.status"}},
                                      "LEFT JOIN state x ON x.id = t.state_a LEFT JOIN state y ON y.id = t.state_b LEFT JOIN state w ON w.id = t.actor_state LEFT JOIN state z ON z.id = t.third_state");
  return table;
}

const FactTable& mission_table() {
  static const FactTable table = make("mission",
                                      {{"sending", "x.key"},
                                       {"receiving", "y.key"},
                                       {"kind", "t.kind"},
                                       {"resident", "t.resident", Field::boolean},
                                       {"covered_from", "z.key"},
                                       {"city", "t.city"},
                                       {"latitude", "t.lat", Field::number},
                                       {"longitude", "t.lon", Field::number},
                                       {"opened", "t.opened"},
                                       {"closed", "t.closed"},
                                       {"as_listed_on", "t.as_listed_on"},
                                       {"name", "t.name"},
                                       {"note", "t.note"}},
                                      "LEFT JOIN state x ON x.id = t.sending LEFT JOIN state y ON y.id = t.receiving LEFT JOIN state z ON z.id = t.covered_from_state");
  return table;
}

const FactTable& membership_table() {
  static const FactTable table = make("membership",
                                      {{"state", "x.key"},
                                       {"organization", "t.organization"},
                                       {"organization_name", "o.name"},
                                       {"organization_kind", "o.kind"},
                                       {"kind", "t.kind"},
                                       {"date_from", "t.date_from"},
                                       {"date_to", "t.date_to"},
                                       {"complete_to", "o.coverage_to"}},
                                      "LEFT JOIN state x ON x.id = t.state LEFT JOIN organization o ON o.key = t.organization");
  return table;
}

const FactTable& agreement_table() {
  static const FactTable table = make("agreement",
                                      {{"state_a", "x.key"},
                                       {"state_b", "y.key"},
                                       {"title", "t.title"},
                                       {"subject", "t.subject"},
                                       {"kind", "t.kind"},
                                       {"signed_on", "t.signed_on"},
                                       {"in_force", "t.in_force"},
                                       {"terminated", "t.terminated"},
                                       {"status", "t.status"},
                                       {"capacity_a", "t.capacity_a"},
                                       {"capacity_b", "t.capacity_b"},
                                       {"a_in_force", "t.a_in_force"},
                                       {"b_in_force", "t.b_in_force"}},
                                      "LEFT JOIN state x ON x.id = t.state_a LEFT JOIN state y ON y.id = t.state_b");
  return table;
}

const FactTable& presence_table() {
  static const FactTable table = make("presence",
                                      {{"home", "x.key"},
                                       {"host", "y.key"},
                                       {"kind", "t.kind"},
                                       {"name", "t.name"},
                                       {"sector", "t.sector"},
                                       {"count", "t.count", Field::number},
                                       {"basis", "t.basis"},
                                       {"as_of", "t.as_of"},
                                       {"place", "t.place"}},
                                      "LEFT JOIN state x ON x.id = t.home_state LEFT JOIN state y ON y.id = t.host_state");
  return table;
}

}  // namespace comity::server
