#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <GeographicLib/Geodesic.hpp>

#include <memory>

#include "comity/world/register.hpp"

namespace comity::world {

double distance_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  double metres = 0;
  GeographicLib::Geodesic::WGS84().Inverse(latitude_a, longitude_a, latitude_b, longitude_b, metres);
  return metres / 1000;
}

namespace {

std::optional<double> standard_offset_hours(std::string_view zone) {
  const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(zone.data(), static_cast<std::int32_t>(zone.size())));
  const std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(id));
  if (!found || *found == icu::TimeZone::getUnknown()) return std::nullopt;
  return found->getRawOffset() / 3'600'000.0;
}

}  // namespace

std::optional<double> hours_apart(std::string_view zone_a, std::string_view zone_b) {
  const auto a = standard_offset_hours(zone_a), b = standard_offset_hours(zone_b);
  if (!a || !b) return std::nullopt;
  return *b - *a;
}

}  // namespace comity::world
