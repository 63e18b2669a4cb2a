// Memberships of the two read side by side, from the dated table with its exits (rules.md 26).
#pragma once

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "comity/dossier/shelf.hpp"

namespace comity::dossier {

// What one state is to an organisation on a day.
struct Belonging {
  const facts::Organization* organization = nullptr;
  const facts::Membership* row = nullptr;   // the row that holds on the day, or the last one that ended
  bool inside = false;                      // a full member or party on the day, as far as the table reaches
  const facts::Membership* suspension = nullptr;  // of a member whose rights rest on the day: it belongs all the same
  const facts::Membership* lesser = nullptr;      // of one that is no member on the day: as what it takes part all the same (associate, observer)
  bool belongs() const { return inside || suspension; }
};

struct SharedOrganization {
  const facts::Organization* organization = nullptr;
  const facts::Membership* a = nullptr;
  const facts::Membership* b = nullptr;
};

// One state's memberships, asked for by the organisations' places in ascending order: one walk.
class MembershipsInOrder {
 public:
  static constexpr std::size_t no_place = static_cast<std::size_t>(-1);
  explicit MembershipsInOrder(const facts::StateFacts& state) : at_(state.memberships.data()), end_(at_ + state.memberships.size()) {}
  // Of the next row; more than any where there is none.
  std::size_t place() const { return at_ == end_ ? no_place : at_->place; }
  std::span<const facts::Membership> in(std::size_t place) {
    while (at_ != end_ && at_->place < place) ++at_;
    const facts::Membership* const first = at_;
    while (at_ != end_ && at_->place == place) ++at_;
    return {first, at_};
  }

 private:
  const facts::Membership* at_;
  const facts::Membership* end_;
};

// Calls work(place, rows of one, rows of the other) for each of so many organisations that either has to do with: of some thousands most concern neither.
template <class Work>
void each_concern(const facts::StateFacts& one, const facts::StateFacts& other, std::size_t organizations, Work work) {
  MembershipsInOrder of_one(one), of_other(other);
  for (std::size_t place; (place = std::min(of_one.place(), of_other.place())) < organizations;) work(place, of_one.in(place), of_other.in(place));
}

struct OrganizationsOfPair {
  std::vector<SharedOrganization> shared;        // both inside, those that matter first
  std::vector<Belonging> left_by_a, left_by_b;   // once inside, now out
  std::vector<SharedOrganization> ended;         // of those that are no more: both belonged to it to its last day
  std::vector<Belonging> only_a, only_b;
  std::vector<Belonging> suspended_a, suspended_b;  // among the shared: whose rights rest, or who takes no part
};

// `wanted` chooses organisations, for example conventions of culture. Organisations that have ended are left out.
OrganizationsOfPair organizations_of(const Shelf& shelf, const std::function<bool(const facts::Organization&)>& wanted);

// A full member, founder or party on the day; a membership without a first day counts, one that ended before does not.
bool is_inside(const facts::StateFacts& state, std::string_view organization, Day day);
bool is_initiative(const facts::Organization& organization);  // Green Central Asia: dated by its launch, known to its table's last day
// A treaty, not a body with members: of the United Nations' list, on the environment, or in a compiled list.
bool is_treaty(const facts::Organization& organization);
bool is_culture_convention(const facts::Organization& organization);
std::string short_name(const facts::Organization& organization);   // in a sentence: "the EU", "NATO"
// "25 June 1973"; of a day before the state's first, whose it was: "20 February 1952 (its predecessor)".
std::string since_words(const Shelf& shelf, const facts::Membership& membership);
// The last day to which the memberships of all of these are known; empty when unknown for one.
std::string reach_words(const std::vector<SharedOrganization>& shared, std::size_t first);

}  // namespace comity::dossier
