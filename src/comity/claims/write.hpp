// Claims → JSON lines in the form of docs/claims.md, one claim a line, and for people as a table or as the text marked up.
// Pure functions to bytes; same claims, same bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "comity/claims/claim.hpp"

namespace comity::claims {

void append_jsonl(std::string& out, const Claim& claim);
// A JSON string with its quotes; broken UTF-8 becomes U+FFFD.
void append_json_text(std::string& out, std::string_view text);
// The value as a person reads it: "4 856 000 000 EUR", "81.3 percent", "decline".
std::string human_value(const Claim& claim);
// The text with its claims marked, one self-contained page.
std::string claims_page(std::string_view title, std::string_view text, std::span<const Claim> claims);
void append_html_text(std::string& out, std::string_view text);

}  // namespace comity::claims
