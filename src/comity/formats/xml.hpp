// XML documents → records: one per element of a given name, streamed in bounded memory. Entities and external
// document types are refused. Knows no vocabulary; prefixes of names are ignored.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "comity/formats/record_reader.hpp"

namespace comity::formats {

// record_element: "iati-activity", or the end of its path where the name alone says too little ("Cube/Cube/Cube").
// Columns, each "path" or "name=path", relative to the record:
//   .            its own text              @iso         its attribute
//   title        text of a child           a/b, a/@x    deeper
//   ../@time     attribute of the element around it (../../@time: around that)
//   !            the document: member of the archive, or file name
// Text is trimmed line by line, with the text of elements inside it; what occurs several times is joined by line ends, an
// occurrence without text keeping its place; what does not occur is null. Throws NotFound, UsageError (a path that is none), DataError (not well-formed, entities, web page).
std::unique_ptr<RecordReader> open_xml_records(const std::filesystem::path& file, const std::string& record_element,
                                               const std::vector<std::string>& columns, const Limits& limits = {});

}  // namespace comity::formats
