#include "comity/sources/source.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <set>
#include <sstream>

#include <fmt/format.h>
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"

namespace comity::sources {
namespace {

// Reads keys out of one table and remembers which, so that a misspelt one is found.
class Keys {
 public:
  Keys(const toml::table& table, std::string where) : table_(table), where_(std::move(where)) {}

  void text(const char* key, std::string& out) {
    if (const auto* node = seen(key)) {
      const auto value = node->value<std::string>();
      if (!value) fail(key, "is not a text");
      out = *value;
    }
  }
  void required(const char* key, std::string& out) {
    if (!table_.contains(key)) throw DataError(fmt::format("{}: the key '{}' is missing", where_, key), "Add it; docs/adding-a-source.md lists every key.");
    text(key, out);
  }
  void flag(const char* key, bool& out) {
    if (const auto* node = seen(key)) {
      const auto value = node->value<bool>();
      if (!value) fail(key, "is not true or false");
      out = *value;
    }
  }
  template <class Number>
  void number(const char* key, Number& out) {
    if (const auto* node = seen(key)) {
      const auto value = node->value<std::int64_t>();
      if (!value) fail(key, "is not a whole number");
      out = static_cast<Number>(*value);
    }
  }
  void character(const char* key, char& out) {
    std::string text_value(1, out);
    text(key, text_value);
    if (text_value.size() > 1) fail(key, "is more than one character");
    out = text_value.empty() ? '\0' : text_value[0];
  }
  void list(const char* key, std::vector<std::string>& out) {
    if (const auto* node = seen(key)) {
      if (!node->is_array()) fail(key, "is not a list");
      for (const auto& item : *node->as_array()) out.push_back(item.value_or(std::string()));
    }
  }
  void years(const char* key, int& from, int& to) {
    if (const auto* node = seen(key)) {
      const auto* pair = node->as_array();
      if (!pair || pair->size() != 2) fail(key, "is not [first, last]");
      from = (*pair)[0].value_or(0);
      to = (*pair)[1].value_or(0);
    }
  }
  void tables(const char* key) { seen_.insert(key); }
  void finish() {
    for (const auto& [key, node] : table_) {
      if (seen_.contains(std::string(key.str()))) continue;
      throw DataError(fmt::format("{}, line {}: unknown key '{}'", where_, node.source().begin.line, key.str()),
                      "docs/adding-a-source.md lists the keys of source.toml.");
    }
  }

 private:
  const toml::node* seen(const char* key) {
    seen_.insert(key);
    return table_.get(key);
  }
  [[noreturn]] void fail(const char* key, const char* why) const {
    throw DataError(fmt::format("{}, line {}: '{}' {}", where_, table_.get(key)->source().begin.line, key, why));
  }

