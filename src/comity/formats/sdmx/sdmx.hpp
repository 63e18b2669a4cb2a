// SDMX, the standard of official statistics (ISO 17369): the whole of the library, for those who use it on its own.
//
//   auto reader = comity::formats::sdmx::open_data("exr.xml.gz");
//   while (reader->next()) use(reader->batch());               // columns, a few thousand observations at a time
//   auto table = comity::formats::sdmx::read_table("exr.csv");  // or all of them at once
//   auto structures = comity::formats::sdmx::read_structures("exr-dsd.xml");
//
// It needs the rooms base and formats, Expat, simdjson, libarchive and ICU; it knows no publisher. docs/sdmx.md.
#pragma once

#include "comity/formats/sdmx/data.hpp"       // data messages → columns
#include "comity/formats/sdmx/period.hpp"     // time periods → days
#include "comity/formats/sdmx/records.hpp"    // messages → records of text
#include "comity/formats/sdmx/structure.hpp"  // structure messages
#include "comity/formats/sdmx/values.hpp"     // missing values, statuses, lists in one text
#include "comity/formats/sdmx/write.hpp"      // columns → SDMX-CSV 2.0, SDMX-ML structure-specific; from one form to another
