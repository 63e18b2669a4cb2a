// A report of an audit → JSON (with schema.org ClaimReview), text, Markdown, or one HTML page with the article marked up.
// And the article again with what is wrong replaced and what is old added to (suggest). Pure functions; same report, same bytes.
#pragma once

#include <string>
#include <string_view>

#include "comity/audit/audit.hpp"
#include "comity/claims/markup.hpp"

namespace comity::audit {

struct Heading {
  std::string file, title, pair_a, pair_b;  // names for people
  std::string edition, edition_date;
};

std::string write_json(const Report& report, const Heading& heading, const facts::Context& context);
std::string write_text(const Report& report, const Heading& heading, const facts::Context& context);
std::string write_markdown(const Report& report, const Heading& heading, const facts::Context& context);
// `text` is the plain text that the claims' `plain` ranges count.
std::string write_html(const Report& report, const Heading& heading, const facts::Context& context, std::string_view text, const std::vector<claims::Block>& blocks);
// The parts of that page, without style and script, for pages with a frame of their own: how many of each verdict, and the
// text with its findings beside it.
std::string html_summary(const Report& report);
std::string html_findings(const Report& report, const facts::Context& context, std::string_view text, const std::vector<claims::Block>& blocks);
// `original` is what the claims' start_byte and end_byte count (UTF-8). Cites only sources that may be cited.
std::string suggest(const Report& report, const facts::Context& context, std::string_view original, claims::Format format);

}  // namespace comity::audit
