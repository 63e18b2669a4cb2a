#include "comity/sources/live_settings.hpp"

#include "comity/base/error.hpp"
#include "comity/sources/detail/toml_keys.hpp"

namespace comity::sources {

LiveSettings read_live_settings(const std::filesystem::path& file) {
  LiveSettings out;
  if (file.empty() || !std::filesystem::exists(file)) return out;
  TomlKeys keys = TomlKeys::parse(file, file.string(), "docs/live.md");
  for (auto& [provider, values] : keys.lists("keys")) out.keys[provider] = values.empty() ? std::string() : values.front();
  keys.list("sources", out.sources);
  keys.list("reporters", out.reporters);
  keys.text("contact", out.contact);
  keys.finish();
  return out;
}

}  // namespace comity::sources
