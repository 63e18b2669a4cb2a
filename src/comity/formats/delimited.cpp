#include "comity/formats/delimited.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/encoding.hpp"
#include "comity/formats/detail/names.hpp"
#include "comity/formats/detail/sniff.hpp"
#include "comity/formats/detail/splitter.hpp"

namespace comity::formats {
namespace {

using detail::Kind;
using detail::Piece;

class DelimitedReader : public RecordReader {
 public:
  DelimitedReader(const std::filesystem::path& file, const Dialect& dialect, const Limits& limits) : dialect_(dialect), file_(file.filename().string()) {
    if (const auto at = file.string().rfind('!'); at != std::string::npos) file_ = std::filesystem::path(file.string().substr(0, at)).filename().string() + file.string().substr(at);
    choose_encoding(limits, open_bytes(file, limits));
    check_head();
    for (std::size_t i = 0; i < dialect_.skip_lines; ++i) splitter_->skip_line();
    read_header();
  }

  const std::vector<std::string>& columns() const override { return columns_; }

  bool next(Record& out) override {
    if (!has_first_ && !splitter_->next(pieces_)) return false;
    has_first_ = false;
    problem_.clear();
    scratch_.clear();
    out.number = ++number_;
    out.line = pieces_.line;
    if (pieces_.unclosed) {
      add_problem(pieces_.quote_line == pieces_.line ? std::string("unclosed quote") : fmt::format("unclosed quote, opened on line {}", pieces_.quote_line));
    }
    if (pieces_.nul) add_problem("NUL byte");
    if (pieces_.behind_quote) add_problem("text behind a closing quote");
    const Treatment treatment = pieces_.high ? treat() : Treatment::none;
    scratch_.reserve(3 * pieces_.raw.size() * 2 + 64);  // the views into it must not move
    if (dialect_.trailing_delimiter && pieces_.fields.size() == columns_.size() + 1 && is_empty(pieces_.fields.back())) pieces_.fields.pop_back();
    fill_fields(out, treatment);
    out.raw = pieces_.raw;
    if (treatment != Treatment::none) {
      raw_.clear();
      convert(raw_, pieces_.raw, treatment);
      out.raw = raw_;
    }
    out.problem = problem_;
    return true;
  }

 private:
  enum class Treatment { none, table, repair };

  void choose_encoding(const Limits& limits, std::unique_ptr<BytesSource> source) {
    std::string name = dialect_.encoding;
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    if (const auto bar = name.find('|'); bar != std::string::npos) {
      if (name.substr(0, bar) != "utf-8") throw DataError(fmt::format("{}: a mixture of encodings must begin with utf-8, not '{}'", file_, name), "Write utf-8|cp1252, for example.");
      table_ = detail::SingleByteEncoding::try_make(name.substr(bar + 1), file_);
      if (!table_) throw DataError(fmt::format("{}: '{}' is no single-byte encoding", file_, name.substr(bar + 1)), "Behind utf-8| stands a name such as cp1252 or cp1251.");
      mixed_ = true;
    } else if (name != "utf-8" && name != "utf8") {
      table_ = detail::SingleByteEncoding::try_make(name, file_);
      if (!table_) {
        source = detail::make_transcoder(std::move(source), name, file_);
        transcoded_ = true;
      }
    }
    splitter_ = std::make_unique<detail::Splitter>(
        std::move(source),
        detail::SplitOptions{dialect_.delimiter, dialect_.quote, dialect_.comment, dialect_.trim, dialect_.quoted_lines, limits.record_bytes}, file_);
  }

  void check_head() {
    const std::string_view head = splitter_->head();
    const Kind kind = detail::sniff(head);
    if (kind != Kind::text && kind != Kind::tar && !(kind == Kind::xml && dialect_.delimiter == '<')) {
      const std::string what = kind == Kind::empty   ? fmt::format("{}: the file is empty", file_)
                               : kind == Kind::utf16 ? fmt::format("{}: UTF-16, but declared as {}", file_, dialect_.encoding)
                                                     : fmt::format("{}: not delimited text but {}", file_, detail::words_for(kind));
      throw DataError(what, std::string(detail::advice_for(kind)));
    }
    if (head.starts_with("\xef\xbb\xbf")) splitter_->skip_bytes(3);
  }

  void read_header() {
    if (dialect_.header_row == 0) {
      columns_ = dialect_.columns_expected;
      if (columns_.empty() && splitter_->next(pieces_)) {
        has_first_ = true;
        std::size_t count = pieces_.fields.size();
        if (dialect_.trailing_delimiter && count > 1 && is_empty(pieces_.fields.back())) --count;
        for (std::size_t i = 0; i < count; ++i) columns_.push_back(fmt::format("column_{}", i + 1));
      }
      return;
    }
    for (std::size_t i = 0; i < dialect_.header_row; ++i) {
      if (!splitter_->next(pieces_)) {
        throw DataError(fmt::format("{}: no header, the file ends before record {}", file_, dialect_.header_row), "Check header_row and skip_lines, and whether the download is complete.");
      }
    }
    if (pieces_.unclosed) throw DataError(fmt::format("{}, line {}: unclosed quote in the header", file_, pieces_.quote_line), "Mend the header, or declare another quote character.");
    if (pieces_.nul) throw DataError(fmt::format("{}, line {}: NUL bytes in the header", file_, pieces_.line), "The file is no text, or is UTF-16: then set encoding = \"utf-16\".");
    if (dialect_.trailing_delimiter && pieces_.fields.size() > 1 && is_empty(pieces_.fields.back())) pieces_.fields.pop_back();
    const Treatment treatment = pieces_.high ? treat() : Treatment::none;
    for (const Piece& piece : pieces_.fields) columns_.push_back(text_of(piece, treatment));
    detail::make_column_names(columns_);
    detail::check_columns(columns_, dialect_.columns_expected, file_, pieces_.line, dialect_.delimiter);
  }

