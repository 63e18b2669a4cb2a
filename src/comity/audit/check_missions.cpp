// Missions and treaties against lists and registers.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "comity/audit/bench.hpp"

namespace comity::audit {
namespace {

std::string_view group_of(std::string_view kind) {
  if (kind == "embassy" || kind == "high commission" || kind == "high_commission" || kind == "nunciature") return "embassy";
  if (kind.find("honorary") != std::string_view::npos) return "honorary";
  if (kind.find("consulate") != std::string_view::npos) return "consulate";
  return "other";
}

std::string listed(const Bench& bench, const facts::Mission& one) {
  std::string kind(one.kind);
  std::replace(kind.begin(), kind.end(), '_', ' ');
  return fmt::format("{}: {} in {}{}", bench.source_words(one.from_where.source), kind, one.city.empty() ? "a city not named" : std::string(one.city), one.as_listed_on.known() ? ", listed " + when(one.as_listed_on) : "");
}

}  // namespace

void check_mission(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const StateId sender = bench.state_of(claim.subject), host = bench.state_of(claim.object);
  const auto city = [&](std::string_view name) { return world::fold_name(bench.context.states->city_of(name)); };
  const std::string_view group = group_of(claim.unit);
  std::set<std::string> others;
  bool elsewhere = false;
  std::vector<const facts::Mission*> crowd;  // lists that anybody may edit: shown where nothing else speaks
  EdtfDate list_date;                        // of the newest list that names it
  const facts::Mission* no_city = nullptr;   // the embassy that a list names last without saying where it is
  for (const facts::Mission& one : bench.facts.missions) {
    if (one.sending != sender || one.receiving != host || !one.resident) continue;
    const bool same_city = city(one.city) == city(claim.place);
    const bool same_group = group_of(one.kind) == group;
    if (bench.crowd(one.from_where.source) && same_city && same_group) crowd.push_back(&one);
    if (!bench.usable(one.from_where.source)) continue;
    if (same_city && same_group) {
      out.evidence.push_back(bench.evidence(listed(bench, one), one.from_where));
      if (one.as_listed_on.known() && (!list_date.known() || one.as_listed_on.to > list_date.to)) list_date = one.as_listed_on;
    } else {
      out.beside.push_back(bench.evidence(listed(bench, one), one.from_where));
      if (same_group && group == "embassy" && !one.closed.known() && !one.city.empty()) elsewhere = true;
      if (same_group && group == "embassy" && !one.closed.known() && one.city.empty() && (!no_city || one.as_listed_on.to > no_city->as_listed_on.to)) no_city = &one;
      if (!one.closed.known() && !one.city.empty()) {
        std::string kind(one.kind);
        std::replace(kind.begin(), kind.end(), '_', ' ');
        others.insert(kind + " in " + std::string(one.city));
      }
    }
  }
  if (claim.polarity == "neg") {
    out.verdict = Verdict::unverifiable;
    out.reason = out.evidence.empty() ? "Lists of missions are no proof that there is none." : "A list names such a mission; lists have dates, and the text may mean another.";
    return;
  }
  if (!out.evidence.empty()) {
    out.verdict = Verdict::supported;
    out.reason = "Independent lists name it.";
    if (!others.empty()) {
      std::string names;
      for (const std::string& one : others) names += (names.empty() ? "" : ", ") + one;
      out.reason += fmt::format(" They also name: {}.", names);
      out.today = fmt::format("Lists{} name {}{} {} in {}, and also: {}.", list_date.known() ? fmt::format(" ({})", human_date(list_date)) : "", bench.in_text(sender), bench.in_text(sender).ends_with('s') ? "'" : "'s", claim.unit, claim.place, names);
    }
    return;
  }
  if (no_city && !elsewhere) {
    out.verdict = Verdict::supported;
    out.reason = "An independent list names the embassy, without its city.";
    out.evidence.push_back(bench.evidence(listed(bench, *no_city), no_city->from_where));
    // The legations and embassies that the same list had before it are no news to who asks whether there is one.
    out.beside.clear();
    for (const facts::Mission& one : bench.facts.missions) {
      const bool before = one.from_where.source == no_city->from_where.source && one.as_listed_on.to < no_city->as_listed_on.to;
      if (&one != no_city && one.sending == sender && one.receiving == host && one.resident && !before && bench.usable(one.from_where.source)) out.beside.push_back(bench.evidence(listed(bench, one), one.from_where));
    }
    return;
  }
  if (elsewhere && claim.unit == "embassy") {
    out.verdict = Verdict::imprecise;
    out.reason = "Independent lists name the embassy in another city.";
    return;
  }
  out.reason = out.beside.empty() ? "No independent list of missions in the edition covers it." : "The independent lists in the edition do not name it; they do not cover every consulate.";
  if (crowd.empty()) return;
  out.reason += " Lists that anybody may edit name it, which is no evidence.";
  for (const facts::Mission* one : crowd) out.beside.insert(out.beside.begin(), bench.evidence(listed(bench, *one), one->from_where));
}

namespace {

// "Chile Malaysia", "EC Vietnam": not a system that half the world belongs to.
bool of_the_two(const Bench& bench, std::string_view title) {
  const std::string folded = world::fold_name(title);
  const auto named = [&](StateId id) { return folded.find(world::fold_name(bench.context.states->state(id).name)) != std::string::npos; };
  return named(bench.facts.a) || named(bench.facts.b);
}

// "several trade agreements": no one of them.
bool tells_of_several(std::string_view quote) {
  const std::string folded = " " + world::fold_name(quote) + " ";
  for (const std::string_view word : {" several ", " various ", " many ", " numerous ", " mehrere ", " verschiedene ", " zahlreiche "}) {
    if (folded.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

void check_treaty(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const auto said = try_parse_edtf(claim.period);
  const bool dated_claim = said && said->known();
  const auto fits = [&](const facts::Agreement& one) {
    const std::string_view kind = one.kind;
    // Words that half of all treaties bear say nothing of which one is meant.
    for (const std::string_view word : {"", "cooperation", "economic", "technical", "research", "agreements", "documents", "joint declaration", "joint statement", "framework agreement"}) {
      if (claim.unit == word) return false;
    }
    if (claim.unit == "nuclear energy") return dated_claim && kind.find("nuclear") != std::string_view::npos;
    if (claim.unit == "double taxation") return kind.find("tax") != std::string_view::npos;
    if (claim.unit == "investment protection" || claim.unit == "investment") return kind.find("investment") != std::string_view::npos;
    if (claim.unit == "FTA" || claim.unit == "trade" || claim.unit == "economic partnership") return kind.find("trade") != std::string_view::npos && (dated_claim || of_the_two(bench, one.title));
    return world::fold_name(one.title).find(world::fold_name(claim.unit)) != std::string::npos || world::fold_name(one.subject).find(world::fold_name(claim.unit)) != std::string::npos;
  };
  std::vector<const facts::Agreement*> same_topic;
  std::vector<Evidence> in_force;       // by that date, though signed on another
  const facts::Agreement* undated = nullptr;  // of a list that knows when it came into force, not when it was signed
  for (const facts::Agreement& one : bench.facts.agreements) {
    if (!bench.usable(one.from_where.source)) continue;
    const bool dated = said && said->known() && one.signed_on.known() && one.signed_on.overlaps(*said);
    const bool topic = fits(one);
    const std::string text = fmt::format("{}: {}, signed {}{}{}", bench.source_words(one.from_where.source), one.title.empty() ? std::string(one.kind) : std::string(one.title), one.signed_on.known() ? when(one.signed_on) : "on a day not given", one.in_force.known() ? ", in force " + human_date(one.in_force) : "", one.terminated.known() ? ", terminated " + human_date(one.terminated) : "");
    if (topic && (dated || !dated_claim)) {
      out.evidence.push_back(bench.evidence(text, one.from_where));
    } else if (topic) {
      same_topic.push_back(&one);
      const bool then = one.in_force.known() && one.in_force.overlaps(*said);
      if (then && !one.signed_on.known() && (!undated || one.in_force.exact())) undated = &one;
      (then && one.signed_on.known() ? in_force : out.beside).push_back(bench.evidence(text, one.from_where));
    }
  }
  for (const facts::Event& one : bench.facts.events) {
    if (one.kind != "agreement_signed" || !bench.usable(one.from_where.source) || !one.date.known() || !said || !one.date.overlaps(*said)) continue;
    const bool topic = !claim.unit.empty() && world::fold_name(fmt::format("{} {}", one.title, one.detail)).find(world::fold_name(claim.unit)) != std::string::npos;
    (topic ? out.evidence : out.beside).push_back(bench.evidence(fmt::format("{}: {}, {}", bench.source_words(one.from_where.source), one.title, human_date(one.date)), one.from_where));
  }
  if (claim.polarity == "neg") {
    out.verdict = Verdict::unverifiable;
    out.reason = out.evidence.empty() && same_topic.empty() ? "No independent source in the edition names one; that is no proof of none." : "Independent sources name one of this kind; the text may mean another.";
    return;
  }
  if (!out.evidence.empty()) {
    out.verdict = Verdict::supported;
    out.reason = said && said->known() ? "Independent sources name it with this date." : "Independent sources name one of this kind; the text gives no date.";
  } else if (!in_force.empty() && tells_of_several(claim.quote)) {
    out.reason = "Of several the text does not say which; beside it stand those of this kind that came into force then.";
    out.beside = std::move(in_force);
  } else if (!in_force.empty()) {
    out.verdict = Verdict::confused;
    out.reason = "The date is that of its entry into force, not of the signature.";
    out.evidence = std::move(in_force);
  } else if (undated) {
    out.verdict = Verdict::supported;
    out.reason = fmt::format("An independent list has one of this kind in force {}; it does not say when it was signed.", when(undated->in_force));
    out.evidence.push_back(std::move(out.beside[0]));
    out.beside.erase(out.beside.begin());
  } else if (!same_topic.empty()) {
    out.reason = std::all_of(same_topic.begin(), same_topic.end(), [](const facts::Agreement* one) { return !one->signed_on.known(); }) ? "An independent list names one of this kind without the day of its signature." : "Independent sources name one of this kind with another date; there may be more than one.";
  } else {
    out.reason = "No independent source in the edition covers treaties of this kind between the two.";
  }
}

}  // namespace comity::audit
