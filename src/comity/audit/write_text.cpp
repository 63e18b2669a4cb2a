#include <algorithm>

#include <fmt/format.h>

#include "comity/audit/write.hpp"
#include "comity/claims/write.hpp"

namespace comity::audit {
namespace {

constexpr std::size_t most_beside = 6;

std::string one_line(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string verdict_words(const Finding& finding) {
  std::string out(name_of(finding.verdict));
  for (const Verdict also : finding.also) out += fmt::format(", {}", name_of(also));
  return out;
}

std::string counts(const Report& report) {
  std::string out;
  for (std::size_t i = 0; i < verdict_count; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    if (const std::size_t n = report.count(verdict)) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", n, name_of(verdict));
  }
  return out.empty() ? "no claims" : out;
}

std::string voice_and_place(const Evidence& one) { return one.place.empty() ? one.classes : fmt::format("{}; {}", one.classes, one.place); }

std::string md(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '<' || c == '|' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

}  // namespace

std::string write_text(const Report& report, const Heading& heading, const facts::Context&) {
  if (heading.pair_a.empty()) return fmt::format("{}\nNo two countries are told: nothing to hold against the edition.\n", heading.title.empty() ? heading.file : heading.title);
  std::string out = fmt::format("{}\n{} and {}: {} claim{}, {}\nedition {} of {}\n", heading.title.empty() ? heading.file : heading.title, heading.pair_a, heading.pair_b, report.claims.size(), report.claims.size() == 1 ? "" : "s", counts(report), heading.edition, heading.edition_date);
  for (const Finding& finding : report.findings) {
    const claims::Claim& claim = report.claims[finding.claim];
    out += fmt::format("\n{:<14} {} | {}\n", verdict_words(finding), claims::name_of(claim.kind), one_line(claim.quote));
    if (!finding.reason.empty()) out += fmt::format("    {}\n", finding.reason);
    for (const Evidence& one : finding.evidence) out += fmt::format("    + {} [{}]\n", one.text, voice_and_place(one));
    for (std::size_t i = 0; i < std::min(finding.beside.size(), most_beside); ++i) out += fmt::format("    · {} [{}]\n", finding.beside[i].text, voice_and_place(finding.beside[i]));
    if (finding.beside.size() > most_beside) out += fmt::format("    · and {} more\n", finding.beside.size() - most_beside);
    if (!finding.arithmetic.empty()) out += fmt::format("    = {}\n", finding.arithmetic);
    if (!finding.tolerance.empty()) out += fmt::format("    tolerance {}\n", finding.tolerance);
    if (!finding.today.empty()) out += fmt::format("    today: {}\n", finding.today);
    if (!finding.would_settle.empty()) out += fmt::format("    would settle it: {}\n", finding.would_settle);
  }
  for (const Clash& clash : report.clashes) out += fmt::format("\nthe text against itself: {}\n", clash.reading);
  return out;
}

std::string write_markdown(const Report& report, const Heading& heading, const facts::Context& context) {
  std::string out = fmt::format("# Audit: {}\n\n{} and {}; {} claim{}: {}. Edition {} of {}.\n", md(heading.title.empty() ? heading.file : heading.title), md(heading.pair_a), md(heading.pair_b), report.claims.size(), report.claims.size() == 1 ? "" : "s", counts(report), heading.edition, heading.edition_date);
  for (const Finding& finding : report.findings) {
    const claims::Claim& claim = report.claims[finding.claim];
    out += fmt::format("\n## {}: “{}”\n\n", verdict_words(finding), md(claim.quote));
    out += fmt::format("{} ({})\n", md(finding.reason), md(claims::name_of(claim.kind)));
    const auto list = [&](const std::vector<Evidence>& evidence, std::string_view mark) {
      for (const Evidence& one : evidence) {
        const std::string& url = context.sources[one.source.value].url;
        out += fmt::format("- {}{}{}{}\n", mark, md(one.text), one.place.empty() ? "" : fmt::format(" ({})", md(one.place)), url.empty() ? "" : fmt::format(" ([source](<{}>))", url));
      }
    };
    if (!finding.evidence.empty() || !finding.beside.empty()) out += '\n';
    list(finding.evidence, "");
    list(finding.beside, "beside: ");
    if (!finding.arithmetic.empty()) out += fmt::format("\n{}\n", md(finding.arithmetic));
    if (!finding.tolerance.empty()) out += fmt::format("\nTolerance {}.\n", md(finding.tolerance));
    if (!finding.today.empty()) out += fmt::format("\nToday: {}\n", md(finding.today));
    if (!finding.would_settle.empty()) out += fmt::format("\nWould settle it: {}.\n", md(finding.would_settle));
  }
  if (!report.clashes.empty()) out += "\n## The text against itself\n\n";
  for (const Clash& clash : report.clashes) out += fmt::format("- {}\n", md(clash.reading));
  return out;
}

}  // namespace comity::audit
