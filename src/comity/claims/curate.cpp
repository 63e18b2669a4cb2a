#include "comity/claims/curate.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include <fmt/format.h>

#include "comity/base/csv_text.hpp"
#include "comity/base/number.hpp"
#include "comity/claims/write.hpp"

namespace comity::claims {
namespace {

constexpr std::string_view observations_head = "id,indicator,from_state,to_state,reporter,period,value,hedge,unit,currency,basis,origin,denominator,variant,title,claim,statement,source,locator\n";
constexpr std::string_view events_head = "id,kind,state_a,state_b,actor_state,other_state,third_state,date,person,office,host_person,place,occasion,title,detail,status,precision_note,trip,claim,statement,source,locator\n";
constexpr std::string_view missions_head = "id,sending,receiving,kind,resident,city,as_listed_on,opened,closed,name,claim,statement,source,locator\n";
constexpr std::string_view presences_head = "id,home_state,host_state,kind,name,sector,count,hedge,basis,place,as_of,status,note,claim,statement,source,locator\n";
constexpr std::string_view statements_head = "id,state_a,state_b,topic,text,period,status,claim,statement,source,locator\n";

// The tables of curated facts have a row a line.
void append_field(std::string& out, std::string text) {
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  append_csv(out, text);
}

void append_row(std::string& out, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const std::string_view one : fields) {
    if (!first) out += ',';
    first = false;
    append_field(out, std::string(one));
  }
  out += '\n';
}

// What every row ends with, and begins with.
struct Row {
  std::string id, number, locator;
};

class Tables {
 public:
  explicit Tables(const DocumentSource& source) : source_(source) {}

  void add(const Claim& claim, const Row& row) {
    // Denied, planned and vague things, and those of others than the two, are told and not counted.
    const bool plain = claim.status == "asserted" && claim.polarity.empty() && claim.scope.empty() && of_pair(claim);
    if (!(plain && (observation(claim, row) || event(claim, row) || mission(claim, row) || presence(claim, row)))) statement(claim, row);
  }

  std::map<std::string, std::string> take() {
    return {{"observations.csv", std::string(observations_head) + observations_},
            {"events.csv", std::string(events_head) + events_},
            {"missions.csv", std::string(missions_head) + missions_},
            {"presences.csv", std::string(presences_head) + presences_},
            {"statements.csv", std::string(statements_head) + statements_}};
  }

 private:
  static bool of_pair(const Claim& claim) {
    const auto known = [&](const std::string& code) { return code == claim.pair[0] || code == claim.pair[1]; };
    return known(claim.subject) || known(claim.object);
  }
  // Both are of the two; the other is what subject is not.
  static bool directed(const Claim& claim) {
    return (claim.subject == claim.pair[0] && claim.object == claim.pair[1]) || (claim.subject == claim.pair[1] && claim.object == claim.pair[0]);
  }

  bool observation(const Claim& claim, const Row& row) {
    if (!claim.number || !directed(claim)) return false;
    std::string_view indicator, unit, basis = "unknown";
    bool from_object = false;
    switch (claim.kind) {
      case Kind::trade_total: indicator = "goods_trade_total"; break;
      case Kind::exports: indicator = "goods_exports"; break;
      case Kind::imports: indicator = "goods_imports", from_object = true; break;
      case Kind::fdi_flow: indicator = "investment_unspecified", basis = "flow"; break;
      case Kind::fdi_stock: indicator = "investment_unspecified", basis = "stock"; break;
      case Kind::students: indicator = "students", unit = "persons"; break;
      case Kind::tourism: indicator = "tourist_arrivals", unit = "persons"; break;
      default: return false;
    }
    const bool people = !unit.empty();
    if (people ? claim.unit != "people" : claim.currency.empty() || !claim.unit.empty()) return false;
    if (!people) unit = claim.currency;
    const std::string& from = from_object ? claim.object : claim.subject;
    const std::string& to = from_object ? claim.subject : claim.object;
    append_row(observations_, {row.id, indicator, from, to, "", claim.period, exact(*claim.number), claim.hedge, unit, claim.currency, basis, "unknown", "", "", title(claim), row.number, "", source_.id, row.locator});
    return true;
  }

  bool event(const Claim& claim, const Row& row) {
    if (!directed(claim) || claim.number) return false;
    std::string_view kind;
    switch (claim.kind) {
      case Kind::relations_established: kind = "relations_established"; break;
      case Kind::relations_severed: kind = "relations_severed"; break;
      case Kind::relations_resumed: kind = "relations_resumed"; break;
      case Kind::recognition: kind = "recognition"; break;
      case Kind::visit: kind = "visit"; break;
      case Kind::treaty_signed: kind = "agreement_signed"; break;
      case Kind::mission_opened: kind = "mission_opened"; break;
      case Kind::mission_closed: kind = "mission_closed"; break;
      case Kind::initiative: kind = "initiative_launched"; break;
      default: return false;
    }
    const bool acts = claim.kind == Kind::visit || claim.kind == Kind::recognition || claim.kind == Kind::mission_opened || claim.kind == Kind::mission_closed;
    if (claim.kind == Kind::visit && claim.subject.empty()) return false;  // nobody knows who came
    append_row(events_, {row.id, kind, claim.pair[0], claim.pair[1], acts ? claim.subject : "", acts ? claim.object : "", "", claim.period, claim.person, "", claim.host, claim.place, "", title(claim), claim.note, claim.status,
                         "", "", row.number, "", source_.id, row.locator});
    return true;
  }

