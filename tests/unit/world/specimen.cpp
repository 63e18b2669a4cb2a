#include "unit/world/specimen.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "comity/base/error.hpp"

namespace comity::world {

Specimen::Specimen() {
  std::string name = (std::filesystem::temp_directory_path() / "comity-world-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw StoreError("cannot make " + name);
  folder_ = name;
  const std::string days = "day_from,day_to,source,locator\n";
  tables_ = {{"states.csv", "id,key,name,kind,adjective,wikidata,note,source,locator\n"},
             {"state_spans.csv", "state,day_from,day_to,basis,source,locator\n"},
             {"codes.csv", "scheme,code,state," + days},
             {"names.csv", "state,language,kind,name," + days},
             {"ambiguous_names.csv", "name,states,note,source,locator\n"},
             {"non_states.csv", "name,scheme,code,kind,of_state,note,source,locator\n"},
             {"lineage.csv", "predecessor,successor,day,kind,note,source,locator\n"},
             {"capitals.csv", "state,city,wikidata,lat,lon,timezone,day_from,day_to,role,source,locator\n"},
             {"city_names.csv", "city,wikidata,name,day_from,day_to,note,source,locator\n"},
             {"regions.csv", "region,name,scheme,parent,source,locator\n"},
             {"region_members.csv", "region,state," + days}};
  add("states.csv", "1,DEU,Germany,state,German,Q183,").add("states.csv", "2,DDR,East Germany,former,East German,Q16957,");
  add("states.csv", "3,KAZ,Kazakhstan,state,Kazakh,Q232,").add("states.csv", "7,COG,Republic of the Congo,state,Congolese,Q971,");
  add("states.csv", "8,COD,Democratic Republic of the Congo,state,Congolese,Q974,");
  add("state_spans.csv", "DEU,1949-05-23,,independence").add("state_spans.csv", "DDR,1949-10-07,1990-10-02,independence");
  add("state_spans.csv", "KAZ,1991-12-16,,independence");
  add("codes.csv", "cow,260,DEU,1949-05-23,1990-10-02").add("codes.csv", "cow,255,DEU,1990-10-03,").add("codes.csv", "cow,265,DDR,1949-10-07,1990-10-02");
  add("codes.csv", "iso3,DEU,DEU,,").add("codes.csv", "iso2,DE,DEU,,").add("codes.csv", "iso3,KAZ,KAZ,,");
}

Specimen::~Specimen() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Specimen& Specimen::add(const std::string& table, const std::string& row) {
  tables_.at(table) += row + ",own,\n";
  return *this;
}

void Specimen::write() const {
  for (const auto& [name, text] : tables_) std::ofstream(folder_ / name) << text;  // not write_file: its fsyncs take seconds
}

std::shared_ptr<const Register> Specimen::load() const {
  write();
  return Register::load(folder_);
}

std::string Specimen::complaint() const try {
  load();
  return {};
} catch (const DataError& error) {
  return error.what();
}

namespace {
std::filesystem::path data_folder() { return std::filesystem::path(COMITY_SOURCE_DIR) / "data"; }
}  // namespace

const Register& real_register() {
  static const auto states = Register::load(data_folder());
  return *states;
}

const Resolver& real_resolver() {
  static const auto resolver = Resolver::make(Register::load(data_folder()), data_folder(), COMITY_PARTS);
  return *resolver;
}

const Territories& real_territories() {
  static const auto territories = Territories::load(data_folder(), real_register());
  return *territories;
}

const Geography& real_geography() {
  static const auto geography = Geography::load(real_register(), real_territories(), data_folder(), COMITY_PARTS);
  return *geography;
}

std::filesystem::path shared_data() {
  const char* folder = std::getenv("COMITY_DATA_DIR");
  return folder ? folder : "";
}

}  // namespace comity::world