  const toml::table& table_;
  std::string where_;
  std::set<std::string> seen_;
};

FileDeclaration read_file_table(const toml::table& table, const std::string& where) {
  Keys keys(table, where);
  FileDeclaration file;
  keys.required("name", file.name);
  keys.required("path", file.path);
  keys.required("format", file.format);
  keys.character("delimiter", file.delimiter);
  keys.character("quote", file.quote);
  keys.text("encoding", file.encoding);
  keys.text("null_text", file.null_text);
  keys.number("header_row", file.header_row);
  keys.number("skip_lines", file.skip_lines);
  keys.list("columns", file.columns);
  keys.flag("trailing_delimiter", file.trailing_delimiter);
  keys.flag("trim", file.trim);
  keys.flag("ragged", file.ragged);
  keys.text("sheet", file.sheet);
  keys.text("pointer", file.pointer);
  keys.text("explode", file.explode);
  keys.text("record_element", file.record_element);
  keys.text("structure", file.structure);
  keys.flag("optional", file.optional);
  keys.finish();
  return file;
}

CoverageDeclaration read_coverage_table(const toml::table& table, const std::string& where) {
  Keys keys(table, where);
  CoverageDeclaration coverage;
  keys.required("indicator", coverage.indicator);
  keys.years("years", coverage.from_year, coverage.to_year);
  keys.text("reporters", coverage.reporters);
  keys.text("blank", coverage.blank);
  keys.text("zero", coverage.zero);
  keys.flag("covers_breaks", coverage.covers_breaks);
  keys.text("note", coverage.note);
  keys.finish();
  return coverage;
}

GetDeclaration read_get_table(const toml::table& table, const std::string& where) {
  Keys keys(table, where);
  GetDeclaration get;
  keys.required("url", get.url);
  keys.required("to", get.to);
  keys.text("unpack", get.unpack);
  keys.text("sha256", get.sha256);
  keys.number("most_mb", get.most_mb);
  keys.finish();
  if (get.to.find("..") != std::string::npos || get.to.starts_with('/')) throw DataError(fmt::format("{}: '{}' leads out of the source's folder", where, get.to));
  return get;
}

template <class Read, class Out>
void read_each(const toml::table& table, const char* key, const std::string& where, Read read, Out& out) {
  const auto* list = table[key].as_array();
  if (!list) return;
  for (const auto& item : *list) {
    if (!item.is_table()) throw DataError(fmt::format("{}: {} is not a list of tables", where, key));
    out.push_back(read(*item.as_table(), fmt::format("{}, [[{}]]", where, key)));
  }
}

bool has_wildcard(const std::string& path) { return path.find_first_of("*?[") != std::string::npos; }

}  // namespace

Source read_source(const std::filesystem::path& folder) {
  const auto path = folder / "source.toml";
  const std::string where = fmt::format("sources/{}/source.toml", folder.filename().string());
  toml::table table;
  try {
    table = toml::parse_file(path.string());
  } catch (const toml::parse_error& error) {
    throw DataError(fmt::format("{}, line {}: {}", where, error.source().begin.line, error.description()), "Mend the file; it is TOML.");
  }
  Keys keys(table, where);
  Source source;
  source.place = folder;
  keys.required("id", source.id);
  keys.text("folder", source.folder);
  keys.required("title", source.title);
  keys.required("publisher", source.publisher);
  keys.required("version", source.version);
  keys.required("as_of", source.as_of);
  keys.required("licence", source.licence);
  keys.text("terms", source.terms);
  keys.text("citation", source.citation);
  keys.required("url", source.url);
  keys.required("role", source.role);
  keys.required("class", source.independence);
  keys.text("derives_from", source.derives_from);
  keys.flag("redistributable", source.redistributable);
  keys.flag("citable", source.citable);
  keys.text("by_hand", source.by_hand);
  keys.tables("get");
  keys.tables("file");
  keys.tables("coverage");
  keys.finish();
  if (source.id != folder.filename().string()) {
    throw DataError(fmt::format("{}: the id '{}' is not the folder's name", where, source.id), "Give both the same name.");
  }
  read_each(table, "file", where, read_file_table, source.files);
  read_each(table, "get", where, read_get_table, source.gets);
  read_each(table, "coverage", where, read_coverage_table, source.coverage);
  return source;
}

std::vector<Source> read_sources(const std::filesystem::path& sources_folder) {
  std::vector<Source> out;
  for (const auto& entry : std::filesystem::directory_iterator(sources_folder)) {
    if (std::filesystem::exists(entry.path() / "source.toml")) out.push_back(read_source(entry.path()));
  }
  std::ranges::sort(out, {}, &Source::id);
  return out;
}

std::vector<FoundFile> find_files(const Source& source, const FileDeclaration& file, const Places& places) {
  std::filesystem::path root;
  std::string path = file.path;
  if (!source.shipped()) {
    root = places.mirror / source.folder;
  } else if (path.starts_with("packages/")) {
    root = places.packages;
    path = path.substr(9);
  } else {
    root = places.share;
  }
  // "archive.zip!member": wildcards may stand in either part.
  const std::size_t mark = path.find('!');
  const std::filesystem::path on_disk = path.substr(0, mark);
  const std::string member = mark == std::string::npos ? std::string() : path.substr(mark + 1);
  std::vector<FoundFile> out;
  const auto add = [&](const std::filesystem::path& found) {
    const auto shown = source.shipped() ? file.path.starts_with("packages/") ? "packages/" + found.lexically_relative(root).string()
                                                                              : found.lexically_relative(root).string()
                                        : found.lexically_relative(root).string();
    if (member.empty()) return out.push_back({shown, found});
    for (const auto& one : formats::expand_members(found.string() + "!" + member)) {
      out.push_back({shown + "!" + formats::split_member(one).member, one});
    }
  };
  if (!has_wildcard(on_disk.string())) {
    if (std::filesystem::exists(root / on_disk)) add(root / on_disk);
    return out;
  }
  const auto folder = (root / on_disk).parent_path();
  if (!std::filesystem::is_directory(folder)) return out;
  std::vector<std::filesystem::path> matches;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (fnmatch(on_disk.filename().c_str(), entry.path().filename().c_str(), 0) == 0) matches.push_back(entry.path());
  }
  std::ranges::sort(matches);
  for (const auto& match : matches) add(match);
  return out;
}

bool is_available(const Source& source, const Places& places) {
  if (!source.shipped() && (places.mirror.empty() || !std::filesystem::is_directory(places.mirror / source.folder))) return false;
  return true;
}

}  // namespace comity::sources
