// What is no plain state: territories that report together for a time (SACU, Belgium–Luxembourg), who codes Kosovo or
// Taiwan how, and the policy for disputed territory on maps (rules.md 13 and 27). Read from data/; immutable.
// Not here: geometry (geography.hpp) and facts reported by such territories.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "comity/world/register.hpp"

namespace comity::world {

// One code under which a publisher reports several states together, or one state without or with a part.
struct ReportingTerritory {
  struct Member {
    StateId state;
    DaySpan span;
    std::string note;
  };
  std::string key, name;      // "sacu", "Southern African Customs Union"
  std::string scheme, code;   // "comtrade", "711"; code may be empty (a label without a code)
  std::vector<Member> members;  // a state may come twice, with spans apart

  bool holds(StateId state, Day day) const;
};

// How somebody who makes lists treats a state whose statehood is not agreed.
struct RecognitionStatus {
  StateId state;
  std::string by, scheme, status, note;  // "United Nations", "m49", "732" or "member"
  DaySpan span;
};

// A territory on whose state there is no agreement. `expected` is the state with which the project's maps show it
// (United Nations practice); none = with no state.
struct DisputedTerritory {
  std::string key, name;     // "crimea", "Crimea and Sevastopol" (the first sentence of the note)
  std::string policy, note;  // policy: un_practice, apart, administering_state, no_state
  std::vector<StateId> administered_by, claimed_by;
  bool hatched = false;
  StateId expected;
  double test_latitude = 0, test_longitude = 0;

  // The state to show it with as `viewpoint` sees it: the viewpoint itself when it administers or claims the
  // territory, else `expected`.
  StateId shown_with(StateId viewpoint) const;
};

class Territories {
 public:
  // Reads reporting_territories.csv, recognition_status.csv and disputed_territories.csv. Throws DataError.
  static std::shared_ptr<const Territories> load(const std::filesystem::path& data_folder, const Register& states);

  const std::vector<ReportingTerritory>& reporting() const { return reporting_; }
  // Those that the code of a scheme stands for; more than one when it changed its members under another name.
  std::vector<const ReportingTerritory*> reporting(std::string_view scheme, std::string_view code) const;
  // Those whose figures hold the state's on the day.
  std::vector<const ReportingTerritory*> reporting_of(StateId state, Day day) const;

  std::vector<const RecognitionStatus*> recognition(StateId state) const;  // in the table's order
  const std::vector<RecognitionStatus>& recognition() const { return recognition_; }

  const std::vector<DisputedTerritory>& disputed() const { return disputed_; }
  const DisputedTerritory* disputed(std::string_view key) const;  // nullptr when unknown

 private:
  std::vector<ReportingTerritory> reporting_;
  std::vector<RecognitionStatus> recognition_;
  std::vector<DisputedTerritory> disputed_;
};

}  // namespace comity::world
