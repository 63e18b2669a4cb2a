// Memberships against the lists that organisations keep, and against the one list of scholars that names what those do not.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "comity/audit/bench.hpp"

namespace comity::audit {
namespace {

// What texts call an organisation that the edition has under the name of its own.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> also_called = {
    {{"World Bank", "IBRD"}, {"Francophonie", "OIF"}, {"Comecon", "CMEA"}, {"Bologna Process", "EHEA"}}};

// The organisation of a name: mostly the usual short one, as it stands; else by folded names, which takes a thousand times as long.
const facts::Organization* organisation_of(const Bench& bench, std::string_view name) {
  for (const auto& [called, key] : also_called) {
    if (called == name) name = key;
  }
  for (const facts::Organization& one : bench.context.organizations) {
    if (one.short_name == name || one.key == name) return &one;
  }
  const facts::Organization* found = nullptr;
  const std::string wanted = world::fold_name(name);
  for (const facts::Organization& one : bench.context.organizations) {
    if (world::fold_name(one.short_name) == wanted || world::fold_name(one.name) == wanted || world::fold_name(one.key) == wanted) found = &one;
  }
  return found;
}

std::string plain(std::string_view kind) {
  std::string out(kind);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

bool goes_on(const facts::Membership& one) { return !one.to.known() || one.to.to == last_day; }

// What the list says of all whom the text names.
struct Tally {
  std::size_t members = 0, asked = 0, left = 0, beside_it = 0;  // beside_it: associates, observers, partners today
  bool so_called = true;                                         // and the text calls them so
  bool other_date = false, same_end = false, of_the_other = false;
};

class Reading {
 public:
  Reading(const Bench& bench, const claims::Claim& claim, const facts::Organization& organisation, Finding& out)
      : bench_(bench), claim_(claim), organisation_(organisation), out_(out), said_(try_parse_edtf(claim.period)) {
    known_to_ = organisation.coverage_to.empty() ? "" : fmt::format(", known to {},", organisation.coverage_to);
    for (std::size_t at = 0; at < claim.subject.size();) {
      const std::size_t end = std::min(claim.subject.find(',', at), claim.subject.size());
      take(bench.state_of(std::string_view(claim.subject).substr(at, end - at)));
      at = end + 1;
    }
  }

  void judge() {
    if (organisation_.kind.starts_with("listed")) return judge_by_the_scholars();
    if (claim_.polarity == "neg") {
      out_.verdict = tally_.members == 0 ? Verdict::supported : Verdict::outdated;  // it may have joined since the text was written
      out_.reason = tally_.members == 0 ? fmt::format("The list of members{} does not name it.", known_to_) : "It is a member now.";
    } else if (claim_.note == "works in it") {
      if (all_in()) out_.verdict = Verdict::supported;
      out_.reason = all_in() ? "The list of members names it." : "Who works in a body need not belong to it.";
    } else if (!claim_.note.empty()) {
      out_.reason = "Suspensions and returns are not covered.";
    } else {
      judge_member();
    }
  }

 private:
  bool all_in() const { return tally_.members == tally_.asked; }
  bool dated() const { return said_ && said_->known(); }
  const facts::StateFacts& facts_of(bool a) const { return *(a ? bench_.facts.of_a : bench_.facts.of_b); }

  void take(StateId state) {
    const bool ended = dated() && claim_.period.find('/') != std::string::npos && !claim_.period.ends_with("..");  // "from 2007 to 2023"
    const bool is_a = state == bench_.facts.a;
    bool here = false, gone = false, near = false;
    ++tally_.asked;
    for (const facts::Membership& one : facts_of(is_a).in(organisation_.key)) {
      if (!bench_.usable(one.from_where.source)) continue;
      out_.evidence.push_back(bench_.evidence(fmt::format("{}: {} {}{}{}", bench_.source_words(one.from_where.source), bench_.context.states->state(state).name, plain(one.kind), one.from.known() ? " since " + human_date(one.from) : ", since when is not said", one.to.known() ? ", until " + human_date(one.to) : ""), one.from_where));
      const bool takes_part = one.kind == "partner" && organisation_.kind == "initiative";  // the Eastern Partnership has no members
      if (one.kind.find("member") == std::string_view::npos && one.kind != "party" && one.kind != "participant" && !takes_part) {
        const bool today = (one.kind == "associate" || one.kind == "observer" || one.kind == "candidate" || one.kind.ends_with("partner")) && goes_on(one);
        near = near || today;
        if (today) tally_.so_called = tally_.so_called && claim_.quote.find(plain(one.kind)) != std::string::npos;
        continue;
      }
      if (!goes_on(one)) gone = true, tally_.same_end = tally_.same_end || (ended && one.to.from <= said_->to && one.to.to >= said_->to - std::chrono::days(366));
      else here = true;
      if (dated() && one.from.known() && !one.from.overlaps(*said_)) tally_.other_date = true;
    }
    // "It was admitted on 8 April 1993", read of the one and true of the other.
    if (said_ && said_->exact()) {
      for (const facts::Membership& one : facts_of(!is_a).in(organisation_.key)) tally_.of_the_other = tally_.of_the_other || (bench_.usable(one.from_where.source) && one.from.exact() && one.from.overlaps(*said_));
    }
    tally_.members += here;
    tally_.left += gone && !here;
    tally_.beside_it += near && !here;
  }

  void judge_member() {
    const Tally& t = tally_;
    if (all_in()) {
      out_.verdict = Verdict::supported;
      out_.reason = fmt::format("The list of members{} names {}.", known_to_, t.asked > 1 ? "both" : "it");
      if (t.other_date) {
        out_.verdict = t.of_the_other ? Verdict::unverifiable : Verdict::imprecise;
        out_.reason = t.of_the_other ? "The date is that of the other of the two, which the text may mean." : "A member, by the list since another date than the text gives.";
      }
    } else if (t.beside_it > 0 && t.members + t.beside_it == t.asked) {
      out_.verdict = t.so_called ? Verdict::supported : Verdict::imprecise;
      out_.reason = t.so_called ? fmt::format("The list of members{} has it as that.", known_to_) : fmt::format("By the list of members{} it is beside it, not in it.", known_to_);
    } else if (t.left > 0 && t.same_end) {
      out_.verdict = Verdict::supported;
      out_.reason = "It was a member and left, as the text says.";
    } else if (t.left > 0) {
      out_.verdict = Verdict::outdated;
      out_.reason = "It was a member and left.";
    } else {
      out_.verdict = Verdict::unverifiable;
      out_.reason = fmt::format("The list of members{} does not name {}; the text may count observers or predecessors.", known_to_, t.asked > 1 ? "both" : "it");
    }
  }

  // The scholars' list ends years ago, is coded by years, and leaves out some: it bears a membership out, for its own time, and speaks against none.
  void judge_by_the_scholars() {
    const auto end = try_parse_edtf(organisation_.coverage_to);
    const bool in_its_time = dated() && end && end->known() && said_->to <= end->to;
    const bool is_over = organisation_.kind == "listed_past";
    const std::string until = organisation_.coverage_to.substr(0, 4);
    const bool plain_claim = claim_.polarity.empty() && claim_.note.empty();
    if (plain_claim && all_in() && !tally_.other_date && (in_its_time || (is_over && !dated()))) {
      out_.verdict = Verdict::supported;
      out_.reason = fmt::format("Scholars' list of members, up to {}, names {}.", until, tally_.asked > 1 ? "both" : "it");
      return;
    }
    if (all_in() && tally_.other_date) out_.reason = fmt::format("Scholars' list of members, which is coded by years up to {}, names it with another date.", until);
    else if (all_in()) out_.reason = fmt::format("Scholars' list of members names {}, and ends in {}; the edition holds no list of later years.", tally_.asked > 1 ? "both" : "it", until);
    else out_.reason = fmt::format("Scholars' list of members, which ends in {} and is not whole, does not name {}.", until, tally_.asked > 1 ? "both" : "it");
  }

  const Bench& bench_;
  const claims::Claim& claim_;
  const facts::Organization& organisation_;
  Finding& out_;
  decltype(try_parse_edtf("")) said_;
  std::string known_to_;
  Tally tally_;
};

}  // namespace

void check_membership(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const facts::Organization* organisation = organisation_of(bench, claim.object);
  if (!organisation) {
    out.reason = "The edition holds no members of this organisation.";
    return;
  }
  Reading(bench, claim, *organisation, out).judge();
}

}  // namespace comity::audit
