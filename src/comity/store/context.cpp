#include "comity/store/context.hpp"

#include <cstring>
#include <future>

#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::store {
namespace {

using namespace facts;

template <class Work>
void each_row(Connection& connection, const char* sql, Work work) {
  auto result = connection.query(sql);
  while (const Chunk chunk = result.next()) {
    for (std::size_t i = 0; i < chunk.rows(); ++i) work(chunk, i);
  }
}

void load_indicators(Connection& connection, Context& out) {
  out.indicators.emplace_back();
  each_row(connection, "SELECT id, key, title, measure, unit, direction, description, undirected, may_be_negative, sums_over_time FROM indicator ORDER BY id",
           [&](const Chunk& c, std::size_t i) {
             const auto id = c.get<std::uint16_t>(0, i);
             if (id >= out.indicators.size()) out.indicators.resize(id + 1);
             Indicator& one = out.indicators[id];
             one = {std::string(c.text(1, i)), std::string(c.text(2, i)), std::string(c.text(3, i)), std::string(c.text(4, i)), std::string(c.text(5, i)),
                    std::string(c.text(6, i)), c.get<bool>(7, i), c.get<bool>(8, i), c.get<bool>(9, i)};
             out.indicator_by_id.emplace(one.id, IndicatorId(id));
           });
}

void load_sources(Connection& connection, Context& out) {
  out.sources.emplace_back();
  each_row(connection,
           "SELECT id, key, title, publisher, version, licence, terms, citation, url, independence, derives_from, role, as_of, citable, redistributable FROM source ORDER BY id",
           [&](const Chunk& c, std::size_t i) {
             const auto id = c.get<std::uint16_t>(0, i);
             if (id >= out.sources.size()) out.sources.resize(id + 1);
             Source& s = out.sources[id];
             std::size_t at = 0;
             for (std::string* field : {&s.id, &s.title, &s.publisher, &s.version, &s.licence, &s.terms, &s.citation, &s.url, &s.independence, &s.derives_from, &s.role, &s.as_of}) {
               *field = c.text(++at, i);
             }
             s.citable = c.get<bool>(13, i);
             s.redistributable = c.get<bool>(14, i);
           });
  out.files.emplace_back();
  each_row(connection, "SELECT id, source, path, array_to_string(columns, chr(31)) FROM source_file ORDER BY id", [&](const Chunk& c, std::size_t i) {
    const auto id = c.get<std::uint32_t>(0, i);
    if (id >= out.files.size()) out.files.resize(id + 1);
    SourceFile& file = out.files[id];
    file.source = SourceId(c.get<std::uint16_t>(1, i));
    file.path = c.text(2, i);
    for (std::string_view rest = c.text(3, i); !rest.empty();) {
      const std::size_t end = std::min(rest.find('\x1f'), rest.size());
      file.columns.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  });
  each_row(connection, "SELECT file, record, sheet, \"row\", \"rows\", cells FROM sheet_row ORDER BY file, record", [&](const Chunk& c, std::size_t i) {
    out.files.at(c.get<std::uint32_t>(0, i)).sheet_rows.push_back(
        {c.get<std::uint64_t>(1, i), std::string(c.text(2, i)), c.get<std::uint32_t>(3, i), c.get<std::uint32_t>(4, i), c.get<std::uint32_t>(5, i)});
  });
}

void load_coverage(Connection& connection, Context& out) {
  each_row(connection, "SELECT source, indicator, from_year, to_year, reporters, covers_breaks, note FROM coverage ORDER BY source, indicator",
           [&](const Chunk& c, std::size_t i) {
             Coverage one;
             one.source = SourceId(c.get<std::uint16_t>(0, i));
             one.what = c.text(1, i);
             one.indicator = out.indicator(one.what);
             one.from_year = c.get<std::int16_t>(2, i);
             one.to_year = c.get<std::int16_t>(3, i);
             one.reporters = c.text(4, i);
             one.covers_breaks = c.get<bool>(5, i);
             one.note = c.text(6, i);
             out.coverage.push_back(std::move(one));
           });
}

void load_organizations(Connection& connection, Context& out) {
  each_row(connection, "SELECT key, name, short_name, kind, coalesce(importance, 9)::INTEGER, coverage_to FROM organization ORDER BY key", [&](const Chunk& c, std::size_t i) {
    out.organizations.push_back({std::string(c.text(0, i)), std::string(c.text(1, i)), std::string(c.text(2, i)), std::string(c.text(3, i)), c.get<std::int32_t>(4, i),
                                 std::string(c.text(5, i))});
  });
}

// Dossiers convert between the dollar and the euro only; other rates stay in the table fx_rate.
void load_rates(Connection& connection, Context& out) {
  each_row(connection,
           "SELECT base, currency, kind, year, rate, key, source, file, record, col FROM fx_rate WHERE currency IN ('USD', 'EUR') OR currency = 'KZT' ORDER BY base, currency, year, source",
           [&](const Chunk& c, std::size_t i) {
             Rate rate{std::string(c.text(0, i)), std::string(c.text(1, i)), std::string(c.text(2, i)), c.get<std::int16_t>(3, i), c.get<double>(4, i), {}};
             rate.from_where = {SourceId(c.get<std::uint16_t>(6, i)), FileId(c.get<std::uint32_t>(7, i)), c.get<std::uint64_t>(8, i), c.get<std::uint16_t>(9, i),
                                c.get<std::uint64_t>(5, i)};
             out.rates.push_back(std::move(rate));
           });
}

void load_policies(Connection& connection, Context& out) {
  each_row(connection,
           "SELECT table_name, id, kind, coalesce(state, 0)::USMALLINT, side, partners, from_year, to_year, indicator, data_source, reading, detail, reference FROM policy "
           "ORDER BY rowid",
           [&](const Chunk& c, std::size_t i) {
             PolicyRow row;
             row.table = c.text(0, i);
             row.id = c.text(1, i);
             row.kind = c.text(2, i);
             row.state = StateId(c.get<std::uint16_t>(3, i));
             row.side = c.text(4, i);
             std::uint16_t partner = 0;
             for (const char digit : c.text(5, i)) {
               if (digit != '|') {
                 partner = static_cast<std::uint16_t>(partner * 10 + (digit - '0'));
               } else {
                 row.partners.emplace_back(std::exchange(partner, std::uint16_t{0}));
               }
             }
             if (partner) row.partners.emplace_back(partner);
             row.from_year = c.get<std::int16_t>(6, i);
             row.to_year = c.get<std::int16_t>(7, i);
             row.indicator = c.text(8, i);
             row.data_source = c.text(9, i);
             row.text = c.text(10, i);
             row.detail = c.text(11, i);
             row.reference = c.text(12, i);
             out.policies.push_back(std::move(row));
           });
}

}  // namespace

// Rings as they are stored: count (uint32), then so many pairs of floats, again and again.
std::vector<std::vector<std::pair<double, double>>> unpack_rings(std::string_view bytes) {
  std::vector<std::vector<std::pair<double, double>>> out;
  while (bytes.size() >= 4) {
    std::uint32_t count = 0;
    std::memcpy(&count, bytes.data(), 4);
    bytes.remove_prefix(4);
    if (bytes.size() / 8 < count) throw StoreError("an outline in the edition is cut short", "Build the edition again.");
    auto& ring = out.emplace_back();
    ring.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      float xy[2];
      std::memcpy(xy, bytes.data() + 8 * i, 8);
      ring.emplace_back(xy[0], xy[1]);
    }
    bytes.remove_prefix(std::size_t{8} * count);
  }
  return out;
}

