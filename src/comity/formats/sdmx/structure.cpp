#include "comity/formats/sdmx/structure.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/formats/bytes_source.hpp"
#include "comity/formats/detail/local_file.hpp"
#include "comity/formats/detail/sniff.hpp"
#include "comity/formats/sdmx/detail/structure_readers.hpp"

namespace comity::formats::sdmx {
namespace {

// 1.10 is later than 1.9, 2.0 than 2.0-draft; "" is the latest of all, being the only one.
std::vector<std::uint64_t> numbers_of(std::string_view version) {
  std::vector<std::uint64_t> out(1);
  for (const char c : version) {
    if (c >= '0' && c <= '9') {
      out.back() = out.back() * 10 + std::uint64_t(c - '0');
    } else if (c == '.') {
      out.push_back(0);
    } else {
      break;
    }
  }
  return out;
}

// 1.2.3+: 1.2.3 or a later one of 1.2; 1.2+.3: a later one of 1; 1+.2.3: any later one; 1.*: any of 1.
bool fits(std::string_view wanted, std::string_view found) {
  if (wanted.empty() || wanted == found || wanted == "latest" || wanted == "*" || wanted == "+" || wanted == "~") return true;
  const auto mark = wanted.find_first_of("+~*");
  if (mark == std::string_view::npos) return false;
  const auto fixed = std::size_t(std::count(wanted.begin(), wanted.begin() + std::ptrdiff_t(mark), '.'));  // parts that must be the same
  std::string digits(wanted);
  std::erase_if(digits, [](char c) { return c != '.' && (c < '0' || c > '9'); });
  const auto least = numbers_of(digits), is = numbers_of(found);
  if (least.size() < fixed || is.size() < fixed || !std::equal(least.begin(), least.begin() + std::ptrdiff_t(fixed), is.begin())) return false;
  return wanted[mark] == '*' || is >= least;
}

template <typename Same>
bool same_definition(const Artefact& a, const Artefact& b, Same same) {
  return a.components.size() == b.components.size() && std::equal(a.components.begin(), a.components.end(), b.components.begin(), same);
}

// Whether they say the same as far as data are concerned; a stub says nothing.
bool contradict(const Artefact& a, const Artefact& b) {
  const auto is_stub = [](const Artefact& one) { return one.items.empty() && one.components.empty() && one.regions.empty(); };
  if (is_stub(a) || is_stub(b)) return false;
  const bool components = same_definition(a, b, [](const ComponentDefinition& x, const ComponentDefinition& y) {
    return x.kind == y.kind && x.id == y.id && x.position == y.position && x.representation.enumeration == y.representation.enumeration;
  });
  if (!components) return true;
  if (a.is_partial || b.is_partial) return false;  // two parts of one list
  return a.items.size() != b.items.size() ||
         !std::equal(a.items.begin(), a.items.end(), b.items.begin(), [](const Item& x, const Item& y) { return x.id == y.id && x.parent == y.parent; });
}

}  // namespace

std::string Reference::text() const {
  std::string out = agency.empty() ? id : agency + ":" + id;
  if (!version.empty()) out += "(" + version + ")";
  return item.empty() ? out : out + "." + item;
}

Reference parse_reference(std::string_view urn) {
  while (!urn.empty() && (urn.front() <= ' ')) urn.remove_prefix(1);
  while (!urn.empty() && (urn.back() <= ' ')) urn.remove_suffix(1);
  Reference out;
  if (urn.starts_with("urn:")) {
    const auto equals = urn.find('=');
    if (equals == std::string_view::npos) return {};
    const std::string_view front = urn.substr(0, equals);
    out.class_name = front.substr(front.find_last_of(".:") + 1);
    urn.remove_prefix(equals + 1);
  }
  const auto colon = urn.find(':');
  if (colon == std::string_view::npos) return {};
  out.agency = urn.substr(0, colon);
  urn.remove_prefix(colon + 1);
  const auto open = urn.find('(');
  out.id = urn.substr(0, open);
  if (open == std::string_view::npos) return out;
  const auto close = urn.find(')', open);
  if (close == std::string_view::npos) return {};
  out.version = urn.substr(open + 1, close - open - 1);
  if (close + 1 < urn.size() && urn[close + 1] == '.') out.item = urn.substr(close + 2);
  return out;
}

void Artefact::index_items() {
  item_at_.clear();
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    item_at_.emplace(items[i].id, i);
    if (!items[i].parent.empty()) item_at_.emplace(items[i].parent + "." + items[i].id, i);
  }
}

const Item* Artefact::find_item(std::string_view id) const {
  const auto found = item_at_.find(std::string(id));
  return found == item_at_.end() ? nullptr : &items[found->second];
}

const ComponentDefinition* Artefact::find_component(std::string_view id) const {
  const auto found = std::find_if(components.begin(), components.end(), [&](const auto& one) { return one.id == id; });
  return found == components.end() ? nullptr : &*found;
}

const Artefact* Structures::find(std::string_view class_name, const Reference& reference) const {
  const Artefact* best = nullptr;
  const auto rank = [](const Artefact& one) { return std::pair(!(one.is_external && one.items.empty() && one.components.empty()), numbers_of(one.version)); };
  for (const auto& one : artefacts) {
    if (one.class_name != class_name || one.id != reference.id) continue;
    if (!reference.agency.empty() && one.agency != reference.agency) continue;
    if (!fits(reference.version, one.version)) continue;
    if (!best || rank(*best) < rank(one)) best = &one;
  }
  return best;
}

