#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "comity/audit/write.hpp"
#include "comity/claims/write.hpp"

namespace comity::audit {
namespace {

using claims::append_html_text;

std::string escaped(std::string_view text) {
  std::string out;
  append_html_text(out, text);
  return out;
}

// A quote of some ninety bytes, cut between characters.
std::string shortened(std::string_view quote) {
  if (quote.size() <= 90) return std::string(quote);
  std::size_t end = 87;
  while (end > 0 && (static_cast<unsigned char>(quote[end]) & 0xc0) == 0x80) --end;
  return std::string(quote.substr(0, end)) + "…";
}

std::string_view css_class(Verdict verdict) {
  constexpr std::string_view names[] = {"ok", "no", "cf", "old", "im", "un", "nc"};
  return names[static_cast<std::size_t>(verdict)];
}

// Colour never stands alone: each verdict has a mark and its word.
std::string_view mark(Verdict verdict) {
  constexpr std::string_view marks[] = {"✓", "✗", "⇄", "◷", "≈", "?", "–"};
  return marks[static_cast<std::size_t>(verdict)];
}

// Two asterisks before and behind words mean stress in plain text too, and are no part of what is said.
class Shown {
 public:
  explicit Shown(std::string_view block) {
    std::size_t marks = 0;
    for (std::size_t at = 0; (at = block.find(stress, at)) != std::string_view::npos; at += stress.size()) ++marks;
    drops_ = marks > 0 && marks % 2 == 0;
  }
  void append(std::string& out, std::string_view text) const {
    while (drops_ && !text.empty()) {
      const std::size_t at = std::min(text.find(stress), text.size());
      append_html_text(out, text.substr(0, at));
      text.remove_prefix(std::min(at + stress.size(), text.size()));
    }
    append_html_text(out, text);
  }

