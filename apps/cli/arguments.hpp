// What one command takes: its options, flags and names, said once, for parsing, for help and for completion.
// CLI11 stands behind it, in arguments.cpp alone (it compiles slowly). Reads nothing but argv; every mistake of the
// caller is a UsageError that quotes the word at fault.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace comity::cli {

// One option as help and completion show it.
struct Option {
  std::string name;                  // "--format"; for a positional "NAME"
  std::string value;                 // "FORMAT"; empty for a flag
  std::string help;
  std::vector<std::string> choices;  // all it may be; empty = anything
  bool is_positional = false;
  bool is_file = false;              // completion offers files
  bool may_repeat = false;
  std::function<void(const std::vector<std::string>&)> set;
  int words = 1;                     // how many values one use of it takes (--pair A B)
};

class Arguments {
 public:
  // The words that are no options, in order. How many there must be is the command's to say, in its own words.
  void words(const char* name, const char* help, std::vector<std::string>& into);
  Option& text(const char* name, const char* value, const char* help, std::string& into);
  void choice(const char* name, const char* value, const char* help, std::string& into, std::vector<std::string> choices);
  void file(const char* name, const char* value, const char* help, std::string& into);
  void number(const char* name, const char* value, const char* help, int& into, int least, int most);
  void list(const char* name, const char* value, const char* help, std::vector<std::string>& into);
  void pair(const char* name, const char* value, const char* help, std::vector<std::string>& into);  // two words, one use
  void flag(const char* name, const char* help, bool& into);

  const std::vector<Option>& options() const { return options_; }

  // Fills what the options are bound to. False when help was asked for. Throws UsageError.
  bool parse(const std::string& command, std::span<char* const> words);

 private:
  std::vector<Option> options_;
};

// The nearest of `known` to a mistyped word; empty when none is near.
std::string nearest_word(std::string_view typed, const std::vector<std::string>& known);
// "a, b or c"
std::string or_list(const std::vector<std::string>& words);

}  // namespace comity::cli