std::vector<const Artefact*> Structures::of_class(std::string_view class_name) const {
  std::vector<const Artefact*> out;
  for (const auto& one : artefacts) {
    if (one.class_name == class_name) out.push_back(&one);
  }
  return out;
}

const Artefact* Structures::data_structure_of(const DataSet& data_set) const {
  const Reference reference = parse_reference(data_set.structure);
  const auto all = of_class("DataStructure");
  if (reference.empty()) {
    const auto by_id = std::find_if(all.begin(), all.end(), [&](const auto* one) { return one->id == data_set.structure; });
    return by_id != all.end() ? *by_id : data_set.structure.empty() && all.size() == 1 ? all.front() : nullptr;
  }
  const auto through = [&](const Artefact* from, std::string_view to) -> const Artefact* {
    if (!from) return nullptr;
    for (const auto& one : from->references) {
      if (const Artefact* found = find(to, one)) return found;
    }
    return nullptr;
  };
  if (data_set.structure_class != "dataflow" && data_set.structure_class != "provisionagreement") {
    if (const Artefact* found = find("DataStructure", reference)) return found;
  }
  const Artefact* flow = data_set.structure_class == "provisionagreement" ? through(find("ProvisionAgreement", reference), "Dataflow") : find("Dataflow", reference);
  if (const Artefact* found = through(flow, "DataStructure")) return found;
  // Many publishers give flow and structure one id, and some say the one where they mean the other.
  if (const Artefact* found = find("DataStructure", reference)) return found;
  return all.size() == 1 && of_class("Dataflow").empty() ? all.front() : nullptr;
}

const Artefact* Structures::code_list_of(const ComponentDefinition& component) const {
  const auto list = [&](const Reference& enumeration) -> const Artefact* {
    if (enumeration.empty()) return nullptr;
    for (const char* name : {"Codelist", "ValueList", "GeoGridCodelist", "GeographicCodelist", "ConceptScheme"}) {
      const Artefact* found = find(name, enumeration);
      if (found && !found->items.empty()) return found;
    }
    return nullptr;
  };
  if (!component.representation.empty()) return list(component.representation.enumeration);
  Reference scheme = component.concept_identity;
  const std::string item = scheme.item;
  scheme.item.clear();
  const Artefact* concepts = find("ConceptScheme", scheme);
  const Item* one = concepts ? concepts->find_item(item) : nullptr;
  return one ? list(one->representation.enumeration) : nullptr;
}

bool Structures::has_code(const Artefact& list, std::string_view code, int depth) const {
  if (list.find_item(code)) return true;
  for (const auto& extension : list.extensions) {
    if (depth > 4 || !code.starts_with(extension.prefix)) continue;
    const Artefact* more = find("Codelist", extension.list);
    if (!more || has_code(*more, code.substr(extension.prefix.size()), depth + 1)) return true;
  }
  return false;
}

std::vector<std::string> Structures::languages() const {
  std::set<std::string> found;
  const auto add = [&](const LocalText& text) {
    for (const auto& [language, ignored] : text.all) {
      if (!language.empty()) found.insert(language);
    }
  };
  for (const auto& one : artefacts) {
    add(one.name), add(one.description);
    for (const auto& item : one.items) add(item.name), add(item.description);
  }
  return {found.begin(), found.end()};
}

void Structures::add(Structures other, const std::string& file) {
  if (header.id.empty()) header = std::move(other.header);
  if (format.empty()) format = other.format;
  footer.insert(footer.end(), other.footer.begin(), other.footer.end());
  for (auto& one : other.artefacts) {
    const auto same = std::find_if(artefacts.begin(), artefacts.end(), [&](const Artefact& known) {
      return known.class_name == one.class_name && known.id == one.id && known.agency == one.agency && known.version == one.version;
    });
    if (same == artefacts.end()) {
      artefacts.push_back(std::move(one));
    } else if (contradict(*same, one)) {
      throw DataError(fmt::format("{}{}: two structures for one id ({} {})", file, one.line ? fmt::format(", line {}", one.line) : "", one.class_name, one.text()),
                      "They differ: leave out the one that does not belong to the data, or ask the publisher.");
    } else if (same->items.empty() && same->components.empty()) {
      *same = std::move(one);
    } else if (same->is_partial || one.is_partial) {
      for (auto& item : one.items) {
        if (!same->find_item(item.id)) same->items.push_back(std::move(item));
      }
      same->index_items();
    }
  }
}

Structures read_structures(const std::filesystem::path& file, const Limits& limits) {
  const std::string shown = formats::detail::shown_name(file);
  char head[4096];
  const std::size_t size = open_bytes(file, limits)->read(head, sizeof head);
  std::string_view text(head, size);
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && text[first] == '{';
  Structures read = json ? detail::read_json_structures(file, limits) : detail::read_ml_structures(file, limits);
  Structures out;
  out.header = std::move(read.header), out.format = std::move(read.format);
  if (read.artefacts.empty()) {
    Counts none;
    for (const auto& message : read.footer) {
      if (message.means_partial()) throw DataError(fmt::format("{}: no structures, but a message of the publisher: {}", shown, message.words()), "Do as it says.");
    }
  }
  for (auto& one : read.artefacts) one.index_items();
  out.add(std::move(read), shown);
  return out;
}

}  // namespace comity::formats::sdmx
