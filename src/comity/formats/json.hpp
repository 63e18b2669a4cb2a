// JSON documents and JSON lines → records: the elements of an array, the members of an object, or one document each
// from the members of an archive; nested parts unfolded on request. Documents are in memory one at a time, JSON
// lines stream. Knows no publisher.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "comity/formats/record_reader.hpp"

namespace comity::formats {

// Columns, each "pointer" or "name=pointer" (else the column is called as its pointer reads):
//   /name/common   JSON pointer from the record; "" in "name=" is the record itself
//   *              key of the record, where records are the members of an object
//   #              position of the record in its array, from 1
//   !              the document: member of the archive, or file name
//   @/x  @*  @#  @ the same from the element that `explode` unfolds ("@": the element itself)
// Missing and null are null; a nested value comes as compact JSON; a number as the shortest text that reads back.
struct JsonShape {
  std::string pointer;               // to the array or object of records; "" = the whole document
  std::vector<std::string> columns;
  // Pointer from the record to an array or object: one record per element of it, the record's own columns repeated.
  // A token * on the way means every element; "." is the record itself. A record without it gives one with nulls.
  std::string explode;
  bool lines = false;                // one document per line; also told from .jsonl, .ndjson
};

// At `pointer`, an array gives its elements; an object gives its members if a column is "*", else it is one record; a null gives none.
// Throws NotFound, UsageError (a column that is no pointer), DataError (no JSON, web page, nothing at `pointer`,
// damaged archive). In JSON lines a bad line is a problem of its record.
std::unique_ptr<RecordReader> open_json_records(const std::filesystem::path& file, const JsonShape& shape, const Limits& limits = {});
std::unique_ptr<RecordReader> open_json_records(const std::filesystem::path& file, const std::string& pointer,
                                                const std::vector<std::string>& columns, const std::string& explode = "");

}  // namespace comity::formats
