#include "comity/world/detail/register_image.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "comity/base/bytes.hpp"
#include "comity/world/detail/tables.hpp"

namespace comity::world::detail {
namespace {

constexpr std::string_view magic = "COMITYRG";
constexpr std::uint32_t version = 1;
constexpr std::size_t head = 8 + 4 + 4 + 8 + 8;  // magic, version, nothing, hash of the tables, hash of what follows

void write_states(const Tables& tables, ImageWriter& out) {
  out.number(static_cast<std::uint32_t>(tables.states.size()));
  for (const auto& state : tables.states) {
    out.state(state.id);
    for (const auto* text : {&state.key, &state.name, &state.adjective, &state.kind, &state.wikidata, &state.note}) out.text(*text);
    out.number(static_cast<std::uint32_t>(state.spans.size()));
    for (const auto& span : state.spans) out.span(span);
  }
}

void read_states(ImageReader& in, Tables& tables) {
  tables.states.resize(in.count());
  tables.keys.reserve(tables.states.size());
  for (std::size_t i = 0; i < tables.states.size(); ++i) {
    auto& state = tables.states[i];
    state.id = in.state();
    const std::string_view key = in.text();
    state.key = key;
    for (auto* text : {&state.name, &state.adjective, &state.kind, &state.wikidata, &state.note}) *text = in.text();
    state.spans.resize(in.count());
    for (auto& span : state.spans) span = in.span();
    if (tables.place_of_id.size() <= state.id.value) tables.place_of_id.resize(state.id.value + 1u);
    tables.place_of_id[state.id.value] = static_cast<std::uint16_t>(i + 1);
    tables.keys.emplace(key, state.id);
  }
}

// In the order of their keys, so that the same tables give the same bytes.
template <class Value>
std::vector<std::pair<std::string_view, const Value*>> sorted(const TextMap<Value>& map) {
  std::vector<std::pair<std::string_view, const Value*>> out;
  for (const auto& [key, value] : map) out.emplace_back(key, &value);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return out;
}

void write_words(const Tables& tables, ImageWriter& out) {
  out.number(static_cast<std::uint32_t>(tables.non_states.size()));
  for (const auto& [key, value] : sorted(tables.non_states)) out.text(key), out.text(value->name), out.text(value->kind);
  out.number(static_cast<std::uint32_t>(tables.ambiguous.size()));
  for (const auto& [key, states] : sorted(tables.ambiguous)) {
    out.text(key), out.number(static_cast<std::uint32_t>(states->size()));
    for (const StateId state : *states) out.state(state);
  }
  out.number(static_cast<std::uint32_t>(tables.cities.size()));
  for (const auto& [key, city] : sorted(tables.cities)) out.text(key), out.text(*city);
}

void read_words(ImageReader& in, Tables& tables) {
  std::uint32_t count = in.count();
  tables.non_states.reserve(count);
  for (; count > 0; --count) {
    const auto key = in.text(), name = in.text(), kind = in.text();
    tables.non_states.emplace(key, Tables::NonState{name, kind});
  }
  for (count = in.count(); count > 0; --count) {
    auto& states = tables.ambiguous[in.text()];
    states.resize(in.count());
    for (auto& state : states) state = in.state();
  }
  count = in.count();
  tables.cities.reserve(count);
  for (; count > 0; --count) {
    const auto key = in.text();
    tables.cities.emplace(key, in.text());
  }
}

void write_rows(const Tables& tables, ImageWriter& out) {
  out.number(static_cast<std::uint32_t>(tables.lineage.size()));
  for (const auto& row : tables.lineage) {
    out.state(row.predecessor), out.state(row.successor);
    out.number(static_cast<std::uint8_t>(row.day ? 1 : 0)), out.span({row.day.value_or(first_day), last_day});
    out.text(row.kind), out.text(row.note);
  }
  out.number(static_cast<std::uint32_t>(tables.capitals.size()));
  for (const auto& row : tables.capitals) {
    out.state(row.state), out.text(row.city), out.text(row.timezone), out.text(row.role), out.text(row.wikidata);
    out.number(row.latitude), out.number(row.longitude), out.span(row.span);
  }
  out.number(static_cast<std::uint32_t>(tables.regions.size()));
  for (const auto& region : tables.regions) {
    out.text(region.key), out.text(region.name), out.text(region.scheme), out.text(region.parent);
    out.number(static_cast<std::uint32_t>(region.members.size()));
    for (const auto& [state, span] : region.members) out.state(state), out.span(span);
  }
}

void read_rows(ImageReader& in, Tables& tables) {
  tables.lineage.resize(in.count());
  for (auto& row : tables.lineage) {
    row.predecessor = in.state(), row.successor = in.state();
    const bool known = in.number<std::uint8_t>() != 0;
    const Day day = in.span().from;
    if (known) row.day = day;
    row.kind = in.text(), row.note = in.text();
  }
  tables.capitals.resize(in.count());
  for (auto& row : tables.capitals) {
    row.state = in.state(), row.city = in.text(), row.timezone = in.text(), row.role = in.text(), row.wikidata = in.text();
    row.latitude = in.number<double>(), row.longitude = in.number<double>(), row.span = in.span();
  }
  tables.regions.resize(in.count());
  for (auto& region : tables.regions) {
    region.key = in.text(), region.name = in.text(), region.scheme = in.text(), region.parent = in.text();
    region.members.resize(in.count());
    for (auto& [state, span] : region.members) state = in.state(), span = in.span();
  }
}

}  // namespace

std::uint64_t tables_hash(const std::filesystem::path& folder) {
  std::uint64_t out = version;
  for (const char* name : {"states.csv", "state_spans.csv", "codes.csv", "ambiguous_names.csv", "names.csv", "non_states.csv", "lineage.csv", "capitals.csv", "city_names.csv",
                           "regions.csv", "region_members.csv"}) {
    const std::string bytes = read_file(folder / name);
    out = XXH3_64bits_withSeed(bytes.data(), bytes.size(), out);
  }
  return out;
}

std::string image_of(const Tables& tables, std::uint64_t hash) {
  ImageWriter body;
  write_states(tables, body);
  tables.codes.write(body);
  tables.names.write(body);
  write_words(tables, body);
  write_rows(tables, body);
  const std::string bytes = body.take();
  ImageWriter out;
  for (const char c : magic) out.number(c);
  out.number(version), out.number(std::uint32_t{0}), out.number(hash), out.number(std::uint64_t{XXH3_64bits(bytes.data(), bytes.size())});
  return out.take() + bytes;
}

void read_image(std::string bytes, std::uint64_t hash, Tables& tables) {
  const auto fail = [](const char* why) { throw DataError(std::string("the image of the register ") + why, "Delete it; it is made anew."); };
  if (bytes.size() < head || !bytes.starts_with(magic)) fail("is none");
  ImageReader front(std::string_view(bytes).substr(magic.size()));
  if (front.number<std::uint32_t>() != version) fail("is of another version of the program");
  front.number<std::uint32_t>();
  if (front.number<std::uint64_t>() != hash) fail("was made from other tables");
  if (front.number<std::uint64_t>() != XXH3_64bits(bytes.data() + head, bytes.size() - head)) fail("is damaged");
  tables.image = std::move(bytes);
  ImageReader in(std::string_view(tables.image).substr(head));
  read_states(in, tables);
  tables.codes.read(in);
  tables.names.read(in);
  read_words(in, tables);
  read_rows(in, tables);
}

}  // namespace comity::world::detail
