// A source of data as its folder sources/<id>/ declares it: who publishes it, under what terms, how far it reaches, and
// in which dialect its files are written (source.toml); how its records become facts (load.sql). See docs/adding-a-source.md.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "comity/formats/record_reader.hpp"
#include "comity/sources/request.hpp"

namespace comity::sources {

// One [[file]] of source.toml: a name for load.sql, where it is, and how to read it.
struct FileDeclaration {
  std::string name;
  std::string path;      // relative to the source's folder; wildcards and "archive!member" allowed
  std::string format;    // delimited, xlsx_cells, xlsx_rows, xls_cells, xls_rows, json, xml, sdmx, sdmx_structure
  // delimited
  char delimiter = ',', quote = '"';
  std::string encoding = "utf-8", null_text;
  std::size_t header_row = 1, skip_lines = 0;
  std::vector<std::string> columns;
  bool trailing_delimiter = false, trim = false, ragged = false;
  // workbooks
  std::string sheet;
  // JSON and XML
  std::string pointer, explode, record_element;
  std::string structure;  // SDMX: the file with the data structure, relative to the source's folder; may be empty
  bool optional = false;  // may be missing in a mirror
};

// One [[coverage]]: what the source claims to hold.
struct CoverageDeclaration {
  std::string indicator;  // an indicator, or "events:visit", "missions", "agreements:…"
  int from_year = 0, to_year = 0;  // to_year of a live source may be 0 in source.toml: the year of its newest answer
  std::string reporters = "all";
  std::string blank = "not_covered", zero = "true_zero";
  bool covers_breaks = false;
  std::string note;
};

// One [[get]] of source.toml: where a file comes from.
struct GetDeclaration {
  std::string url;     // the publisher's own address, http or https
  std::string to;      // the file in the source's folder
  std::string unpack;  // the answer is an archive: the member that becomes the file; empty: it is the file
  std::string sha256;  // of the answer; empty: the publisher revises in place
  unsigned most_mb = 0;  // longest answer in MiB; 0 = the usual bound
};

struct Source {
  std::string id;
  std::string folder;     // in the mirror; empty = shipped with Comity (paths begin with data/ or packages/)
  std::string title, publisher, version, as_of, licence, terms, citation, url;
  std::string role = "facts";
  std::string independence;  // class
  std::string derives_from;
  bool redistributable = false, citable = true;
  std::vector<FileDeclaration> files;
  std::vector<CoverageDeclaration> coverage;
  std::vector<GetDeclaration> gets;
  std::vector<RequestDeclaration> requests;  // what is asked of a live interface
  std::string by_hand;          // what a person must do to get the files, where no program may: a sentence or two
  std::filesystem::path place;  // sources/<id>

  bool shipped() const { return folder.empty(); }
  bool live() const { return !requests.empty(); }
  // Samples of a format, data for estimation and what a document says are read and counted; nothing is derived from them
  // (rules 9 and 10).
  bool speaks() const { return role != "fixture" && role != "estimation" && role != "document"; }
  // A user's document (comity claims --add): its tables lie in its own folder, in the form of data/curated/.
  bool is_document() const { return role == "document"; }
};

// Throws DataError with file and line: a missing key, an unknown one, an id that is not its folder's name.
Source read_source(const std::filesystem::path& folder);
// Every folder of sources/, sorted by id.
std::vector<Source> read_sources(const std::filesystem::path& sources_folder);

// Where things are; the edges know, the library is told.
struct Places {
  std::filesystem::path share;     // holds data/, sources/ and derive/
  std::filesystem::path packages;  // node_modules
  std::filesystem::path mirror;    // COMITY_DATA_DIR; empty = none
  std::filesystem::path documents; // what comity claims --add has left, a folder a document; empty = none
};

// The SQL that turns the source's records into facts: its own load.sql; for a document that of the curated tables.
std::filesystem::path load_script(const Source& source, const Places& places);

// The files on disk behind a declaration, as (name shown, path to open), sorted. Empty when none is there.
struct FoundFile {
  std::string shown;
  std::filesystem::path path;
};
std::vector<FoundFile> find_files(const Source& source, const FileDeclaration& file, const Places& places);
// Whether all that the source needs is there.
bool is_available(const Source& source, const Places& places);

std::unique_ptr<formats::RecordReader> open_declared(const FileDeclaration& file, const std::filesystem::path& path);

}  // namespace comity::sources
