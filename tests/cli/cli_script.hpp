// A script of commands with what they must print: tests/cli/*.test, and the ```console examples of
// docs/commands/*.md. This reads, compares and rewrites such files; run_cli_tests.cpp runs them.
//
// A .test file:                              In Markdown:
//   # Prose, up to the first mark.             <!-- file names.csv
//   # needs COMITY_DATA_DIR                    Germany
//   # file names.csv                           -->
//   Germany                                    ```console
//   $ comity resolve names.csv                 $ comity resolve names.csv
//   the whole of stdout, byte for byte         stdout and stderr as a terminal shows them
//   # stderr                                   ```
//   the whole of stderr (none: it is empty)
//   # exit 1
//
// A line `...` stands for any number of lines, `[...]` inside a line for any text. One blank line before the next
// mark only separates. Output without a last newline ends with the line `\ no newline`.
#pragma once

#include <string>
#include <vector>

namespace comity::cli_tests {

using Lines = std::vector<std::string>;

struct Block {
  enum class Kind { kText, kFile, kNeeds, kCommand };
  Kind kind = Kind::kText;
  std::size_t line = 1;  // of the file, counted from 1
  std::string argument;  // the file's name, the variable needed, or the command
  Lines raw;             // the block as it stands in the file
  Lines out;             // a file's content, or what the command prints
  Lines err;
  int exit = 0;
};

struct Script {
  bool markdown = false;  // stdout and stderr are one, and the exit code is free
  std::vector<Block> blocks;
};

Script parse_script(const std::string& text, bool markdown);

// Output as lines; see `\ no newline` above.
Lines as_lines(const std::string& output);
std::string as_text(const Lines& lines);

bool matches(const Lines& expected, const Lines& actual);

// The two side by side, from the first line that differs.
std::string difference(const Lines& expected, const Lines& actual);

// The block's lines as they would stand in the file had the command been expected to do this.
Lines rewritten(const Block& block, bool markdown, const Lines& out, const Lines& err, int exit);
std::string script_text(const Script& script);

}  // namespace comity::cli_tests
