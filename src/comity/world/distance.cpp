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

// Standard times that changed after the time zone data of Debian 12's ICU (2022e), from the tz database's NEWS of 2023b,
// 2024a and 2024b: Greenland on 2023-03-25, Kazakhstan on 2024-03-01, Paraguay on 2024-10-15. Morocco's legal time has been UTC+1 since
// 2018-10-28; the data base writes its weeks of Ramadan at UTC as the exception, and ICU has those for the standard.
struct Changed {
  std::string_view zone;
  double hours;
};
constexpr Changed changed[] = {{"Africa/Casablanca", 1}, {"Africa/El_Aaiun", 1}, {"Asia/Almaty", 5}, {"Asia/Qostanay", 5}, {"America/Asuncion", -3}, {"America/Nuuk", -2}, {"America/Godthab", -2}};

std::optional<double> standard_offset_hours(std::string_view zone) {
  for (const Changed& one : changed) {
    if (one.zone == zone) return one.hours;
  }
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
