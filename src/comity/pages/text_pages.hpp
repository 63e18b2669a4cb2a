// The pages that are mostly words or a form: about, SQL, audit, not found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comity/audit/write.hpp"
#include "comity/pages/frame.hpp"

namespace comity::pages {

struct AboutData {
  std::string program_version;
  std::size_t pairs = 0, facts = 0, sources = 0, left_out_sources = 0;
  std::string pairs_rule;      // which pairs a site has; empty on a server
};
std::string about_page(const Site& site, const AboutData& data);

// `sql` fills the form; `result` is HTML of the answer or empty.
std::string sql_page(const Site& site, std::string_view sql = {}, std::string_view result = {}, std::string_view trouble = {});

struct AuditResult {
  const audit::Report& report;
  const audit::Heading& heading;
  std::string_view text;                        // plain, what the claims' ranges count
  const std::vector<claims::Block>& blocks;
};
std::string audit_form_page(const Site& site, std::string_view trouble = {});
std::string audit_page(const Site& site, const AuditResult& result);

// `path` as asked; `suggestions` are (href below the language's root, words).
std::string not_found_page(const Site& site, std::string_view path, const std::vector<std::pair<std::string, std::string>>& suggestions = {});

}  // namespace comity::pages
