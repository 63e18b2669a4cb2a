// A text about two countries, audited against a little world.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "comity/audit/write.hpp"
#include "comity/claims/extract.hpp"
#include "support/world.hpp"

namespace comity::audit {

inline const claims::Extractor& extractor() {
  static const claims::Extractor one(COMITY_SOURCE_DIR "/data", world::Resolver::make(world::Register::load(COMITY_SOURCE_DIR "/data"), COMITY_SOURCE_DIR "/data", COMITY_PARTS));
  return one;
}

inline Report audit_text(std::string_view text, const test::World& world, const Document& document = {"An article on two countries", "article.txt"}) {
  claims::Extractor::Options options;
  options.pair = {world.facts().a, world.facts().b};
  return check(extractor().extract(text, options).claims, world.facts(), world.context(), document);
}

// The one finding of a text with one claim.
inline Finding one(std::string_view text, std::string_view world_text) {
  const test::World world(world_text);
  const Report report = audit_text(text, world);
  EXPECT_EQ(report.findings.size(), 1u) << text;
  return report.findings.empty() ? Finding{} : report.findings[0];
}

// The one finding of a claim made by hand, where no sentence is in question.
inline Finding finding_of(claims::Claim claim, std::string_view world_text) {
  const test::World world(world_text);
  return check({std::move(claim)}, world.facts(), world.context(), {"An article on two countries", "article.txt"}).findings[0];
}

// Figures print with no-break blanks; tests are easier to read without.
inline std::string spaced(std::string text) {
  for (const std::string_view blank : {"\xc2\xa0", "\xe2\x80\xaf"}) {
    for (std::size_t at; (at = text.find(blank)) != std::string::npos;) text.replace(at, blank.size(), " ");
  }
  return text;
}

}  // namespace comity::audit
