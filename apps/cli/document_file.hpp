// A document given on the command line: its bytes, mapped and not copied, and the options that say how it is to be read.
#pragma once

#include <string>
#include <string_view>

#include "apps/cli/arguments.hpp"
#include "comity/claims/extract.hpp"
#include "comity/claims/source_text.hpp"

namespace comity::cli {

// The bytes of a file, or of stdin for "-". Throws NotFound and DataError (a folder).
class DocumentFile {
 public:
  explicit DocumentFile(const std::string& path);
  ~DocumentFile();
  DocumentFile(const DocumentFile&) = delete;
  DocumentFile& operator=(const DocumentFile&) = delete;
  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
  std::string read_;
  void* mapped_ = nullptr;
};

// --pair A B, --language, --markup.
struct DocumentOptions {
  std::vector<std::string> pair;
  std::string language, markup;

  void add_to(Arguments& arguments);
  claims::Extractor::Options options(const world::Register& states, const std::string& file) const;
};

// A line on stderr where a document gave nothing: empty, binary, no pair, no claims.
void say_what_was_read(const std::string& file, const claims::Extractor::Result& result);

}  // namespace comity::cli
