// A document's claims → tables in the form of data/curated/ with the document as their only source, for the next edition.
// What a document says stays what a document says: the source's role is `document`, so that nothing is derived from it, no
// dossier shows it and no audit holds it for evidence. Pure functions to bytes; claims without a pair of states and what the
// tables have no column for become statements in our own words. Nothing is dropped.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "comity/claims/claim.hpp"

namespace comity::claims {

// What the source is called.
struct DocumentSource {
  std::string id;        // "document_peru_norway": the folder's name
  std::string name;      // as the user called the file
  std::string title;
  std::string added_on;  // ISO day: nothing later is known from it
  std::string sha256;    // of the document's bytes
};

// "document_" and the letters and digits of a file's name without its ending, small, others as _; never longer than 60.
std::string document_id(std::string_view file_name);
// File name → content: observations.csv, events.csv, missions.csv, presences.csv, statements.csv, each with its header,
// one row a claim in the order of the text, and source.toml. Codes of states are the claims' own.
std::map<std::string, std::string> curated_tables(const DocumentSource& source, std::span<const Claim> claims);

}  // namespace comity::claims
