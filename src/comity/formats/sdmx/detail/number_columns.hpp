// Which columns of a message are its measures, where it has no OBS_VALUE and no structure is at hand: what stands behind
// the time on observations, has no id of a known attribute, and holds numbers or nothing in every row.
#pragma once

#include <string>
#include <vector>

#include "comity/formats/sdmx/data.hpp"

namespace comity::formats::sdmx::detail {

bool none_is_measure(const std::vector<Component>& components);

class NumberColumns {
 public:
  // Every batch of the message, one after the other.
  void look_at(const DataReader& reader);
  std::vector<std::string> ids(const std::vector<Component>& components) const;

 private:
  struct Seen {
    bool number = false, other = false;
    std::vector<bool> looked;          // by code
    std::uint64_t generation = 0;      // of the dictionary that the codes are of
  };
  static void look_at(Seen& seen, const Dictionary& dictionary, std::uint32_t code);

  std::vector<Seen> seen_;             // by component
};

}  // namespace comity::formats::sdmx::detail
