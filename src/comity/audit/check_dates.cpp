// Relations, recognition and missions opened or closed: a date against the dated events of independent sources.
#include <algorithm>

#include <fmt/format.h>

#include "comity/audit/bench.hpp"

namespace comity::audit {
namespace {

using claims::Kind;

std::string_view event_kind(Kind kind) {
  switch (kind) {
    case Kind::relations_severed: return "relations_severed";
    case Kind::relations_resumed: return "relations_resumed";
    case Kind::recognition: return "recognition";
    case Kind::mission_opened: return "mission_opened";
    case Kind::mission_closed: return "mission_closed";
    default: return "relations_established";
  }
}

std::string words_of(std::string_view kind) {
  std::string out(kind);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

struct Dated {
  const facts::Event* event;
  bool agrees = false;
};

// The events of a kind, by independent sources, that a claim could mean.
std::vector<const facts::Event*> events_of(const Bench& bench, std::string_view kind, StateId actor) {
  std::vector<const facts::Event*> out;
  for (const facts::Event& one : bench.facts.events) {
    if (one.kind != kind || !one.date.known() || !bench.usable(one.from_where.source) || one.status == "planned") continue;
    if (actor && one.actor && one.actor != actor) continue;
    out.push_back(&one);
  }
  return out;
}

Evidence say(const Bench& bench, const facts::Event& event) {
  return bench.evidence(fmt::format("{}: {}, {}", bench.source_words(event.from_where.source), words_of(event.kind), human_date(event.date)), event.from_where);
}

// The date most classes of sources give; the first where they tie.
const facts::Event* best_of(const Bench& bench, const std::vector<const facts::Event*>& events) {
  const facts::Event* best = nullptr;
  std::size_t most = 0;
  for (const facts::Event* one : events) {
    std::vector<std::string> classes;
    for (const facts::Event* other : events) {
      if (!other->date.overlaps(one->date)) continue;
      const std::string& own = bench.source(other->from_where.source).independence;
      if (std::find(classes.begin(), classes.end(), own) == classes.end()) classes.push_back(own);
    }
    const std::size_t weight = classes.size() * 2 + (one->date.exact() ? 1 : 0);
    if (weight > most) best = one, most = weight;
  }
  return best;
}

std::string sentence(const Bench& bench, const claims::Claim& claim, const facts::Event& event) {
  std::string a = bench.in_text(bench.state_of(claim.subject));
  const std::string b = bench.in_text(bench.state_of(claim.object)), day = when(event.date);
  if (claim.kind == Kind::recognition && a.starts_with("the ")) a[0] = 'T';
  switch (claim.kind) {
    case Kind::recognition: return fmt::format("{} recognised {} {}.", a, b, day);
    case Kind::relations_severed: return fmt::format("Diplomatic relations between {} and {} were severed {}.", a, b, day);
    case Kind::relations_resumed: return fmt::format("Diplomatic relations between {} and {} were resumed {}.", a, b, day);
    case Kind::mission_opened: return {};
    case Kind::mission_closed: return {};
    default: return fmt::format("Diplomatic relations between {} and {} were established {}.", a, b, day);
  }
}

std::string act_of(Kind kind) {
  switch (kind) {
    case Kind::relations_established: return "when relations were established";
    case Kind::relations_severed: return "a breaking of relations";
    case Kind::relations_resumed: return "a resumption of relations";
    case Kind::recognition: return "a recognition";
    case Kind::mission_opened: return "the opening of a mission";
    default: return "the closing of a mission";
  }
}

// What lists that anybody may edit say: beside, and no evidence.
void show_crowd(const Bench& bench, const claims::Claim& claim, const std::optional<EdtfDate>& said, Finding& out) {
  bool agrees = false;
  const StateId actor = claim.kind == Kind::recognition ? bench.state_of(claim.subject) : StateId{};
  for (const facts::Event& one : bench.facts.events) {
    if (one.kind != event_kind(claim.kind) || !one.date.known() || !bench.crowd(one.from_where.source) || (actor && one.actor && one.actor != actor)) continue;
    agrees = agrees || (said && said->known() && one.date.overlaps(*said));
    out.beside.push_back(say(bench, one));
  }
  if (claim.kind == Kind::mission_opened) {
    for (const facts::Mission& one : bench.facts.missions) {
      if (!one.opened.known() || !bench.crowd(one.from_where.source) || one.sending != bench.state_of(claim.subject)) continue;
      agrees = agrees || (said && said->known() && one.opened.overlaps(*said));
      out.beside.push_back(bench.evidence(fmt::format("{}: {}{}, opened {}", bench.source_words(one.from_where.source), words_of(one.kind), one.city.empty() ? "" : fmt::format(" in {}", one.city), when(one.opened)), one.from_where));
    }
  }
  if (out.beside.empty()) return;
  out.reason += !said || !said->known() ? " A list that anybody may edit does, which is no evidence." : agrees ? " A list that anybody may edit gives the same date, which is no evidence." : " A list that anybody may edit gives another date, which is no evidence.";
}

// "in 1991" within the quote, for a replacement.
void offer_replacement(const Bench& bench, const claims::Claim& claim, const facts::Event& event, Finding& out) {
  const int year = year_of_period(claim.period);
  if (!year || claim.period.size() != 4) return;
  const std::string& language = bench.document.language;
  // "seit 1991", "1991 aufgenommen": German years stand alone, behind words that may not fit a day.
  const std::string old = (language == "de" ? "im Jahr " : "in ") + std::to_string(year), of_year = "im Jahre " + std::to_string(year);
  const std::string& found = language == "de" && claim.quote.find(of_year) != std::string::npos ? of_year : old;
  if (claim.quote.find(found) == std::string::npos) return;
  out.replaces = found;
  out.with = when_in(language, event.date);
}

// An embassy is often opened on the day, and still more often in the year, in which relations are taken up or resumed: for
// missions another act of the same date is no sign of a mix-up.
void other_kinds(const Bench& bench, const claims::Claim& claim, const EdtfDate& said, const facts::Event& right, Finding& out) {
  if (claim.kind == Kind::mission_opened || claim.kind == Kind::mission_closed) return;
  // Lists that give years alone date another act often enough; a mix-up is told only where the right day is known.
  if (!right.date.exact()) return;
  for (const std::string_view kind : {"recognition", "relations_established", "relations_resumed", "mission_opened", "independence"}) {
    if (kind == event_kind(claim.kind)) continue;
    for (const facts::Event* one : events_of(bench, kind, {})) {
      if (!one->date.overlaps(said) || (said.exact() && !one->date.exact())) continue;
      // Relations taken up again are often said to be established then: short of the first time, and not wrong.
      out.verdict = kind == "relations_resumed" ? Verdict::imprecise : Verdict::confused;
      out.reason = fmt::format("{} is the date of the {} ({}); {} are dated {}.", human_date(said), words_of(kind), human_date(one->date), words_of(event_kind(claim.kind)), human_date(right.date));
      out.evidence.push_back(say(bench, *one));
      return;
    }
  }
}

// Whether a date other than the sources' may be that of another act: of a predecessor, at another level ("legation", "full
// relations"), or one of several that the text itself tells apart.
bool may_be_another_act(const Bench& bench, const claims::Claim& claim, const EdtfDate& said, const std::vector<const facts::Event*>& events) {
  const auto existed = [&](StateId id) {
    const world::State& state = bench.context.states->state(id);
    return state.spans.empty() || said.to >= state.spans.front().from;
  };
  if (!existed(bench.facts.a) || !existed(bench.facts.b)) return true;
  for (const std::string_view word : {"legation", "full ", "Full ", "ambassador", "consul", "level", "minister", "Gesandt", "volle", "unofficial", "trade relations"}) {
    if (claim.quote.find(word) != std::string::npos) return true;
  }
  for (const claims::Claim& other : bench.claims) {
    if (other.kind != claim.kind || other.period == claim.period) continue;
    const auto date = try_parse_edtf(other.period);
    if (date && date->known() && std::any_of(events.begin(), events.end(), [&](const facts::Event* one) { return one->date.overlaps(*date); })) return true;
  }
  return false;
}

}  // namespace

void check_dates(const Bench& bench, const claims::Claim& claim, Finding& out) {
  const auto said = try_parse_edtf(claim.period);
  const bool one_sided = claim.kind == Kind::recognition || claim.kind == Kind::mission_opened || claim.kind == Kind::mission_closed;
  auto events = events_of(bench, event_kind(claim.kind), one_sided ? bench.state_of(claim.subject) : StateId{});
  if (claim.kind == Kind::mission_opened) std::erase_if(events, [](const facts::Event* one) { return one->date.text.empty(); });
  for (const facts::Event* one : events) out.beside.push_back(say(bench, *one));
  if (claim.polarity == "neg" && claim.kind == Kind::recognition) {
    // A recognition may come after the text was written, or be withdrawn: neither makes the text false for its date.
    out.verdict = events.empty() ? Verdict::unverifiable : Verdict::outdated;
    out.reason = events.empty() ? "No independent source dates a recognition; that is no proof of none." : "Independent sources date a recognition; withdrawals are not covered.";
    out.evidence = std::move(out.beside);
    out.beside.clear();
    return;
  }
  if (claim.polarity == "neg") {  // a day on which it was done says nothing of the time that the text speaks of
    out.verdict = Verdict::unverifiable;
    out.reason = events.empty() ? fmt::format("No independent source in the edition dates {}; that is no proof of none.", act_of(claim.kind)) : fmt::format("Independent sources date {}; whether that stood when the text was written is not read.", act_of(claim.kind));
    return;
  }
  if (events.empty()) {
    out.reason = fmt::format("No independent source in the edition dates {}.", act_of(claim.kind));
    show_crowd(bench, claim, said, out);
    return;
  }
  if (!said || !said->known()) {
    out.verdict = Verdict::supported;
    out.reason = "Independent sources tell it; the text gives no date.";
    out.evidence = std::move(out.beside);
    out.beside.clear();
    return;
  }
  const facts::Event* right = best_of(bench, events);
  // Openings and breaks happen more than once: the sources' one need not be the text's.
  if (claim.kind == Kind::relations_established || claim.kind == Kind::recognition || (said && right->date.overlaps(*said))) out.today = sentence(bench, claim, *right);
  for (const facts::Event* one : events) {
    if (one->date.text == right->date.text) out.bases.push_back(one->from_where.source);
  }
  // A ministry's own page is cited before a newspaper that says the same.
  std::stable_partition(out.bases.begin(), out.bases.end(), [&](SourceId id) { return bench.source(id).independence != "press"; });
  std::vector<Evidence> agreeing;
  std::size_t near = 0;
  for (const facts::Event* one : events) {
    if (one->date.overlaps(*said)) agreeing.push_back(say(bench, *one));
    const auto gap = one->date.from > said->to ? one->date.from - said->to : said->from - one->date.to;
    // A year alone is near to no day: the last of one and the first of the next are neighbours by chance.
    near += gap <= std::chrono::days(62) && one->date.to - one->date.from <= std::chrono::days(31);
  }
  if (!agreeing.empty()) {
    out.verdict = Verdict::supported;
    out.reason = said->exact() || !right->date.exact() ? "Independent sources give the same date." : fmt::format("Right; the day was {}.", human_date(right->date));
    if (said->exact()) out.today.clear();  // the text says as much, or more than the sources
    out.evidence = std::move(agreeing);
    if (out.evidence.size() < events.size()) out.reason += " Others give another date.";
    std::erase_if(out.beside, [&](const Evidence& one) { return std::any_of(out.evidence.begin(), out.evidence.end(), [&](const Evidence& used) { return used.key == one.key; }); });
    return;
  }
  // A feast is kept in the year before or after too, and may count from another act: it is never held against the text.
  if (claim.note == "anniversary") {
    const auto off = right->date.from > said->to ? right->date.from - said->to : said->from - right->date.to;
    out.verdict = off <= std::chrono::days(366) ? Verdict::supported : Verdict::unverifiable;
    out.reason = out.verdict == Verdict::supported ? fmt::format("The feast fits {}, the date that independent sources give.", human_date(right->date)) : fmt::format("Independent sources date it {}; the feast may be of another act.", human_date(right->date));
    if (out.verdict == Verdict::supported) out.evidence = std::move(out.beside), out.beside.clear();
    return;
  }
  // Openings and breaks happen more than once: another date is another event.
  const bool may_repeat = claim.kind != Kind::relations_established && claim.kind != Kind::recognition;
  other_kinds(bench, claim, *said, *right, out);
  if (out.verdict == Verdict::confused || out.verdict == Verdict::imprecise) {
    if (out.verdict == Verdict::confused) offer_replacement(bench, claim, *right, out);
    return;
  }
  if (near > 0) {
    out.verdict = Verdict::imprecise;
    out.reason = fmt::format("Independent sources give {}, within two months of what the text says.", human_date(right->date));
    offer_replacement(bench, claim, *right, out);
  } else if (may_repeat) {
    out.reason = fmt::format("Independent sources tell of {}, which may be another event.", human_date(right->date));
  } else {
    // Relations of predecessors and of governments in exile have dates of their own: only when two classes agree, or a
    // source of one of the two sides says so with its day, is the text wrong.
    const bool own_voice = std::any_of(events.begin(), events.end(), [&](const facts::Event* one) { return one->date.exact() && bench.source(one->from_where.source).independence.starts_with("official"); });
    // Whoever tells of a break or a resumption, were it a list that anybody may edit: there may be two dates.
    const bool resumed = std::any_of(bench.facts.events.begin(), bench.facts.events.end(), [](const facts::Event& one) { return one.kind == "relations_severed" || one.kind == "relations_resumed" || one.kind == "relations_suspended"; });
    if (own_voice && !resumed && !may_be_another_act(bench, claim, *said, events)) {
      out.verdict = Verdict::contradicted;
      out.reason = fmt::format("Independent sources date it {}.", human_date(right->date));
      offer_replacement(bench, claim, *right, out);
    } else {
      out.reason = fmt::format("Independent sources date it {}; whether both mean the same act is open.", human_date(right->date));
    }
  }
  out.evidence.push_back(say(bench, *right));
  std::erase_if(out.beside, [&](const Evidence& one) { return one.key != 0 && one.key == out.evidence.back().key; });
}

void check_visit(const Bench& bench, const claims::Claim& claim, Finding& out) {
  if (!claim.scope.empty()) {  // a visit of theirs somewhere else on the same days would speak for it
    out.reason = "The visit was to a third state; the facts here are of the two.";
    return;
  }
  if (claim.polarity == "neg") {
    out.reason = "Lists of visits are no proof that there was none.";
    return;
  }
  const auto said = try_parse_edtf(claim.period);
  const StateId traveller = bench.state_of(claim.subject);
  const auto last = [](std::string_view name) { return world::fold_name(name.substr(name.rfind(' ') == std::string_view::npos ? 0 : name.rfind(' ') + 1)); };
  std::vector<const facts::Event*> person_trips, hits;
  for (const facts::Event& one : bench.facts.events) {
    if (one.kind != "visit" || !bench.usable(one.from_where.source) || one.status == "planned") continue;
    if (one.actor && traveller && one.actor != traveller) continue;
    // A visit of nobody named may be anyone's: only where the office is said, and is that of the list.
    const bool same_office = claim.person.empty() && !one.office.empty() && world::fold_name(claim.quote).find(world::fold_name(one.office)) != std::string::npos;
    const bool same_person = claim.person.empty() ? same_office || one.person.empty() : (!one.person.empty() && (last(one.person) == last(claim.person) || world::fold_name(one.person) == world::fold_name(claim.person)));
    if (!same_person) continue;
    person_trips.push_back(&one);
    if (said && said->known() && one.date.known() && one.date.overlaps(*said)) hits.push_back(&one);
  }
  const auto tell = [&](const facts::Event& one) {
    return bench.evidence(fmt::format("{}: {}{}, {}", bench.source_words(one.from_where.source), one.person.empty() ? "a visit" : std::string(one.person), one.place.empty() ? "" : fmt::format(" in {}", one.place), human_date(one.date)), one.from_where);
  };
  for (const facts::Event* one : hits) out.evidence.push_back(tell(*one));
  for (const facts::Event* one : person_trips) {
    if (std::find(hits.begin(), hits.end(), one) == hits.end()) out.beside.push_back(tell(*one));
  }
  if (hits.empty()) {
    out.reason = person_trips.empty() ? "No independent source in the edition tells of this visit; visits are covered for few countries only." : "Independent sources tell of other visits of this person, not of this one.";
    return;
  }
  out.verdict = Verdict::supported;
  out.reason = "Independent sources tell of it.";
  // Several trips within what the text says: it should say which.
  std::vector<EdtfDate> finer;
  for (const facts::Event* one : hits) {
    if (one->date.text.size() <= claim.period.size() || one->date.text.find('/') != std::string::npos) continue;
    if (std::none_of(finer.begin(), finer.end(), [&](const EdtfDate& known) { return known.overlaps(one->date); })) finer.push_back(one->date);
  }
  if (finer.size() > 1) {
    out.also.push_back(Verdict::imprecise);
    out.reason = fmt::format("Independent sources tell of {} visits in {}: {} and {}.", finer.size(), claim.period, human_date(finer[0]), human_date(finer[1]));
  }
}

}  // namespace comity::audit
