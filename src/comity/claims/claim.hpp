// A claim: one checkable statement that a text makes about two countries, with the place where it makes it. What the
// text says, not what is so: holding claims against facts is the room audit's work. Printed by write_claims
// (comity/claims/write.hpp) in the form that docs/claims.md describes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comity::claims {

enum class Kind : std::uint8_t {
  relations_established, relations_severed, relations_resumed, recognition, mission, mission_opened, mission_closed, visit,
  treaty_signed, trade_total, exports, imports, trade_share, trade_growth, fdi_flow, fdi_stock, company_count,
  company_presence, export_credit, aid, migration_stock, diaspora, students, tourism, membership, initiative, twin_towns,
  conflict, cultural_institute, other,
};
inline constexpr std::size_t kind_count = static_cast<std::size_t>(Kind::other) + 1;

std::string_view name_of(Kind kind);  // "trade_total"
std::optional<Kind> try_kind(std::string_view name);

// Half open, in whatever it counts (bytes of the plain text, tokens).
struct Range {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
  bool overlaps(const Range& other) const { return begin < other.end && other.begin < end; }
};

// The note of a visit of which the text does not say whose it was: its subject and object are empty.
inline constexpr std::string_view undirected_visit = "direction not told";

struct Claim {
  Kind kind = Kind::other;
  std::array<std::string, 2> pair;  // ISO 3166-1 alpha-3, sorted
  std::string subject, object;      // alpha-3 of the doer and the other side, an organisation, a company or a town
  std::optional<double> number;     // without scale words: 4 billion is 4e9; percent as written
  std::string word;                 // the value where it is no number ("decline"); empty when there is a number
  std::string unit;                 // "people", "percent", "rank", "embassy", the topic of a treaty; empty for money
  std::string currency;             // ISO 4217; empty where the text names none
  std::string period;               // EDTF; empty where the text gives none
  std::string place, person, host;  // as written, persons by the fullest form in the text
  std::string sub;                  // for kind other: which ("independence")
  std::string status = "asserted";  // asserted, planned, vague
  std::string hedge;                // gt, ge, lt, le, approx
  std::string polarity;             // neg, disputed
  std::string denominator, scope, note, accredited_from;
  bool guessed = false;             // the direction of a visit is that of the one told before; another sentence may know better
  double tolerance = 0;             // half a unit of the last digit written: "4 billion" is 4e9 with 5e8

  std::string quote;                          // as it stands in the text, without markup
  Range plain;                                // its bytes in the plain text
  std::size_t start = 0;                      // code points before it in the original
  std::size_t start_byte = 0, end_byte = 0;   // its bytes in the original
};

}  // namespace comity::claims
