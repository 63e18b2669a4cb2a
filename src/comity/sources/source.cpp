#include "comity/sources/source.hpp"

#include <fnmatch.h>

#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/sources/detail/toml_keys.hpp"

namespace comity::sources {
namespace {

FileDeclaration read_file_table(TomlKeys& keys) {
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

CoverageDeclaration read_coverage_table(TomlKeys& keys) {
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

GetDeclaration read_get_table(TomlKeys& keys) {
  GetDeclaration get;
  keys.required("url", get.url);
  keys.required("to", get.to);
  keys.text("unpack", get.unpack);
  keys.text("sha256", get.sha256);
  keys.number("most_mb", get.most_mb);
  keys.finish();
  if (get.to.find("..") != std::string::npos || get.to.starts_with('/')) throw DataError(fmt::format("{}: '{}' leads out of the source's folder", keys.where(), get.to));
  return get;
}

RequestDeclaration read_request_table(TomlKeys& keys) {
  RequestDeclaration out;
  out.where = keys.where();
  keys.required("provider", out.provider);
  keys.required("url", out.url);
  keys.required("to", out.to);
  keys.text("accept", out.accept);
  keys.text("form", out.form);
  keys.text("key", out.key);
  keys.text("query_file", out.query_file);
  keys.text("scheme", out.scheme);
  keys.list("reporters", out.reporters);
  keys.number("first_year", out.first_year);
  keys.number("years_a_request", out.years_a_request);
  keys.number("delay_years", out.delay_years);
  keys.number("revised_years", out.revised_years);
  keys.number("refresh_days", out.refresh_days);
  keys.text("pages_at", out.pages_at);
  keys.text("next_at", out.next_at);
  keys.text("rows_at", out.rows_at);
  keys.number("most_rows", out.most_rows);
  keys.numbers("nothing", out.nothing);
  keys.text("follow", out.follow);
  keys.text("follow_to", out.follow_to);
  keys.text("changes", out.changes);
  keys.list("steady", out.steady);
  keys.number("most_mb", out.most_mb);
  out.values = keys.lists("values");
  keys.finish();
  const auto fail = [&](const std::string& why) { throw DataError(fmt::format("{}: {}", keys.where(), why), "docs/live.md says how a request is declared."); };
  if (out.to.find("..") != std::string::npos || out.to.starts_with('/')) fail(fmt::format("'{}' leads out of the source's folder", out.to));
  if (out.key != "" && out.key != "needed" && out.key != "without") fail(fmt::format("key is '{}', neither 'needed' nor 'without'", out.key));
  if (out.years_a_request < 1) fail("years_a_request is less than one");
  if (!out.changes.empty() && (out.is_paged() || out.changes.find("{asked}") == std::string::npos)) fail("changes holds no {asked}, or the answer has pages");
  if (!out.follow.empty() && !RE2(out.follow, RE2::Quiet).ok()) fail(fmt::format("follow is '{}', which is no regular expression (RE2's form)", out.follow));
  if (!out.follow.empty() && out.is_paged()) fail("an answer that lists addresses has no pages");
  if (out.follow.empty() != out.follow_to.empty()) fail("follow and follow_to belong together");
  if (!out.follow_to.empty() && (out.follow_to.find("{name}") == std::string::npos || out.follow_to.find("..") != std::string::npos || out.follow_to.starts_with('/'))) {
    fail(fmt::format("follow_to is '{}', which holds no {{name}} or leads out of the source's folder", out.follow_to));
  }
  if (out.is_paged() && out.to.find("{page}") == std::string::npos) fail("it has pages, so 'to' must hold {page}");
  if ((out.url.find("{offset}") != std::string::npos || out.url.find("{page}") != std::string::npos) && out.pages_at.empty() && (out.rows_at.empty() || out.most_rows == 0)) {
    fail("it has pages, but neither pages_at nor rows_at with most_rows says which is the last");
  }
  return out;
}

template <class Read, class Out>
void read_each(TomlKeys& keys, const char* key, Read read, Out& out) {
  for (TomlKeys& table : keys.tables(key)) out.push_back(read(table));
}

bool has_wildcard(const std::string& path) { return path.find_first_of("*?[") != std::string::npos; }

}  // namespace

Source read_source(const std::filesystem::path& folder) {
  const auto path = folder / "source.toml";
  const std::string where = fmt::format("sources/{}/source.toml", folder.filename().string());
  TomlKeys keys = TomlKeys::parse(path, where, "docs/adding-a-source.md");
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
  read_each(keys, "file", read_file_table, source.files);
  read_each(keys, "get", read_get_table, source.gets);
  read_each(keys, "request", read_request_table, source.requests);
  read_each(keys, "coverage", read_coverage_table, source.coverage);
  keys.finish();
  if (source.id != folder.filename().string()) {
    throw DataError(fmt::format("{}: the id '{}' is not the folder's name", where, source.id), "Give both the same name.");
  }
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

std::filesystem::path load_script(const Source& source, const Places& places) {
  return source.is_document() ? places.share / "sources" / "comity_curated" / "load.sql" : source.place / "load.sql";
}

std::vector<FoundFile> find_files(const Source& source, const FileDeclaration& file, const Places& places) {
  std::filesystem::path root;
  std::string path = file.path;
  if (source.is_document()) {
    root = source.place;
  } else if (!source.shipped()) {
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
