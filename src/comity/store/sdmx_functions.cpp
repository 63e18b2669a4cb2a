#include "comity/store/sdmx_functions.hpp"

#include "comity/formats/bytes_source.hpp"
#include "comity/formats/sdmx/records.hpp"
#include "comity/store/record_functions.hpp"

namespace comity::store {
namespace {

class Files : public RecordCatalog {
 public:
  std::vector<std::string> files(const std::string& name) override {
    std::vector<std::string> out;
    for (const auto& one : formats::expand_members(name)) out.push_back(one.string());
    return out;
  }
  void counted(const std::string&, const formats::RecordReader&, std::uint64_t) override {}
};

class DataFiles : public Files {
 public:
  std::unique_ptr<formats::RecordReader> open(const std::string&, const std::string& file) override { return formats::sdmx::open_sdmx_records(file); }
  std::unique_ptr<formats::RecordReader> open(const std::string& name, const std::string& file, const std::string& structure) override {
    if (structure.empty()) return open(name, file);
    return formats::sdmx::open_sdmx_records(file, std::vector<std::filesystem::path>{structure});
  }
};

class StructureFiles : public Files {
 public:
  std::unique_ptr<formats::RecordReader> open(const std::string&, const std::string& file) override { return formats::sdmx::open_sdmx_structure_records(file); }
};

}  // namespace

void register_sdmx_functions(Connection& connection) {
  static DataFiles data;
  static StructureFiles structures;
  register_record_function(connection, data, "read_sdmx");
  register_record_function(connection, structures, "sdmx_structure");
}

}  // namespace comity::store
