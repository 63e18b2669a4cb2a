#include "comity/store/views.hpp"

#include <fmt/format.h>

#include "comity/store/duckdb.hpp"

namespace comity::store {
namespace {

constexpr ColumnDefinition dyad_year[] = {
    {"from_state", "VARCHAR", "state.key of the side the indicator's direction begins at; null where the code was no state's in the middle of the year"},
    {"to_state", "VARCHAR", "state.key of the other side"},
    {"from_name", "VARCHAR", "its English name"},
    {"to_name", "VARCHAR", "its English name"},
    {"year", "BIGINT", "year; of a value that holds over a span of days every year it touches"},
    {"indicator", "VARCHAR", "indicator.key"},
    {"value", "DOUBLE", "in plain units; null: see absence"},
    {"unit", "VARCHAR", "what it counts; null: a code or score, see the indicator's description"},
    {"currency", "VARCHAR", "ISO 4217, for money"},
    {"absence", "VARCHAR", "'value', or why there is no plain one"},
    {"suspect", "BOOLEAN", "a zero that other figures contradict"},
    {"reporter", "VARCHAR", "state.key of whose books; null where nobody's are meant"},
    {"origin", "VARCHAR", "reported, partner_based, compiler, modelled, derived, unknown"},
    {"variant", "VARCHAR", "method or revision; never mix two"},
    {"item", "UINTEGER", "number of the dispute or rivalry; 0 where there is but one value"},
    {"scheme", "VARCHAR", "the list of states whose codes follow; null for figures of states"},
    {"from_code", "USMALLINT", "code of the from side in that list"},
    {"to_code", "USMALLINT", "code of the to side"},
    {"source", "VARCHAR", "source.key"},
};
constexpr ColumnDefinition state_year[] = {
    {"state", "VARCHAR", "state.key; null where the code was no state's in the middle of the year"},
    {"name", "VARCHAR", "its English name"},
    {"year", "BIGINT", "year; of a value that holds over a span of days every year it touches"},
    {"indicator", "VARCHAR", "indicator.key"},
    {"value", "DOUBLE", "in plain units; null: see absence"},
    {"unit", "VARCHAR", "what it counts; null: a code or score, see the indicator's description"},
    {"currency", "VARCHAR", "ISO 4217, for money"},
    {"absence", "VARCHAR", "'value', or why there is no plain one"},
    {"origin", "VARCHAR", "reported, partner_based, compiler, modelled, derived, unknown"},
    {"variant", "VARCHAR", "method or revision; never mix two"},
    {"item", "UINTEGER", "number of the organisation's column; 0 where there is but one value"},
    {"scheme", "VARCHAR", "the list of states whose code follows; null for figures of states"},
    {"code", "USMALLINT", "code in that list"},
    {"source", "VARCHAR", "source.key"},
};
constexpr ColumnDefinition trade[] = {
    {"exporter", "VARCHAR", "state.key"},
    {"importer", "VARCHAR", "state.key"},
    {"exporter_name", "VARCHAR", "English name"},
    {"importer_name", "VARCHAR", "English name"},
    {"year", "BIGINT", "year"},
    {"flow", "VARCHAR", "exports or imports: whose side of the same flow"},
    {"value", "DOUBLE", "in units of currency; null: see absence"},
    {"currency", "VARCHAR", "ISO 4217"},
    {"valuation", "VARCHAR", "fob, cif, unknown"},
    {"absence", "VARCHAR", "'value', or why there is no plain one"},
    {"suspect", "BOOLEAN", "a zero that other figures contradict: never use it as one"},
    {"reporter", "VARCHAR", "state.key of whose books"},
    {"origin", "VARCHAR", "reported, or an estimate (partner_based: made from the partner's figure)"},
    {"source", "VARCHAR", "source.key; never mix two in one series"},
};
constexpr ColumnDefinition missions[] = {
    {"sending", "VARCHAR", "state.key"},
    {"receiving", "VARCHAR", "state.key; where the post is accredited"},
    {"sending_name", "VARCHAR", "English name"},
    {"receiving_name", "VARCHAR", "English name"},
    {"kind", "VARCHAR", "embassy, consulate_general, …"},
    {"is_embassy", "BOOLEAN", "of embassy class: embassy, high commission, nunciature"},
    {"resident", "BOOLEAN", "false: accredited from another state"},
    {"city", "VARCHAR", "city"},
    {"opened", "VARCHAR", "EDTF; null: not known"},
    {"closed", "VARCHAR", "EDTF; null: not known, not 'still open'"},
    {"as_listed_on", "VARCHAR", "EDTF date of the list: it says nothing later"},
    {"post", "VARCHAR", "the list's name of the post"},
    {"source", "VARCHAR", "source.key"},
};
constexpr ColumnDefinition visits[] = {
    {"visitor", "VARCHAR", "state.key of whose person travelled; null: not told"},
    {"host", "VARCHAR", "state.key of the other"},
    {"visitor_name", "VARCHAR", "English name"},
    {"host_name", "VARCHAR", "English name"},
    {"person", "VARCHAR", "who"},
    {"office", "VARCHAR", "as what"},
    {"day_from", "DATE", "first day it may have begun"},
    {"day_to", "DATE", "last day"},
    {"date_as_given", "VARCHAR", "EDTF"},
    {"place", "VARCHAR", "where"},
    {"occasion", "VARCHAR", "bilateral, multilateral meeting, stopover, …"},
    {"status", "VARCHAR", "asserted, planned, vague, disputed"},
    {"source", "VARCHAR", "source.key; only some states' leaders are covered, see coverage"},
};
constexpr ColumnDefinition memberships[] = {
    {"state", "VARCHAR", "state.key"},
    {"state_title", "VARCHAR", "English name of the state"},
    {"organization", "VARCHAR", "organization.key"},
    {"organization_name", "VARCHAR", "its name"},
    {"kind", "VARCHAR", "member, observer, party, signatory, …"},
    {"date_from", "VARCHAR", "EDTF; null: not known"},
    {"date_to", "VARCHAR", "EDTF; null: none known up to the coverage"},
    {"complete_to", "VARCHAR", "EDTF day to which the organisation's list is complete; an open end is not 'still so' after it"},
    {"source", "VARCHAR", "source.key"},
};
constexpr ColumnDefinition agreements[] = {
    {"state_a", "VARCHAR", "state.key"},
    {"state_b", "VARCHAR", "state.key"},
    {"name_a", "VARCHAR", "English name"},
    {"name_b", "VARCHAR", "English name"},
    {"title", "VARCHAR", "title"},
    {"kind", "VARCHAR", "bilateral_investment_treaty, double_taxation, trade_agreement, multilateral, …"},
    {"signed_on", "VARCHAR", "EDTF"},
    {"in_force", "VARCHAR", "EDTF"},
    {"terminated", "VARCHAR", "EDTF"},
    {"status", "VARCHAR", "as the source says on its day"},
    {"capacity_a", "VARCHAR", "own, or through:EU"},
    {"capacity_b", "VARCHAR", "own, or through:EU"},
    {"source", "VARCHAR", "source.key"},
};

// The state of a code in a year is the one that holds it on 2 July, which is the one that holds it most of the year.
constexpr ViewDefinition all_views[] = {
    {"dyad_year", "One value of one indicator for one directed pair in one year, in one set of books.", dyad_year,
     "SELECT a.key AS from_state, b.key AS to_state, a.name AS from_name, b.name AS to_name, year(o.period_start) AS year, i.key AS indicator, o.value, o.unit, o.currency, "
     "o.absence::VARCHAR AS absence, o.flags & 1 = 1 AS suspect, r.key AS reporter, o.origin::VARCHAR AS origin, o.variant, 0::UINTEGER AS item, NULL::VARCHAR AS scheme, "
     "NULL::USMALLINT AS from_code, NULL::USMALLINT AS to_code, s.key AS source "
     "FROM observation o JOIN indicator i ON i.id = o.indicator JOIN state a ON a.id = o.from_state JOIN state b ON b.id = o.to_state LEFT JOIN state r ON r.id = o.reporter "
     "JOIN source s ON s.id = o.source WHERE o.period_months IN (0, 12) AND o.product = 'total' AND o.period_start IS NOT NULL AND s.role NOT IN ('fixture', 'document') "
     "UNION ALL "
     "SELECT a.key, b.key, a.name, b.name, y.year, i.key, y.value, NULL, NULL, 'value', false, NULL, 'compiler', NULL, y.item, y.scheme, y.from_code, y.to_code, s.key "
     "FROM (SELECT *, unnest(range(year(day_from), year(day_to) + 1)) AS year FROM series WHERE to_code <> 0) y JOIN indicator i ON i.id = y.indicator JOIN source s ON s.id = y.source "
     "LEFT JOIN state_code ca ON ca.scheme = y.scheme AND ca.code = y.from_code::VARCHAR AND make_date(y.year, 7, 2) BETWEEN coalesce(ca.day_from, DATE '0001-01-01') AND coalesce(ca.day_to, DATE '9999-12-31') "
     "LEFT JOIN state_code cb ON cb.scheme = y.scheme AND cb.code = y.to_code::VARCHAR AND make_date(y.year, 7, 2) BETWEEN coalesce(cb.day_from, DATE '0001-01-01') AND coalesce(cb.day_to, DATE '9999-12-31') "
     "LEFT JOIN state a ON a.id = ca.state LEFT JOIN state b ON b.id = cb.state"},
    {"state_year", "One value of one indicator for one state in one year.", state_year,
     "SELECT a.key AS state, a.name, year(o.period_start) AS year, i.key AS indicator, o.value, o.unit, o.currency, o.absence::VARCHAR AS absence, o.origin::VARCHAR AS origin, o.variant, "
     "0::UINTEGER AS item, NULL::VARCHAR AS scheme, NULL::USMALLINT AS code, s.key AS source "
     "FROM observation o JOIN indicator i ON i.id = o.indicator JOIN state a ON a.id = o.from_state JOIN source s ON s.id = o.source "
     "WHERE o.to_state IS NULL AND o.period_months IN (0, 12) AND o.period_start IS NOT NULL AND s.role NOT IN ('fixture', 'document') "
     "UNION ALL "
     "SELECT a.key, a.name, y.year, i.key, y.value, NULL, NULL, 'value', 'compiler', NULL, y.item, y.scheme, y.from_code, s.key "
     "FROM (SELECT *, unnest(range(year(day_from), year(day_to) + 1)) AS year FROM series WHERE to_code = 0) y JOIN indicator i ON i.id = y.indicator JOIN source s ON s.id = y.source "
     "LEFT JOIN state_code ca ON ca.scheme = y.scheme AND ca.code = y.from_code::VARCHAR AND make_date(y.year, 7, 2) BETWEEN coalesce(ca.day_from, DATE '0001-01-01') AND coalesce(ca.day_to, DATE '9999-12-31') "
     "LEFT JOIN state a ON a.id = ca.state"},
    {"trade", "Goods that went from one state to another in a year, as one of the two books them.", trade,
     "SELECT a.key AS exporter, b.key AS importer, a.name AS exporter_name, b.name AS importer_name, year(o.period_start) AS year, "
     "CASE i.key WHEN 'goods_exports' THEN 'exports' ELSE 'imports' END AS flow, o.value, o.currency, o.valuation::VARCHAR AS valuation, o.absence::VARCHAR AS absence, "
     "o.flags & 1 = 1 AS suspect, r.key AS reporter, o.origin::VARCHAR AS origin, s.key AS source "
     "FROM observation o JOIN indicator i ON i.id = o.indicator JOIN state a ON a.id = o.from_state JOIN state b ON b.id = o.to_state LEFT JOIN state r ON r.id = o.reporter "
     "JOIN source s ON s.id = o.source WHERE i.key IN ('goods_exports', 'goods_imports') AND o.period_months = 12 AND o.product = 'total' AND s.role NOT IN ('fixture', 'document')"},
    {"missions", "One post as one list gives it.", missions,
     "SELECT a.key AS sending, b.key AS receiving, a.name AS sending_name, b.name AS receiving_name, m.kind, m.kind IN ('embassy', 'high_commission', 'nunciature') AS is_embassy, "
     "m.resident, m.city, m.opened, m.closed, m.as_listed_on, m.name AS post, s.key AS source "
     "FROM mission m JOIN state a ON a.id = m.sending JOIN state b ON b.id = m.receiving JOIN source s ON s.id = m.source WHERE s.role NOT IN ('fixture', 'document')"},
    {"visits", "One visit as one source gives it.", visits,
     "SELECT v.key AS visitor, h.key AS host, v.name AS visitor_name, h.name AS host_name, e.person, e.office, e.day_from, e.day_to, e.date_edtf AS date_as_given, e.place, e.occasion, "
     "e.status, s.key AS source FROM event e JOIN source s ON s.id = e.source LEFT JOIN state v ON v.id = e.actor_state "
     "LEFT JOIN state h ON h.id = CASE WHEN e.actor_state = e.state_a THEN e.state_b ELSE e.state_a END WHERE e.kind = 'visit' AND s.role NOT IN ('fixture', 'document')"},
    {"memberships", "One state in one organisation or treaty over one span.", memberships,
     "SELECT t.key AS state, t.name AS state_title, m.organization, o.name AS organization_name, m.kind, m.date_from, m.date_to, coalesce(o.coverage_to, s.as_of) AS complete_to, "
     "s.key AS source FROM membership m JOIN state t ON t.id = m.state LEFT JOIN organization o ON o.key = m.organization JOIN source s ON s.id = m.source WHERE s.role NOT IN ('fixture', 'document')"},
    {"agreements", "One treaty on one pair of its parties.", agreements,
     "SELECT a.key AS state_a, b.key AS state_b, a.name AS name_a, b.name AS name_b, g.title, g.kind, g.signed_on, g.in_force, g.terminated, g.status, g.capacity_a, g.capacity_b, "
     "s.key AS source FROM agreement g JOIN state a ON a.id = g.state_a JOIN state b ON b.id = g.state_b JOIN source s ON s.id = g.source WHERE s.role NOT IN ('fixture', 'document')"},
};

}  // namespace

std::span<const ViewDefinition> views() { return all_views; }

std::string create_statements(const ViewDefinition& view) {
  std::string out = fmt::format("CREATE VIEW {} AS {};\nCOMMENT ON VIEW {} IS {};\n", view.name, view.select, view.name, sql_text(view.meaning));
  for (const auto& column : view.columns) out += fmt::format("COMMENT ON COLUMN {}.{} IS {};\n", view.name, sql_name(column.name), sql_text(column.meaning));
  return out;
}

std::string views_page() {
  std::string out = "\n# Views\n\nNames in place of numbers, for questions in SQL. Sources whose role is fixture are left out.\n";
  for (const auto& one : all_views) {
    out += fmt::format("\n## {}\n\n{}\n\n| column | type | meaning |\n|---|---|---|\n", one.name, one.meaning);
    for (const auto& column : one.columns) out += fmt::format("| {} | {} | {} |\n", column.name, column.type, column.meaning);
  }
  return out;
}

}  // namespace comity::store
