#include "comity/site/files_for_robots.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "comity/document/html.hpp"

namespace comity::site {

using pages::json_text;

std::string search_index(const world::Register& states, const world::Resolver& names, const std::vector<StateId>& countries) {
  std::string out = R"({"format":"comity-search/1","states":[)";
  bool first = true;
  for (const StateId id : countries) {
    const auto& state = states.state(id);
    std::set<std::string_view> texts;
    for (const auto& name : names.names_of(id)) {
      if (name.text != state.name) texts.insert(name.text);
    }
    out += fmt::format("{}\n{{\"key\":{},\"name\":{},\"names\":[", first ? "" : ",", json_text(state.key), json_text(state.name));
    first = false;
    bool first_name = true;
    for (const auto text : texts) {
      out += (first_name ? "" : ",") + json_text(text);
      first_name = false;
    }
    out += "]}";
  }
  return out + "]}\n";
}

namespace {

constexpr std::size_t most_addresses = 50000;

std::string sitemap(const std::string& address, std::span<const std::string> paths) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const auto& path : paths) out += fmt::format("<url><loc>{}</loc></url>\n", document::html_escaped(address + path));
  return out + "</urlset>\n";
}

}  // namespace

void write_sitemap(Folder& folder, const std::string& address, const std::vector<std::string>& paths) {
  if (paths.size() <= most_addresses) {
    folder.write("sitemap.xml", sitemap(address, paths));
    return;
  }
  std::string index = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (std::size_t first = 0, number = 1; first < paths.size(); first += most_addresses, ++number) {
    const std::string name = fmt::format("sitemap-{}.xml", number);
    folder.write(name, sitemap(address, std::span(paths).subspan(first, std::min(most_addresses, paths.size() - first))));
    index += fmt::format("<sitemap><loc>{}</loc></sitemap>\n", document::html_escaped(address + name));
  }
  folder.write("sitemap.xml", index + "</sitemapindex>\n");
}

std::string robots_text(const std::string& address) {
  return address.empty() ? "User-agent: *\nAllow: /\n" : fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", address);
}

}  // namespace comity::site
