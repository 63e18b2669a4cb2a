#include "comity/formats/detail/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/serial_date.hpp"
#include "comity/formats/detail/sniff.hpp"
#include "comity/formats/detail/xml_parser.hpp"

namespace comity::formats::detail {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kMaxStrings = 1ull << 30;

int to_int(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

struct Relation {
  std::string type, target;
};

class Relations : public XmlHandler {
 public:
  std::map<std::string, Relation, std::less<>> by_id;
  void start(std::string_view name, const Attributes& attributes) override {
    if (local_name(name) != "Relationship") return;
    by_id[std::string(attributes.find("Id"))] = {std::string(attributes.find("Type")), std::string(attributes.find("Target"))};
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  const Relation* find_type(std::string_view end) const {
    for (const auto& [id, relation] : by_id) {
      if (relation.type.ends_with(end)) return &relation;
    }
    return nullptr;
  }
};

class BookPart : public XmlHandler {
 public:
  std::vector<std::pair<std::string, std::string>> sheets;  // name, relation
  bool from_1904 = false;
  void start(std::string_view name, const Attributes& attributes) override {
    const auto local = local_name(name);
    if (local == "sheet") sheets.emplace_back(attributes.find("name"), attributes.find("id"));
    if (local == "workbookPr") from_1904 = attributes.find("date1904") == "1" || attributes.find("date1904") == "true";
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

class Styles : public XmlHandler {
 public:
  std::vector<bool> dates;
  void start(std::string_view name, const Attributes& attributes) override {
    const auto local = local_name(name);
    if (local == "numFmt") own_[to_int(attributes.find("numFmtId"), -1)] = is_date_format(attributes.find("formatCode"));
    if (local == "cellXfs") inside_ = true;
    if (local == "xf" && inside_) {
      const int id = to_int(attributes.find("numFmtId"), 0);
      const auto own = own_.find(id);
      dates.push_back(own != own_.end() ? own->second : is_date_format(id));
    }
  }
  void end(std::string_view name) override {
    if (local_name(name) == "cellXfs") inside_ = false;
  }
  void text(std::string_view) override {}

 private:
  std::map<int, bool> own_;
  bool inside_ = false;
};

class Strings : public XmlHandler {
 public:
  Strings(SharedStrings& out, const std::string& file, std::uint64_t longest) : out_(out), file_(file), longest_(longest) {}
  void start(std::string_view name, const Attributes&) override {
    const auto local = local_name(name);
    if (local == "si") text_.clear();
    if (local == "rPh") ++phonetic_;
    if (local == "t") inside_ = phonetic_ == 0;
  }
  void end(std::string_view name) override {
    const auto local = local_name(name);
    if (local == "rPh") --phonetic_;
    if (local == "t") inside_ = false;
    if (local != "si") return;
    plain_.clear();
    append_unescaped(plain_, text_);
    out_.add(plain_);
    if (out_.bytes() > kMaxStrings) throw DataError(fmt::format("{}: more than {} bytes of texts", file_, kMaxStrings), "No honest workbook is so large. Check where it came from.");
  }
  void text(std::string_view piece) override {
    if (!inside_) return;
    if (text_.size() + piece.size() > longest_) throw DataError(fmt::format("{}: a text longer than {} bytes", file_, longest_), "Raise the limit on a record if the text is right.");
    text_ += piece;
  }

 private:
  SharedStrings& out_;
  const std::string& file_;
  std::uint64_t longest_;
  std::string text_, plain_;
  int phonetic_ = 0;
  bool inside_ = false;
};

void parse_part(const LocalFile& file, const std::string& part, XmlHandler& handler, const Limits& limits) {
  const auto source = open_bytes(file.path().string() + "!" + part, limits);
  XmlParser parser(handler, file.name() + "!" + part);
  char buffer[1 << 16];
  for (;;) {
    const std::size_t n = source->read(buffer, sizeof buffer);
    parser.feed(buffer, n, n == 0);
    if (n == 0) return;
  }
}

// "../x/./y" under "xl/" → "x/y"; an absolute target stands from the root.
std::string resolve(std::string_view folder, std::string_view target) {
  const std::string joined = target.starts_with('/') ? std::string(target.substr(1)) : std::string(folder) + std::string(target);
  return std::filesystem::path(joined).lexically_normal().string();
}

[[noreturn]] void fail_not_a_workbook(const LocalFile& file, Kind kind) {
  if (kind == Kind::ole) {
    const std::string bytes = read_file(file.path());
    std::string sign;
    for (const char c : "EncryptedPackage"sv) sign += c, sign += '\0';
    if (bytes.find(sign) != std::string::npos) {
      throw DataError(fmt::format("{}: the workbook is protected by a password", file.name()), "Open it with the password, save a copy without one, and put that in its place.");
    }
    throw DataError(fmt::format("{}: an old Excel workbook (.xls), whatever its name says", file.name()), "Read it as xls.");
  }
  throw DataError(fmt::format("{}: not an Excel workbook but {}", file.name(), words_for(kind)), std::string(advice_for(kind)));
}

}  // namespace

void append_unescaped(std::string& out, std::string_view text) {
  for (;;) {
    const auto at = text.find("_x"sv);
    if (at == std::string_view::npos || at + 7 > text.size()) break;
    unsigned code = 0;
    const char* digits = text.data() + at + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, code, 16);
    if (error != std::errc() || end != digits + 4 || text[at + 6] != '_' || code == 0 || (code >= 0xD800 && code < 0xE000)) {
      out += text.substr(0, at + 2);
      text.remove_prefix(at + 2);
      continue;
    }
    out += text.substr(0, at);
    if (code < 0x80) {
      out += char(code);
    } else if (code < 0x800) {
      out += {char(0xC0 | (code >> 6)), char(0x80 | (code & 63))};
    } else {
      out += {char(0xE0 | (code >> 12)), char(0x80 | ((code >> 6) & 63)), char(0x80 | (code & 63))};
    }
    text.remove_prefix(at + 7);
  }
  out += text;
}

Workbook read_workbook(const LocalFile& file, const Limits& limits) {
  const Kind kind = sniff(file.head());
  if (kind != Kind::zip) fail_not_a_workbook(file, kind);
  std::set<std::string> parts;
  const std::string prefix = file.path().string() + "!";
  for (const auto& part : expand_members(prefix + "*")) parts.insert(part.string().substr(prefix.size()));

  Relations root;
  if (parts.contains("_rels/.rels")) parse_part(file, "_rels/.rels", root, limits);
  const Relation* main = root.find_type("/officeDocument");
  const std::string book_part = main ? resolve("", main->target) : "xl/workbook.xml";
  if (book_part.ends_with(".bin")) throw DataError(fmt::format("{}: a binary workbook (.xlsb)", file.name()), "Save it as .xlsx and put that in its place.");
  if (!parts.contains(book_part)) {
    throw DataError(fmt::format("{}: a ZIP archive, but no Excel workbook in it", file.name()), "If the archive holds the workbook, name the member: file.zip!book.xlsx.");
  }
  BookPart book;
  parse_part(file, book_part, book, limits);
  const std::string folder = book_part.substr(0, book_part.rfind('/') + 1);
  const std::string relations_part = folder + "_rels/" + book_part.substr(folder.size()) + ".rels";
  Relations relations;
  if (parts.contains(relations_part)) parse_part(file, relations_part, relations, limits);

  Workbook out;
  out.from_1904 = book.from_1904;
  for (const auto& [name, id] : book.sheets) {
    const auto relation = relations.by_id.find(id);
    if (relation == relations.by_id.end()) throw DataError(fmt::format("{}: sheet '{}' leads nowhere", file.name(), name), "The workbook is damaged. Fetch it again.");
    if (!relation->second.type.ends_with("/worksheet")) continue;
    out.sheets.push_back({name, resolve(folder, relation->second.target)});
    if (!parts.contains(out.sheets.back().part)) {
      throw DataError(fmt::format("{}: sheet '{}' is missing from the archive", file.name(), name), "The workbook is damaged. Fetch it again.");
    }
  }
  if (out.sheets.empty()) throw DataError(fmt::format("{}: the workbook has no sheet with cells", file.name()), "Check that this is the right file.");
  if (const Relation* part = relations.find_type("/styles"); part && parts.contains(resolve(folder, part->target))) {
    Styles styles;
    parse_part(file, resolve(folder, part->target), styles, limits);
    out.date_styles = std::move(styles.dates);
  }
  if (const Relation* part = relations.find_type("/sharedStrings"); part && parts.contains(resolve(folder, part->target))) {
    Strings strings(out.strings, file.name(), limits.record_bytes);
    parse_part(file, resolve(folder, part->target), strings, limits);
  }
  return out;
}

}  // namespace comity::formats::detail
