// The front end inside the program. Without web/dist there is nothing to look at, and the tests say so.
#include "comity/web/assets.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "comity/base/bytes.hpp"

namespace comity::web {

TEST(WebAssets, AreSortedHashedAndNamedByTheirContent) {
  if (web_assets().empty()) GTEST_SKIP() << "web/dist is not built";
  EXPECT_TRUE(std::ranges::is_sorted(web_assets(), {}, &Asset::name));
  for (const Asset& asset : web_assets()) {
    EXPECT_EQ(sha256_of(asset.bytes), asset.hash) << asset.name;
    EXPECT_FALSE(asset.media_type.empty()) << asset.name;
    EXPECT_NE(asset.name, asset.stem) << "no hash in its name";
    EXPECT_EQ(try_find_asset(asset.name), &asset);
  }
}

TEST(WebAssets, APageFindsItsScriptAndItsStyle) {
  if (web_assets().empty()) GTEST_SKIP() << "web/dist is not built";
  const Asset* script = try_find_stem("main.js");
  const Asset* style = try_find_stem("main.css");
  ASSERT_NE(script, nullptr);
  ASSERT_NE(style, nullptr);
  EXPECT_EQ(script->media_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(style->media_type, "text/css; charset=utf-8");
}

TEST(WebAssets, AnUnknownNameIsNone) {
  EXPECT_EQ(try_find_asset("../etc/passwd"), nullptr);
  EXPECT_EQ(try_find_asset(""), nullptr);
  EXPECT_EQ(try_find_stem("none.js"), nullptr);
}

}  // namespace comity::web
