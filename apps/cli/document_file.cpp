#include "apps/cli/document_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fmt/format.h>

#include "apps/cli/ask_state.hpp"
#include "comity/base/error.hpp"

namespace comity::cli {

DocumentFile::DocumentFile(const std::string& path) {
  if (path == "-") {
    char buffer[1 << 16];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;) read_.append(buffer, n);
    bytes_ = read_;
    return;
  }
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw NotFound(fmt::format("{}: {}", path, std::strerror(errno)), "Give the path of a text, Markdown, HTML or wikitext file.");
  struct stat info{};
  ::fstat(descriptor, &info);
  if (S_ISDIR(info.st_mode)) {
    ::close(descriptor);
    throw DataError(fmt::format("{} is a folder", path), "Give one file; comity audit --corpus reads a folder.");
  }
  if (S_ISREG(info.st_mode) && info.st_size > 0) {
    const auto size = static_cast<std::size_t>(info.st_size);
    void* map = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (map != MAP_FAILED) {
      mapped_ = map;
      bytes_ = {static_cast<const char*>(map), size};
    }
  }
  if (!mapped_) {
    char buffer[1 << 16];
    for (ssize_t n; (n = ::read(descriptor, buffer, sizeof buffer)) > 0;) read_.append(buffer, static_cast<std::size_t>(n));
    bytes_ = read_;
  }
  ::close(descriptor);
}

DocumentFile::~DocumentFile() {
  if (mapped_) ::munmap(mapped_, bytes_.size());
}

void DocumentOptions::add_to(Arguments& arguments) {
  arguments.pair("--pair", "A B", "the two countries, where title and text do not say so", pair);
  arguments.choice("--language", "LANGUAGE", "the document's language, instead of guessing: en, de", language, {"en", "de"});
  arguments.choice("--markup", "MARKUP", "how the document is written, instead of guessing: text, markdown, html, wikitext", markup, {"text", "markdown", "html", "wikitext"});
}

claims::Extractor::Options DocumentOptions::options(const world::Register& states, const std::string& file) const {
  claims::Extractor::Options out;
  out.file_name = file == "-" ? "" : file;
  out.language = language;
  if (markup == "text") out.format = claims::Format::text;
  if (markup == "markdown") out.format = claims::Format::markdown;
  if (markup == "html") out.format = claims::Format::html;
  if (markup == "wikitext") out.format = claims::Format::wikitext;
  if (!pair.empty()) {
    const StateId a = ask_state(states, pair.front()), b = ask_state(states, pair.back());
    if (a == b) throw UsageError(fmt::format("--pair names {} twice", states.state(a).name), "Two different countries make a pair.");
    out.pair = {a, b};
  }
  return out;
}

void say_what_was_read(const std::string& file, const claims::Extractor::Result& result) {
  if (result.binary) {
    fmt::print(stderr, "{}: no text (binary data), nothing was read\n", file);
  } else if (!result.a) {
    fmt::print(stderr, "{}: no pair of countries: {}. Say which with --pair A B.\n", file, result.why_no_pair.empty() ? "the document is empty" : result.why_no_pair);
  } else if (result.sentences == 0) {
    fmt::print(stderr, "{}: the document holds no sentence\n", file);
  }
}

}  // namespace comity::cli