  bool mission(const Claim& claim, const Row& row) {
    if (claim.kind != Kind::mission || !directed(claim)) return false;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kinds = {{{"embassy", "embassy"}, {"high commission", "embassy"}, {"nunciature", "embassy"}, {"accredited", "embassy"}, {"legation", "legation"},
        {"consulate general", "consulate_general"}, {"consulate", "consulate"}, {"consular office", "consulate"}, {"honorary consulate", "honorary_consulate"}, {"interests section", "interests_section"}, {"liaison office", "liaison_office"},
        {"representative office", "representative_office"}}};
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == claim.unit; });
    if (found == kinds.end()) return false;
    append_row(missions_, {row.id, claim.subject, claim.object, found->second, claim.unit == "accredited" ? "false" : "true", claim.place, "", "", "", title(claim), row.number, "", source_.id, row.locator});
    return true;
  }

  bool presence(const Claim& claim, const Row& row) {
    const auto other = [&](const std::string& code) { return code == claim.pair[0] ? claim.pair[1] : claim.pair[0]; };
    if (claim.kind == Kind::company_count && claim.number && directed(claim)) {
      append_row(presences_, {row.id, claim.subject, claim.object, "company_count", "", "", exact(*claim.number), claim.hedge, "", claim.place, claim.period, claim.status, claim.note, row.number, "", source_.id, row.locator});
      return true;
    }
    if (claim.kind == Kind::company_presence && !claim.subject.empty()) {
      append_row(presences_, {row.id, other(claim.object), claim.object, "company", claim.subject, "", "", "", "", claim.place, claim.period, claim.status, claim.note, row.number, "", source_.id, row.locator});
      return true;
    }
    if (claim.kind == Kind::cultural_institute && directed(claim)) {
      append_row(presences_, {row.id, claim.subject, claim.object, "institute", claim.unit, "", "", "", "", claim.place, claim.period, claim.status, claim.note, row.number, "", source_.id, row.locator});
      return true;
    }
    return false;
  }

  void statement(const Claim& claim, const Row& row) {
    std::string text = title(claim);
    for (const std::string& more : {claim.place, claim.person, claim.polarity == "neg" ? std::string("denied") : claim.polarity, claim.note}) {
      if (!more.empty()) text += "; " + more;
    }
    append_row(statements_, {row.id, claim.pair[0], claim.pair[1], name_of(claim.kind), text, claim.period, claim.status, row.number, "", source_.id, row.locator});
  }

  // In our own words, from the slots: "exports, KAZ to DEU, 3900000000 USD".
  static std::string title(const Claim& claim) {
    std::string out(name_of(claim.kind));
    std::replace(out.begin(), out.end(), '_', ' ');
    if (!claim.subject.empty()) out += ", " + claim.subject;
    if (!claim.object.empty()) out += " to " + claim.object;
    for (const std::string& more : {claim.number ? exact(*claim.number) : claim.word, claim.currency.empty() ? claim.unit : claim.currency}) {
      if (!more.empty()) out += ", " + more;
    }
    return out;
  }

  const DocumentSource& source_;
  std::string observations_, events_, missions_, presences_, statements_;
};

std::string toml_text(std::string_view text) {
  std::string out;
  append_json_text(out, text);  // a JSON string is a basic string of TOML
  return out;
}

std::string declaration(const DocumentSource& source) {
  std::string out = fmt::format(
      "# Written by comity claims --add: what a document says, as facts of that document (data/curated/README.md has the columns).\n"
      "id = {}\ntitle = {}\npublisher = {}\nversion = {}\nas_of = {}\nlicence = \"unknown\"\nterms = \"Claims read out of a document; never evidence for it, and never derived from.\"\n"
      "url = {}\nrole = \"document\"\nclass = \"document\"\nderives_from = {}\nredistributable = false\ncitable = false\n",
      toml_text(source.id), toml_text(source.title.empty() ? source.name : source.title), toml_text("the document " + source.name), toml_text("SHA-256 " + source.sha256), toml_text(source.added_on),
      toml_text(source.name), toml_text("document:" + source.id.substr(std::min<std::size_t>(source.id.size(), 9))));
  for (const char* table : {"observations", "events", "missions", "presences", "statements"}) out += fmt::format("\n[[file]]\nname = \"{0}\"\npath = \"{0}.csv\"\nformat = \"delimited\"\n", table);
  return out;
}

}  // namespace

std::string document_id(std::string_view file_name) {
  const std::size_t slash = file_name.find_last_of('/');
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  if (const std::size_t dot = file_name.find_last_of('.'); dot != std::string_view::npos && dot > 0) file_name = file_name.substr(0, dot);
  std::string out = "document_";
  for (const char c : file_name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    if (letter) out += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    else if (out.back() != '_') out += '_';
    if (out.size() >= 60) break;
  }
  while (out.size() > 9 && out.back() == '_') out.pop_back();
  return out == "document_" ? "document_text" : out;
}

std::map<std::string, std::string> curated_tables(const DocumentSource& source, std::span<const Claim> claims) {
  Tables tables(source);
  std::size_t number = 0;
  for (const Claim& claim : claims) {
    ++number;
    tables.add(claim, {fmt::format("{}_{}", source.id, number), std::to_string(number), fmt::format("bytes {} to {}", claim.start_byte, claim.end_byte)});
  }
  auto out = tables.take();
  out["source.toml"] = declaration(source);
  return out;
}

}  // namespace comity::claims
