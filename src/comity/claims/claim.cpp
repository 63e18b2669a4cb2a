#include "comity/claims/claim.hpp"

namespace comity::claims {
namespace {

constexpr std::array<std::string_view, kind_count> names = {
    "relations_established", "relations_severed", "relations_resumed", "recognition", "mission", "mission_opened",
    "mission_closed", "visit", "treaty_signed", "trade_total", "exports", "imports", "trade_share", "trade_growth",
    "fdi_flow", "fdi_stock", "company_count", "company_presence", "export_credit", "aid", "migration_stock", "diaspora",
    "students", "tourism", "membership", "initiative", "twin_towns", "conflict", "cultural_institute", "other"};

}  // namespace

std::string_view name_of(Kind kind) { return names[static_cast<std::size_t>(kind)]; }

std::optional<Kind> try_kind(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

}  // namespace comity::claims