void load_shapes(Connection& connection, Context& out) {
  each_row(connection, "SELECT state, coalesce(name, ''), disputed, rings FROM shape", [&](const Chunk& c, std::size_t i) {
    Shape shape;
    shape.state = StateId(c.is_null(0, i) ? std::uint16_t{0} : c.get<std::uint16_t>(0, i));
    shape.disputed = c.get<bool>(2, i);
    if (shape.disputed) shape.territory = c.text(1, i);
    shape.rings = unpack_rings(c.text(3, i));
    out.shapes.push_back(std::move(shape));
  });
}

// Tables that know nothing of each other are read on two connections side by side: to plan so many small questions is most of the work.
Context load_context(Database& database, std::shared_ptr<const world::Register> states) {
  Context out;
  out.states = std::move(states);
  auto rest = std::async(std::launch::async, [&] {
    auto connection = database.connect();
    load_sources(connection, out);
    load_rates(connection, out);
  });
  auto connection = database.connect();
  load_indicators(connection, out);
  load_coverage(connection, out);
  load_organizations(connection, out);
  load_policies(connection, out);
  each_row(connection, "SELECT name, value FROM edition", [&](const Chunk& c, std::size_t i) {
    if (c.text(0, i) == "hash") out.edition = c.text(1, i).substr(0, 12);
    if (c.text(0, i) == "date") out.edition_date = c.text(1, i);
  });
  rest.get();
  return out;
}

}  // namespace comity::store
