#include <fmt/format.h>

#include "comity/audit/write.hpp"
#include "comity/base/number.hpp"
#include "comity/claims/write.hpp"

namespace comity::audit {
namespace {

using claims::append_json_text;

void field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += ",\"";
  out += name;
  out += "\":";
  append_json_text(out, value);
}

void evidence(std::string& out, std::string_view name, const std::vector<Evidence>& list, const facts::Context& context) {
  if (list.empty()) return;
  out += ",\"";
  out += name;
  out += "\":[";
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Evidence& one = list[i];
    const facts::Source& source = context.sources[one.source.value];
    out += i ? ",{\"text\":" : "{\"text\":";
    append_json_text(out, one.text);
    field(out, "source", source.id);
    field(out, "class", one.classes);
    if (!one.place.empty()) field(out, "place", one.place);
    field(out, "url", source.url);
    if (one.key) out += fmt::format(",\"fact\":\"{:016x}\"", one.key);
    out += '}';
  }
  out += ']';
}

// schema.org's ratings go from 1 (false) to 5 (true).
int rating(Verdict verdict) {
  switch (verdict) {
    case Verdict::supported: return 5;
    case Verdict::outdated: case Verdict::imprecise: return 4;
    case Verdict::confused: return 2;
    case Verdict::contradicted: return 1;
    default: return 0;
  }
}

void claim_review(std::string& out, const Heading& heading, const claims::Claim& claim, const Finding& finding) {
  const int value = rating(finding.verdict);
  if (value == 0) return;
  out += ",\"review\":{\"@context\":\"https://schema.org\",\"@type\":\"ClaimReview\",\"claimReviewed\":";
  append_json_text(out, claim.quote);
  out += fmt::format(",\"reviewRating\":{{\"@type\":\"Rating\",\"ratingValue\":{},\"bestRating\":5,\"worstRating\":1,\"alternateName\":", value);
  append_json_text(out, name_of(finding.verdict));
  out += "},\"reviewBody\":";
  append_json_text(out, finding.reason);
  out += ",\"author\":{\"@type\":\"Organization\",\"name\":\"Comity\"}";
  field(out, "datePublished", heading.edition_date);
  out += ",\"itemReviewed\":{\"@type\":\"Claim\",\"text\":";
  append_json_text(out, claim.quote);
  out += ",\"appearance\":{\"@type\":\"CreativeWork\",\"name\":";
  append_json_text(out, heading.title.empty() ? heading.file : heading.title);
  out += "}}}";
}

}  // namespace

std::string write_json(const Report& report, const Heading& heading, const facts::Context& context) {
  std::string out = "{\"file\":";
  append_json_text(out, heading.file);
  field(out, "title", heading.title);
  out += ",\"pair\":[";
  append_json_text(out, heading.pair_a);
  out += ',';
  append_json_text(out, heading.pair_b);
  out += ']';
  field(out, "edition", heading.edition);
  field(out, "edition_date", heading.edition_date);
  out += ",\"verdicts\":{";
  for (std::size_t i = 0; i < verdict_count; ++i) out += fmt::format("{}\"{}\":{}", i ? "," : "", name_of(static_cast<Verdict>(i)), report.count(static_cast<Verdict>(i)));
  out += "},\"findings\":[";
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    const claims::Claim& claim = report.claims[finding.claim];
    std::string line;
    claims::append_jsonl(line, claim);
    if (!line.empty() && line.back() == '\n') line.pop_back();
    out += i ? ",\n{\"claim\":" : "\n{\"claim\":";
    out += line;
    out += ",\"verdict\":";
    append_json_text(out, name_of(finding.verdict));
    if (!finding.also.empty()) {
      out += ",\"also\":[";
      for (std::size_t k = 0; k < finding.also.size(); ++k) {
        if (k) out += ',';
        append_json_text(out, name_of(finding.also[k]));
      }
      out += ']';
    }
    field(out, "reason", finding.reason);
    evidence(out, "evidence", finding.evidence, context);
    evidence(out, "beside", finding.beside, context);
    field(out, "arithmetic", finding.arithmetic);
    field(out, "tolerance", finding.tolerance);
    field(out, "today", finding.today);
    field(out, "would_settle", finding.would_settle);
    claim_review(out, heading, claim, finding);
    out += '}';
  }
  out += "\n],\"clashes\":[";
  for (std::size_t i = 0; i < report.clashes.size(); ++i) {
    out += fmt::format("{}{{\"claims\":[{},{}],\"reading\":", i ? "," : "", report.clashes[i].first, report.clashes[i].second);
    append_json_text(out, report.clashes[i].reading);
    out += '}';
  }
  out += "]}\n";
  return out;
}

}  // namespace comity::audit
