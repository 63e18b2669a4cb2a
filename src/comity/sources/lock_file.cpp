#include "comity/sources/lock_file.hpp"

#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"

namespace comity::sources {
namespace {

constexpr std::string_view heading = "# file\tsha256\tbytes\tdate\tetag\turl";

std::vector<std::string_view> cut(std::string_view line) {
  std::vector<std::string_view> out;
  for (;;) {
    const auto tab = line.find('\t');
    out.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return out;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

LockFile::LockFile(std::filesystem::path file) : file_(std::move(file)) {
  if (!std::filesystem::exists(file_)) return;
  const std::string text = read_file(file_);
  std::size_t number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto fields = cut(line);
    LockedFile locked;
    if (fields.size() == 6) {
      std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), locked.bytes);
      locked.sha256 = fields[1];
      locked.date = fields[3];
      locked.mark = fields[4];
      locked.url = fields[5];
    }
    if (fields.size() != 6 || locked.sha256.size() != 64) {
      throw DataError(fmt::format("{}, line {}: not a line of a lock file: {}", file_.string(), number, line.substr(0, 80)), "Mend the line or take it out; its file is then loaded again.");
    }
    files_[std::string(fields[0])] = std::move(locked);
  }
}

const LockedFile* LockFile::find(const std::string& path) const {
  const auto it = files_.find(path);
  return it == files_.end() ? nullptr : &it->second;
}

void LockFile::save() const {
  std::string text(heading);
  text += '\n';
  for (const auto& [path, f] : files_) text += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", path, f.sha256, f.bytes, f.date, f.mark, f.url);
  write_file(file_, text);
}

}  // namespace comity::sources
