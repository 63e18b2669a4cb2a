#include "layers/source_tree.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

namespace comity::layers {

namespace {

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }
bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The file an #include names, with its quotes or angle brackets; empty for any other line.
std::string_view included(std::string_view line) {
  line = trimmed(line);
  if (!starts_with(line, "#")) return {};
  line = trimmed(line.substr(1));
  if (!starts_with(line, "include")) return {};
  line = trimmed(line.substr(7));
  if (line.empty()) return {};
  const auto end = line.find(line.front() == '<' ? '>' : '"', 1);
  return end == std::string_view::npos ? std::string_view{} : line.substr(0, end + 1);
}

// The line without a // comment and without what stands in string literals, good enough for our own code.
std::string code_of(std::string_view line) {
  std::string code;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (quoted && line[i] == '\\') {
      ++i;
    } else if (line[i] == '"' && (i == 0 || line[i - 1] != '\'')) {
      quoted = !quoted;
    } else if (!quoted && line.substr(i, 2) == "//") {
      break;
    } else if (!quoted) {
      code += line[i];
    }
  }
  return code;
}

bool has_word(std::string_view code, std::string_view word) {
  const auto part_of_name = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  for (auto at = code.find(word); at != std::string_view::npos; at = code.find(word, at + 1)) {
    const bool begins = at == 0 || !part_of_name(code[at - 1]) || !part_of_name(word.front());
    const auto after = at + word.size();
    const bool ends = after >= code.size() || !part_of_name(code[after]) || !part_of_name(word.back());
    if (begins && ends) return true;
  }
  return false;
}

template <typename Visit>
void each_line(const std::vector<SourceFile>& files, Visit visit) {
  for (const SourceFile& file : files) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) visit(file, i + 1, std::string_view(file.lines[i]));
  }
}

std::string breach(const SourceFile& file, std::size_t line, std::string_view what) {
  return fmt::format("{}:{}: {}", file.path, line, what);
}

}  // namespace

