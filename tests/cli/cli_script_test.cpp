// The script reader itself: marks, wildcards, rewriting.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/cli_script.hpp"

namespace comity::cli_tests {

TEST(CliScript, MatchesByteForByteAndWithWildcards) {
  EXPECT_TRUE(matches({"a", "b"}, {"a", "b"}));
  EXPECT_FALSE(matches({"a", "b"}, {"a", "b", ""}));
  EXPECT_FALSE(matches({"a"}, {"a "}));
  EXPECT_TRUE(matches({"a", "...", "z"}, {"a", "b", "c", "z"}));
  EXPECT_TRUE(matches({"a", "...", "z"}, {"a", "z"}));
  EXPECT_FALSE(matches({"a", "...", "z"}, {"a", "b"}));
  EXPECT_TRUE(matches({"built in [...] s"}, {"built in 1.25 s"}));
  EXPECT_FALSE(matches({"built in [...] s"}, {"built in 1.25 min"}));
  EXPECT_FALSE(matches(as_lines("a\n"), as_lines("a")));
}

TEST(CliScript, ReadsMarksAndRewritesOnlyWhatChanged) {
  const std::string text = "# prose\n# file a.txt\nx\n\n$ one\nout\n\n$ two\n# stderr\nbad\n# exit 2\n";
  const Script script = parse_script(text, false);
  ASSERT_EQ(script.blocks.size(), 4u);
  EXPECT_EQ(script.blocks[1].argument, "a.txt");
  EXPECT_EQ(script.blocks[1].out, Lines{"x"});
  EXPECT_EQ(script.blocks[2].out, Lines{"out"});
  EXPECT_EQ(script.blocks[3].err, Lines{"bad"});
  EXPECT_EQ(script.blocks[3].exit, 2);
  EXPECT_EQ(script_text(script), text);
  EXPECT_EQ(as_text(rewritten(script.blocks[2], false, {"new"}, {}, 1)), "$ one\nnew\n# exit 1\n\n");
}

TEST(CliScript, ReadsMarkdown) {
  const std::string text = "Text\n<!-- file a.csv\n1\n-->\n```console\n$ one\nout\n\nmore\n$ two\n```\n$ not a command\n";
  const Script script = parse_script(text, true);
  EXPECT_EQ(script_text(script), text);
  std::vector<std::string> commands;
  for (const Block& block : script.blocks) {
    if (block.kind == Block::Kind::kCommand) commands.push_back(block.argument + "|" + as_text(block.out));
  }
  EXPECT_EQ(commands, (std::vector<std::string>{"one|out\n\nmore\n", "two|"}));
}

}  // namespace comity::cli_tests
