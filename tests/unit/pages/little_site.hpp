// A site of two languages over a little world, whose sources write markup into every field they have.
#pragma once

#include <gtest/gtest.h>

#include "comity/pages/frame.hpp"
#include "support/page_check.hpp"
#include "support/world.hpp"

namespace comity::pages::test {

// Would open an element, leave an attribute, end a script, begin a comment, if any place let it.
inline const std::string evil = "x\"><evil onload='1'>' onmouseover='1' </script><script>alert(1)</script><!-- &lt; & {0} \xE2\x80\xA8 ]]>";

inline void poison(facts::Context& context) {
  for (auto& source : context.sources) {
    if (source.id.empty()) continue;
    for (auto* text : {&source.title, &source.publisher, &source.version, &source.licence, &source.terms, &source.citation, &source.independence, &source.derives_from, &source.as_of}) *text = evil;
    source.url = "javascript:alert(1)//" + evil;
  }
  for (auto& file : context.files) file.path = evil;
  for (auto& indicator : context.indicators) indicator.title = indicator.description = evil;
  for (auto& one : context.coverage) one.reporters = one.note = evil;
  for (auto& one : context.organizations) one.name = one.short_name = evil;
  context.edition = context.edition_date = evil;
}

struct LittleSite {
  comity::test::World world;
  Words words;
  StateNames names;
  Site site;

  explicit LittleSite(std::string_view text, bool has_server = true, const char* language = "en")
      : world(text), words(Words::load(COMITY_SOURCE_DIR "/data", language)), names(*world.context().states, nullptr, language), site{words, names, world.context()} {
    site.has_server = has_server;
    site.styles = {"comity.css"};
    site.scripts = {"comity.js"};
  }
  StateId state(std::string_view key) const { return world.state(key); }
};

inline void expect_sound(const std::string& page, const std::string& what) {
  const auto check = comity::test::check_page(page);
  for (const auto& trouble : check.troubles) ADD_FAILURE() << what << ": " << trouble;
  EXPECT_TRUE(page.starts_with("<!doctype html>\n<html lang=")) << what;
  EXPECT_TRUE(check.ids.contains("main")) << what;
  EXPECT_TRUE(check.elements.contains("h1")) << what;
}

}  // namespace comity::pages::test
