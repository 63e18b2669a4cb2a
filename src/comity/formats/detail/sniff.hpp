// What a file is, told from its first bytes, in words for an error message: people save login pages as .csv and
// rename .xls to .xlsx. Not a detector of dialects.
#pragma once

#include <string_view>

namespace comity::formats::detail {

enum class Kind { empty, html, xml, zip, ole, pdf, gzip, zstd, bzip2, xz, tar, utf16, text };

Kind sniff(std::string_view head);             // the first few hundred bytes
std::string_view words_for(Kind kind);          // "a web page (HTML)"
bool has_name_of_tar(std::string_view name);    // .tar, .tgz, .tar.gz, .tar.zst, …

// What to do when `kind` was found where something else was expected; empty when there is nothing special to say.
std::string_view advice_for(Kind kind);

}  // namespace comity::formats::detail