  // How the bytes above 0x7F of this record become UTF-8; notes what is wrong with them.
  Treatment treat() {
    if (table_ && !mixed_) return note_meaningless(), Treatment::table;
    if (detail::is_utf8(pieces_.raw)) {
      if (transcoded_ && pieces_.raw.find("\xef\xbf\xbd") != std::string_view::npos) add_problem(fmt::format("bytes that are not {}", dialect_.encoding));
      return Treatment::none;
    }
    if (mixed_) return note_meaningless(), Treatment::table;
    const std::size_t at = detail::find_invalid_utf8(pieces_.raw);
    add_problem(fmt::format("not UTF-8 (byte 0x{:02X} at {} of the record); if the file is in cp1252, declare encoding = \"cp1252\", if only some records are, \"utf-8|cp1252\"",
                            static_cast<unsigned char>(pieces_.raw[at]), at + 1));
    return Treatment::repair;
  }

  void note_meaningless() {
    const std::size_t at = table_->find_meaningless(pieces_.raw);
    if (at == pieces_.raw.size()) return;
    const auto byte = static_cast<unsigned char>(pieces_.raw[at]);
    add_problem(fmt::format("byte 0x{:02X} at {} of the record means nothing in {}", byte, at + 1, dialect_.encoding));
  }

  void convert(std::string& out, std::string_view text, Treatment treatment) const {
    if (treatment == Treatment::table) {
      table_->append(out, text);
    } else {
      detail::append_repaired_utf8(out, text);
    }
  }

  static bool is_empty(const Piece& piece) { return piece.begin == piece.end && !piece.quoted; }

  std::string_view trimmed(const Piece& piece) const {
    std::string_view text(piece.begin, std::size_t(piece.end - piece.begin));
    if (!dialect_.trim || piece.quoted) return text;
    const std::size_t from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos) return text.substr(0, 0);
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
  }

  std::string text_of(const Piece& piece, Treatment treatment) const {
    std::string plain = unquoted(trimmed(piece), piece.doubled);
    if (treatment == Treatment::none) return plain;
    std::string out;
    convert(out, plain, treatment);
    return out;
  }

  std::string unquoted(std::string_view text, bool doubled) const {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      out += text[i];
      if (doubled && text[i] == dialect_.quote) ++i;
    }
    return out;
  }

  void fill_fields(Record& out, Treatment treatment) {
    const std::size_t count = columns_.size(), have = std::min(count, pieces_.fields.size());
    out.fields.resize(count);
    out.is_null.assign(count, false);
    const bool plain = treatment == Treatment::none && !dialect_.trim && dialect_.null_text.empty();
    for (std::size_t i = 0; i < have; ++i) {
      const Piece& piece = pieces_.fields[i];
      if (plain && !piece.doubled) {
        out.fields[i] = {piece.begin, std::size_t(piece.end - piece.begin)};
        continue;
      }
      out.fields[i] = slow_field(piece, treatment);
      if (!dialect_.null_text.empty() && !piece.quoted && out.fields[i] == dialect_.null_text) out.fields[i] = {}, out.is_null[i] = true;
    }
    for (std::size_t i = have; i < count; ++i) out.fields[i] = {}, out.is_null[i] = true;
    const std::size_t found = pieces_.fields.size();
    if (found > count || (found < count && !dialect_.ragged)) {
      add_problem(fmt::format("{} field{} where the header has {}", found, found == 1 ? "" : "s", count));
    }
  }

  std::string_view slow_field(const Piece& piece, Treatment treatment) {
    std::string_view text = trimmed(piece);
    if (!piece.doubled && treatment == Treatment::none) return text;
    const std::size_t from = scratch_.size();
    if (treatment == Treatment::none) {
      scratch_ += unquoted(text, true);
    } else if (piece.doubled) {
      convert(scratch_, unquoted(text, true), treatment);
    } else {
      convert(scratch_, text, treatment);
    }
    return std::string_view(scratch_).substr(from);
  }

  void add_problem(std::string_view text) {
    if (!problem_.empty()) problem_ += "; ";
    problem_ += text;
  }

  Dialect dialect_;
  std::string file_;
  std::unique_ptr<detail::SingleByteEncoding> table_;
  bool mixed_ = false, transcoded_ = false, has_first_ = false;
  std::unique_ptr<detail::Splitter> splitter_;
  std::vector<std::string> columns_;
  detail::Pieces pieces_;
  std::uint64_t number_ = 0;
  std::string problem_, scratch_, raw_;
};

}  // namespace

std::unique_ptr<RecordReader> open_delimited(const std::filesystem::path& file, const Dialect& dialect, const Limits& limits) {
  return std::make_unique<DelimitedReader>(file, dialect, limits);
}

}  // namespace comity::formats
