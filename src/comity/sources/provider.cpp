#include "comity/sources/provider.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/sources/detail/toml_keys.hpp"

namespace comity::sources {
namespace {

Provider read_provider(const std::filesystem::path& file) {
  const std::string where = fmt::format("data/providers/{}", file.filename().string());
  TomlKeys keys = TomlKeys::parse(file, where, "docs/live.md");
  Provider out;
  out.id = file.stem().string();
  keys.required("title", out.title);
  keys.required("base", out.base);
  keys.required("version", out.version);
  keys.required("documentation", out.documentation);
  keys.text("accept", out.accept);
  keys.number("calls_a_minute", out.calls_a_minute);
  keys.number("calls_a_day", out.calls_a_day);
  keys.number("longest_wait", out.longest_wait);
  keys.text("key_header", out.key_header);
  keys.text("key_parameter", out.key_parameter);
  keys.text("key_terms", out.key_terms);
  keys.text("data_url", out.data_url);
  keys.text("open_dimension", out.open_dimension);
  keys.list("deviations", out.deviations);
  keys.finish();
  if (!out.base.starts_with("https://") && !out.base.starts_with("http://")) throw DataError(fmt::format("{}: base '{}' is no address of the web", where, out.base));
  if (out.base.ends_with('/')) out.base.pop_back();
  return out;
}

}  // namespace

Providers read_providers(const std::filesystem::path& folder) {
  Providers out;
  if (!std::filesystem::is_directory(folder)) return out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    Provider one = read_provider(entry.path());
    out.emplace(one.id, std::move(one));
  }
  return out;
}

}  // namespace comity::sources