 private:
  static constexpr std::string_view stress = "**";
  bool drops_ = false;
};

constexpr std::string_view style = R"(<style>
:root{--ink:#1d2126;--paper:#fff;--line:#d9dde3;--soft:#5c6672;--ok:#1a7f4b;--no:#b3261e;--cf:#b3541e;--old:#7a5c00;--im:#35639c;--un:#666e78;--nc:#8a8f98}
@media(prefers-color-scheme:dark){:root{--ink:#e8eaee;--paper:#14171b;--line:#333a43;--soft:#a0a9b5;--ok:#5bc98d;--no:#ff8f86;--cf:#ffab78;--old:#e3c25a;--im:#8fb8ee;--un:#a5adb8;--nc:#8a8f98}}
*{box-sizing:border-box}body{margin:0;color:var(--ink);background:var(--paper);font:17px/1.6 Georgia,"Times New Roman",serif}
header,main{max-width:76rem;margin:0 auto;padding:1rem 1.25rem}h1{font-size:1.6rem;line-height:1.25;margin:.4em 0}
.sum{display:flex;flex-wrap:wrap;gap:.4rem .6rem;padding:0;list-style:none;font:14px/1.4 system-ui,sans-serif}.sum li{border:1px solid var(--line);border-radius:1rem;padding:.15rem .7rem}
.row{display:grid;grid-template-columns:minmax(0,38rem) minmax(16rem,1fr);gap:1.5rem;border-top:1px solid var(--line);padding:.7rem 0}
.row h2,.row h3,.row p{margin:.2em 0}aside{font:13.5px/1.45 system-ui,sans-serif;color:var(--soft)}aside a{color:inherit}
details{border-left:3px solid var(--c);padding:.1rem .6rem;margin:0 0 .45rem}summary{cursor:pointer;color:var(--ink)}summary b{color:var(--c)}details ul{margin:.3rem 0;padding-left:1.1rem}
a.c{color:inherit;text-decoration:underline;text-decoration-color:var(--c);text-decoration-thickness:3px;text-underline-offset:3px}a.c::after{content:attr(data-m);font:700 .68em system-ui,sans-serif;color:var(--c);vertical-align:super;margin-left:.1em}
a.c:focus,summary:focus{outline:2px solid var(--im);outline-offset:2px}a.c:target,details:has(:target){background:color-mix(in srgb,var(--c) 12%,transparent)}
.ok{--c:var(--ok)}.no{--c:var(--no)}.cf{--c:var(--cf)}.old{--c:var(--old)}.im{--c:var(--im)}.un{--c:var(--un)}.nc{--c:var(--nc)}
@media(max-width:52rem){.row{grid-template-columns:1fr;gap:.4rem}}
@media print{body{font-size:10.5pt}.row{display:block}details{break-inside:avoid}details>*{display:block}h1,h2,h3,.row:has(h2,h3){break-after:avoid}details::details-content{content-visibility:visible}p{orphans:3;widows:3}a{color:inherit}}
</style>)";

constexpr std::size_t most_evidence = 8;

// On paper nothing can be opened. The style alone does not do: Chromium prints what it had not drawn as if it were not there.
constexpr std::string_view script = R"js(<script>
addEventListener("beforeprint",()=>{for(const d of document.querySelectorAll("details:not([open])"))d.open=true,d.dataset.closed=""});
addEventListener("afterprint",()=>{for(const d of document.querySelectorAll("details[data-closed]"))d.open=false,delete d.dataset.closed});
</script>
)js";

// `anchored`: the text has a mark of this claim to go back to (of claims that overlap only the first has one).
void append_finding(std::string& out, const Report& report, std::size_t i, const facts::Context& context, bool anchored) {
  const Finding& finding = report.findings[i];
  const claims::Claim& claim = report.claims[finding.claim];
  const bool open = finding.verdict == Verdict::contradicted || finding.verdict == Verdict::confused || finding.verdict == Verdict::outdated;
  std::string words(name_of(finding.verdict));
  for (const Verdict also : finding.also) words += fmt::format(", {}", name_of(also));
  out += fmt::format("<details class=\"{1}\"{2}><summary><b>{3} {4}</b> {5}</summary><p id=\"f{0}\">{6}{7}</p>", i, css_class(finding.verdict), open ? " open" : "", mark(finding.verdict), words, escaped(shortened(claim.quote)), escaped(finding.reason), anchored ? fmt::format(" <a href=\"#c{}\">in the text</a>", i) : "");
  const auto list = [&](const std::vector<Evidence>& evidence, std::string_view title) {
    if (evidence.empty()) return;
    out += fmt::format("<p>{}</p><ul>", title);
    for (const Evidence& one : std::span(evidence).first(std::min(evidence.size(), most_evidence))) {
      const std::string& url = context.sources[one.source.value].url;
      const bool link = url.starts_with("http");
      out += fmt::format("<li>{}{}{} <small>{}{}</small></li>", link ? fmt::format("<a href=\"{}\">", escaped(url)) : "", escaped(one.text), link ? "</a>" : "", escaped(one.classes), one.place.empty() ? "" : " · " + escaped(one.place));
    }
    if (evidence.size() > most_evidence) out += fmt::format("<li>and {} more (all of them in the JSON)</li>", evidence.size() - most_evidence);
    out += "</ul>";
  };
  list(finding.evidence, "Evidence");
  list(finding.beside, "Beside it");
  if (!finding.arithmetic.empty()) out += fmt::format("<p>{}</p>", escaped(finding.arithmetic));
  if (!finding.tolerance.empty()) out += fmt::format("<p>Tolerance {}</p>", escaped(finding.tolerance));
  if (!finding.today.empty()) out += fmt::format("<p><b>Today:</b> {}</p>", escaped(finding.today));
  if (!finding.would_settle.empty()) out += fmt::format("<p>Would settle it: {}.</p>", escaped(finding.would_settle));
  out += "</details>\n";
}

}  // namespace

std::string html_summary(const Report& report) {
  std::string out = "<ul class=\"sum\">";
  for (std::size_t i = 0; i < verdict_count; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    if (const std::size_t n = report.count(verdict)) out += fmt::format("<li class=\"{}\">{} {} {}</li>", css_class(verdict), mark(verdict), n, name_of(verdict));
  }
  out += "</ul>";
  for (const Clash& clash : report.clashes) out += fmt::format("<p><b>The text against itself:</b> {}</p>", escaped(clash.reading));
  return out;
}

std::string html_findings(const Report& report, const facts::Context& context, std::string_view text, const std::vector<claims::Block>& blocks) {
  std::string out;
  std::size_t next = 0;
  for (const claims::Block& block : blocks) {
    const std::size_t from = next;
    std::vector<bool> anchored;
    std::string body;
    std::size_t done = block.begin;
    const Shown shown(text.substr(block.begin, block.end - block.begin));
    while (next < report.findings.size() && report.claims[report.findings[next].claim].plain.begin < block.end) {
      const claims::Claim& claim = report.claims[report.findings[next].claim];
      const std::size_t begin = std::max(claim.plain.begin, done), end = std::min(claim.plain.end, block.end);
      anchored.push_back(begin < end);
      if (begin < end) {
        shown.append(body, text.substr(done, begin - done));
        const Verdict verdict = report.findings[next].verdict;
        body += fmt::format("<a class=\"c {0}\" id=\"c{1}\" href=\"#f{1}\" data-m=\"{2}\" title=\"{3}\">", css_class(verdict), next, mark(verdict), name_of(verdict));
        shown.append(body, text.substr(begin, end - begin));
        body += "</a>";
        done = end;
      }
      ++next;
    }
    shown.append(body, text.substr(done, block.end - done));
    const std::string_view tag = block.kind == claims::Block::Kind::heading ? (block.level <= 1 ? "h2" : "h3") : "p";
    out += fmt::format("<div class=\"row\"><div><{0}>{1}{2}</{0}></div><aside>", tag, block.kind == claims::Block::Kind::item ? "• " : "", body);
    for (std::size_t i = from; i < next; ++i) append_finding(out, report, i, context, anchored[i - from]);
    out += "</aside></div>\n";
  }
  return out;
}

std::string write_html(const Report& report, const Heading& heading, const facts::Context& context, std::string_view text, const std::vector<claims::Block>& blocks) {
  std::string out = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Audit: ";
  out += escaped(heading.title.empty() ? heading.file : heading.title);
  out += "</title>";
  out += style;
  out += fmt::format("</head><body>\n<header><h1>{}</h1><p>{} and {}. {} claim{} held against edition {} of {}.</p>", escaped(heading.title.empty() ? heading.file : heading.title), escaped(heading.pair_a), escaped(heading.pair_b), report.claims.size(), report.claims.size() == 1 ? "" : "s", escaped(heading.edition), escaped(heading.edition_date));
  out += html_summary(report);
  out += "</header>\n<main>\n";
  // The title stands above already.
  std::vector<claims::Block> body(blocks);
  const auto repeats = [&](const claims::Block& block) {
    const bool claimed = std::any_of(report.claims.begin(), report.claims.end(), [&](const claims::Claim& one) { return one.plain.begin < block.end && block.begin < one.plain.end; });
    return block.kind == claims::Block::Kind::heading && !claimed && text.substr(block.begin, block.end - block.begin) == heading.title;
  };
  while (!body.empty() && repeats(body.front())) body.erase(body.begin());
  out += html_findings(report, context, text, body);
  out += "</main>\n";
  out += script;
  return out + "</body></html>\n";
}

}  // namespace comity::audit
