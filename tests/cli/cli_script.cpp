#include "cli/cli_script.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace comity::cli_tests {

namespace {

const char* const kNoNewline = "\\ no newline";

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

Lines split(const std::string& text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// "# exit 3" → 3; -1 for any other line.
int exit_mark(std::string_view line) {
  if (!starts_with(line, "# exit ") || line.size() == 7 || line.size() > 10) return -1;
  int code = 0;
  for (const char c : line.substr(7)) {
    if (c < '0' || c > '9') return -1;
    code = code * 10 + (c - '0');
  }
  return code;
}

void drop_separator(Lines& lines) {
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
}

class Parser {
 public:
  explicit Parser(bool markdown) { script_.markdown = markdown; }

  Script parse(const Lines& lines) {
    open(Block::Kind::kText, "", 1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (script_.markdown) {
        markdown_line(lines[i], i + 1);
      } else {
        test_line(lines[i], i + 1);
      }
    }
    close();
    return std::move(script_);
  }

 private:
  void open(Block::Kind kind, std::string argument, std::size_t line) {
    close();
    block_ = Block{};
    block_.kind = kind;
    block_.argument = std::move(argument);
    block_.line = line;
    into_ = kind == Block::Kind::kText || kind == Block::Kind::kNeeds ? nullptr : &block_.out;
  }

  void close() {
    if (!script_.markdown) {
      drop_separator(block_.err.empty() ? block_.out : block_.err);
    }
    if (!block_.raw.empty()) script_.blocks.push_back(std::move(block_));
    block_ = Block{};
  }

  void test_line(const std::string& line, std::size_t number) {
    bool content = false;
    if (starts_with(line, "$ ")) {
      open(Block::Kind::kCommand, line.substr(2), number);
    } else if (starts_with(line, "# file ")) {
      open(Block::Kind::kFile, line.substr(7), number);
    } else if (starts_with(line, "# needs ")) {
      open(Block::Kind::kNeeds, line.substr(8), number);
    } else if (block_.kind == Block::Kind::kCommand && line == "# stderr") {
      into_ = &block_.err;
    } else if (block_.kind == Block::Kind::kCommand && exit_mark(line) >= 0) {
      block_.exit = exit_mark(line);
      into_ = nullptr;
    } else {
      content = true;
    }
    if (content && into_) into_->push_back(line);
    block_.raw.push_back(line);
  }

  void markdown_line(const std::string& line, std::size_t number) {
    const bool command = fenced_ && starts_with(line, "$ ");
    if (command) {
      open(Block::Kind::kCommand, line.substr(2), number);
    } else if (fenced_ ? starts_with(line, "```") : commented_ && line == "-->") {
      open(Block::Kind::kText, "", number);
      fenced_ = commented_ = false;
    } else if (!fenced_ && line == "```console") {
      fenced_ = true;
    } else if (!fenced_ && starts_with(line, "<!-- file ")) {
      open(Block::Kind::kFile, line.substr(10), number);
      commented_ = true;
    } else if (into_) {
      into_->push_back(line);
    }
    block_.raw.push_back(line);
  }

  Script script_;
  Block block_;
  Lines* into_ = nullptr;
  bool fenced_ = false, commented_ = false;
};

// `[...]` in the pattern stands for any text.
bool line_matches(std::string_view pattern, std::string_view line) {
  const std::string_view any = "[...]";
  const auto hole = pattern.find(any);
  if (hole == std::string_view::npos) return pattern == line;
  if (!starts_with(line, pattern.substr(0, hole))) return false;
  const std::string_view rest = pattern.substr(hole + any.size());
  for (std::size_t at = hole; at <= line.size(); ++at) {
    if (line_matches(rest, line.substr(at))) return true;
  }
  return false;
}

bool matches_from(const Lines& expected, std::size_t e, const Lines& actual, std::size_t a) {
  for (; e < expected.size(); ++e, ++a) {
    if (expected[e] == "...") {
      for (std::size_t at = a; at <= actual.size(); ++at) {
        if (matches_from(expected, e + 1, actual, at)) return true;
      }
      return false;
    }
    if (a >= actual.size() || !line_matches(expected[e], actual[a])) return false;
  }
  return a == actual.size();
}

}  // namespace

Script parse_script(const std::string& text, bool markdown) { return Parser(markdown).parse(split(text)); }

Lines as_lines(const std::string& output) {
  Lines lines = split(output);
  if (!output.empty() && output.back() != '\n') lines.push_back(kNoNewline);
  return lines;
}

std::string as_text(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

bool matches(const Lines& expected, const Lines& actual) { return matches_from(expected, 0, actual, 0); }

std::string difference(const Lines& expected, const Lines& actual) {
  std::size_t same = 0;
  while (same < expected.size() && same < actual.size() && expected[same] != "..." &&
         line_matches(expected[same], actual[same])) {
    ++same;
  }
  const auto shown = [&](const Lines& lines, char sign) {
    std::string text;
    for (std::size_t i = same; i < lines.size() && i < same + 12; ++i) text += fmt::format("  {} {}\n", sign, lines[i]);
    if (lines.size() > same + 12) text += fmt::format("  {} ({} more lines)\n", sign, lines.size() - same - 12);
    return text;
  };
  return fmt::format("from line {} on (- expected, + printed):\n{}{}", same + 1, shown(expected, '-'), shown(actual, '+'));
}

Lines rewritten(const Block& block, bool markdown, const Lines& out, const Lines& err, int exit) {
  Lines lines = {"$ " + block.argument};
  const bool separated = !block.raw.empty() && block.raw.size() > 1 && block.raw.back().empty();
  const Lines& kept_out = matches(block.out, out) ? block.out : out;
  lines.insert(lines.end(), kept_out.begin(), kept_out.end());
  if (!markdown) {
    const Lines& kept_err = matches(block.err, err) ? block.err : err;
    if (!err.empty() || !kept_err.empty()) lines.push_back("# stderr");
    lines.insert(lines.end(), kept_err.begin(), kept_err.end());
    if (exit != 0) lines.push_back(fmt::format("# exit {}", exit));
  }
  if (separated) lines.push_back("");
  return lines;
}

std::string script_text(const Script& script) {
  std::string text;
  for (const Block& block : script.blocks) text += as_text(block.raw);
  return text;
}

}  // namespace comity::cli_tests
