// The register: which states there are and were, on which days, under which codes and names (docs/states.md).
// A state is a legal person valid for days; a name or a code is only a way to one, on a day. Read from the tables in
// data/ (data/README.md); immutable afterwards. Not here: facts about states, names in other languages than the tables'.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comity/base/date.hpp"
#include "comity/base/ids.hpp"

namespace comity::world {

struct DaySpan {
  Day from = first_day, to = last_day;  // both inclusive
  bool contains(Day day) const { return from <= day && day <= to; }
  bool overlaps(const DaySpan& other) const { return from <= other.to && other.from <= to; }
};

struct State {
  StateId id;
  std::string key;        // "DEU", "SUN", "DEU_1871": permanent, what tables and links use
  std::string name;       // "Germany"
  std::string adjective;  // "German"
  std::string kind;       // state, territory, disputed, former, historical
  std::string wikidata;   // "Q183"
  std::string note;
  std::vector<DaySpan> spans;  // when it exists, ascending; empty = not known

  bool exists_on(Day day) const;
  bool exists_in(const DaySpan& span) const;
  bool is_current() const;  // exists today as far as the register goes (an open last span)
};

struct Capital {
  StateId state;
  std::string city, timezone, role, wikidata;
  double latitude = 0, longitude = 0;
  DaySpan span;
};

struct Lineage {
  StateId predecessor, successor;
  std::optional<Day> day;
  std::string kind, note;
};

struct Region {
  std::string key, name, scheme, parent;
  std::vector<std::pair<StateId, DaySpan>> members;
};

// How a name or code was understood. state is none when nothing or more than one fits.
struct Match {
  StateId state;
  std::vector<StateId> candidates;  // more than one: ambiguous
  std::string how;                  // "iso3", "name", "former name", "key", "ambiguous", "non-state", "none"
  std::string name;                 // the register's own form of what matched
};

class Register {
 public:
  // Reads data/*.csv of the project. Throws DataError with file and line when a table breaks an invariant.
  static std::shared_ptr<const Register> load(const std::filesystem::path& data_folder);

  // The same register from a file of the bytes that image() gave, in a fraction of the time and with the same answers.
  // Throws DataError when it is none, is damaged, or was made from other tables than the folder's.
  static std::shared_ptr<const Register> open(const std::filesystem::path& data_folder, const std::filesystem::path& image_file);
  std::string image(const std::filesystem::path& data_folder) const;

  const std::vector<State>& states() const;          // ordered by id; not indexed by it
  const State& state(StateId id) const;              // throws NotFound
  const State* try_state(StateId id) const;
  StateId by_key(std::string_view key) const;        // none when unknown

  // The state that `code` of `scheme` denotes on a day. Codes compare exactly, but case-insensitively for letters.
  StateId by_code(std::string_view scheme, std::string_view code, Day day) const;
  // ... in a year: the state that holds the code on most days of it. For tables by year.
  StateId by_code_in_year(std::string_view scheme, std::string_view code, int year) const;
  // The code of a state on a day; empty when it has none.
  std::string_view code(std::string_view scheme, StateId state, Day day) const;
  // The code of the state's last day (today's code for today's states).
  std::string_view code(std::string_view scheme, StateId state) const;
  const std::vector<std::string>& code_schemes() const;

  // An exact name (any row of states.csv and names.csv; case, accents, punctuation and "the" do not matter) on a day.
  Match by_name(std::string_view name, Day day) const;
  // Whether the name is declared as something that is no state ("World", "European Union"); its kind, else empty.
  std::string_view non_state_kind(std::string_view name) const;
  // The states that ambiguous_names.csv declares for a name; empty when it declares none.
  std::vector<StateId> declared_ambiguous(std::string_view name) const;
  // What a person may type, without an opinion: a key, an ISO code in capitals, a Wikidata id, else by_name.
  Match match(std::string_view text, Day day) const;
  // What a person may type: key, ISO code, name, name of a former state. Throws NotFound naming the three nearest
  // names, or the candidates when it is ambiguous.
  StateId understand(std::string_view text) const;
  std::vector<std::string> nearest_names(std::string_view text, std::size_t count) const;

  const std::vector<Capital>& capitals() const;
  const Capital* capital(StateId state, Day day) const;  // role capital; nullptr when not known
  std::string_view city_of(std::string_view place) const;  // a district or an old name → the city's name today; else place
  const std::vector<Lineage>& lineage() const;
  const std::vector<Region>& regions() const;
  const Region* region(std::string_view key) const;           // nullptr when unknown
  const Region* region_by_name(std::string_view text) const;  // its key or its name, folded; nullptr when unknown
  // Regions of a scheme that hold the state on a day, smallest first.
  std::vector<const Region*> regions_of(StateId state, Day day) const;

  Register();
  ~Register();

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

// The form in which names are compared: lower case, no accents, no punctuation, "the" and doubled blanks gone,
// "&" and "and" alike, "St." and "Saint" alike. Cost: about a microsecond.
std::string fold_name(std::string_view name);

// Great-ellipse geodesic on WGS84 (GeographicLib), in kilometres.
double distance_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b);
// Difference of standard time (no daylight saving) between two zones of the IANA database, in hours, b minus a.
std::optional<double> hours_apart(std::string_view zone_a, std::string_view zone_b);

}  // namespace comity::world
