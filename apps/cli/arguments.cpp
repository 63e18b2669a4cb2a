#include "apps/cli/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "comity/base/error.hpp"

namespace comity::cli {

Option& Arguments::text(const char* name, const char* value, const char* help, std::string& into) {
  options_.push_back({name, value, help, {}, false, false, false, [&into](const auto& given) { into = given.back(); }});
  return options_.back();
}

void Arguments::words(const char* name, const char* help, std::vector<std::string>& into) {
  options_.push_back({name, "", help, {}, true, false, true, [&into](const auto& given) { into = given; }});
}

void Arguments::file(const char* name, const char* value, const char* help, std::string& into) {
  text(name, value, help, into).is_file = true;
}

void Arguments::choice(const char* name, const char* value, const char* help, std::string& into, std::vector<std::string> choices) {
  Option& option = text(name, value, help, into);
  option.choices = choices;
  option.set = [&into, name, choices = std::move(choices)](const auto& given) {
    if (std::ranges::find(choices, given.back()) == choices.end()) {
      throw UsageError(fmt::format("{} cannot be '{}'", name, given.back()), fmt::format("It may be {}.", or_list(choices)));
    }
    into = given.back();
  };
}

void Arguments::number(const char* name, const char* value, const char* help, int& into, int least, int most) {
  options_.push_back({name, value, help, {}, false, false, false, [=, &into](const auto& given) {
                        const std::string& text = given.back();
                        int number = 0;
                        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
                        if (problem != std::errc() || end != text.data() + text.size()) {
                          throw UsageError(fmt::format("{} needs a whole number, not '{}'", name, text));
                        }
                        if (number < least || number > most) {
                          throw UsageError(fmt::format("{} {} is out of range", name, number), fmt::format("It may be {} to {}.", least, most));
                        }
                        into = number;
                      }});
}

void Arguments::list(const char* name, const char* value, const char* help, std::vector<std::string>& into) {
  options_.push_back({name, value, help, {}, false, false, true, [&into](const auto& given) {
                        for (const std::string& one : given) {
                          for (std::size_t at = 0; at <= one.size();) {
                            const std::size_t end = std::min(one.find(',', at), one.size());
                            if (end > at) into.push_back(one.substr(at, end - at));
                            at = end + 1;
                          }
                        }
                      }});
}

void Arguments::pair(const char* name, const char* value, const char* help, std::vector<std::string>& into) {
  options_.push_back({name, value, help, {}, false, false, false, [&into](const auto& given) { into = given; }});
  options_.back().words = 2;
}

void Arguments::flag(const char* name, const char* help, bool& into) {
  options_.push_back({name, "", help, {}, false, false, false, [&into](const auto&) { into = true; }});
}

namespace {

// CLI11 says which words it could not place; a person wants to know which option was meant.
[[noreturn]] void fail_unknown(const std::string& command, const std::vector<Option>& options, const std::vector<std::string>& left) {
  std::string what;
  std::vector<std::string> known = {"--help"};
  for (const Option& option : options) {
    if (!option.is_positional) known.push_back(option.name);
  }
  const auto strange = std::ranges::find_if(left, [](const std::string& word) { return word.starts_with("-"); });
  if (strange == left.end()) what = fmt::format("'{}' is one word too many", left.empty() ? "" : left.front());
  const std::string name = strange == left.end() ? "" : strange->substr(0, strange->find('='));
  if (what.empty()) what = fmt::format("{} has no option {}", command, name);
  const std::string near = name.empty() ? "" : nearest_word(name, known);
  throw UsageError(what, fmt::format("{}See: comity {} --help", near.empty() ? "" : fmt::format("Did you mean {}? ", near), command));
}

}  // namespace

bool Arguments::parse(const std::string& command, std::span<char* const> words) {
  CLI::App app;
  app.set_help_flag();
  bool help = false;
  app.add_flag("-h,--help", help);
  std::vector<std::vector<std::string>> given(options_.size());
  std::vector<char> flags(options_.size());
  std::vector<CLI::Option*> handles;
  for (std::size_t i = 0; i < options_.size(); ++i) {
    const Option& option = options_[i];
    if (option.value.empty() && !option.is_positional) {
      handles.push_back(app.add_flag_callback(option.name, [&flags, i] { flags[i] = 1; }));
      continue;
    }
    handles.push_back(app.add_option(option.name, given[i]));
    if (option.words > 1) handles.back()->expected(option.words);
    else if (!option.is_positional) handles.back()->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ExtrasError&) {
    if (help) return false;
    fail_unknown(command, options_, app.remaining());
  } catch (const CLI::ArgumentMismatch& error) {
    throw UsageError(fmt::format("{}: a value is missing ({})", command, error.what()), fmt::format("See: comity {} --help", command));
  } catch (const CLI::Error& error) {
    throw UsageError(error.what(), fmt::format("See: comity {} --help", command));
  }
  if (help) return false;
  for (std::size_t i = 0; i < options_.size(); ++i) {
    if (flags[i] || handles[i]->count() > 0) options_[i].set(given[i]);
  }
  return true;
}

std::string nearest_word(std::string_view typed, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = typed.size() / 3 + 1;  // one slip in three letters
  for (const std::string& word : known) {
    std::vector<std::size_t> row(word.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= typed.size(); ++i) {
      std::size_t diagonal = std::exchange(row[0], i);
      for (std::size_t j = 1; j <= word.size(); ++j) {
        const std::size_t here = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (typed[i - 1] != word[j - 1])});
        diagonal = std::exchange(row[j], here);
      }
    }
    if (row.back() < least) least = row.back(), best = word;
    if (best.empty() && typed.size() >= 3 && word.starts_with(typed)) best = word;
  }
  return best;
}

std::string or_list(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

}  // namespace comity::cli