std::vector<SourceFile> read_source_tree(const std::filesystem::path& root) {
  std::vector<SourceFile> files;
  for (const char* top : {"src/comity", "comity", "apps", "tests", "bench", "fuzz"}) {
    if (!std::filesystem::is_directory(root / top)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
      const std::string ending = entry.path().extension().string();
      if (!entry.is_regular_file() || (ending != ".cpp" && ending != ".hpp")) continue;
      SourceFile file;
      file.path = std::filesystem::relative(entry.path(), root).generic_string();
      if (starts_with(file.path, "src/")) file.path.erase(0, 4);
      if (starts_with(file.path, "comity/")) file.room = file.path.substr(7, file.path.find('/', 7) - 7);
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) file.lines.push_back(line);
      files.push_back(std::move(file));
    }
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

RoomRules read_room_rules(const std::string& cmake_lists) {
  RoomRules rules;
  std::istringstream in(cmake_lists);
  for (std::string line; std::getline(in, line);) {
    if (!starts_with(line, "comity_room(")) continue;
    std::istringstream words(line.substr(12, line.find(')') - 12));
    std::string room, word;
    words >> room;
    rules[room].insert(room);
    for (bool rooms = false; words >> word;) {
      if (word == "ROOMS" || word == "LINK") {
        rooms = word == "ROOMS";
      } else if (rooms) {
        // The line above has been read already: what that room may know, this one may too.
        const auto known = rules.find(word);
        if (known != rules.end()) rules[room].insert(known->second.begin(), known->second.end());
        rules[room].insert(word);
      }
    }
  }
  return rules;
}

Breaches check_includes_go_one_way(const std::vector<SourceFile>& files, const RoomRules& rules) {
  Breaches breaches;
  std::set<std::string> unknown;
  each_line(files, [&](const SourceFile& file, std::size_t number, std::string_view line) {
    if (file.room.empty()) return;
    const auto rule = rules.find(file.room);
    if (rule == rules.end()) {
      if (unknown.insert(file.room).second)
        breaches.push_back(breach(file, 1, fmt::format("room {} is not named in CMakeLists.txt", file.room)));
      return;
    }
    const std::string_view name = included(line);
    if (name.empty() || name.front() != '"') return;
    if (!starts_with(name, "\"comity/")) {
      breaches.push_back(breach(file, number, fmt::format("includes {}; write \"comity/<room>/<file>.hpp\"", name)));
      return;
    }
    const std::string other(name.substr(8, name.find('/', 8) - 8));
    if (!rule->second.contains(other))
      breaches.push_back(breach(file, number, fmt::format("{} may not include {}", file.room, other)));
    if (other != file.room && name.find("/detail/") != std::string_view::npos)
      breaches.push_back(breach(file, number, fmt::format("{} is an inner part of {}", name, other)));
  });
  return breaches;
}

Breaches check_libraries_stay_in_their_room(const std::vector<SourceFile>& files) {
  struct Rule {
    std::string_view include;  // how the include begins, after its quote or bracket
    std::string_view home;     // the only place for it; empty: nowhere
    bool headers;              // may headers include it as well
  };
  static constexpr Rule kRules[] = {
      {"duckdb.hpp", "", false},           {"duckdb.h", "comity/store/", true},  {"regex>", "", false},
      {"spdlog/", "", false},              {"CLI/", "apps/cli/", true},          {"toml++/", "comity/", false},
      {"toml.hpp", "comity/", false},      {"nlohmann/json.hpp", "", false},     {"simdjson", "comity/formats/", true},
      {"Eigen/", "comity/analysis/", false}, {"curl/", "comity/fetch/", false},
      {"boost/", "apps/server/", true}, {"brotli/", "comity/server/", false}, {"zlib.h", "comity/server/", false},
      {"readstat.h", "comity/panel/", false}, {"xlsxwriter.h", "comity/panel/", false},
  };
  Breaches breaches;
  each_line(files, [&](const SourceFile& file, std::size_t number, std::string_view line) {
    const std::string_view name = included(line);
    if (name.empty() || file.path.find_first_of('/') == std::string::npos) return;
    for (const char* outside : {"tests/", "bench/", "fuzz/"}) {
      if (starts_with(file.path, outside)) return;
    }
    for (const Rule& rule : kRules) {
      if (!starts_with(name.substr(1), rule.include)) continue;
      const bool header = ends_with(file.path, ".hpp");
      const bool json = rule.include == "nlohmann/json.hpp";  // anywhere, but never in a header: it is slow to parse
      if (json ? header : rule.home.empty() || !starts_with(file.path, rule.home) || (header && !rule.headers)) {
        breaches.push_back(breach(file, number, fmt::format("includes {}; see tests/layers/source_tree.cpp for its place", name)));
      }
      break;
    }
  });
  return breaches;
}

Breaches check_headers_are_installed(const std::vector<SourceFile>& files, const std::string& packages) {
  // How a header begins → the Debian package that brings it; empty: the compiler's, the C library's, or npm's.
  static const std::pair<std::string_view, std::string_view> kHomes[] = {
      {"CLI/", "libcli11-dev"},       {"GeographicLib/", "libgeographiclib-dev"}, {"archive", "libarchive-dev"},
      {"boost/beast", "libboost1.81-dev"}, {"boost/asio", "libboost1.81-dev"}, {"brotli/", "libbrotli-dev"}, {"zlib.h", "zlib1g-dev"},
      {"curl/", "libcurl4-gnutls-dev"}, {"duckdb.h", ""},                         {"Eigen/", "libeigen3-dev"},
      {"expat.h", "libexpat1-dev"},   {"fmt/", "libfmt-dev"},
      {"freexl.h", "libfreexl-dev"},  {"gmock/", "libgmock-dev"},                 {"gtest/", "libgtest-dev"},
      {"nettle/", "nettle-dev"},      {"nlohmann/", "nlohmann-json3-dev"},        {"re2/", "libre2-dev"},
      {"simdjson.h", "libsimdjson-dev"}, {"toml++/", "libtomlplusplus-dev"},      {"unicode/", "libicu-dev"},
      {"xxhash.h", "libxxhash-dev"},  {"readstat.h", "libreadstat-dev"}, {"xlsxwriter.h", "libxlsxwriter-dev"},
      {"sys/", ""},                               {"unistd.h", ""},
      {"fcntl.h", ""},                {"fnmatch.h", ""},                          {"signal.h", ""},
      {"poll.h", ""},                 {"dirent.h", ""},                           {"termios.h", ""},
      {"netinet/", ""},               {"arpa/", ""},
      {"stdlib.h", ""},               {"string.h", ""},                           {"emmintrin.h", ""},
      {"spawn.h", ""},                {"malloc.h", ""},                           {"immintrin.h", ""},
  };
  Breaches breaches;
  each_line(files, [&](const SourceFile& file, std::size_t number, std::string_view line) {
    std::string_view name = included(line);
    if (name.empty() || name.front() != '<') return;
    name = name.substr(1, name.size() - 2);
    if (name.find_first_of("./") == std::string_view::npos) return;  // a header of the language
    const auto home = std::find_if(std::begin(kHomes), std::end(kHomes), [&](const auto& one) { return starts_with(name, one.first); });
    if (home == std::end(kHomes)) {
      breaches.push_back(breach(file, number, fmt::format("which package brings <{}>? see tests/layers/source_tree.hpp", name)));
    } else if (packages.find("\n" + std::string(home->second)) == std::string::npos) {
      breaches.push_back(breach(file, number, fmt::format("<{}> needs {} in scripts/debian-packages.txt", name, home->second)));
    }
  });
  return breaches;
}

Breaches check_library_has_no_edges(const std::vector<SourceFile>& files) {
  static constexpr std::string_view kEdges[] = {
      "std::cout",  "std::cerr",    "std::clog",         "fmt::print",   "std::puts",    "std::printf",
      "printf",     "getenv",       "setenv",            "setlocale",    "std::locale",  "system_clock::now",
      "std::time",  "time(nullptr)", "gettimeofday",     "clock_gettime", "localtime",   "std::abort",
      "std::exit",  "std::random_device",
  };
  Breaches breaches;
  each_line(files, [&](const SourceFile& file, std::size_t number, std::string_view line) {
    if (file.room.empty()) return;
    if (included(line) == "<iostream>") breaches.push_back(breach(file, number, "the library has no use for <iostream>"));
    const std::string code = code_of(line);
    for (const std::string_view edge : kEdges) {
      if (has_word(code, edge)) breaches.push_back(breach(file, number, fmt::format("{} belongs to the edges (apps/)", edge)));
    }
  });
  return breaches;
}

Breaches check_headers_say_what_they_are_for(const std::vector<SourceFile>& files) {
  Breaches breaches;
  for (const SourceFile& file : files) {
    if (file.room.empty() || !ends_with(file.path, ".hpp")) continue;
    if (file.lines.empty() || !starts_with(file.lines.front(), "//"))
      breaches.push_back(breach(file, 1, "a header begins with a comment that says what it is for"));
    if (std::none_of(file.lines.begin(), file.lines.end(), [](const auto& line) { return trimmed(line) == "#pragma once"; }))
      breaches.push_back(breach(file, 1, "#pragma once is missing"));
  }
  return breaches;
}

Breaches check_file_lengths(const std::vector<SourceFile>& files, const std::string& allowed, std::size_t limit) {
  std::map<std::string, std::string> reasons;
  Breaches breaches;
  std::istringstream in(allowed);
  for (std::string line; std::getline(in, line);) {
    if (trimmed(line).empty() || line.front() == '#') continue;
    const auto colon = line.find(':');
    const std::string reason(colon == std::string::npos ? "" : trimmed(line.substr(colon + 1)));
    if (reason.empty()) breaches.push_back(fmt::format("long_files.txt: no reason given in \"{}\"", line));
    reasons[line.substr(0, colon)] = reason;
  }
  for (const SourceFile& file : files) {
    const bool excused = reasons.erase(file.path) > 0, long_file = file.lines.size() > limit;
    if (long_file && !excused)
      breaches.push_back(fmt::format("{}: {} lines; split it, or give the reason in tests/layers/long_files.txt", file.path, file.lines.size()));
    if (excused && !long_file) breaches.push_back(fmt::format("{}: has only {} lines; take it out of long_files.txt", file.path, file.lines.size()));
  }
  for (const auto& [path, reason] : reasons) breaches.push_back(fmt::format("{}: in long_files.txt, but there is no such file", path));
  return breaches;
}

}  // namespace comity::layers
