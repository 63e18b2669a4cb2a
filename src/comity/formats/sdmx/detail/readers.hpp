// The readers of data messages, one a syntax; open_data chooses by a file's first bytes.
#pragma once

#include <filesystem>
#include <memory>

#include "comity/formats/sdmx/data.hpp"
#include "comity/formats/sdmx/detail/groups.hpp"

namespace comity::formats::sdmx::detail {

std::unique_ptr<DataReader> open_ml_data(const std::filesystem::path& file, const ReadOptions& options);
std::unique_ptr<DataReader> open_json_data(const std::filesystem::path& file, const ReadOptions& options);
std::unique_ptr<DataReader> open_csv_data(const std::filesystem::path& file, const ReadOptions& options);

// Throws DataError where there is no data and the publisher says why in the footer.
void refuse_footer_without_data(const std::vector<FooterMessage>& footer, const Counts& counts, const std::string& file);

}  // namespace comity::formats::sdmx::detail
